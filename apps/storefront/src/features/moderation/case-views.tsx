import { directionOf, formatMoney, formatNumber } from '@tiwizi/i18n';
import type { ListingDraft, Picture } from '@tiwizi/contracts';
import { Icon, Localized } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import type { CaseView } from './case.server.js';
import type { Signal } from './file.js';
import { DiffText, InertText } from './inert-text.js';

/** What would change, field by field and language by language, with the photos of both versions beside each other. */
export function Differences({ subject }: { subject: CaseView }) {
  const { say, t, locale: page } = useTexts('moderation');
  return (
    <div className="stack">
      {subject.live ? null : <p className="muted">{say('case.firstVersion')}</p>}
      <dl className="changes">
        {subject.changes.map(({ field, locale, name, pieces }, index) => (
          <div key={`${index}-${field}`}>
            <dt>
              {name ? <Localized value={name} page={page} /> : say(`part.${field}`)}
              {locale ? <span className="muted"> · {t(`language.${locale}`)}</span> : null}
            </dt>
            <dd>
              <DiffText pieces={pieces} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
      {subject.changes.length ? null : <p>{say('case.nothingChanged')}</p>}
      <div className="photo-sides">
        {subject.live ? (
          <Photos
            name={t('case.liveVersion', { version: subject.liveVersion ?? '' })}
            pictures={subject.live.pictures}
          />
        ) : null}
        <Photos
          name={t('case.proposedVersion', { version: subject.version })}
          pictures={subject.proposed.pictures}
          known={subject.live?.pictures.map(({ url }) => url)}
        />
      </div>
    </div>
  );
}

function Photos({ name, pictures, known }: { name: string; pictures: Picture[]; known?: string[] | undefined }) {
  const { say, t } = useTexts('moderation');
  return (
    <section>
      <h2>{name}</h2>
      {pictures.length ? (
        <ol className="case-photos">
          {pictures.map((picture, index) => (
            <li key={picture.url}>
              <img
                src={picture.url}
                srcSet={picture.srcset ?? undefined}
                sizes="16rem"
                width={picture.width}
                height={picture.height}
                alt={t('case.photo', { number: index + 1 })}
              />
              {known && !known.includes(picture.url) ? (
                <ins>
                  <span aria-hidden="true">+ </span>
                  {say('diff.added')}
                </ins>
              ) : null}
            </li>
          ))}
        </ol>
      ) : (
        <p className="muted">{say('case.noPhotos')}</p>
      )}
    </section>
  );
}

/** The proposed listing from end to end. */
export function Complete({ subject }: { subject: CaseView }) {
  const { say, t, locale } = useTexts('moderation');
  const draft: ListingDraft = subject.proposed.content;
  return (
    <dl className="changes">
      {(['title', 'description'] as const).flatMap((field) =>
        (['fr', 'ar', 'zgh', 'en'] as const).flatMap((each) => {
          const text = draft[field]?.[each];
          return text ? (
            <div key={field + each}>
              <dt>
                {say(`part.${field}`)} <span className="muted">· {t(`language.${each}`)}</span>
              </dt>
              <dd lang={each} dir={directionOf(each)} className="told">
                <InertText text={text} />
              </dd>
            </div>
          ) : (
            []
          );
        }),
      )}
      {draft.variants?.map((variant, index) => (
        <div key={variant.id ?? index}>
          <dt>{variant.measure ? <InertText text={variant.measure} /> : say('part.price')}</dt>
          <dd className="figures">
            {formatMoney(variant.price, locale)} · {t('case.stock', { stock: variant.stock })} ·{' '}
            {formatNumber(variant.weightGrams, locale)} g
          </dd>
        </div>
      ))}
      {subject.attributes.map(({ key, name, value }) => (
        <div key={key}>
          <dt>
            <Localized value={name} page={locale} />
          </dt>
          <dd lang={value.locale}>
            <InertText text={value.text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function History({ subject }: { subject: CaseView }) {
  const { say, has } = useTexts('moderation');
  const { decisions, sellerHistory } = subject;
  return (
    <div className="stack">
      <p>
        {say('case.seller', {
          products: sellerHistory.productCount,
          refusals: sellerHistory.refusalCount,
          since: sellerHistory.memberSinceText,
        })}
      </p>
      <ol className="history">
        {decisions.map((decision) => {
          const kind = `decision.${decision.kind}`;
          return (
            <li key={decision.at + decision.by}>
              <b>
                {has(kind) ? say(kind) : decision.kind} · {say('case.version', { version: decision.version })}
              </b>
              <span className="muted small">
                <bdi>{decision.by}</bdi>, <time dateTime={decision.at}>{decision.atText}</time>
              </span>
              {decision.reasons.length ? (
                <ul className="reason-tags">
                  {decision.reasons.map((code) => (
                    <li key={code}>{say(`reason.${code}`)}</li>
                  ))}
                </ul>
              ) : null}
              {decision.message ? (
                <blockquote>
                  <InertText text={decision.message} />
                </blockquote>
              ) : null}
            </li>
          );
        })}
      </ol>
      {decisions.length ? null : <p className="muted">{say('case.noHistory')}</p>}
    </div>
  );
}

/** Signals help to look; they never decide. Each says what was seen and where. */
export function Signals({ signals }: { signals: readonly Signal[] }) {
  const { say, t, locale } = useTexts('moderation');
  if (!signals.length) return null;
  return (
    <ul className="signals">
      {signals.map((signal, index) => {
        const { code, field, params } = signal;
        const found = params['found'];
        return (
          <li key={code + index}>
            <Icon name="alert" />
            <span>
              <b>{say(`signal.${code}`)}</b>
              {field ? <span className="muted"> · {t(`part.${field}`)}</span> : null}
              <span className="small signal-text">{say(`signal.${code}Text`)}</span>
              {typeof found === 'string' ? (
                <mark>
                  <InertText text={found} />
                </mark>
              ) : null}
              {code === 'price-jump' ? (
                <mark className="figures">
                  {formatMoney({ amount: Number(params['beforeAmount']), currency: 'MAD' }, locale)} →{' '}
                  {formatMoney({ amount: Number(params['afterAmount']), currency: 'MAD' }, locale)} (
                  {formatNumber(Number(params['percent']), locale)} %)
                </mark>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
