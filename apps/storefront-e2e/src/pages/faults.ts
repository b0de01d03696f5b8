import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

// Without motion: a colour on its way to another is not one that anybody reads.
export const onPhone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In light and dark on a phone and on a desk, and whether anything hangs out of a page of 320 pixels. */
export async function faultsOf(page: Page, part: 'all' | 'main' = 'all'): Promise<string[]> {
  const place = new URL(page.url()).pathname;
  const faults = (await violations(page, part, 'light')).map((fault) => `${place} (light): ${fault}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  faults.push(...(await violations(page, part, 'dark')).map((fault) => `${place} (dark): ${fault}`));
  await page.setViewportSize({ width: 320, height: 700 });
  faults.push(...(await overflow(page)).map((fault) => `${place} (320 px): ${fault}`));
  await page.setViewportSize(onPhone.viewport);
  return faults;
}

/** Header and footer are the same on every page of an area: once is enough. The theme is as the server writes it. */
async function violations(page: Page, part: 'all' | 'main', theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-theme', chosen);
    // However short: until it has ended, a colour is still the other theme's.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, theme);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(rules);
  if (part === 'main') axe.exclude('body > header').exclude('body > footer');
  const { violations: found } = await axe.analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => explain(id, target, failureSummary)));
}

const explain = (id: string, target: readonly unknown[], summary: string): string =>
  `${id} at ${target.join(' ')}: ${summary.replace(/\s+/g, ' ').slice(0, 300)}`;

async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const names = outside.slice(0, 5).map(({ tagName, className }) => `${tagName.toLowerCase()}.${String(className)}`);
    return [`${scrollWidth} px wide: ${names.join(', ')}`];
  });
}
