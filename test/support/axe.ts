import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './launch';

/** The screen as it stands breaks none of the accessibility rules that a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Nothing is cut off at the sides: the page never scrolls across. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const across = await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    return Math.max(main.scrollWidth - main.clientWidth, document.body.scrollWidth - document.body.clientWidth);
  });
  expect(across).toBe(0);
}
