import { hasLookAlikes } from './index.js';

describe('hasLookAlikes', () => {
  it.each(['Аrgan', 'Tiwizi соор', 'ⵜⴰΣⵔ', 'Arganⵏ', 'ｔｉｗｉｚｉ', '𝐓𝐢𝐰𝐢𝐳𝐢', 'Tıwizi', 'تعاونیة', 'كوزينةx'])(
    'sends %p to a person',
    (name) => expect(hasLookAlikes(name)).toBe(true),
  );

  it.each([
    'Tiwizi ⵜⵉⵡⵉⵣⵉ تيويزي',
    'Coopérative Aït Baâmrane n° 5',
    'ⵜⴰⵣⴳⴳⵯⴰⵖⵜ',
    'taγart',
    'tazɣart',
    'ڭلميم گلميم',
    'عســل',
    '½ kg, 2ᵉ choix',
    '',
  ])('lets %p through', (name) => expect(hasLookAlikes(name)).toBe(false));
});
