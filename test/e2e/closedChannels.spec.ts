import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { hashPin } from '../../electron/access/pin';
import { newCopyCode } from '../../electron/copies/copyCode';
import { writeCopy } from '../../electron/copies/writeCopy';
import { openDeviceKey } from '../../electron/journal/deviceKey';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { ed25519Check } from '../../node/ed25519';
import { auditText } from '../../renderer/text/audit';
import { unpackDelivered } from '../../shared/journal/delivered';
import { deviceOfKey } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { fromBase64url } from '../../shared/kernel/bytes';
import { day, personId } from '../../shared/kernel/ids';
import type { Draft } from '../../shared/kernel/statement';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { casingOf, dataKeysOf } from '../support/casings';
import { aBoxOf, orderOf, randomly } from '../support/copies';
import { Writer } from '../support/devices';
import {
  deviceNamed,
  grantedTo,
  Headquarters,
  office,
  sessionDraft,
  terms,
  wrapped,
  wrappingOf,
} from '../support/grants';
import { type Desk, expect, launch, test } from '../support/launch';
import { holdsPlanted, searchPlanted } from '../support/planted';
import { unlock } from '../support/seededCentre';

const words = ['Zwarbekéol', 'Zwarbekïne', 'Zwarbekôtais'];
const head = {
  id: personId.of('P-TETE'),
  familyName: 'Allard',
  givenNames: 'Zoé',
  roles: ['centreHead' as const],
  teaches: [],
};
const always = { from: day.of('2000-01-01'), until: day.of('2999-12-31') };
const mark = (word: string): Draft => {
  const about = { script: word };
  return { channel: 'marks', kind: 'mark.entered', version: 1, about, data: { remark: word }, supersedes: [] };
};

const newcomer: Draft = {
  ...{ channel: 'session', kind: 'staff.published', version: 1, supersedes: [] },
  about: { session: 'BCP-2026' },
  data: { people: [{ ...head, id: 'P-NEUF', familyName: 'Caron', roles: ['invigilator'] }] },
};

/** A centre whose secretariat has entered marks, and a machine that headquarters lets read them. */
async function entriesWith(granted: { readonly device: string; readonly wrapping: string }) {
  const desk = new Writer('desk', 'CCCCCCCCCCC', null, 'session');
  const session = 'BCP-2026';
  const pinHash = await hashPin('2468', randomly);
  const set = [
    desk.next('', sessionDraft(), office),
    desk.next(
      '',
      { channel: 'session', kind: 'staff.published', about: { session }, data: { people: [head] } },
      office,
    ),
    desk.next(
      '',
      {
        channel: 'session',
        kind: 'access.granted',
        about: { person: head.id },
        data: { roles: ['centreHead'], pinHash },
      },
      office,
    ),
  ];
  const hq = new Headquarters();
  const grants = [
    hq.gives(deviceNamed('secretariat'), terms([wrapped('marks', wrappingOf('secretariat').publicKey)], always)),
    hq.gives(granted.device, terms([wrapped('marks', granted.wrapping)], always)),
  ];
  const cipher = grantedTo('secretariat', [...set, ...grants]);
  const writer = new Writer('secretariat', 'AAAAAAAAAAA', null, 'marks', cipher);
  return { entries: [...set, ...grants], marks: words.map((word) => writer.next('', mark(word))) };
}

async function copyOf(entries: readonly VerifiedEntry[], folder: string) {
  const { box } = await aBoxOf(entries);
  const { code, publicKey } = newCopyCode(randomly);
  await writeCopy(await nodeFileStore(folder), 'copie', orderOf(box, [publicKey]));
  return { code, file: path.join(folder, 'copie.cachet') };
}

/** Takes the copy back on a first start, and comes in as the head. */
async function takenBack(profile: string, file: string, code: string): Promise<Desk> {
  const desk = await launch(profile, { env: { CACHET_COPY_FROM: file } });
  const { page } = desk;
  const [warned, start] = ['Continuer', 'Reprendre une copie'].map((name) => page.getByRole('button', { name }));
  if (!warned || !start) throw new Error('two buttons were named');
  await warned.or(start).waitFor();
  if (await warned.isVisible()) await warned.click(); // a machine that has its key, and an empty journal
  await start.click();
  await page.getByRole('button', { name: 'Choisir le fichier…' }).click();
  await page.getByLabel('Code de secours').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ce que contient la copie' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await unlock(page, head);
  await page.getByRole('navigation', { name: 'Bureaux' }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/journal';
  });
  return desk;
}

