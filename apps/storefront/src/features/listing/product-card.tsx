import type { CooperativeChip as Chip, ProductCard as Card } from '@tiwizi/contracts';
import { Badge, Localized, Measure, Picture, Price } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { shortName } from '../../short-name.js';

export function ProductGrid({ products, isFirst }: { products: readonly Card[]; isFirst?: boolean }) {
  return (
    <ul className="grid">
      {products.map((product, position) => (
        <li key={product.id}>
          <ProductCard product={product} isFirst={isFirst && position < 2} />
        </li>
      ))}
    </ul>
  );
}

export function ProductCard({
  product,
  isFirst,
  title,
  children,
}: {
  product: Card;
  isFirst?: boolean | undefined;
  /** The title as it is to be shown, for instance with the words that were asked for. */
  title?: ReactNode;
  /** What a list says besides, below the price. */
  children?: ReactNode;
}) {
  const { t, say, locale } = useTexts('listing');
  const path = usePath();
  return (
    <article className="card">
      <div className="tile">
        <Picture
          value={product.picture}
          alt={product.picture.alt ?? t('photoOf', { title: product.title.text })}
          sizes="(min-width: 60rem) 17rem, 45vw"
          isFirst={isFirst ?? false}
        />
      </div>
      <Availability of={product} />
      <h3>
        <Link to={path(`/p/${product.slug}`)}>{title ?? <Localized value={product.title} page={locale} />}</Link>
      </h3>
      <CooperativeChip of={product.cooperative} />
      <Price
        value={product.price}
        locale={locale}
        before={product.variantCount > 1 ? say('from') : null}
        of={
          product.measure && !isBareNumber(product.measure) ? <Measure value={product.measure} locale={locale} /> : null
        }
      />
      {children}
    </article>
  );
}

/** « 36 » says nothing beside a price; « 250 g » does. */
const isBareNumber = (measure: string): boolean => /^\d+$/.test(measure);

export function Availability({ of: { availability, stockLeft } }: { of: Pick<Card, 'availability' | 'stockLeft'> }) {
  const { say } = useTexts('listing');
  if (availability === 'sold-out') return <Badge tone="danger">{say('soldOut')}</Badge>;
  if (availability === 'low' && stockLeft) return <Badge tone="warning">{say('left', { count: stockLeft })}</Badge>;
  return <Badge tone="success">{say('inStock')}</Badge>;
}

/** The cooperative is named wherever its product is. Inside a card the name is not a link: the card leads on. */
export function CooperativeChip({ of: { name, place, emblem } }: { of: Chip }) {
  const { t, locale } = useTexts('listing');
  return (
    <p className="chip">
      <img className="door" src={emblem} alt="" width={30} height={39} loading="lazy" />
      <span>
        <Localized value={{ ...name, text: shortName(name.text) }} page={locale} />
        {place.text ? (
          <span className="chip-place">
            {t('comma')}
            <Localized value={place} page={locale} />
          </span>
        ) : null}
      </span>
    </p>
  );
}
