import { data } from 'react-router';
import { currentText } from './i18n/texts.client.js';
import type { Refusal } from './server/refusal.server.js';

/** Tells the router that nothing changed on the server: asking it again would fail as well. */
export const lostStatus = 503;

/** How browsers put it; a bug of ours is a `TypeError` too, with other words. */
const lostWords = /failed to fetch|networkerror|network error|load failed|network connection/i;

/** A request that never arrived, or whose answer broke off. */
export const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  ((error instanceof TypeError && lostWords.test(error.message)) || error.cause instanceof TypeError);

/**
 * For a form's `clientAction`: in a dead zone the page stays, with what was typed and the reason, instead of being
 * replaced by an error. `answer` is what the form's own action would say with this refusal.
 */
export async function orLost<Answer, Lost>(asked: Promise<Answer>, answer: (refusal: Refusal) => Lost) {
  try {
    return await asked;
  } catch (error) {
    if (!isLost(error)) throw error;
    return data(answer(lostRefusal()), { status: lostStatus });
  }
}

const lostRefusal = (): Refusal => ({
  status: lostStatus,
  code: 'network',
  params: {},
  text: currentText('frame', 'lost'),
  fields: {},
});
