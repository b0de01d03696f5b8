import { randomUUID } from 'node:crypto';
import { ListShipments, RecordTracking, ShipmentStatus } from '@tiwizi/contracts';
import { parseAmount } from '@tiwizi/money';
import { Empty, Icon } from '@tiwizi/ui';
import { data, Form, Link, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { textOf } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { Parcel } from '../../features/admin/parcel.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { textsFor } from '../../i18n/texts.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/parcels.js';

const newKey = () => `track-${randomUUID()}`;

export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'shipments:track');
  const { pathname, searchParams } = new URL(request.url);
  const q = searchParams.get('q')?.trim();
  const cursor = searchParams.get('suite');
  const query = { locale: localeOf(pathname), limit: 25, ...(q && { q }), ...(cursor && { cursor }) };
  const { items, nextCursor } = await api(context).call(ListShipments, { query });
  return { parcels: items.map((item) => ({ ...item, key: newKey() })), nextCursor, q: q ?? '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  allowed(request, context, 'shipments:track');
  const url = new URL(request.url);
  const locale = localeOf(url.pathname);
  const form = await request.formData();
  const id = textOf(form, 'id');
  const status = ShipmentStatus.safeParse(textOf(form, 'status')).data;
  const cash = textOf(form, 'cash');
  const amount = cash ? parseAmount(cash, 'MAD') : undefined;
  const typed = { status: textOf(form, 'status'), cash };
  const wrong = !status
    ? [`status-${id}`, 'validation/required']
    : cash && amount === undefined
      ? [`cash-${id}`, 'invalid_amount']
      : null;
  const nameOf = () => textsFor(locale, 'admin').t('parcels.said');
  if (wrong?.[0] && wrong[1]) {
    return data(
      { refusal: ownRefusal(locale, { [wrong[0]]: wrong[1] }, nameOf), id, typed, key: newKey() },
      { status: 400 },
    );
  }
  try {
    await api(context).call(RecordTracking, {
      params: { id },
      idempotencyKey: textOf(form, 'key'),
      body: {
        status: ShipmentStatus.parse(status),
        ...(status === 'delivered' && amount !== undefined && { cashCollected: { amount, currency: 'MAD' as const } }),
      },
    });
  } catch (error) {
    const refusal = refusalOf(error, locale, () => `cash-${id}`);
    // Said of the sum alone, it is shown beside the sum.
    const fields = refusal.code === 'shipping/cash-differs' ? { [`cash-${id}`]: refusal.text } : refusal.fields;
    // What is recorded after a refusal is another report: it needs a key of its own.
    return data({ refusal: { ...refusal, fields }, id, typed, key: newKey() }, { status: refusal.status });
  }
  url.searchParams.set('fait', 'recorded');
  return redirect(pathIn(locale, `/admin/colis?${url.searchParams}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, id: '', typed: undefined, key: '' }));

export default function Parcels({ loaderData: { parcels, nextCursor, q }, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('admin');
  const path = usePath();
  return (
    <div className="wrap page stack">
      <PageHead title={t('parcels.title')} hasErrors={Boolean(actionData)} />
      <DeskHead title={say('parcels.title')} intro={say('parcels.intro')} />
      {actionData ? null : <Done texts={{ recorded: say('parcels.recorded') }} />}
      <ErrorSummary refusal={actionData?.refusal} />
      <Form method="get" className="find">
        <label htmlFor="q">{say('parcels.findLabel')}</label>
        <input className="input" id="q" name="q" type="search" defaultValue={q} maxLength={60} dir="ltr" />
        <button className="button button-main">
          <Icon name="search" />
          {say('parcels.find')}
        </button>
      </Form>
      {parcels.length ? (
        <ul className="parcels">
          {parcels.map((parcel) => (
            <Parcel
              key={parcel.id}
              parcel={actionData?.id === parcel.id ? { ...parcel, key: actionData.key } : parcel}
              refusal={actionData?.id === parcel.id ? actionData.refusal : undefined}
              typed={actionData?.id === parcel.id ? actionData.typed : undefined}
            />
          ))}
        </ul>
      ) : (
        <Empty picture="/pictures/categories/basketry.svg">
          <p>{say(q ? 'parcels.notFound' : 'parcels.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link
          className="button button-line"
          to={path(`/admin/colis?${new URLSearchParams({ ...(q && { q }), suite: nextCursor })}`)}
        >
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
