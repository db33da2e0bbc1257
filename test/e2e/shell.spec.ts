import { expectAccessible } from '../support/accessible';
import { expect, launch, test } from '../support/launch';

test('boots on the desk’s page, in French, with the bridge and nothing of Node', async ({ desk: { page } }) => {
  expect(page.url()).toBe('app://cachet/index.html');
  await expect(page).toHaveTitle('Cachet');
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    browserLanguage: navigator.language,
    secure: isSecureContext,
    isolated: crossOriginIsolated,
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    bridge: Object.keys(window.cachet).sort(),
    events: Object.keys(window.cachet.on),
  }));
  expect(seen).toEqual({
    language: 'fr',
    browserLanguage: 'fr',
    secure: true,
    isolated: true,
    node: ['undefined', 'undefined'],
    bridge: [
      'adopt',
      'allowCamera',
      'branchings',
      'carryState',
      'casedForks',
      'casedIn',
      'chooseCopy',
      'chooseCopyFolder',
      'chooseKey',
      'choosePassphrase',
      'closeClock',
      'continueAudit',
      'copyNow',
      'cover',
      'disk',
      'encased',
      'endPairing',
      'endsOfDevice',
      'enrol',
      'entriesIn',
      'environment',
      'examineNetwork',
      'exchangeNow',
      'exchangeState',
      'forkedEntries',
      'frontier',
      'goOnWithoutOldKeys',
      'hashPin',
      'inscribe',
      'joinByCode',
      'joinByLink',
      'joiningState',
      'keepRoomStates',
      'keepTyped',
      'keyFile',
      'leaveCopy',
      'leaveJoining',
      'leaveKey',
      'leaveServer',
      'lock',
      'lookNearby',
      'machine',
      'networkNow',
      'networkState',
      'newCopyCode',
      'on',
      'openClock',
      'openCopy',
      'openDelivery',
      'openPortal',
      'openingReport',
      'pair',
      'pairingState',
      'passedByRelays',
      'printPdf',
      'readKey',
      'receivedAtRelay',
      'receivedThere',
      'restart',
      'restoreCopy',
      'safeCopyState',
      'saveFile',
      'serve',
      'startAudit',
      'startSafeCopy',
      'stopSafeCopy',
      'takeFromKey',
      'tryAddress',
      'typePassphrase',
      'typeRecoveryCode',
      'typed',
      'unlock',
      'vaultState',
      'whoIsUnlocked',
      'writeKey',
    ],
    events: [
      'clockClosed',
      'diskChanged',
      'entriesCame',
      'exchangeChanged',
      'joiningChanged',
      'locked',
      'nearbyChanged',
      'networkChanged',
      'pairingChanged',
    ],
  });
});

test('sends the content policy it promises, with a fresh nonce for each page', async ({ desk: { page } }) => {
  const policies = await page.evaluate(async () => {
    const policy = async () => (await fetch('index.html')).headers.get('content-security-policy') ?? '';
    return [await policy(), await policy()];
  });
  const [first = '', second = ''] = policies;
  expect(first.replace(/'nonce-[\w+/=]{24}'/, "'nonce-…'").split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-…'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ]);
  expect(second).not.toBe(first);
});

test('runs no script but its own: eval, inline handlers and injected scripts are refused', async ({ profile }) => {
  const { app, page, complaints } = await launch(profile);
  const seen = await page.evaluate(async () => {
    const ran: string[] = [];
    const refused: string[] = [];
    Reflect.set(window, 'mark', (what: string) => ran.push(what));
    const image = document.createElement('img');
    const script = document.createElement('script');
    const attempts: Readonly<Record<string, () => unknown>> = {
      eval: () => ran.push(new Function('return "eval"')()),
      markup: () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="mark(1)">'),
      parsing: () => new DOMParser().parseFromString('<p>O’Neil</p>', 'text/html'),
      'inline script': () => {
        script.textContent = 'mark("inline script")';
        document.body.append(script);
      },
      'foreign script': () => {
        script.src = 'https://example.invalid/a.js';
      },
      'foreign worker': () => new Worker('data:text/javascript,0'),
      'own page as a worker': () => new Worker('/index.html'),
      'a second policy': () =>
        window.trustedTypes.createPolicy('other', {
          createHTML: String,
          createScript: String,
          createScriptURL: String,
        }),
      handler: () => image.setAttribute('onerror', 'mark("handler")'),
    };
    // from a timer of the page: the test's own calls are exempt from the policy
    await new Promise<void>((done) =>
      setTimeout(() => {
        for (const [what, attempt] of Object.entries(attempts)) {
          try {
            attempt();
          } catch {
            refused.push(what);
          }
        }
        done();
      }),
    );
    // some Chromiums refuse the handler when it is set, the others when it should run
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.src = 'missing.png';
    await failed;
    return { ran, refused: refused.filter((what) => what !== 'handler') };
  });
  expect(seen.ran).toEqual([]);
  expect(seen.refused).toEqual([
    'eval',
    'markup',
    'parsing',
    'inline script',
    'foreign script',
    'foreign worker',
    'own page as a worker',
    'a second policy',
  ]);
  const expected = /Content Security Policy|requires 'Trusted|404/;
  expect(complaints.filter((line) => !expected.test(line))).toEqual([]);
  await app.close();
});

test('stays on its page: no window, no navigation, no frame', async ({ profile }) => {
  const { app, page } = await launch(profile);
  expect(await page.evaluate(() => window.open('app://cachet/index.html') === null)).toBe(true);
  for (const address of [
    'https://example.invalid/',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'data:text/html,x',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
  }
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'index.html';
    document.body.append(frame);
  });
  expect(await page.evaluate(() => location.href)).toBe('app://cachet/index.html');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(page.frames().filter((frame) => frame.url().startsWith('app:'))).toHaveLength(1);
  await app.close();
});

