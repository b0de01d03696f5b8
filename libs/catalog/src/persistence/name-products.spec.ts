import { newId, SubjectNames } from '@tiwizi/persistence';
import { cooperative, product, Shop } from '../testing/shop.js';
import { Workspace } from '../testing/workspace.js';

describe('the journal', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
  });
  afterAll(() => shop.close());

  it('calls cooperatives, products and drafts by name in its reader’s language', async () => {
    const maker = cooperative();
    await shop.register(maker);
    const honey = product(maker.id);
    await shop.publish(honey);
    const draft = await new Workspace(shop, maker).start({ title: { fr: 'Savon noir' } });
    const subjects = [
      `cooperative:${maker.id}`,
      `product:${honey.id}`,
      `product:${draft.id}`,
      `product:${newId()}`,
      'product:none',
      'order:TZ-1',
    ];
    expect(await shop.app.get(SubjectNames).of(subjects, 'ar')).toEqual(
      new Map([
        [`cooperative:${maker.id}`, 'تعاونية تيفاوين'],
        [`product:${honey.id}`, 'عسل الزعتر'],
        [`product:${draft.id}`, 'Savon noir'],
      ]),
    );
  });
});
