import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { csv, sampleWith } from '../support/cycladesFiles';
import { expect, launch, root, test } from '../support/launch';
import { demonstrationPin, importFirst, openPage, setUpDemonstration, unlockAs } from '../support/preparation';

test('every window has Node out, isolation and sandbox on, and nothing experimental', async ({ profile }) => {
  const { app, page } = await launch(profile);
  const clock = app.waitForEvent('window');
  await page.evaluate(() => window.cachet.openClock());
  await clock;
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const set = Reflect.get(webContents, 'getLastWebPreferences').call(webContents);
      const opening = [
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'enableBlinkFeatures',
        'webviewTag',
        'navigateOnDragDrop',
      ];
      const closing = ['contextIsolation', 'sandbox', 'webSecurity'];
      return { open: opening.filter((name) => set[name]), missing: closing.filter((name) => set[name] !== true) };
    }),
  );
  expect(preferences).toEqual([
    { open: [], missing: [] },
    { open: [], missing: [] },
  ]);
  await app.close();
});

test('storage is lasting, and every other permission that can be asked for is denied', async ({ desk: { page } }) => {
  const states = await page.evaluate(async () => {
    const state = async (name: string) => {
      const query = Reflect.get(navigator.permissions, 'query');
      const { state: answer } = await Reflect.apply(query, navigator.permissions, [{ name }]);
      return [name, answer];
    };
    const asked = ['geolocation', 'camera', 'microphone', 'midi', 'notifications', 'clipboard-read', 'idle-detection'];
    return {
      persisted: (await navigator.storage.persist()) && (await navigator.storage.persisted()),
      denied: await Promise.all([...asked, 'local-fonts', 'window-management', 'storage-access'].map(state)),
    };
  });
  expect(states.persisted).toBe(true);
  expect(states.denied.filter(([, answer]) => answer !== 'denied')).toEqual([]);
});

for (const [what, items, files] of [
  ['file', [], [path.join(root, 'README.md')]],
  ['link', [{ mimeType: 'text/uri-list', data: 'https://example.invalid/' }], []],
] as const)
  test(`a ${what} dropped on the window leads nowhere`, async ({ desk: { app, page } }) => {
    // a page that takes nothing hears of no drop: this one takes it, and leaves it to what the browser does with it
    await page.evaluate(() => {
      addEventListener('dragover', (event) => event.preventDefault());
      addEventListener('drop', () => Reflect.set(window, 'dropped', true));
    });
    const tools = await page.context().newCDPSession(page);
    const data = { items: [...items], files: [...files], dragOperationsMask: 1 };
    // what is let go before the page has answered that it takes it is not dropped
    await expect(async () => {
      for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
        await tools.send('Input.dispatchDragEvent', { type, x: 8, y: 8, data });
      expect(await page.evaluate(() => Reflect.get(window, 'dropped'))).toBe(true);
    }).toPass();
    expect(await page.evaluate(() => location.href)).toBe('app://cachet/index.html');
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

test('a webview and a download lead nowhere', async ({ desk: { app, page }, saved }) => {
  // the ear stands before the click: the program and its page are asked over two lines, in no order of their own
  await app.evaluate(({ session }) => {
    const heard = new Promise<string>((resolve) =>
      session.defaultSession.once('will-download', (event, item) =>
        resolve(`${item.getURL().slice(0, 5)} ${event.defaultPrevented ? 'refused' : 'begun'}`),
      ),
    );
    Reflect.set(globalThis, 'downloadHeard', heard);
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    document.body.append(link, document.createElement('webview'));
    link.click();
  });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'downloadHeard'))).toBe('blob: refused');
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(readdirSync(saved)).toEqual([]);
});

test('a link out of the served folder is not followed', async ({ profile }) => {
  const application = mkdtempSync(path.join(os.tmpdir(), 'cachet-linked-'));
  cpSync(path.join(root, 'package.json'), path.join(application, 'package.json'));
  cpSync(path.join(root, 'out/app'), path.join(application, 'out/app'), { recursive: true });
  symlinkSync(path.join(application, 'package.json'), path.join(application, 'out/app/renderer/assets/linked.json'));
  const { app } = await launch(profile, { application });
  const status = await app.evaluate(async ({ net }) => (await net.fetch('app://cachet/assets/linked.json')).status);
  expect(status).toBe(404);
  await app.close();
  rmSync(application, { recursive: true });
});

test('a hostile name is shown as it was typed, and runs nothing', async ({ desk: { page } }) => {
  const name = '<img src=x onerror=alert(1)><b>O’NEIL</b>';
  await importFirst(page, csv(sampleWith('ALLARD', name)));
  await openPage(page, 'candidats');
  await expect(page.getByText(name).first()).toBeVisible();
  expect(await page.locator('img[src=x]').count()).toBe(0);
});

test('nobody is named in what the program says or leaves when it crashes', async ({ profile }) => {
  const { app, page } = await launch(profile);
  let said = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const dossier = await setUpDemonstration(page, 'S');
  await unlockAs(page, dossier.staff, 'centreHead', demonstrationPin);
  const names = dossier.candidates.map(({ familyName }) => familyName);
  const [first = ''] = names;
  // a call that the gate refuses, and one for nobody: both are told to the page with names in them
  await page
    .evaluate((who) => window.cachet.saveFile({ suggestedName: `/${who}`, bytes: new Uint8Array(1) }), first)
    .catch(() => null);
  const loaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await loaded;
  await app.close();
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((each) => said.includes(each))).toEqual([]);
  const left = readdirSync(profile, { recursive: true }).map(String);
  expect(left.filter((file) => /\.(dmp|core|txt)$|(^|\/)(core|logs)/.test(file))).toEqual([]);
});