test('refuses every permission but lasting storage', async ({ desk: { page } }) => {
  const answers = await page.evaluate(async () => {
    const refused = (asking: Promise<unknown>) =>
      asking.then(
        () => 'granted',
        () => 'refused',
      );
    return {
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(navigator.clipboard.readText()),
      place: await refused(new Promise((found, not) => navigator.geolocation.getCurrentPosition(found, not))),
      notification: await Notification.requestPermission(),
      storage: await navigator.storage.persist(),
    };
  });
  expect(answers).toEqual({
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    place: 'refused',
    notification: 'denied',
    storage: true,
  });
});

test('makes no request to the network, listens on none, and counts one that is tried', async ({ profile }) => {
  const { app, page } = await launch(profile);
  expect((await page.evaluate(() => window.cachet.environment())).requestsRefused).toBe(0);
  const open = await app.evaluate(() => process.getActiveResourcesInfo());
  expect(open.filter((resource) => /^(TCP|UDP)/.test(resource))).toEqual([]);
  // straight through the session, past the page's own policy
  await app.evaluate(async ({ session }) => {
    await session.defaultSession.fetch('http://127.0.0.1:9/').catch(() => null);
  });
  expect((await page.evaluate(() => window.cachet.environment())).requestsRefused).toBe(1);
  await app.close();
});

test('serves nothing outside its folder, and only to GET', async ({ desk: { app } }) => {
  const statuses = await app.evaluate(async ({ net }) => {
    const status = async (address: string, method = 'GET') => (await net.fetch(address, { method })).status;
    return {
      page: await status('app://cachet/index.html'),
      post: await status('app://cachet/index.html', 'POST'),
      missing: await status('app://cachet/nothing.js'),
      folder: await status('app://cachet/assets'),
      otherHost: await status('app://elsewhere/index.html'),
      above: await status('app://cachet/../main/index.js'),
      aboveEncoded: await status('app://cachet/..%2fmain%2findex.js'),
      aboveTwice: await status('app://cachet/%2e%2e%2fmain%2findex.js'),
      backslash: await status('app://cachet/..%5cmain%5cindex.js'),
      absolute: await status('app://cachet//etc/hostname'),
      broken: await status('app://cachet/%ff'),
      nul: await status('app://cachet/index.html%00'),
    };
  });
  expect(statuses).toEqual({
    page: 200,
    post: 405,
    missing: 404,
    folder: 404,
    otherHost: 404,
    above: 404,
    aboveEncoded: 404,
    aboveTwice: 404,
    backslash: 404,
    absolute: 404,
    broken: 404,
    nul: 404,
  });
});

test('is accessible where it starts', async ({ desk: { page } }) => {
  await expectAccessible(page);
});
