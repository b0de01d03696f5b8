/** « Coopérative Tifaouine » among other words is « Tifaouine »: the word before the name is understood. */
export function shortName(name: string): string {
  const short = name.replace(/^(coopérative|cooperative|تعاونية|ⵜⴰⵎⵢⴰⵡⴰⵙⵜ|ⵜⴰⵎⵔⵙⵉⵡⵜ)\s+/iu, '').trim();
  return short || name;
}
