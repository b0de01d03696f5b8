export interface JudgedQuery {
  readonly id: string;
  readonly lang: string;
  readonly class: string;
  readonly q: string;
  /** Any of these products answers the query. */
  readonly expect: readonly string[];
}

export interface Score {
  readonly queries: number;
  /** Of the first five hits, how many were expected, of at most five. */
  readonly recall5: number;
  /** One by the rank of the first expected hit among ten; nothing when there is none. */
  readonly mrr10: number;
}

export interface ScoreTable {
  readonly overall: Score;
  readonly byLanguage: Readonly<Record<string, Score>>;
  readonly byClass: Readonly<Record<string, Score>>;
  /** Queries with no expected hit among ten. */
  readonly missed: readonly string[];
}

type One = Omit<Score, 'queries'>;

export function scoreOf(expected: readonly string[], ranked: readonly string[]): One {
  const wanted = new Set(expected);
  const distinct = [...new Set(ranked)];
  const found = distinct.slice(0, 5).filter((id) => wanted.has(id)).length;
  const rank = distinct.slice(0, 10).findIndex((id) => wanted.has(id)) + 1;
  return { recall5: wanted.size ? found / Math.min(5, wanted.size) : 0, mrr10: rank ? 1 / rank : 0 };
}

export function scoreTable(
  queries: readonly JudgedQuery[],
  answers: ReadonlyMap<string, readonly string[]>,
): ScoreTable {
  const scored = queries.map((query) => ({ query, score: scoreOf(query.expect, answers.get(query.id) ?? []) }));
  const grouped = (nameOf: (query: JudgedQuery) => string): Record<string, Score> => {
    const names = [...new Set(queries.map(nameOf))].sort();
    return Object.fromEntries(
      names.map((name) => [name, mean(scored.filter(({ query }) => nameOf(query) === name).map(({ score }) => score))]),
    );
  };
  return {
    overall: mean(scored.map(({ score }) => score)),
    byLanguage: grouped(({ lang }) => lang),
    byClass: grouped((query) => `${query.lang}/${query.class}`),
    missed: scored.filter(({ score }) => score.mrr10 === 0).map(({ query }) => query.id),
  };
}

function mean(scores: readonly One[]): Score {
  const average = (pick: (score: One) => number) =>
    Number((scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length)).toFixed(3));
  return { queries: scores.length, recall5: average(({ recall5 }) => recall5), mrr10: average(({ mrr10 }) => mrr10) };
}
