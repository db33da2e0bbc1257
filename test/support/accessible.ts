import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Desk, expect } from './launch';

/** Holds a page to WCAG 2.2 AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour that turns while the audit reads is no one's
  await settled(page);
  // what passes is not told node by node: on a full page that is most of the work
  const audit = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await audit.analyze();
  await page.emulateMedia({ reducedMotion: null });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Colours that are still on their way are not what people read. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** Nothing is cut off at the sides: the page never scrolls across. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const across = () =>
    page.evaluate(() => {
      const main = document.querySelector('main') ?? document.body;
      return Math.max(main.scrollWidth - main.clientWidth, document.body.scrollWidth - document.body.clientWidth);
    });
  await expect.poll(across).toBe(0);
}

/** A window as another screen would show it: its size in pixels, and how much the page is magnified. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Gives the first window that screen, and waits until its page is laid out for it. */
export async function showOn({ app, page }: Desk, screen: Screen): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, screen);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(screen.width / screen.zoom);
}
