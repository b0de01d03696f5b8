import { EditProfile, ShowProfile } from '@tiwizi/contracts';
import { directionOf, type Locale } from '@tiwizi/i18n';
import { Badge, Icon, SectionTitle, TextArea, TextField } from '@tiwizi/ui';
import { data, Form, Link, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { textOf, typedIn, wholeOf } from '../../server/fields.server.js';
import { KeptOnPhone } from '../../features/frame/kept-on-phone.js';
import { useIsSending } from '../../desk/pending.js';
import { Tabs } from '../../desk/tabs.js';
import { errorOf, ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { writtenLocales } from '../../features/workspace/listing.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { languageNames } from '../../language-names.js';
import { textsFor } from '../../i18n/texts.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/cooperative.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: coopId, name } = workspaceOf(request, context);
  return { profile: await api(context).call(ShowProfile, { params: { coopId } }), name };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const typed = typedIn(form);
  const story = Object.fromEntries(
    writtenLocales.flatMap((each) => (textOf(form, `story-${each}`) ? [[each, textOf(form, `story-${each}`)]] : [])),
  );
  const phone = textOf(form, 'phone');
  const members = wholeOf(textOf(form, 'memberCount'));
  const women = wholeOf(textOf(form, 'womenCount'));
  const { t, has } = textsFor(locale, 'workspace');
  const nameOf = (name: string) => {
    const key = name.startsWith('story') ? 'coop.storyField' : `apply.${name}`;
    return has(key) ? t(key) : undefined;
  };
  const unreadable = ['memberCount', 'womenCount'].filter(
    (name) => textOf(form, name) && wholeOf(textOf(form, name)) === undefined,
  );
  if (unreadable.length) {
    const codes = Object.fromEntries(unreadable.map((name) => [name, 'validation/not-integer']));
    return data({ refusal: ownRefusal(locale, codes, nameOf), typed }, { status: 400 });
  }
  const body = {
    story,
    ...(phone && { phone }),
    ...(members !== undefined && { memberCount: members }),
    ...(women !== undefined && { womenCount: women }),
  };
  try {
    await api(context).call(EditProfile, { params: { coopId }, body });
    return redirect(pathIn(locale, '/vendeur/cooperative?fait=saved'));
  } catch (error) {
    const refusal = refusalOf(error, locale, (path) => path.replace(/^story\./, 'story-'), nameOf);
    return data({ refusal, typed }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined }));

export default function CooperativePage({ loaderData: { profile, name }, actionData }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('workspace');
  const path = usePath();
  const isSending = useIsSending();
  const refusal = actionData?.refusal;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const story = (each: Locale) => typed[`story-${each}`] ?? profile.story[each] ?? '';
  return (
    <div className="stack">
      <PageHead title={t('coop.title')} hasErrors={Boolean(refusal)} />
      <DeskHead title={<bdi>{name}</bdi>}>
        <Badge
          tone={profile.verification === 'verified' ? 'success' : 'warning'}
          icon={profile.verification === 'verified' ? 'shield' : 'clock'}
        >
          {say(`coop.${profile.verification}`)}
        </Badge>
      </DeskHead>
      <Done texts={{ saved: say('editor.saved') }} />
      <ErrorSummary refusal={refusal} />
      <div className="coop-face panel">
        <img className="door door-portrait" src={`/pictures/cooperatives/${profile.slug}.svg`} alt="" />
        <dl className="fact-list">
          <dt>{say('coop.place')}</dt>
          <dd>
            <bdi>{profile.commune}</bdi>
          </dd>
          <dt>{say('coop.ice')}</dt>
          <dd>
            <bdi className="figures">{profile.ice ?? '—'}</bdi>
          </dd>
          <dt>{say('coop.rib')}</dt>
          <dd>
            <bdi className="figures">{profile.ribMasked ?? '—'}</bdi>
          </dd>
          <dt>{say('coop.level')}</dt>
          <dd>{say('coop.levelOf', { level: profile.verificationLevel })}</dd>
        </dl>
        <Link className="button button-line" to={path(`/cooperatives/${profile.slug}`)} reloadDocument>
          {say('coop.seeAsBuyer')}
          <Icon name="arrow" />
        </Link>
      </div>
      <Form method="post" className="stack" noValidate>
        <KeptOnPhone name={`cooperative/${profile.id}`} isRefused={Boolean(refusal)} />
        <section className="panel stack">
          <SectionTitle>{say('coop.story')}</SectionTitle>
          <Tabs
            label={t('languages.label')}
            first={locale}
            tabs={writtenLocales.map((each) => ({
              key: each,
              label: (
                <>
                  <span lang={each}>{languageNames[each]}</span>
                  <span className={story(each) ? 'tab-state tab-filled' : 'tab-state'}>
                    {say(story(each) ? 'languages.filled' : 'languages.empty')}
                  </span>
                </>
              ),
              panel: (
                <TextArea
                  id={`story-${each}`}
                  name={`story-${each}`}
                  label={say('coop.storyField')}
                  hint={say('coop.storyHint')}
                  lang={each}
                  dir={directionOf(each)}
                  rows={6}
                  maxLength={3000}
                  defaultValue={story(each)}
                  error={errorOf(refusal, `story-${each}`)}
                />
              ),
            }))}
          />
        </section>
        <section className="panel stack">
          <SectionTitle>{say('coop.reach')}</SectionTitle>
          <TextField
            id="phone"
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            label={say('apply.phone')}
            hint={say('apply.phoneHint')}
            defaultValue={typed['phone'] ?? profile.phone ?? ''}
            error={errorOf(refusal, 'phone')}
          />
          <div className="pair">
            <TextField
              id="memberCount"
              name="memberCount"
              inputMode="numeric"
              label={say('apply.memberCount')}
              defaultValue={typed['memberCount'] ?? profile.memberCount ?? ''}
              error={errorOf(refusal, 'memberCount')}
            />
            <TextField
              id="womenCount"
              name="womenCount"
              inputMode="numeric"
              label={say('apply.womenCount')}
              defaultValue={typed['womenCount'] ?? profile.womenCount ?? ''}
              error={errorOf(refusal, 'womenCount')}
            />
          </div>
        </section>
        <div className="act-bar">
          <button className="button button-main button-wide" aria-busy={isSending || undefined}>
            {say('coop.save')}
          </button>
        </div>
      </Form>
    </div>
  );
}
