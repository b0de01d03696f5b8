import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding } from './accepted-encoding.js';
import { Body } from './body.js';

/** May be kept by anybody, and is asked about before each use: a change is seen at once, an unchanged answer costs a 304. */
const shared = 'public, no-cache';
/** Of one caller, or nobody said otherwise. */
const personal = 'private, no-store';

/**
 * How shared answers leave: with a name for their bytes (304 for whoever has them), compressed once for all readers.
 * Every other answer of the interface is its caller's own.
 */
export function sendCopies(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const body = Buffer.isBuffer(payload) && reply.statusCode === 200 ? Body.of(payload) : undefined;
    if (!body) {
      if (isOfInterface(request) && !reply.hasHeader('cache-control')) void reply.header('cache-control', personal);
      return done(null, payload);
    }
    const encoding = body.isWorthEncoding ? acceptedEncoding(request.headers['accept-encoding']) : null;
    describe(body.etag(encoding), request, reply);
    if (isKnown(request.headers['if-none-match'], body.etag(encoding))) {
      void reply.status(304);
      return done(null, null);
    }
    if (!encoding) return done(null, body.bytes);
    void reply.header('content-encoding', encoding);
    const encoded = body.as(encoding);
    if (Buffer.isBuffer(encoded)) return done(null, encoded);
    encoded.then(
      (bytes) => done(null, bytes),
      (error: Error) => done(error),
    );
  });
}

function describe(etag: string, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('etag', etag);
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', shared);
  // Pages choose by cookies (whose they are, theme, city); their language is in the address.
  void reply.header('vary', isOfInterface(request) ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding, Cookie');
}

const isOfInterface = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

/** Proxies that touch a body mark its name as weak; it is the same answer for a reader. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
}
