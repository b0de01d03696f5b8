import { ListingSubmittedV1, ProductWithdrawnV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { newId } from '@tiwizi/persistence';
import { eventually } from '@tiwizi/testing';
import { Desk, type Seller } from '../testing/desk.js';
import { OpenCase } from '../use-cases/open-case.js';

let desk: Desk;
let seller: Seller;

beforeAll(async () => {
  desk = await Desk.open();
  seller = await desk.seller();
});
afterAll(() => desk.close());

interface Row {
  changeSetId: string;
  version: number;
  status: string;
}
const casesOf = (productId: string) =>
  desk.database.query<Row>(
    `select change_set_id as "changeSetId", version, status from moderation.moderation_case
     where product_id = $1 order by version`,
    [productId],
  );
const forget = (productId: string) =>
  desk.database.query('delete from moderation.moderation_case where product_id = $1', [productId]);

describe('a submitted listing', () => {
  it('F80: becomes one case however often, and by however many at once, it is told', async () => {
    const { productId, version } = await desk.submit(seller);
    const [{ changeSetId } = { changeSetId: '' }] = await casesOf(productId);
    await desk.database.transaction((tx) =>
      desk.app.get(Outbox).publish(tx, ListingSubmittedV1, {
        changeSetId,
        productId,
        cooperativeId: seller.cooperativeId,
        version,
        submittedBy: newId(),
        sellerLocale: 'fr',
      }),
    );
    await forget(productId);
    const open = desk.app.get(OpenCase);
    await Promise.all(Array.from({ length: 5 }, () => open.execute(changeSetId)));
    expect(await casesOf(productId)).toEqual([{ changeSetId, version, status: 'open' }]);
  });

  it('is not reopened by being told again after the decision', async () => {
    const { id, productId, version } = await desk.submit(seller);
    await desk.decide(id, desk.moderator(), { kind: 'approve', version }).expect(200);
    const [one] = await casesOf(productId);
    await desk.app.get(OpenCase).execute(one?.changeSetId ?? '');
    expect(await casesOf(productId)).toEqual([{ ...one, status: 'decided' }]);
  });

  it('told late, never overtakes a newer version', async () => {
    const { productId } = await desk.submit(seller);
    await desk.submit(seller, { title: { fr: 'Miel, de nouveau' } }, productId);
    const [older, newer] = await casesOf(productId);
    await forget(productId);
    const open = desk.app.get(OpenCase);
    await open.execute(newer?.changeSetId ?? '');
    await open.execute(older?.changeSetId ?? '');
    expect((await casesOf(productId)).map(({ status }) => status)).toEqual(['superseded', 'open']);
  });

  it('that the catalogue no longer knows makes no case', async () => {
    await desk.app.get(OpenCase).execute(newId());
  });

  it('waits no longer once its product is withdrawn', async () => {
    const { productId } = await desk.submit(seller);
    await desk.database.transaction((tx) =>
      desk.app
        .get(Outbox)
        .publish(tx, ProductWithdrawnV1, { productId, cooperativeId: seller.cooperativeId, slug: 'miel' }),
    );
    await eventually(async () => expect((await casesOf(productId))[0]?.status).toBe('superseded'));
  });
});

describe('the tables of moderation', () => {
  it('hold one open case for a product, and reopen none', async () => {
    const { id, productId } = await desk.submit(seller);
    const copy = desk.database.query(
      `insert into moderation.moderation_case (id, change_set_id, product_id, cooperative_id, version, title, signals,
         submitted_at, seller_locale, status)
       select gen_random_uuid(), gen_random_uuid(), product_id, cooperative_id, version + 1, title, signals,
         submitted_at, seller_locale, 'open' from moderation.moderation_case where id = $1`,
      [id],
    );
    await expect(copy).rejects.toThrow('one_open_case_per_product');
    await desk.submit(seller, { title: { fr: 'Miel, une fois encore' } }, productId);
    const reopened = desk.database.query(
      `update moderation.moderation_case set status = 'open', closed_at = null where id = $1`,
      [id],
    );
    await expect(reopened).rejects.toThrow('a case that is superseded stays so');
  });

  it('keep decisions as they were made', async () => {
    const { id, version } = await desk.submit(seller);
    await desk.decide(id, desk.moderator(), { kind: 'approve', version }).expect(200);
    const changed = desk.database.query(`update moderation.decision set kind = 'reject' where case_id = $1`, [id]);
    await expect(changed).rejects.toThrow('append-only');
  });
});
