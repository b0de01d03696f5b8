import { Icon } from '@tiwizi/ui';
import { Form, redirect } from 'react-router';
import { DeskHead } from '../../desk/desk-head.js';
import { textOf } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { ownPath } from '../../server/own-path.js';
import { PageHead } from '../../features/frame/page-head.js';
import { keepChoice } from '../../features/workspace/workspace.server.js';
import '../../features/workspace/workspace.css';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, pathIn } from '../../paths.js';
import type { Route } from './+types/choose-cooperative.js';

export function loader({ request, context }: Route.LoaderArgs) {
  const { cooperatives } = allowed(request, context, 'workspace:products');
  return { cooperatives, next: new URL(request.url).searchParams.get('suite') ?? '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { cooperatives } = allowed(request, context, 'workspace:products');
  const form = await request.formData();
  const home = pathIn(localeOf(new URL(request.url).pathname), '/vendeur');
  const chosen = cooperatives.find(({ slug }) => slug === textOf(form, 'coop'));
  if (!chosen) return redirect(home);
  return redirect(ownPath(textOf(form, 'suite'), home), keepChoice(request, chosen.slug));
}

export default function ChooseCooperative({ loaderData: { cooperatives, next } }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  return (
    <div className="wrap narrow page stack">
      <PageHead title={t('choose.title')} />
      <DeskHead title={say('choose.title')} />
      <Form method="post" className="stack">
        <input type="hidden" name="suite" value={next} />
        {cooperatives.map((cooperative) => (
          <button key={cooperative.id} className="coop-choice" name="coop" value={cooperative.slug}>
            <img className="door door-large" src={`/pictures/cooperatives/${cooperative.slug}.svg`} alt="" />
            <span>
              <b>{cooperative.name}</b>
              <span className="muted small">{say(`role.${cooperative.role}`)}</span>
            </span>
            <Icon name="arrow" />
          </button>
        ))}
      </Form>
    </div>
  );
}
