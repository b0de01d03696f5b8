import { CodeRequestedV1 } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { NotificationsModule } from '../notifications.module.js';
import { tell } from '../testing/facts.js';
import { startMailServer, startSmsGateway } from '../testing/post-offices.js';
import { SendMessage } from './send-message.js';

let app: TestApp;
let gateway: Awaited<ReturnType<typeof startSmsGateway>>;
let office: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  [gateway, office] = await Promise.all([startSmsGateway(), startMailServer()]);
  const settings = { mode: 'production' as const, smsUrl: gateway.url, mailUrl: office.url };
  app = await startApp({ modules: [NotificationsModule], worker: true, settings });
});
afterAll(async () => {
  await app.close();
  await Promise.all([gateway.stop(), office.stop()]);
});

const askForCode = (channel: 'sms' | 'email', to: string) =>
  tell(app, CodeRequestedV1, { accountId: null, channel, to, code: '493027', locale: 'ar', expiresInMinutes: 10 });
const messageTo = async (to: string) =>
  (await app.get(Database).query('select * from notifications.message where recipient = $1', [to]))[0];
const smsTo = (to: string) => gateway.received.filter(({ body }) => body.to === to);

describe('sending to real people', () => {
  it('hands an SMS to the gateway with its id, and erases the code afterwards', async () => {
    const to = '+212611111111';
    await askForCode('sms', to);
    await eventually(async () => expect(await messageTo(to)).toMatchObject({ sent_at: expect.any(Date), text: '' }));
    const [sms] = smsTo(to);
    expect(sms?.body.text).toContain('493027');
    expect(sms?.headers['idempotency-key']).toBe(sms?.body.id);
    expect(sms?.headers.authorization).toBe(`Basic ${Buffer.from('tiwizi:secret').toString('base64')}`);
  });

  it('hands a mail to the mail server as text and as a page of its own direction', async () => {
    await askForCode('email', 'tata@example.org');
    const mail = await eventually(() => {
      expect(office.received).toHaveLength(1);
      return office.received[0] ?? '';
    });
    expect(mail).toMatch(/^From: Tiwizi <no-reply@localhost>/m);
    expect(mail).toMatch(/^To: .*tata@example\.org/m);
    expect(mail).toMatch(/^Content-Language: ar-MA/m);
    expect(mail).toContain('multipart/alternative');
  });

  it('F19: keeps a message while the gateway is down and sends it once, later', async () => {
    const to = '+212622222222';
    gateway.isDown = true;
    const triesBefore = gateway.tries;
    await askForCode('sms', to);
    await eventually(() => expect(gateway.tries).toBeGreaterThan(triesBefore));
    expect(await messageTo(to)).toMatchObject({ sent_at: null });
    gateway.isDown = false;
    await eventually(async () => expect(await messageTo(to)).toMatchObject({ sent_at: expect.any(Date) }), 20_000);
    expect(smsTo(to)).toHaveLength(1);
  });

  it('notes each message as it leaves, also while another one of its batch is still underway', async () => {
    const [slow, quick] = ['+212644444441', '+212644444442'];
    let release = () => {};
    gateway.held = { to: slow, until: new Promise((done) => (release = done)) };
    await Promise.all([slow, quick].map((to) => askForCode('sms', to)));
    await eventually(async () => expect(await messageTo(quick)).toMatchObject({ sent_at: expect.any(Date) }));
    expect(await messageTo(slow)).toMatchObject({ sent_at: null });
    release();
    await eventually(async () => expect(await messageTo(slow)).toMatchObject({ sent_at: expect.any(Date) }));
    expect(smsTo(slow)).toHaveLength(1);
  });

  it('F80: sends once when two workers take the same message, and never again', async () => {
    const to = '+212633333333';
    await askForCode('sms', to);
    await eventually(async () => expect(await messageTo(to)).toMatchObject({ sent_at: expect.any(Date) }));
    const database = app.get(Database);
    const [{ id } = { id: '' }] = await database.query<{ id: string }>(
      `update notifications.message set sent_at = null, text = 'again' where recipient = $1 returning id`,
      [to],
    );
    const sender = app.get(SendMessage);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => sender.sendAll([id])));
    expect(
      outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value[0]?.status === 'fulfilled').length,
    ).toBeGreaterThanOrEqual(1);
    await sender.sendAll([id]);
    expect(smsTo(to)).toHaveLength(2);
  });

  it('shows nobody the mailbox of the demonstration', async () => {
    const { body } = await app.http.get('/api/v1/demo/mailbox').expect(404);
    expect(body.code).toBe('notifications/not-available');
  });
});
