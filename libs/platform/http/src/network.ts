import { isIPv6 } from 'node:net';

/**
 * Whom to count together: one IPv4 address, or the /64 that a household or a server gets of IPv6, in which it may
 * change its address at every request.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  return isIPv6(ip) ? `${groupsOf(ip).slice(0, 4).join(':')}::/64` : ip;
}

function groupsOf(ip: string): string[] {
  const [left = '', right] = (ip.split('%')[0] ?? '').split('::');
  const before = left ? left.split(':') : [];
  const after = right ? right.split(':') : [];
  const missing = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(missing, 0)).fill('0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
