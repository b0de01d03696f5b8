import type { Shape } from './pictograms.js';

export type WorkshopCraft =
  | 'carpet'
  | 'pottery'
  | 'basketry'
  | 'cosmetics'
  | 'jewellery'
  | 'leather'
  | 'wood'
  | 'clothing'
  | 'metal'
  | 'stay'
  | 'handmade';

export const workshopPictograms: Record<WorkshopCraft, readonly Shape[]> = {
  // A rug with its fringe.
  carpet: [
    ['M26 10v76M35 10v76M44 10v76M52 10v76M61 10v76M70 10v76', 'none'],
    ['M20 18h56v60H20z', 'accent'],
    ['M48 26l20 22-20 22-20-22z'],
    ['M48 38l9 10-9 10-9-10z', 'second'],
  ],
  // The tajine: dish, cone and knob.
  pottery: [
    ['M20 62Q40 50 43 22h10q3 28 23 40z', 'accent'],
    ['M42 12h12v10H42z', 'second'],
    ['M34 48l7 6 7-6 7 6 7-6', 'none'],
    ['M12 62h72q-2 20-18 24H30Q14 82 12 62z'],
    ['M16 72h64', 'none'],
  ],
  // A market basket.
  basketry: [
    ['M28 42q0-34 20-34t20 34', 'none'],
    ['M12 40h72l-9 40q-2 6-8 6H29q-6 0-8-6z', 'accent'],
    ['M16 54h64M19 68h58M34 40l5 46M62 40l-5 46M48 40v46', 'none'],
  ],
  // A bar of soap and its bubbles.
  cosmetics: [
    ['M18 52q0-8 8-8h44q8 0 8 8v24q0 10-10 10H28q-10 0-10-10z', 'accent'],
    ['M30 56h36v16H30z'],
    ['M34 14a11 11 0 1 1-.1 0zM62 10a8 8 0 1 1-.1 0z'],
    ['M40 64q8-10 16 0-8 10-16 0z', 'second'],
  ],
  // The fibula that closes a mantle.
  jewellery: [
    ['M48 8a13 13 0 1 1-.1 0z', 'none'],
    ['M18 34h60L48 84z', 'accent'],
    ['M48 44l9 9-9 9-9-9z', 'second'],
    ['M30 41h.1M66 41h.1M48 72h.1M14 90L70 20', 'none'],
  ],
  // A babouche, its heel trodden down.
  leather: [
    ['M12 62q2-16 20-18 14 0 22 10 10 10 34 14-2 14-20 14H22q-12 0-10-20z', 'accent'],
    ['M20 60q4-10 14-8 12 2 14 14H26q-8 0-6-6z', 'ink'],
    ['M62 66l6 8M54 68l4 8', 'none'],
    ['M12 82h58', 'none'],
    ['M36 14l8 12-8 12-8-12z', 'second'],
  ],
  // A casket of thuya, its star inlaid.
  wood: [
    ['M14 44h68v36q0 6-6 6H20q-6 0-6-6z', 'accent'],
    ['M20 22h56l8 22H12z'],
    ['M48 52l4 7 8-1-4 7 4 7-8-1-4 7-4-7-8 1 4-7-4-7 8 1z', 'second'],
    ['M44 38h8v10h-8z', 'ink'],
  ],
  // A djellaba and its braid.
  clothing: [
    ['M38 14q10-8 20 0l22 26-12 12-8-8 6 44H30l6-44-8 8-12-12z', 'accent'],
    ['M38 14q10 16 20 0-2 22-10 22T38 14z', 'second'],
    ['M48 36v50M44 48h8M44 58h8M44 68h8', 'none'],
  ],
  // The teapot.
  metal: [
    ['M70 42q18-2 16 16T70 72', 'none'],
    ['M24 58Q10 54 8 32q12 0 18 14z'],
    ['M32 34h32q12 10 10 28-2 14-12 20H34q-10-6-12-20-2-18 10-28z', 'accent'],
    ['M34 34q2-14 14-14t14 14z'],
    ['M48 12a4 4 0 1 1-.1 0z', 'second'],
    ['M30 86h36M26 56h44', 'none'],
  ],
  // A house under the mountain.
  stay: [
    ['M6 64L34 18l16 24 12-14 28 36z', 'second'],
    ['M20 50h44v36H20zM16 42h52v10H16z', 'accent'],
    ['M36 86V70q6-14 12 0v16zM54 60h4v6h-4zM26 60h4v6h-4z'],
    ['M8 86h80', 'none'],
  ],
  // A spool and its needle.
  handmade: [
    ['M24 12h36v12H24zM24 74h36v12H24z', 'second'],
    ['M28 24h28v50H28z', 'accent'],
    ['M28 36l28-6M28 48l28-6M28 60l28-6M28 72l28-6', 'none'],
    ['M56 66q22 8 20-22', 'none'],
    ['M76 12l5 14-5 62-5-62zM76 26v6'],
  ],
};
