import { meili } from '@tiwizi/testing';
import { distorted, distortionsOf } from './distort.js';
import { judgeNames } from './judge-names.js';
import { seeded } from './random.js';

describe('a name as somebody in a hurry types it', () => {
  it('loses its accents or its hamza', () => {
    expect(distorted('Crème brûlée', 'accents', seeded(1))).toBe('Creme brulee');
    expect(distorted('زيت أركان بئر ماء', 'hamza', seeded(1))).toBe('زيت اركان بير ما');
  });

  it('has one mistake, never in its first letter, and the same one in every run', () => {
    const below = seeded(7);
    for (let run = 0; run < 200; run += 1) {
      const typed = distorted('Miel de thym', 'mistake', below);
      expect(typed).toMatch(/^M.* de t|^Miel de th?/);
      expect(Math.abs(typed.length - 'Miel de thym'.length)).toBeLessThanOrEqual(1);
    }
    expect(distorted('Safran', 'mistake', seeded(3))).toBe(distorted('Safran', 'mistake', seeded(3)));
  });

  it('can go wrong only as far as it has what goes wrong', () => {
    expect(distortionsOf('Thé vert')).toEqual(['mistake', 'accents']);
    expect(distortionsOf('Thé')).toEqual(['accents']);
    expect(distortionsOf('تمر أجوة')).toEqual(['mistake', 'hamza']);
  });
});

describe('real product names beside the demonstration', () => {
  it('R2: are found among the first three though they are mistyped', async () => {
    const { url, key, prefix } = meili();
    const settings = { meiliUrl: url, meiliKey: key, indexPrefix: prefix };
    const { asked, found, missed } = await judgeNames(settings, { sample: 100, seed: 11, every: 9 });
    expect(asked).toBe(100);
    // Which ones were missed is what whoever breaks this wants to know.
    expect({ isEnough: found >= 95, missed: found >= 95 ? [] : missed }).toEqual({ isEnough: true, missed: [] });
  }, 120_000);
});
