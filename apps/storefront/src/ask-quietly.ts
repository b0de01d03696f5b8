/**
 * Asks a small route of our own for help that a page can do without: no answer, or none in time, is null. Not through
 * the router: out of the network it would reload the page to get the route's code.
 */
export async function askQuietly<T>(address: string, signal?: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
