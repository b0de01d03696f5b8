import { html, type Html } from './html.js';
import type { Translator } from './texts.js';

export function layout(t: Translator, title: string, body: Html): string {
  const page = html`<!doctype html>
    <html lang="${t.locale}" dir="${t.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${t.plain(title)} — ${t.plain('simulator')}</title>
        <link rel="stylesheet" href="/assets/payment-page.css" />
      </head>
      <body>
        <header>
          <div class="wrap">
            <span class="brand" lang="fr" dir="ltr">Tiwizi</span>
            <p>${t.text('simulator')}</p>
          </div>
          <div class="braid"></div>
          <div class="notice"><p class="wrap">${t.text('simulator_notice')}</p></div>
        </header>
        <main class="wrap">
          <h1>${t.text(title)}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return page.markup;
}
