/**
 * @tiwizi/http: how a request reaches a use case, and how an answer leaves.
 *
 * Owns routes made from contracts (`@Route`), who may call them (a route that does not say keeps the process from
 * starting), the parsing of input, problems in the reader's language, answers kept for idempotency keys, limits of
 * size and rate, the cross-site check, health, metrics and the OpenAPI document.
 *
 * Rules: unknown fields are refused; bad input is never a 5xx; what a caller may not see does not exist for them;
 * a response is checked against its contract before it leaves.
 */
export { actorOf, requireMember, signedIn, type Caller, type SignedIn } from './caller.js';
export { CallerParam, Input, Reply, Request, type InputOf } from './parameters.js';
export { createHttpApp, type HttpAppOptions } from './create-http-app.js';
export { Forbidden, NotFound, TooManyRequests, Unauthenticated, UnknownProperty } from './errors.js';
export { HttpModule } from './http.module.js';
export { mountedEndpoints } from './mounted-endpoints.js';
export { networkOf } from './network.js';
export { answerProblem } from './problem.filter.js';
export { openApiDocument } from './openapi/document.js';
export { exactly } from './copies/body.js';
export { Dependencies, dependOn, withDependencies } from './copies/dependencies.js';
export { SharedCopies, type Copy, type Made } from './copies/shared-copies.js';
export { ReadCache, type Read } from './read-cache.js';
export { RateLimits, type RateRule } from './rate-limits.js';
export { PublicAsset, Route } from './route.js';
export { sessionCookie, type SessionCookie } from './session-cookie.js';
export { Sessions } from './sessions.js';
