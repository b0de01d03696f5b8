import { createHash } from 'node:crypto';

export interface SharedPage {
  html: string;
  /** What a policy says to allow exactly the scripts this page was made with. */
  allowed: string;
}

/**
 * A page for many readers cannot carry a nonce: one that is sent twice protects nothing, and a reader who is told
 * "unchanged" would hold an old one. So its own scripts, known by the mark they were rendered with, are allowed by what
 * they say. Null: the mark stands where a script could not have carried it, so nobody else may see this page.
 */
export function sharedPage(marked: string, mark: string): SharedPage | null {
  const nonce = ` nonce="${mark}"`;
  const hashes = new Set<string>();
  for (const [, attributes = '', content = ''] of marked.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(nonce) || /\s(src|type="application\/ld\+json")/.test(attributes)) continue;
    // A reader's browser sees other line ends than we hashed.
    if (content.includes('\r')) return null;
    hashes.add(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
  }
  const html = marked.replaceAll(nonce, '');
  return html.includes(mark) ? null : { html, allowed: [...hashes].join(' ') };
}
