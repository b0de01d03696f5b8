import {
  CaseDecidedV1,
  CodeRequestedV1,
  ConfirmationCodeIssuedV1,
  CooperativeDecidedV1,
  OrderConfirmedV1,
  OrderEndedV1,
  SubOrderChangedV1,
  type PayloadOf,
} from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { NotificationsModule } from '../notifications.module.js';
import { buyer, cooperativePeople, mailboxOf, order, tell, type Order } from '../testing/facts.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [NotificationsModule], worker: true });
});
afterAll(() => app.close());

const received = (to: string, howMany: number) =>
  eventually(async () => {
    const messages = await mailboxOf(app, to);
    expect(messages).toHaveLength(howMany);
    return messages;
  });

describe('a code somebody asked for', () => {
  it.each([
    ['sms', '+212600000042'],
    ['email', 'tata@example.org'],
  ] as const)('goes by %s to the address that is to be proven', async (channel, to) => {
    const request = { accountId: null, channel, to, code: '493027', locale: 'ar' as const, expiresInMinutes: 10 };
    await tell(app, CodeRequestedV1, request);
    const [message] = await received(to, 1);
    expect(message).toMatchObject({ channel, to, locale: 'ar', template: 'sign-in-code' });
    expect(message?.text).toContain('493027');
  });

  it('is sent in French, and says so, while the Amazigh sentence waits for its reviewer', async () => {
    const to = '+212600000043';
    await tell(app, CodeRequestedV1, {
      accountId: null,
      channel: 'sms',
      to,
      code: '111222',
      locale: 'zgh',
      expiresInMinutes: 10,
    });
    expect((await received(to, 1))[0]).toMatchObject({ locale: 'fr' });
  });

  it('for a cash order goes to the telephone only, each code once', async () => {
    const placed = order();
    const issued = { ...placed, code: '246810' };
    await tell(app, ConfirmationCodeIssuedV1, issued);
    await tell(app, ConfirmationCodeIssuedV1, issued);
    await tell(app, ConfirmationCodeIssuedV1, { ...placed, code: '135791' });
    const messages = await received(placed.contact.phone, 2);
    expect(messages.map(({ text }) => /\d{6}(?!\d)/.exec(text)?.[0]).sort()).toEqual(['135791', '246810']);
    expect(await mailboxOf(app, placed.contact.email)).toEqual([]);
  });
});

describe('an order', () => {
  async function confirmed(placed: Order) {
    const { cooperativeId, president, keeper } = await cooperativePeople(app);
    const subOrderId = newId();
    const terms = {
      goodsAmount: 120_450,
      shippingAmount: 3_000,
      commissionAmount: 12_045,
      vatAmount: 2_409,
      dueAmount: 105_996,
      commissionBps: 1_000,
      vatBps: 2_000,
    };
    const subOrder = {
      subOrderId,
      subOrderNumber: `${placed.number}-1`,
      cooperativeId,
      total: placed.total,
      acceptBy: '2026-11-27T10:00:00Z',
      terms,
    };
    const fact: PayloadOf<typeof OrderConfirmedV1> = { ...placed, subOrders: [subOrder] };
    return { fact, subOrderId, cooperativeId, president, keeper };
  }

  it('F03: that is confirmed is told once to the buyer, by SMS and by mail, whoever says it again', async () => {
    const placed = order(buyer('en'));
    const { fact } = await confirmed(placed);
    await tell(app, OrderConfirmedV1, fact);
    await tell(app, OrderConfirmedV1, fact);
    const [sms] = await received(placed.contact.phone, 1);
    const [mail] = await received(placed.contact.email, 1);
    const url = `http://localhost:3000/en/suivi/${placed.number}?token=tok%20en`;
    expect(sms).toMatchObject({ template: 'order-confirmed', locale: 'en', subject: null });
    expect(sms?.text.split('\n')).toContain(url);
    expect(mail).toMatchObject({ subject: `Order ${placed.number} confirmed` });
    expect(mail?.text).toContain(url);
  });

  it('is told to each of the cooperative’s people, where and in the language they read', async () => {
    const { fact, subOrderId, president, keeper } = await confirmed(order(buyer('en')));
    await tell(app, OrderConfirmedV1, fact);
    const [toPresident] = await received(president.phone, 1);
    expect(toPresident).toMatchObject({ template: 'sale-to-accept', locale: 'ar', channel: 'sms' });
    expect(toPresident?.text).toContain('27 نونبر 2026، 10:00');
    expect(toPresident?.text).toContain(`/ar/vendeur/commandes/${subOrderId}`);
    const [toKeeper] = await received(keeper.email, 1);
    expect(toKeeper).toMatchObject({ template: 'sale-to-accept', locale: 'fr', channel: 'email' });
    expect(await mailboxOf(app, president.email)).toEqual([]);
  });

  it.each([
    ['accepted', 'parcel-accepted'],
    ['shipped', 'parcel-shipped'],
    ['delivered', 'parcel-delivered'],
    ['rejected', 'parcel-rejected'],
    ['auto_rejected', 'parcel-rejected'],
  ] as const)('whose parcel is %s is followed by one SMS, however often it is said', async (status, template) => {
    const placed = order();
    const fact = {
      ...placed,
      subOrderId: newId(),
      subOrderNumber: `${placed.number}-1`,
      cooperativeId: newId(),
      cooperativeName: 'Coopérative <b>Tifawin</b>',
      previous: 'pending' as const,
      status,
      trackingNumber: status === 'shipped' ? 'TZ473124829MA' : null,
      subOrderTotal: placed.total,
    };
    await tell(app, SubOrderChangedV1, fact);
    await tell(app, SubOrderChangedV1, fact);
    const [message] = await received(placed.contact.phone, 1);
    expect(message).toMatchObject({ template, channel: 'sms' });
    expect(message?.text).toContain('Coopérative <b>Tifawin</b>');
    if (status === 'shipped') expect(message?.text).toContain('TZ473124829MA');
  });

  it('of a service is not said to be on its way', async () => {
    const placed = order();
    const fact = {
      ...placed,
      subOrderId: newId(),
      subOrderNumber: `${placed.number}-1`,
      cooperativeId: newId(),
      cooperativeName: 'Tifawin',
      previous: 'accepted' as const,
      trackingNumber: null,
      subOrderTotal: placed.total,
    };
    await tell(app, SubOrderChangedV1, { ...fact, status: 'shipped' });
    await tell(app, SubOrderChangedV1, { ...fact, status: 'delivered' });
    expect(await received(placed.contact.phone, 1)).toMatchObject([{ template: 'parcel-delivered' }]);
  });

  it('that is canceled is told to the cooperative, before anybody packs it', async () => {
    const placed = order();
    const { cooperativeId, president } = await cooperativePeople(app);
    await tell(app, SubOrderChangedV1, {
      ...placed,
      subOrderId: newId(),
      subOrderNumber: `${placed.number}-1`,
      cooperativeId,
      cooperativeName: 'Tifawin',
      previous: 'accepted',
      status: 'canceled',
      trackingNumber: null,
      subOrderTotal: placed.total,
    });
    expect((await received(president.phone, 1))[0]).toMatchObject({ template: 'sale-canceled', locale: 'ar' });
    expect(await mailboxOf(app, placed.contact.phone)).toEqual([]);
  });

  it.each([
    ['canceled', 'order-canceled'],
    ['expired', 'order-expired'],
  ] as const)('that is %s is told once', async (status, template) => {
    const placed = order();
    await tell(app, OrderEndedV1, { ...placed, status });
    await tell(app, OrderEndedV1, { ...placed, status });
    expect((await received(placed.contact.phone, 1))[0]).toMatchObject({ template });
  });
});

