import type { Cart } from '@tiwizi/contracts';
import { Amount, Localized, Measure } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { shortName } from '../../short-name.js';

/** A parcel as it will be ordered: nothing to change here any more. */
export function ReviewedParcel({ parcel, children }: { parcel: Cart['parcels'][number]; children: ReactNode }) {
  const { t, say, locale } = useTexts('cart');
  const { cooperative, lines } = parcel;
  return (
    <section className="parcel" aria-label={t('parcelOf', { name: shortName(cooperative.name.text) })}>
      <header>
        <img className="door door-large" src={cooperative.emblem} alt="" width={44} height={57} />
        <h2>{say('parcelOf', { name: shortName(cooperative.name.text) })}</h2>
      </header>
      <div className="parcel-body">
        <ul className="brief-lines">
          {lines.map((line) => (
            <li key={line.id} className="spread">
              <span>
                <bdi className="figures" dir="ltr">
                  {line.quantity} ×
                </bdi>{' '}
                <Localized value={line.title} page={locale} />
                {line.measure ? (
                  <span className="muted">
                    {' '}
                    <Measure value={line.measure} locale={locale} />
                  </span>
                ) : null}
              </span>
              <Amount value={line.total} locale={locale} />
            </li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  );
}
