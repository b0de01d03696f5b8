import { ageText } from './age-text.js';

const now = new Date('2026-11-25T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('the age of a case', () => {
  it.each([
    [0, '0\u00a0min'],
    [59, '59\u00a0min'],
    [60, '1\u00a0h'],
    [47 * 60, '47\u00a0h'],
    [48 * 60, '2\u00a0j'],
    [-5, '0\u00a0min'],
  ])('of %i minutes is %s', (minutes, text) => {
    expect(ageText(ago(minutes), 'fr', now)).toBe(text);
  });

  it('is told in the reader’s language', () => {
    expect(ageText(ago(180), 'ar', now)).toBe('3\u00a0س');
    expect(ageText(ago(3 * 1440), 'zgh', now)).toBe('3\u00a0ⵓⵙⵙⴰⵏ');
  });
});