describe('a decision', () => {
  it('about a listing brings reasons, field and message in the language of whoever sent it', async () => {
    const { cooperativeId, president, keeper } = await cooperativePeople(app);
    const decided: PayloadOf<typeof CaseDecidedV1> = {
      caseId: newId(),
      changeSetId: newId(),
      productId: newId(),
      cooperativeId,
      version: 1,
      kind: 'request-change',
      reasons: ['photo', 'health-claim'],
      field: 'description',
      message: 'Retirez « guérit le diabète ».',
      title: 'Amlou',
      sellerLocale: 'ar',
      decidedBy: newId(),
      isLive: false,
    };
    await tell(app, CaseDecidedV1, decided);
    await tell(app, CaseDecidedV1, decided);
    for (const to of [president.email, keeper.email]) {
      const [message] = await received(to, 1);
      expect(message).toMatchObject({ template: 'listing-to-correct', locale: 'ar', channel: 'email' });
      for (const words of ['الصورة, ادعاء صحي', 'قصة المنتوج', decided.message ?? '', `/ar/vendeur/produits/`]) {
        expect(message?.text).toContain(words);
      }
    }
  });

  it.each([
    ['request-change', 'change-to-correct'],
    ['reject', 'change-refused'],
  ] as const)('%s about a change says that the version on show stays on sale', async (kind, template) => {
    const { cooperativeId, president } = await cooperativePeople(app);
    await tell(app, CaseDecidedV1, {
      caseId: newId(),
      changeSetId: newId(),
      productId: newId(),
      cooperativeId,
      version: 2,
      kind,
      reasons: ['price'],
      field: 'price',
      message: null,
      title: 'Amlou',
      sellerLocale: 'fr',
      decidedBy: newId(),
      isLive: true,
    });
    const [message] = await received(president.email, 1);
    expect(message).toMatchObject({ template, locale: 'fr' });
    expect(message?.text).toContain('La version en ligne reste en vente.');
  });

  it('about a cooperative is told with its reason, each time it is taken', async () => {
    const { cooperativeId, president } = await cooperativePeople(app);
    const suspended = { cooperativeId, name: 'Tifawin', decision: 'suspend' as const, reason: 'Extrait périmé' };
    await tell(app, CooperativeDecidedV1, suspended);
    await tell(app, CooperativeDecidedV1, { ...suspended, decision: 'verify', reason: null });
    const messages = await received(president.email, 2);
    expect(messages.map(({ template }) => template).sort()).toEqual(['cooperative-suspended', 'cooperative-verified']);
    expect(messages.find(({ template }) => template === 'cooperative-suspended')?.text).toContain('Extrait périmé');
  });
});
