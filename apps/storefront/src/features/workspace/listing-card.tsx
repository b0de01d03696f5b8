import { Amount, FieldError, Localized, Picture } from '@tiwizi/ui';
import { Form, Link } from 'react-router';
import { useIsSending } from '../../desk/pending.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { ListingStatusBadge } from './listing-status.js';
import type { ListingRowView } from './listings.server.js';

/** One product of the cooperative: its state in words, its price, and its stock to change on the spot. */
export function ListingCard({ row, refusal }: { row: ListingRowView; refusal: Refusal | undefined }) {
  const { say, t, locale } = useTexts('workspace');
  const path = usePath();
  const field = `stock-${row.id}`;
  const error = errorOf(refusal, field);
  const isSending = useIsSending();
  return (
    <li className="listing">
      <div className="tile">
        <Picture value={row.picture} alt="" sizes="6rem" />
      </div>
      <div className="listing-words">
        <h2>
          <Link to={path(`/vendeur/produits/${row.id}`)}>
            {row.title ? <Localized value={{ locale, text: row.title }} page={locale} /> : say('products.unnamed')}
          </Link>
        </h2>
        <ListingStatusBadge state={row.state} />
        {row.isLive && row.status !== 'online' ? <p className="small muted">{say('products.liveMeanwhile')}</p> : null}
        <p className="listing-facts">
          {row.price ? <Amount value={row.price} locale={locale} /> : <span>{say('products.noPrice')}</span>}
          <span className="muted small">{say('products.changed', { date: row.updatedText })}</span>
        </p>
      </div>
      {row.isLive ? (
        <Form method="post" className="stock-form" preventScrollReset noValidate>
          <input type="hidden" name="id" value={row.id} />
          <label htmlFor={field}>{say('field.stock')}</label>
          <input
            id={field}
            name="stock"
            type="number"
            inputMode="numeric"
            min={0}
            max={1_000_000}
            defaultValue={row.stock}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${field}-error` : undefined}
          />
          <button
            className="button button-line"
            aria-busy={isSending || undefined}
            aria-label={t('products.saveStockOf', { title: row.title })}
          >
            {say('products.saveStock')}
          </button>
          <FieldError id={`${field}-error`} text={error} />
        </Form>
      ) : null}
    </li>
  );
}
