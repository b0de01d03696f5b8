import { directionOf, type Locale } from '@tiwizi/i18n';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/**
 * The mail as a page, because plain text has no direction: every sign people typed is escaped, and only a line
 * that is one of our own addresses becomes a link.
 */
export function mailPage(text: string, locale: Locale, publicUrl: string): string {
  const lines = text.split('\n').map((line) => {
    const shown = escape(line);
    return line.startsWith(`${publicUrl}/`) && !/\s/.test(line) ? `<a href="${shown}">${shown}</a>` : shown;
  });
  const body = lines.join('<br>');
  const direction = directionOf(locale);
  return `<!doctype html><html lang="${locale}" dir="${direction}"><meta charset="utf-8"><body><p dir="${direction}">${body}</p></body></html>`;
}
