import type { ApiSend } from './api-client.js';

/** Sends to a server at this address, with the cookies it set before. */
export function sendOver(address: string, headers: Record<string, string> = {}): ApiSend {
  const cookies = new Map<string, string>();
  return async ({ method, path, headers: own, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, {
      method,
      headers: { ...headers, ...own, ...(cookie && { cookie }) },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
}
