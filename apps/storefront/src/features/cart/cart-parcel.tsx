import type { Cart } from '@tiwizi/contracts';
import { Localized, Amount } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { shortName } from '../../short-name.js';
import { usePath } from '../../paths.js';
import type { ChangedLine } from '../../server/cart.server.js';
import { CartLine } from './cart-line.js';

type Parcel = Cart['parcels'][number];

/** What one cooperative sends. */
export function CartParcel({ parcel, capped }: { parcel: Parcel; capped: ChangedLine['capped'] }) {
  const { t, say, locale } = useTexts('cart');
  const path = usePath();
  const { cooperative } = parcel;
  return (
    <section className="parcel" aria-label={t('parcelOf', { name: shortName(cooperative.name.text) })}>
      <header>
        <img className="door door-large" src={cooperative.emblem} alt="" width={44} height={57} />
        <div>
          <h2>{say('parcelOf', { name: shortName(cooperative.name.text) })}</h2>
          <p className="small muted">
            <Link to={path(`/cooperatives/${cooperative.slug}`)}>
              <Localized value={cooperative.place} page={locale} />
            </Link>
          </p>
        </div>
      </header>
      <div className="parcel-body">
        <ul className="lines">
          {parcel.lines.map((line) => (
            <li key={line.id}>
              <CartLine line={line} isCapped={capped?.lineId === line.id} />
            </li>
          ))}
        </ul>
        <ParcelSums parcel={parcel} />
      </div>
    </section>
  );
}

export function ParcelSums({ parcel }: { parcel: Pick<Parcel, 'goods' | 'delivery' | 'total'> }) {
  const { say, locale } = useTexts('cart');
  const { delivery } = parcel;
  return (
    <dl className="sums">
      <dt>{say('subtotal')}</dt>
      <dd>
        <Amount value={parcel.goods} locale={locale} />
      </dd>
      <dt>{say('delivery')}</dt>
      <dd>
        {!delivery ? say('deliveryLater') : null}
        {delivery?.latestText ? <Amount value={delivery.price} locale={locale} /> : null}
        {delivery && !delivery.latestText ? say('onSite') : null}
      </dd>
      {delivery?.latestText ? (
        <>
          <dt>{say('deliveredBy')}</dt>
          <dd>{delivery.latestText}</dd>
        </>
      ) : null}
      <dt className="grand">{say('parcelTotal')}</dt>
      <dd className="grand">
        <Amount value={parcel.total} locale={locale} />
      </dd>
    </dl>
  );
}
