import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { centreCode } from '../../shared/exchange/names';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { aDraft } from '../support/devices';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { type Desk, expect, launch, test } from '../support/launch';

const centre = centreCode.of('0929999Z');

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const key = (page: Page) => page.getByRole('region', { name: 'La clé et ce poste' });
const brought = (page: Page) => page.getByRole('region', { name: 'Ce que porte la clé' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const chronicle = (page: Page) => page.getByRole('listbox', { name: 'Main courante' });

async function expectWell(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNothingCutOff(page);
}

/** Reports an incident on the desk past its window, as whoever is unlocked. */
async function say(page: Page, text: string): Promise<void> {
  const about = { sitting: 'S-1', room: 'B12' };
  const data = { category: 'premises', at: Date.UTC(2026, 5, 16, 8), candidates: [], text };
  const draft = aDraft('', { channel: 'rooms', kind: 'incident.recorded', about, data });
  await page.evaluate(async (said) => {
    const written = await window.cachet.inscribe({ drafts: [JSON.parse(said)], delivery: null });
    if (!written.ok || !written.value.kept.ok) throw new Error('the desk did not take it');
  }, JSON.stringify(draft));
}

test.describe('a USB key between two machines of a centre', () => {
  let program: Awaited<ReturnType<typeof bundledHeadquarters>>;
  let headquarters: HeadquartersProcess;
  let usb: string;
  test.beforeAll(async () => {
    program = await bundledHeadquarters();
  });
  test.beforeEach(async () => {
    headquarters = await program.start(null, { codeFor: centre });
    usb = mkdtempSync(path.join(os.tmpdir(), 'cachet-cle-'));
  });
  test.afterEach(async () => {
    await headquarters.kill();
    rmSync(usb, { recursive: true, force: true });
  });
  test.afterAll(() => program.remove());

  /** A machine that headquarters has let into the centre and that then stands alone, unlocked by somebody of a role. */
  async function enrolled(profile: string, role: RegExp): Promise<Desk> {
    const desk = await launch(profile, { env: { CACHET_KEY_AT: usb } });
    const { page } = desk;
    const asked = { address: headquarters.url, code: headquarters.code };
    expect(await page.evaluate((given) => window.cachet.enrol(given), asked)).toMatchObject({ ok: true });
    await expect
      .poll(() => page.evaluate(() => window.cachet.exchangeState()), { timeout: 90_000 })
      .toMatchObject({ phase: 'level', awaited: { entries: 0 } });
    await page.reload();
    await page.getByRole('option').filter({ hasText: role }).first().click();
    await page.getByLabel('Code', { exact: true }).fill('2468');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Bureaux' }).waitFor();
    return desk;
  }

  test('FAULT 69 without a network: room, key, head, key, room; each sees what the other wrote', async ({
    profile,
  }) => {
    test.setTimeout(300_000);
    const room = await enrolled(path.join(profile, 'room'), /responsable de salle/);
    // A code lets one machine in: the next start makes another
    await headquarters.kill();
    headquarters = await program.start(null, { port: new URL(headquarters.url).port, codeFor: centre });
    const head = await enrolled(path.join(profile, 'head'), /Chef de centre/);
    // Each learns of the other, then the network goes
    await room.page.evaluate(() => window.cachet.exchangeNow());
    for (const { page } of [room, head])
      await expect
        .poll(() => page.evaluate(async () => (await window.cachet.carryState()).machines.length), { timeout: 90_000 })
        .toBe(1);
    await headquarters.kill();
    await say(room.page, 'Fenêtre cassée, dite par la salle');
    await say(head.page, 'Alarme essayée, dite par la direction');

    await test.step('the room writes', async () => {
      const { page } = room;
      await goTo(page, '#/cle');
      await expect(key(page)).toContainText('aucune choisie');
      await expectWell(page);
      await press(page, 'Écrire sur la clé');
      await expect(page.getByText(/Écrit et relu à .* pour 1\sautre poste/)).toBeVisible();
      await expect(key(page)).toContainText('tout y est');
      await expectWell(page);
    });

    const folder = path.join(usb, `Cachet-${centre}`);
    const [file] = readdirSync(folder);
    if (!file) throw new Error('the room has written');
    const text = readFileSync(path.join(folder, file), 'latin1');
    for (const planted of ['Fenêtre', 'incident.recorded', 'roomLeadInvigilator']) expect(text).not.toContain(planted);

    await test.step('the head reads, takes and writes', async () => {
      const { page } = head;
      await goTo(page, '#/cle');
      await press(page, 'Lire la clé');
      await expect(brought(page)).toContainText(/\d+\ssaisies?\u202F: .*les salles/);
      await expect(chronicle(page)).toHaveCount(0);
      await expectWell(page);
      await press(page, /^Prendre \d+\ssaisies?$/);
      await expect(page.getByText(/saisies? prises? sur ce poste/)).toBeVisible();
      await press(page, 'Écrire sur la clé');
      await expect(page.getByText(/Écrit et relu à/)).toBeVisible();
      await goTo(page, '#/journal');
      await expect(chronicle(page)).toContainText('Fenêtre cassée, dite par la salle');
    });

    await test.step('the room reads, and is told that the same key again brings nothing', async () => {
      const { page } = room;
      await press(page, 'Lire la clé');
      await press(page, /^Prendre \d+\ssaisies?$/);
      await expect(page.getByText(/saisies? prises? sur ce poste/)).toBeVisible();
      await press(page, 'Lire la clé');
      await expect(brought(page)).toContainText('Tout ce que porte la clé est déjà sur ce poste.');
      await goTo(page, '#/journal');
      await expect(chronicle(page)).toContainText('Alarme essayée, dite par la direction');
    });

    await test.step('a spoilt file, another machine’s and another centre’s are refused in words', async () => {
      const whole = readFileSync(path.join(folder, file));
      writeFileSync(path.join(folder, file), whole.subarray(0, whole.length - 40));
      writeFileSync(path.join(folder, 'courses.cachet-key'), 'du pain, du lait');
      const { page } = head;
      await goTo(page, '#/cle');
      await press(page, 'Lire la clé');
      await expect(brought(page)).toContainText('Il s’arrête avant sa fin');
      await expect(brought(page)).toContainText('Ce n’est pas un fichier que Cachet a écrit');
      await expectWell(page);
    });

    await test.step('a key that is pulled out is told', async () => {
      rmSync(usb, { recursive: true });
      await expect(head.page.getByText('La clé n’est plus là.')).toBeVisible();
      await expectWell(head.page);
    });
    for (const { app, complaints } of [room, head]) {
      await app.close();
      expect(complaints).toEqual([]);
    }
  });
});
