import { locales } from '@tiwizi/i18n';
import arabic from '../texts/ar/messages.json' with { type: 'json' };
import english from '../texts/en/messages.json' with { type: 'json' };
import french from '../texts/fr/messages.json' with { type: 'json' };
import awaitingReview from '../texts/zgh/awaiting-review.json' with { type: 'json' };
import amazigh from '../texts/zgh/messages.json' with { type: 'json' };
import { mailPage } from './mail-page.js';
import { messageText, type Slots } from './message-text.js';
import { templates } from './templates.js';

const slotsIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const everything: Slots = {
  name: 'Itto',
  number: 'TZ-0A1B2C3D',
  code: '493027',
  minutes: 10,
  total: { amount: 123_450, currency: 'MAD' },
  url: 'https://tiwizi.example/fr/suivi/TZ-0A1B2C3D?token=abc',
  cooperative: 'Tifawin',
  trackingNumber: 'TZ473124829MA',
  acceptBy: '27 novembre 2026 à 10:00',
  title: 'Amlou',
  reason: 'Papiers périmés',
  reasons: 'photo, prix',
  field: 'Photos',
  message: 'Reprenez la photo au jour.',
};

describe('the words of messages', () => {
  it('exist in every language, sorted; in Amazigh once attested, or on the list of those that wait', () => {
    const keys = Object.keys(french);
    expect(keys).toEqual([...keys].sort());
    expect(Object.keys(arabic)).toEqual(keys);
    expect(Object.keys(english)).toEqual(keys);
    expect([...Object.keys(amazigh), ...awaitingReview].sort()).toEqual(keys);
    for (const key of keys) {
      const french_ = slotsIn(String(Reflect.get(french, key)));
      expect(slotsIn(String(Reflect.get(arabic, key)))).toEqual(french_);
      expect(slotsIn(String(Reflect.get(english, key)))).toEqual(french_);
    }
  });

  it.each(templates)('of %s fill every slot, in every language, for the telephone and for mail', (template) => {
    for (const locale of locales) {
      for (const channel of ['sms', 'email'] as const) {
        const { text, subject, locale: spoken } = messageText(template, channel, everything, locale);
        expect(`${subject} ${text}`).not.toMatch(/[{}]/);
        expect(text).not.toBe('');
        expect(subject === null).toBe(channel === 'sms');
        expect(spoken).toBe(locale === 'zgh' ? 'fr' : locale);
      }
    }
  });

  it('leave out a line that has nothing to say', () => {
    const { text } = messageText('listing-to-correct', 'email', { ...everything, field: null, message: '' }, 'fr');
    expect(text).toContain('Motif : photo, prix');
    expect(text).not.toContain('Champ concerné');
  });

  it('show money as the reader writes it', () => {
    expect(messageText('order-confirmed', 'sms', everything, 'fr').text).toContain('1\u00a0234,50\u00a0DH');
    expect(messageText('order-confirmed', 'sms', everything, 'ar').text).toContain('درهم');
  });

  it('F62: keep a name inside its own marks in Arabic, and an address bare', () => {
    const { text } = messageText('parcel-accepted', 'sms', everything, 'ar');
    expect(text).toContain('\u2068Tifawin\u2069');
    expect(text.split('\n').at(-1)).toBe(everything.url);
  });

  it('F67: never break a mail’s header by a line inside a name', () => {
    const { subject } = messageText('listing-approved', 'email', { ...everything, title: 'a\r\nBcc: x@y.z' }, 'fr');
    expect(subject).toBe('« a Bcc: x@y.z » est en ligne');
  });
});

describe('a mail as a page', () => {
  const publicUrl = 'https://tiwizi.example';

  it('F61: shows what people typed as text', () => {
    const cooperative = `<img src=x onerror="alert('1')">&amp;`;
    const { text } = messageText('cooperative-verified', 'email', { ...everything, cooperative }, 'fr');
    const page = mailPage(text, 'fr', publicUrl);
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;');
    expect(page).not.toContain('<img');
  });

  it('links our own addresses only, whatever stands on a line of its own', () => {
    const text = `https://tiwizi.example/fr/vendeur\nhttps://evil.example/\njavascript:alert(1)`;
    const page = mailPage(text, 'fr', publicUrl);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([`${publicUrl}/fr/vendeur`]);
  });

  it('reads from right to left in Arabic', () => {
    expect(mailPage('مرحبا', 'ar', publicUrl)).toContain('<html lang="ar" dir="rtl">');
  });
});
