import type { FastifyRequest } from 'fastify';
import { CrossSiteRequest } from './errors.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers name the page a changing request comes from; one of another site is refused (reliability F49).
 * Programs without a browser send no Origin and carry no cookie they were tricked into sending.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  if (safe.has(request.method) || request.url.startsWith('/api/v1/webhooks/')) return;
  const { origin, host } = request.headers;
  const fetchSite = request.headers['sec-fetch-site'];
  if (fetchSite === 'cross-site') throw new CrossSiteRequest();
  if (origin === undefined) return;
  const isOwn = URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(publicUrl).origin);
  if (!isOwn) throw new CrossSiteRequest();
}
