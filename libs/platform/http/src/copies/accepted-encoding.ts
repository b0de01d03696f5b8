import type { Encoding } from './body.js';

/** The shortest form this reader takes; null: as it is. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (!header) return null;
  const refused = new Set<string>();
  const named = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map((word) => word.trim());
    if (params.some((param) => /^q=0(\.0*)?$/.test(param))) refused.add(name);
    else named.add(name);
  }
  const takes = (name: Encoding) => !refused.has(name) && (named.has(name) || named.has('*'));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}
