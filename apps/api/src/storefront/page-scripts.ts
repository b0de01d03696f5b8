import { createHash } from 'node:crypto';

export interface SharedPage {
  html: string;
  /** What a policy says to allow exactly the scripts this page was made with. */
  allowed: string;
}

/**
 * A page for many readers cannot carry a nonce: one that is sent twice protects nothing, and a reader who is told
 * "unchanged" would hold an old one. So its own scripts, known by the mark they were rendered with, are allowed by what
 * they say. Browsers read any end of a line as a line feed, and so does the hash.
 */
export function sharedPage(marked: string, mark: string): SharedPage {
  const nonce = ` nonce="${mark}"`;
  const hashes = new Set<string>();
  for (const [, attributes = '', content = ''] of marked.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(nonce) || /\s(src|type="application\/ld\+json")/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(content.replace(/\r\n?/g, '\n')).digest('base64')}'`);
  }
  const html = marked.replaceAll(nonce, '');
  // Elsewhere it means nothing to a browser; it was random for this page, and is no secret of any other.
  return { html: html.replaceAll(mark, ''), allowed: [...hashes].join(' ') };
}
