/** Progress for a person who waits: what is being done, and how long it took. */
export function say(line: string): void {
  console.log(line);
}

export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const ticker = setInterval(() => say(`  … ${title} (${seconds()})`), 10_000);
  try {
    const result = await work();
    say(`✓ ${title} (${seconds()})`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
