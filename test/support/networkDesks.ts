import type { Dossier } from '../../shared/formats/dossier/schema';
import { deviceId } from '../../shared/journal/launch';
import { type Desk, expect, launch } from './launch';
import { type Machine, on } from './localNetwork';
import { awaitMachine, openJoining } from './pairing';
import { demonstrationPin, setUpDemonstration, unlockAs } from './preparation';

/** The head at work with the demonstration's centre, on a machine that is a relay from then on. */
export async function headsDesk(profile: string, machine: Machine): Promise<Desk & { readonly dossier: Dossier }> {
  const desk = await launch(profile, await on(machine));
  const dossier = await setUpDemonstration(desk.page, 'S');
  await unlockAs(desk.page, dossier.staff, 'centreHead', demonstrationPin);
  return { ...desk, dossier };
}

/** A machine that joins the head's centre by its link, for the room of that number, and shows who works there. */
export async function joinedDesk(
  profile: string,
  machine: Machine,
  { page, dossier }: Awaited<ReturnType<typeof headsDesk>>,
  room = 0,
): Promise<Desk> {
  const { link } = await awaitMachine(page, dossier.rooms[room]?.name ?? '');
  const desk = await launch(profile, await on(machine));
  await openJoining(desk.page);
  await desk.page.getByLabel('Lien du centre').fill(link);
  await desk.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(desk.page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Terminer' }).click();
  return desk;
}

/** How a desk stands with the first relay that it knows. */
export function relayOf({ page }: Desk) {
  return page.evaluate(async () => (await window.cachet.networkState()).relays[0] ?? null);
}

/**
 * Waits until two desks, of which one is a room's, hold the same of what each of them wrote, but for the lists that rooms are
 * not given: each may wait a minute before it tries again, and again.
 */
export async function levelTogether(one: Desk, other: Desk): Promise<void> {
  const names = await Promise.all([one, other].map(({ page }) => page.evaluate(() => window.cachet.machine())));
  const held = ({ page }: Desk) =>
    page.evaluate(
      async (devices) => {
        const ends = await Promise.all(devices.map((device) => window.cachet.endsOfDevice({ device })));
        return ends.flat().map(({ stream, seq, head }) => `${stream} ${seq} ${head}`);
      },
      names.map(({ device }) => deviceId.of(device)),
    );
  const sorted = async (desk: Desk) => (await held(desk)).filter((each) => !/\.people /.test(each)).sort();
  await expect(async () => expect(await sorted(one)).toEqual(await sorted(other))).toPass({ timeout: 240_000 });
}
