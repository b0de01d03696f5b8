import { ApiClient, type ApiSend } from '@tiwizi/api-client';

/** Where the marketplace of this run listens; the configuration chose the port. */
export const address = `http://localhost:${process.env.E2E_PORT}`;

interface StoredCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite: 'Lax';
}

/** Somebody who speaks to the API as the storefront does; a browser can go on with the same session. */
export class Visitor {
  readonly api = new ApiClient((request) => this.send(request));
  private readonly cookies = new Map<string, string>();

  storageState(): { cookies: StoredCookie[]; origins: [] } {
    const cookies = [...this.cookies].map(([name, value]) => ({
      name,
      value,
      domain: 'localhost',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
      sameSite: 'Lax' as const,
    }));
    return { cookies, origins: [] };
  }

  private readonly send: ApiSend = async ({ method, path, headers, body }) => {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, {
      method,
      headers: { ...headers, ...(cookie && { cookie }) },
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
}
