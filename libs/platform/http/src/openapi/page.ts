import { rolesAllowed, type Endpoint } from '@tiwizi/contracts';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The routes at a glance, for a person; programs read the document. For developers, therefore in English. */
export function documentPage(endpoints: readonly Endpoint[]): string {
  const rows = endpoints.map(
    ({ method, path, access, summary, isIdempotent }) => `<tr>
      <td><code>${method}</code></td><td><code>/api/v1${escape(path)}</code></td><td>${escape(summary)}</td>
      <td>${rolesAllowed(access).join(', ') || 'anyone'}</td><td>${isIdempotent ? 'yes' : ''}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tiwizi API</title><body><main><h1>Tiwizi API</h1>
<p>The whole document: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What</th>
<th scope="col">Who</th><th scope="col">Idempotency-Key</th></tr></thead><tbody>${rows.join('')}</tbody></table></main></body></html>`;
}
