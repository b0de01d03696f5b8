/** A product with this many units or fewer is "low", and says how many are left. */
export const lowStock = 4;

export const availabilityOf = (available: string): string =>
  `case when ${available} <= 0 then 'sold-out' when ${available} <= ${lowStock} then 'low' else 'in-stock' end`;

export const stockLeftOf = (available: string): string =>
  `case when ${available} between 1 and ${lowStock} then ${available} end`;

export const moneyOf = (amount: string, currency: string): string =>
  `json_build_object('amount', ${amount}, 'currency', ${currency})`;

/** A text for this reader. Nearly always hers is there; only then the search through the others is paid for. */
export const localizedOf = (texts: string, locale: string): string => `
  case when ${texts} ->> ${locale}::text <> '' then jsonb_build_object('locale', ${locale}::text, 'text', ${texts} ->> ${locale}::text)
  else platform.localized(${texts}, ${locale}::text) end`;

/** How a cooperative is named beside its products; `c` is a row of cooperatives.public_cooperative. */
export const chipOf = (c: string, locale: string): string => `json_build_object(
  'id', ${c}.id, 'slug', ${c}.slug, 'name', ${localizedOf(`${c}.name`, locale)},
  'place', ${localizedOf(`${c}.place`, locale)}, 'isVerified', ${c}.is_verified, 'emblem', ${c}.emblem)`;

/** What is left of all variants a product offers. */
export const availableOf = (productId: string): string => `(
  select coalesce(sum(s.on_hand - s.reserved), 0)::int
  from catalog.variant v join catalog.stock_level s on s.variant_id = v.id
  where v.product_id = ${productId} and v.retired_at is null)`;
