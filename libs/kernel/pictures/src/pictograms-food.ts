import type { Shape } from './pictograms.js';

export type FoodCraft =
  | 'honey'
  | 'argan'
  | 'saffron'
  | 'oil'
  | 'spices'
  | 'dates'
  | 'couscous'
  | 'preserves'
  | 'dairy'
  | 'bakery'
  | 'sea'
  | 'plants';

export const foodPictograms: Record<FoodCraft, readonly Shape[]> = {
  // A jar half full, a cell of the comb as its label.
  honey: [
    ['M26 34h44q8 10 8 24 0 18-10 28H28Q18 76 18 58q0-14 8-24z'],
    ['M19 54q10-6 19 0t20 0 20 0q2 20-10 32H28Q16 74 19 54z', 'accent'],
    ['M22 20h52v12H22z', 'ink'],
    ['M48 57l10 6v11l-10 6-10-6V63z'],
  ],
  // A branch with three nuts.
  argan: [
    ['M16 84Q44 70 76 18', 'none'],
    ['M52 54q22-8 30 10-22 8-30-10z', 'second'],
    ['M58 44Q36 40 38 18q20 6 20 26z', 'second'],
    ['M28 42q12 2 12 16T28 74Q16 72 16 58t12-16z', 'accent'],
    ['M54 66q12 2 11 13T52 90Q42 88 43 77t11-11z', 'accent'],
    ['M28 52v12M53 74v8', 'none'],
  ],
  // The open crocus and its three red threads.
  saffron: [
    ['M48 62v28M48 84q-14 0-18-12M48 88q14 0 18-12', 'none'],
    ['M48 62Q22 54 20 18q22 8 28 44zM48 62q26-8 28-44-22 8-28 44z', 'accent'],
    ['M48 64Q30 42 48 8q18 34 0 56z'],
    ['M47 56V26h2v30zM46 50l-7-16M50 50l7-16', 'second'],
  ],
  // A bottle, a drop, an olive.
  oil: [
    ['M34 10h16v14l10 14v42q0 6-6 6H30q-6 0-6-6V38l10-14z'],
    ['M24 52q9-5 18 0t18 0v28q0 6-6 6H30q-6 0-6-6z', 'accent'],
    ['M34 10h16v10H34z', 'ink'],
    ['M76 56q9 2 9 14t-9 14q-9-2-9-14t9-14zM76 56q-2-14 8-20', 'second'],
  ],
  // A cone of powder as the souk builds it.
  spices: [
    ['M24 58Q40 40 48 10q8 30 24 48z', 'accent'],
    ['M41 34l14 6M36 46l26 10', 'none'],
    ['M12 58h72q-4 26-24 28H36Q16 84 12 58z'],
    ['M18 70h60', 'none'],
  ],
  // Dates under their palm.
  dates: [
    ['M48 40Q40 16 14 18q4 22 34 22zM48 40q8-24 34-22-4 22-34 22z', 'second'],
    ['M48 40V10M48 40v14M48 40L28 54M48 40l20 14', 'none'],
    ['M28 52q10 2 10 16T28 86q-10-4-10-18t10-16zM68 52q10 2 10 16T68 86q-10-4-10-18t10-16z', 'accent'],
    ['M48 54q10 2 10 17T48 90q-10-4-10-19t10-17z', 'accent'],
  ],
  // An ear of wheat over the plate.
  couscous: [
    ['M14 66Q28 40 48 40t34 26z', 'accent'],
    ['M8 66h80q-6 20-26 20H34Q14 86 8 66z'],
    ['M48 40V10', 'none'],
    ['M48 34q-14-2-14-14 14 2 14 14zM48 34q14-2 14-14-14 2-14 14zM48 20q-8-6 0-14 8 8 0 14z', 'second'],
    ['M34 56h2M48 50h2M60 56h2', 'none'],
  ],
  // A jar of olives, tied with a cloth.
  preserves: [
    ['M26 30h44q6 4 6 12v36q0 8-8 8H28q-8 0-8-8V42q0-8 6-12z'],
    ['M36 46a8 8 0 1 1-.1 0zM60 46a8 8 0 1 1-.1 0zM48 64a8 8 0 1 1-.1 0z', 'accent'],
    ['M20 12q28 8 56 0l-6 18H26z', 'second'],
    ['M24 30h48', 'none'],
  ],
  // A churn jug and its cheese.
  dairy: [
    ['M24 12h24v12q10 8 10 24v32q0 6-6 6H20q-6 0-6-6V48q0-16 10-24z'],
    ['M14 54q11-6 22 0t22 0v26q0 6-6 6H20q-6 0-6-6z', 'accent'],
    ['M48 20q14 0 14 16', 'none'],
    ['M62 66l26-8v28H62z', 'second'],
  ],
  // A gazelle's horn and a cracked ghriba.
  bakery: [
    ['M12 40q10 34 36 34t36-34q6 46-36 46T12 40z', 'accent'],
    ['M30 70l4-8M46 76l2-8M62 70l-4-8', 'none'],
    ['M48 10a15 13 0 1 1-.1 0z', 'second'],
    ['M42 18l4 6-3 6M52 16l3 8', 'none'],
  ],
  // A sardine over a wave.
  sea: [
    ['M12 42q18-24 42-20 14 2 22 14l14-12v34L76 46q-8 14-22 16-24 2-42-20z', 'accent'],
    ['M48 24q10 18 0 36', 'none'],
    ['M28 36a3 3 0 1 1-.1 0z', 'ink'],
    ['M10 80q10-8 19 0t19 0 19 0 19 0', 'none'],
  ],
  // A seedling in its pot.
  plants: [
    ['M48 56V28', 'none'],
    ['M48 42Q24 42 20 18q26 0 28 24zM48 34q2-22 28-22-2 24-28 22z', 'second'],
    ['M24 56h48l-6 30H30z', 'accent'],
    ['M20 52h56v10H20z'],
  ],
};
