import { createHash } from 'node:crypto';
import { sharedPage } from './page-scripts.js';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a page for many readers', () => {
  it('allows its own scripts by what they say, and no other', () => {
    const page = sharedPage(
      `<link rel="modulepreload" nonce="mark" href="/a.js"/><script nonce="mark">go("é")</script>` +
        `<script type="application/ld+json" nonce="mark">{}</script><script>planted()</script>` +
        `<script src="/a.js" nonce="mark"></script><script async="" nonce="mark">go("é")</script>`,
      'mark',
    );
    expect(page.allowed).toBe(sha256('go("é")'));
    expect(page.html).toBe(
      `<link rel="modulepreload" href="/a.js"/><script>go("é")</script>` +
        `<script type="application/ld+json">{}</script><script>planted()</script>` +
        `<script src="/a.js"></script><script async="">go("é")</script>`,
    );
  });

  it('keeps nothing of the mark, and hashes what a browser reads', () => {
    expect(sharedPage('<p>mark</p>', 'mark')).toEqual({ html: '<p></p>', allowed: '' });
    expect(sharedPage('<script nonce="mark">a\r\nb</script>', 'mark').allowed).toBe(sha256('a\nb'));
  });
});
