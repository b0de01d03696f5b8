import { ReadMailbox } from '@tiwizi/contracts';
import { formatDate } from '@tiwizi/i18n';
import { Icon } from '@tiwizi/ui';
import { data, Form } from 'react-router';
import { api, app } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf } from '../paths.js';
import type { Route } from './+types/demo-messages.js';

/** In the demo nothing leaves the house: what would have been sent can be read here. */
export async function loader({ request, context }: Route.LoaderArgs) {
  if (!app(context).isDemo) throw data(null, { status: 404 });
  const { pathname, searchParams } = new URL(request.url);
  const to = searchParams.get('a')?.trim().slice(0, 254) || undefined;
  const { items } = await api(context).call(ReadMailbox, { query: { to, limit: 50 } });
  const locale = localeOf(pathname);
  return {
    to: to ?? '',
    messages: items.map((message) => ({ ...message, sentAtText: formatDate(message.sentAt, locale, { time: true }) })),
  };
}

export default function DemoMessagesPage({ loaderData: { to, messages } }: Route.ComponentProps) {
  const { t, say } = useTexts('account');
  return (
    <div className="wrap page narrow stack">
      <PageHead title={t('mailboxTitle')} />
      <h1>{say('mailboxTitle')}</h1>
      <p className="muted">{say('mailboxText')}</p>
      <Form className="city-form">
        <label className="field">
          <span className="field-label">{say('mailboxTo')}</span>
          <input name="a" defaultValue={to} dir="ltr" autoComplete="off" />
        </label>
        <button className="button button-line">{say('mailboxShow')}</button>
      </Form>
      {messages.length ? (
        <ul className="stack">
          {messages.map((message) => (
            <li key={message.id} className="panel message">
              <p className="spread small muted">
                <span className="tick">
                  <Icon name={message.channel === 'sms' ? 'message' : 'mail'} />
                  <bdi dir="ltr">{message.to}</bdi>
                </span>
                <span>{message.sentAtText}</span>
              </p>
              <div lang={message.locale} dir={message.locale === 'ar' ? 'rtl' : 'ltr'}>
                {message.subject ? <h2>{message.subject}</h2> : null}
                <p className="preserve">{message.text}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p>{say('mailboxEmpty')}</p>
      )}
    </div>
  );
}
