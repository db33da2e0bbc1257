import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Role } from '../../shared/kernel/role';
import { aDraft } from '../support/devices';
import { bundledHeadquarters } from '../support/headquartersProcess';
import { test } from '../support/launch';
import { MountedDisk, whyNoMount } from '../support/mountedDisk';
import { demonstrationDossier, demonstrationPin } from '../support/preparation';
import { morning } from './headquarters';
import { Stage } from './stage';

const centre = '0929999Z';
const dossier = demonstrationDossier('M', 1, morning);
const brought = (page: Page) => page.getByRole('region', { name: 'Ce que porte la clé' });

test('a morning without any network: a USB key makes the round between a room and the head’s office', async ({
  profile,
}) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-key-'));
  const usb = path.join(folder, 'CLE-CENTRE');
  const disk = whyNoMount() === null ? new MountedDisk(usb, 64_000_000) : null;
  mkdirSync(usb, { recursive: true });
  const clock = path.join(folder, 'clock');
  writeFileSync(clock, String(Date.parse(`${morning}T07:40:00+02:00`) - Date.now()));
  const program = await bundledHeadquarters();
  let headquarters = await program.start(null, { codeFor: centre, clock });

  async function machine(name: string, role: Role): Promise<Stage> {
    const stage = await Stage.open(path.join(profile, name), `cle-usb/${name}`, morning, '07:40', {
      env: { CACHET_KEY_AT: usb },
    });
    const { page } = stage;
    const asked = { address: headquarters.url, code: headquarters.code };
    expect(await page.evaluate((given) => window.cachet.enrol(given), asked)).toMatchObject({ ok: true });
    await expect
      .poll(() => page.evaluate(() => window.cachet.exchangeState()), { timeout: 90_000 })
      .toMatchObject({ phase: 'level', awaited: { entries: 0 } });
    await page.reload();
    const person = dossier.staff.find(({ roles }) => roles.includes(role));
    if (!person) throw new Error(`nobody is ${role}`);
    await stage.unlock(person, role, demonstrationPin);
    return stage;
  }

  /** Incidents of some rooms, said past the window by whoever is unlocked. */
  async function say({ page }: Stage, count: number): Promise<void> {
    const [sitting] = dossier.sittings;
    if (!sitting) throw new Error('the demonstration has a sitting');
    const rooms = dossier.rooms.slice(0, 2);
    const drafts = Array.from({ length: count }, (_, at) => {
      const about = { sitting: sitting.id, room: rooms[at % 2]?.id ?? '' };
      const data = { category: 'premises', at: Date.now(), candidates: [], text: `Store bloqué, fenêtre ${at + 1}` };
      return aDraft('', { channel: 'rooms', kind: 'incident.recorded', about, data });
    });
    await page.evaluate(async (said) => {
      const written = await window.cachet.inscribe({ drafts: JSON.parse(said), delivery: null });
      if (!written.ok || !written.value.kept.ok) throw new Error('the desk did not take it');
    }, JSON.stringify(drafts));
  }

  const stages: Stage[] = [];
  try {
    const room = await machine('salle', 'roomLeadInvigilator');
    stages.push(room);
    await headquarters.kill();
    headquarters = await program.start(null, { port: new URL(headquarters.url).port, codeFor: centre, clock });
    const head = await machine('direction', 'centreHead');
    stages.push(head);
    await room.page.evaluate(() => window.cachet.exchangeNow());
    for (const { page } of stages)
      await expect
        .poll(() => page.evaluate(async () => (await window.cachet.carryState()).machines.length), { timeout: 90_000 })
        .toBe(1);
    await headquarters.kill();

    await test.step('08:40, the network has been away for an hour: the desk proposes a key', async () => {
      await say(room, 38);
      await say(head, 3);
      await head.open('#/siege');
      await head.press('Échanger maintenant');
      await expect(head.page.getByText('Siège injoignable').first()).toBeVisible();
      for (const stage of stages) await stage.timeIs('08:40');
      await expect(head.page.getByRole('link', { name: 'Passer par une clé USB' })).toBeVisible();
      await head.picture('siege-propose-la-cle');
    });

    await test.step('the room writes', async () => {
      await room.open('#/cle');
      await room.picture('avant');
      await room.press('Écrire sur la clé');
      await expect(room.page.getByText('Écrit et relu à')).toBeVisible();
      await room.picture('ecrite');
    });

    await test.step('08:55, the head reads, takes and writes', async () => {
      await head.timeIs('08:55');
      await head.page.getByRole('link', { name: 'Passer par une clé USB' }).click();
      await head.press('Lire la clé');
      await expect(brought(head.page)).toContainText('38');
      await head.picture('lue');
      await head.press(/^Prendre/);
      await expect(head.page.getByText('prises sur ce poste')).toBeVisible();
      await head.press('Écrire sur la clé');
      await expect(head.page.getByText('Écrit et relu à')).toBeVisible();
      await head.picture('ecrite');
    });

    await test.step('09:05, the room reads', async () => {
      await room.timeIs('09:05');
      await room.press('Lire la clé');
      // three, and what the head's machine says of itself where headquarters went before it had that
      await expect(brought(room.page)).toContainText(/[34]\s+saisies/);
      await room.picture('relue');
      await room.press(/^Prendre/);
      await expect(room.page.getByText('prises sur ce poste')).toBeVisible();
      await room.picture('prise');
    });
  } finally {
    for (const stage of stages) await stage.close();
    await headquarters.kill();
    await program.remove();
    disk?.unmount();
    rmSync(folder, { recursive: true, force: true });
  }
});
