import type { Settings } from '@tiwizi/settings';

export interface SessionCookie {
  name: string;
  options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean };
}

/** Bound to this host and to encrypted transport; a plain-HTTP address other than the machine's own cannot have that. */
export function sessionCookie({ publicUrl }: Pick<Settings, 'publicUrl'>): SessionCookie {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
  return {
    name: secure ? '__Host-tiwizi' : 'tiwizi',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
