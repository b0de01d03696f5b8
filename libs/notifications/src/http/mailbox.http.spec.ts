import { CodeRequestedV1 } from '@tiwizi/contracts';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { NotificationsModule } from '../notifications.module.js';
import { mailboxOf, tell } from '../testing/facts.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [NotificationsModule], worker: true, settings: { mode: 'demo' } });
});
afterAll(() => app.close());

const askForCode = (to: string, code: string) =>
  tell(app, CodeRequestedV1, { accountId: null, channel: 'sms', to, code, locale: 'fr', expiresInMinutes: 10 });

describe('GET /demo/mailbox', () => {
  it('shows what was sent, newest first, by recipient however the number is typed', async () => {
    const to = '+212644444444';
    for (const [position, code] of ['100001', '100002', '100003'].entries()) {
      await askForCode(to, code);
      await eventually(async () => expect(await mailboxOf(app, to)).toHaveLength(position + 1));
    }
    await askForCode('+212655555555', '999999');
    const messages = await mailboxOf(app, '06 44 44 44 44');
    expect(messages.map(({ text }) => /\d{6}/.exec(text)?.[0])).toEqual(['100003', '100002', '100001']);
    const { body } = await app.http.get('/api/v1/demo/mailbox?limit=2').expect(200);
    expect(body.items).toHaveLength(2);
  });

  it('F65: refuses page sizes out of range and unknown filters', async () => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'from=me', `to=${'x'.repeat(255)}`]) {
      await app.http.get(`/api/v1/demo/mailbox?${query}`).expect(400);
    }
  });
});
