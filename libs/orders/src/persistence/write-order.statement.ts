import { cashRecordOf, freeCashPlace } from './cash-record.js';

/**
 * An order with its parts, lines and first history, in one statement, which answers how its phone has dealt with cash
 * before. $1 the order, $2 its parts (each with its lines), both as JSON; $3 who placed it.
 */
export const writeOrder = `
  with document as (
    select * from jsonb_to_record($1::jsonb) as x(
      id uuid, number text, "checkoutId" uuid, "cartId" uuid, "accountId" uuid, "paymentMethod" text, currency text,
      "goodsAmount" bigint, "shippingAmount" bigint, "totalAmount" bigint, "contactName" text, phone text, email text,
      locale text, address jsonb, "secretSalt" text, "codeCount" smallint, "placedAt" timestamptz,
      "expiresAt" timestamptz)
  ), part as (
    select * from jsonb_to_recordset($2::jsonb) as x(
      id uuid, position smallint, number text, "cooperativeId" uuid, "cooperativeSlug" text, "cooperativeName" text,
      "cooperativeNameLocale" text, "cooperativeEmblem" text, "goodsAmount" bigint, "shippingAmount" bigint,
      "totalAmount" bigint, "commissionBps" int, "commissionAmount" bigint, "vatBps" int, "vatAmount" bigint,
      "dueAmount" bigint, "deliveryOption" text, "deliveryBy" date, lines jsonb)
  ), written_order as (
    insert into orders."order" (id, number, checkout_id, cart_id, account_id, status, payment_method, currency,
      goods_amount, shipping_amount, total_amount, due_amount, contact_name, phone, email, locale, address,
      secret_salt, code_count, placed_at, expires_at, cash_place)
    select id, number, "checkoutId", "cartId", "accountId", 'placed', "paymentMethod", currency,
      "goodsAmount", "shippingAmount", "totalAmount", "totalAmount", "contactName", phone, email, locale, address,
      "secretSalt", "codeCount", "placedAt", "expiresAt",
      case when "paymentMethod" = 'cash-on-delivery' then ${freeCashPlace('document.phone')} end
    from document
  ), written_parts as (
    insert into orders.sub_order (id, order_id, position, number, cooperative_id, cooperative_slug, cooperative_name,
      cooperative_name_locale, cooperative_emblem, status, currency, goods_amount, shipping_amount, total_amount,
      commission_bps, commission_amount, vat_bps, vat_amount, due_amount, delivery_option, delivery_by)
    select part.id, document.id, part.position, part.number, "cooperativeId", "cooperativeSlug", "cooperativeName",
      "cooperativeNameLocale", "cooperativeEmblem", 'pending', document.currency, part."goodsAmount",
      part."shippingAmount", part."totalAmount", "commissionBps", "commissionAmount", "vatBps", "vatAmount",
      "dueAmount", "deliveryOption", "deliveryBy"
    from part, document
  ), written_lines as (
    insert into orders.order_line (id, sub_order_id, order_id, position, variant_id, product_id, slug, title,
      title_locale, measure, picture, quantity, currency, price_amount, total_amount, commission_amount, vat_amount,
      weight_grams)
    select line.id, part.id, document.id, line.position, "variantId", "productId", slug, title, "titleLocale", measure,
      picture, quantity, document.currency, "priceAmount", line."totalAmount", line."commissionAmount",
      line."vatAmount", "weightGrams"
    from document, part, jsonb_to_recordset(part.lines) as line(
      id uuid, position smallint, "variantId" uuid, "productId" uuid, slug text, title text, "titleLocale" text,
      measure text, picture text, quantity int, "priceAmount" bigint, "totalAmount" bigint,
      "commissionAmount" bigint, "vatAmount" bigint, "weightGrams" int)
  ), written_history as (
    insert into orders.status_change (order_id, sub_order_id, previous, status, actor, at)
    select id, null::uuid, 'draft', 'placed', $3::text, "placedAt" from document
    union all
    select document.id, part.id, null, 'pending', $3::text, "placedAt" from part, document
  )
  select ${cashRecordOf('document.phone')} as "cashRecord"
  from document where document."paymentMethod" = 'cash-on-delivery'`;
