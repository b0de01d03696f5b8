import type { ProductDetail } from '@tiwizi/contracts';
import { formatMoney } from '@tiwizi/i18n';
import { Icon } from '@tiwizi/ui';
import { Form, useSubmit } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { City, DeliveryEstimate } from '../../server/delivery.server.js';

/** Cost and date before the cart, for the city the visitor chose once; one goes to a service oneself. */
export function DeliveryPromise({
  delivery,
  product,
  variantSku,
}: {
  delivery: DeliveryEstimate;
  product: ProductDetail;
  variantSku: string | null;
}) {
  const { say, locale } = useTexts('product');
  const submit = useSubmit();
  const { cities, provinceId, option } = delivery;
  const city = cities.find(({ id }) => id === provinceId);
  if (product.kind === 'service') {
    return (
      <div className="delivery-promise">
        <p className="tick">
          <Icon name="pin" />
          <span>{say('onSite')}</span>
        </p>
      </div>
    );
  }
  return (
    <div className="delivery-promise">
      <p className="tick" aria-live="polite">
        <Icon name="truck" />
        <span>
          {city && option?.latestText
            ? say('deliveryTo', {
                city: city.name.text,
                price: formatMoney(option.price, locale),
                date: option.latestText,
              })
            : say(city ? 'deliveryUnknown' : 'deliveryAsk')}
        </span>
      </p>
      <Form
        className="city-form"
        preventScrollReset
        replace
        onChange={(event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        {variantSku ? <input type="hidden" name="v" value={variantSku} /> : null}
        <label className="field">
          <span className="field-label">{say('deliveryCity')}</span>
          <CitySelect cities={cities} name="ville" value={provinceId} />
        </label>
        <button className="button button-line without-script">{say('show')}</button>
      </Form>
      <p className="tick">
        <Icon name="coin" />
        <span>{say('cash')}</span>
      </p>
      <p className="tick">
        <Icon name="undo" />
        <span>{say('returns')}</span>
      </p>
      {product.kind === 'made-to-order' ? (
        <p className="tick">
          <Icon name="clock" />
          <span>{say('madeToOrder', { count: product.leadTimeDays })}</span>
        </p>
      ) : null}
      {product.kind === 'unique' ? (
        <p className="tick">
          <Icon name="star" />
          <span>{say('unique')}</span>
        </p>
      ) : null}
    </div>
  );
}

function CitySelect({ cities, name, value }: { cities: readonly City[]; name: string; value: string | null }) {
  const { t } = useTexts('product');
  return (
    <select name={name} defaultValue={value ?? ''} key={value}>
      <option value="">{t('chooseCity')}</option>
      {cities.map(({ id, name: city }) => (
        <option key={id} value={id} lang={city.locale}>
          {city.text}
        </option>
      ))}
    </select>
  );
}
