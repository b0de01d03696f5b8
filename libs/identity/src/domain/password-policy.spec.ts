import { assertStrongPassword, PasswordTooWeak } from './password-policy.js';

const own = ['Fatima Zahra', 'fatima@exemple.ma', 'Fatima@exemple.ma'];

describe('a password', () => {
  it.each([
    'aaaaaaaaaaaa',
    '1234567890',
    '9876543210',
    'abcdefghijkl',
    'Password2026!',
    'motdepasse123',
    'azerty2026..',
    'Fatima Zahra',
    'FATIMA@exemple.ma',
    '1212121212',
  ])('is refused when it is guessed first: %s', (password) => {
    expect(() => assertStrongPassword(password, own)).toThrow(PasswordTooWeak);
  });

  it.each(['miel de thym au souk', 'Tiwizi-2026-demo', 'ⵜⴰⵎⵎⵏⵜ ⵏ ⵓⵣⵓⴽⵏⵏⵉ', 'زعفران تالوين ٧٣', 'kH8!vq2_zzRt'])(
    'is taken in any script: %s',
    (password) => {
      expect(() => assertStrongPassword(password, own)).not.toThrow();
    },
  );
});
