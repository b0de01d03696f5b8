import { ListCases } from '@tiwizi/contracts';
import { Outlet } from 'react-router';
import { api } from '../../app-context.js';
import { allowed } from '../../desk/guard.server.js';
import { DecisionHold } from '../../features/moderation/decision-hold.js';
import '../../features/moderation/moderation.css';
import { localeOf } from '../../paths.js';
import { cookieOf } from '../../server/cookies.server.js';
import type { Route } from './+types/desk.js';

/** The file of open cases stands beside every case, so it is read once for both pages. */
export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'moderation:decide');
  const { pathname, searchParams } = new URL(request.url);
  const signal = searchParams.get('signal');
  const cursor = searchParams.get('suite');
  const query = { locale: localeOf(pathname), limit: 50, ...(signal && { signal }), ...(cursor && { cursor }) };
  const file = await api(context).call(ListCases, { query });
  return { ...file, signal, hasKeys: cookieOf(request, 'tiwizi_keys') !== 'off' };
}

export default function ModerationDesk() {
  return (
    <DecisionHold>
      <Outlet />
    </DecisionHold>
  );
}
