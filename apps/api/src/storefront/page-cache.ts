export interface Page {
  /** The page as bytes, cut where each answer puts its own nonce. */
  parts: Buffer[];
  headers: [string, string][];
  freshUntil: number;
}

const mostPages = 200;
/** With the second or two that the index takes, a new product is found within five of its acceptance. */
const freshMs = 3_000;

/**
 * Whole pages for visitors without a cart, a session or a theme of their own, for three seconds.
 * The nonce of each answer is put in when it leaves: a policy that is the same twice protects nothing.
 */
export class PageCache {
  private readonly pages = new Map<string, Page>();
  private readonly rendering = new Map<string, Promise<Page | null>>();

  /** Of many who ask for a page at once, one renders it. Null: not a page to keep; everyone renders their own. */
  async page(key: string, render: () => Promise<Omit<Page, 'freshUntil'> | null>): Promise<Page | null> {
    const kept = this.pages.get(key);
    if (kept && kept.freshUntil > Date.now()) return kept;
    const running = this.rendering.get(key);
    if (running) return running;
    const promise = render()
      .then((made) => made && this.keep(key, { ...made, freshUntil: Date.now() + freshMs }))
      .finally(() => this.rendering.delete(key));
    this.rendering.set(key, promise);
    return promise;
  }

  private keep(key: string, page: Page): Page {
    this.pages.delete(key);
    // In the order they were kept: what is stale lies in front.
    for (const [oldest, { freshUntil }] of this.pages) {
      if (freshUntil > Date.now() && this.pages.size < mostPages) break;
      this.pages.delete(oldest);
    }
    this.pages.set(key, page);
    return page;
  }
}

/** A page's bytes around one nonce. */
export function withOneNonce(parts: readonly Buffer[], nonce: string): Buffer {
  const bytes = Buffer.from(nonce);
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [bytes, part])));
}
