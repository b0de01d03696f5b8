import { AddSynonyms, ChangeSynonyms, ListSynonyms, RemoveSynonyms } from '@tiwizi/contracts';
import { formatDate } from '@tiwizi/i18n';
import { Empty, Icon, TextField } from '@tiwizi/ui';
import { data, Form, Link, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { allowed } from '../../desk/guard.server.js';
import { useIsSending } from '../../desk/pending.js';
import { SearchParts } from '../../features/admin/search-parts.js';
import { SynonymCard } from '../../features/admin/synonym-card.js';
import { ErrorSummary, errorOf } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { textOf, typedIn } from '../../server/fields.server.js';
import { refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/synonyms.js';

const place = '/admin/recherche';

export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'search:manage');
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const q = searchParams.get('q')?.trim().slice(0, 60) ?? '';
  const cursor = searchParams.get('suite');
  const query = { limit: 20, ...(q && { q }), ...(cursor && { cursor }) };
  const { items, nextCursor } = await api(context).call(ListSynonyms, { query });
  const groups = items.map((group) => ({ ...group, changedText: formatDate(group.changedAt, locale) }));
  return { groups, nextCursor, q, proposed: searchParams.get('mots')?.slice(0, 200) ?? '' };
}

/** As people write lists: with commas of either writing, semicolons or lines. */
const wordsIn = (text: string): string[] =>
  text
    .split(/[,،;؛\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

export async function action({ request, context }: Route.ActionArgs) {
  allowed(request, context, 'search:manage');
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  const id = textOf(form, 'id');
  const body = { words: wordsIn(textOf(form, 'words')), note: textOf(form, 'note') };
  const client = api(context);
  try {
    if (intent === 'add') await client.call(AddSynonyms, { body });
    else if (intent === 'save') {
      const version = Number(textOf(form, 'version'));
      await client.call(ChangeSynonyms, { params: { id }, body: { ...body, version } });
    } else if (intent === 'remove') await client.call(RemoveSynonyms, { params: { id } });
    else throw data(null, { status: 400 });
  } catch (error) {
    // Whatever is wrong with one word is wrong with the field that holds them all.
    const refusal = refusalOf(error, locale, (path) => `${path.includes('note') ? 'note' : 'words'}-${id || 'new'}`);
    return data({ refusal, id: id || 'new', typed: typedIn(form) }, { status: refusal.status });
  }
  return redirect(pathIn(locale, `${place}?${new URLSearchParams({ fait: intent })}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, id: '', typed: {} }));

export default function Synonyms({ loaderData, actionData }: Route.ComponentProps) {
  const { groups, nextCursor, q, proposed } = loaderData;
  const { t, say, langOf } = useTexts('admin');
  const path = usePath();
  const isAdding = useIsSending('add');
  const isNew = actionData?.id === 'new';
  const typed: Record<string, string> = isNew ? actionData.typed : {};
  const more = new URLSearchParams({ ...(q && { q }), suite: nextCursor ?? '' });
  return (
    <div className="wrap page stack">
      <PageHead title={t('search.title')} hasErrors={Boolean(actionData)} />
      <DeskHead title={say('search.title')} intro={say('search.intro')} />
      <SearchParts current="synonyms" />
      <Done texts={{ add: say('search.addDone'), save: say('search.saveDone'), remove: say('search.removeDone') }} />
      <ErrorSummary refusal={actionData?.refusal} />
      <section className="panel stack" aria-labelledby="ajouter">
        <h2 id="ajouter">{say('search.add')}</h2>
        {/* Made anew for another proposal, and after it was added. */}
        <Form method="post" className="stack" key={`${proposed}/${groups[0]?.id}`}>
          <TextField
            id="words-new"
            name="words"
            label={t('search.words')}
            labelLang={langOf('search.words')}
            hint={say('search.wordsHint')}
            error={isNew ? errorOf(actionData.refusal, 'words-new') : undefined}
            defaultValue={typed['words'] ?? (proposed && `${proposed}, `)}
            maxLength={1300}
            dir="auto"
            required
          />
          <TextField
            id="note-new"
            name="note"
            label={t('search.note')}
            labelLang={langOf('search.note')}
            error={isNew ? errorOf(actionData.refusal, 'note-new') : undefined}
            defaultValue={typed['note'] ?? ''}
            maxLength={500}
            dir="auto"
          />
          <p>
            <button className="button button-main" name="intent" value="add" aria-busy={isAdding || undefined}>
              {say('search.addDo')}
            </button>
          </p>
        </Form>
      </section>
      <Form method="get" className="find">
        <label htmlFor="q">{say('search.findLabel')}</label>
        <input className="input" id="q" name="q" type="search" defaultValue={q} key={q} maxLength={60} dir="auto" />
        <button className="button button-main">
          <Icon name="search" />
          {say('search.find')}
        </button>
      </Form>
      {groups.length ? (
        <ul className="synonyms">
          {groups.map((group) => (
            <SynonymCard
              key={`${group.id}/${group.version}`}
              group={group}
              refusal={actionData?.id === group.id ? actionData.refusal : undefined}
              typed={actionData?.id === group.id ? actionData.typed : {}}
            />
          ))}
        </ul>
      ) : (
        <Empty>
          <p>{say('search.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link className="button button-line" to={path(`${place}?${more}`)}>
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
