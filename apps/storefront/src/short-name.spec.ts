import { phoneText } from './features/checkout/phone-text.js';
import { shortName } from './short-name.js';

it.each([
  ['Coopérative Tifaouine', 'Tifaouine'],
  ['coopérative  Al Amal', 'Al Amal'],
  ['تعاونية تيفاوين', 'تيفاوين'],
  ['Coopérative', 'Coopérative'],
  ['Tifaouine', 'Tifaouine'],
])('names a cooperative among other words: %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

it.each([
  ['+212612345678', '06 12 34 56 78'],
  ['+33612345678', '+33612345678'],
  ['', ''],
])('writes a telephone as Moroccans do: %s', (phone, written) => {
  expect(phoneText(phone)).toBe(written);
});
