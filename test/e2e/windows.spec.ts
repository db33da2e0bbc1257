import { expect, test } from '../support/launch';
import { plainStart } from '../support/plainStart';

test('a second start on the same profile shows the first desk and ends', async ({ desk: { app }, profile }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect((await plainStart(profile)).exitCode).toBe(0);
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await expect.poll(shown).toEqual([true]);
});

test('the clock has a window of its own, once, which the desk opens and closes', async ({ desk: { app, page } }) => {
  const opened = app.waitForEvent('window');
  await page.evaluate(() => window.cachet.openClock());
  const clock = await opened;
  await expect(clock).toHaveURL('app://cachet/index.html#/clock');
  await page.evaluate(() => window.cachet.openClock());
  await expect.poll(() => app.windows().length).toBe(2);
  const told = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.cachet.on.clockClosed(() => {
          stop();
          resolve('closed');
        });
      }),
  );
  await page.evaluate(() => window.cachet.closeClock());
  expect(await told).toBe('closed');
  await expect.poll(() => app.windows().length).toBe(1);
});

test('Ctrl with +, − and 0 changes the size of everything', async ({ desk: { app } }) => {
  // through Electron: keys that Playwright presses begin in the page, after the place where these are caught
  const press = (keyCode: string) =>
    app.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
      return contents?.zoomLevel;
    }, keyCode);
  expect(await press('=')).toBe(0.5);
  expect(await press('+')).toBe(1);
  expect(await press('-')).toBe(0.5);
  expect(await press('0')).toBe(0);
});

test('a page whose process dies comes back', async ({ desk: { app, page } }) => {
  const loads = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve(contents.getURL()));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await loads).toBe('app://cachet/index.html');
  expect(page.isClosed()).toBe(false);
});
