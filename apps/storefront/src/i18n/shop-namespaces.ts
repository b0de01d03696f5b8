import type frame from './fr/frame.json';

export interface ShopTexts {
  frame: typeof frame;
}