/** What main hands the window of the marks. */
async function handedOver(page: Page) {
  const packed = await page.evaluate(async () => {
    const marks = (await window.cachet.frontier()).filter(({ stream }) => stream.endsWith('.marks'));
    const stretches = marks.map(({ stream, seq }) => ({ stream, seq: 0, limit: seq }));
    return Array.from(await window.cachet.entriesIn({ stretches }));
  });
  return unpackDelivered(Uint8Array.from(packed));
}

const inscribed = (page: Page, draft: Draft) =>
  page.evaluate(
    async (given) => {
      const written = await window.cachet.inscribe({ drafts: JSON.parse(given), delivery: null });
      return written.ok ? written.value.kept.ok : written.error;
    },
    JSON.stringify([draft]),
  );

test('CLOSED CHANNELS a machine that headquarters lets read the marks reads them; on another none is readable anywhere', async ({
  profile,
}, info) => {
  test.setTimeout(300_000);
  const usb = mkdtempSync(path.join(os.tmpdir(), 'cachet-usb-'));
  const [granted, other] = [path.join(profile, 'granted'), path.join(profile, 'other')];
  mkdirSync(granted);
  const { signer, wrapping } = await openDeviceKey(
    path.join(granted, 'device.key'),
    await dataKeysOf(granted),
    randomly,
  );
  const device = deviceOfKey(signer.publicKey);
  const { entries, marks } = await entriesWith({ device, wrapping: wrapping.publicKey });
  const { code, file } = await copyOf([...entries, ...marks], usb);

  await test.step('the machine with the grant reads them, and writes no more than it was granted', async () => {
    const { app, page, complaints } = await takenBack(granted, file, code);
    await expect(page.getByText(/^Saisie d’une version plus récente \(mark\.entered\)/)).toHaveCount(3);
    await expect(page.getByText(/^Saisie fermée/)).toHaveCount(0);
    const read = (await handedOver(page)).map(({ content }) => Buffer.from(content ?? []).toString());
    for (const [at, word] of words.entries()) expect(read[at]).toContain(word);
    const refused = { kind: 'no-grant', entryKind: 'staff.published', why: { because: 'kind' } };
    expect(await inscribed(page, newcomer)).toEqual(refused);
    await app.close();
    expect(complaints).toEqual([]);
  });

  await test.step('the machine without it holds them closed, says so and checks them', async () => {
    const { app, page, complaints } = await takenBack(other, file, code);
    await expect(page.getByText('Saisie fermée\u202F: ce poste n’y a pas accès')).toHaveCount(3);
    await expect(page.getByText(/^Droits du poste/)).toHaveCount(2);
    await expectAccessible(page);
    await expectNothingCutOff(page);
    await page.screenshot({ path: info.outputPath('fermées.png') });
    const held = await handedOver(page);
    expect(held).toHaveLength(3);
    for (const each of held) expect(each.content).toBeUndefined();
    expect(await inscribed(page, newcomer), 'what is open it writes by role, as ever').toBe(true);
    await page.evaluate(() => {
      location.hash = '#/verifier';
    });
    await page.getByRole('button', { name: auditText.run }).click();
    await expect(page.getByText(/3\s+saisies fermées .* ce poste n’y a pas accès/)).toBeVisible();
    await expect(page.getByRole('heading', { name: /chaîne intacte/ })).toBeVisible();
    await page.screenshot({ path: info.outputPath('vérifiées.png') });
    await app.close();
    expect(complaints).toEqual([]);
  });

  expect(searchPlanted(other).found).toEqual([]);
  const { box } = await openBlackBox({
    files: await nodeFileStore(path.join(other, 'journal')),
    casing: await casingOf(other),
    check: ed25519Check(),
  });
  const told: string[] = [];
  for (const [stream, { seq }] of await box.frontier()) {
    for (const { entry, sealed } of await box.after(stream, 0, seq)) {
      const parts = [sealed.bytes, fromBase64url(entry.closed?.box ?? '') ?? new Uint8Array()];
      if (parts.some((part) => holdsPlanted(Buffer.from(part)))) told.push(entry.id);
    }
  }
  await box.close();
  expect(told, 'neither is any once its own data key has opened its files').toEqual([]);
  expect(holdsPlanted(Buffer.from(words.join())), 'the search finds such words').toBe(true);
  rmSync(usb, { recursive: true, force: true });
});
