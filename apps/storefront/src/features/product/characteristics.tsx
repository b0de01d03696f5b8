import type { ProductDetail } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Characteristic } from '../../server/characteristics.server.js';

export function Characteristics({ product, list }: { product: ProductDetail; list: readonly Characteristic[] }) {
  const { say, locale } = useTexts('product');
  const path = usePath();
  return (
    <dl className="facts">
      {list.map(({ key, name, value }) => (
        <Fact key={key} name={<Localized value={name} page={locale} />}>
          <Localized value={value} page={locale} />
        </Fact>
      ))}
      <Fact name={say('region')}>
        <Link to={path(`/recherche?region=${product.regionId}`)}>
          <Localized value={product.region} page={locale} />
        </Link>
      </Fact>
      {product.labels.length ? (
        <Fact name={say('labels')}>
          <ul>
            {product.labels.map(({ id, name, kind }) => (
              <li key={id}>
                <Link to={path(`/recherche?label=${id}`)}>
                  <bdi>{kind}</bdi> <Localized value={name} page={locale} />
                </Link>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
