/**
 * A pure function of a text that remembers its answers: the same few thousand words stand in a million titles. Full,
 * it forgets everything and begins again, so it never grows beyond `most`.
 */
export function remembered<Answer>(answerTo: (text: string) => Answer, most = 20_000): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const answer = answerTo(text);
    if (known.size >= most) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
