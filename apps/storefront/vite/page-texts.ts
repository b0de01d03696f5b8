import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { findGaps, textParts, textsOf, type TextPart } from './text-files.ts';

const prefix = 'virtual:texts/';

/**
 * `virtual:texts/<locale>/<part>`: every text a page of this part may need, in one module, so that a visitor loads
 * only the page's language, and a buyer nothing of the desks. A missing key stops the build here.
 */
export function pageTexts(): Plugin {
  const folder = join(import.meta.dirname, '../src/i18n');
  return {
    name: 'tiwizi:page-texts',
    buildStart() {
      for (const file of jsonFiles(folder)) this.addWatchFile(file);
      const gaps = findGaps(folder);
      if (gaps.length) this.error(`texts are missing or out of step:\n${gaps.join('\n')}`);
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [locale = '', part = ''] = id.slice(prefix.length + 1).split('/');
      if (!(part in textParts)) throw new Error(`no part of the texts is called ${part}`);
      // Parsed as a string: browsers read JSON faster than the same object as code.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(textsOf(folder, locale, part as TextPart)))});`;
    },
  };
}

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && readFileSync(join(folder, file)).length > 0)
    .map((file) => join(folder, file));
