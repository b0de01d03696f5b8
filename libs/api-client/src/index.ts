/**
 * @tiwizi/api-client: calls of the API, typed by its contracts.
 *
 * Knows no transport: the storefront sends within its process, tests and measurements over the network.
 * A refusal is thrown as `ApiProblem` with the problem the API answered.
 */
export { ApiClient, type ApiRequest, type ApiSend, type CallOptions } from './api-client.js';
export { ApiProblem } from './api-problem.js';
export { sendOver } from './send-over-network.js';
