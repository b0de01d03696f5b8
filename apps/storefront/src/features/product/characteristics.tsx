import type { ProductDetail } from '@tiwizi/contracts';
import { formatNumber } from '@tiwizi/i18n';
import { Localized } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export function Characteristics({ product }: { product: ProductDetail }) {
  const { say, locale } = useTexts('product');
  const attributes = useTexts('attributes');
  const path = usePath();
  return (
    <dl className="facts">
      {product.attributes.map(({ key, value, unit }) => (
        <Fact key={key} name={attributes.has(key) ? attributes.say(key) : key}>
          <AttributeValue name={key} value={value} unit={unit} />
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

/** Numbers with their unit, yes or no, and the words of a closed list; anything else as the cooperative wrote it. */
function AttributeValue({ name, value, unit }: { name: string; value: string; unit: string | null }) {
  const { say, locale } = useTexts('product');
  const attributes = useTexts('attributes');
  if (value === 'true' || value === 'false') return say(value === 'true' ? 'yes' : 'no');
  const word = (one: string): ReactNode => {
    const key = `${name}.${one}`;
    return attributes.has(key) ? attributes.say(key) : <bdi>{one}</bdi>;
  };
  if (unit && /^-?\d+(\.\d+)?$/.test(value)) {
    const unitKey = `unit.${unit}`;
    return (
      <bdi>
        {formatNumber(Number(value), locale)} {attributes.has(unitKey) ? attributes.say(unitKey) : unit}
      </bdi>
    );
  }
  const words = value.split(/,\s*/);
  return words.every((one) => attributes.has(`${name}.${one}`))
    ? words.map((one, position) => (
        <span key={one}>
          {position ? ' · ' : null}
          {word(one)}
        </span>
      ))
    : word(value);
}
