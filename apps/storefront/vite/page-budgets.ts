import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Kilobytes of compressed script a first visit may load, by route file; the first match counts. */
const budgets: readonly (readonly [RegExp, number])[] = [
  [/routes\/home\./, 140],
  [/routes\/cooperative/, 145],
  [/routes\/(search|category|product)\./, 150],
  [/routes\/seller\//, 195],
  [/routes\/(moderation|admin)\//, 260],
  [/routes\//, 155],
];

interface Chunk {
  readonly code: string;
  readonly imports: readonly string[];
  readonly facadeModuleId: string | null;
}

/** The build fails when a page's scripts outgrow its budget. */
export function pageBudgets(): Plugin {
  return {
    name: 'tiwizi:page-budgets',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const [file, output] of Object.entries(bundle)) if (output.type === 'chunk') chunks.set(file, output);
      const shell = entries(chunks, /entry\.client\.|\/root\./);
      const texts = Math.max(0, ...entries(chunks, /virtual:texts\/\w+\/shop/).map((file) => weigh([file], chunks)));
      const over = entries(chunks, /\/src\/routes\//).flatMap((file) => {
        const route = /routes\/[\w./-]+/.exec(chunks.get(file)?.facadeModuleId ?? '')?.[0] ?? file;
        const budget = budgets.find(([pattern]) => pattern.test(route))?.[1] ?? 0;
        const weight = weigh([...shell, file], chunks) + texts;
        return weight > budget * 1000 ? [`${route}: ${Math.ceil(weight / 1000)} KB of ${budget}`] : [];
      });
      if (over.length) this.error(`pages load more script than they may:\n${over.join('\n')}`);
    },
  };
}

const entries = (chunks: ReadonlyMap<string, Chunk>, of: RegExp): string[] =>
  [...chunks].filter(([, { facadeModuleId }]) => facadeModuleId && of.test(facadeModuleId)).map(([file]) => file);

/** Compressed, each file once, with all it imports. */
function weigh(files: readonly string[], chunks: ReadonlyMap<string, Chunk>): number {
  const seen = new Set<string>();
  const visit = (file: string): number => {
    const chunk = chunks.get(file);
    if (!chunk || seen.has(file)) return 0;
    seen.add(file);
    return gzipSync(chunk.code).length + chunk.imports.reduce((sum, one) => sum + visit(one), 0);
  };
  return files.reduce((sum, file) => sum + visit(file), 0);
}
