import { askedBy } from './asked.js';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('what the sign-in form asks', () => {
  it.each([
    ['code', 'identifier'],
    ['password', 'identifier'],
    ['register', 'register'],
    ['sign-in', 'code'],
    ['resend', 'code'],
    ['anything', 'identifier'],
  ])('by « %s » stays on the step « %s » until it is answered', (intent, step) => {
    expect(askedBy(form({ intent, identifier: ' 0612345678 ' }))).toMatchObject({ step, identifier: '0612345678' });
  });

  it.each([
    [0, 30],
    [12_000, 18],
    [29_999, 1],
    [31_000, 0],
    [-60_000, 30],
  ])('offers another code, %i ms after the last one, in %i s', (age, seconds) => {
    const now = 1_800_000_000_000;
    expect(askedBy(form({ sentAt: String(now - age) }), now).pauseSeconds).toBe(seconds);
  });

  it('offers a code at once when none was sent', () => {
    expect(askedBy(form({ sentAt: '<script>' })).pauseSeconds).toBe(0);
  });
});
