import { expectAccessible } from '../support/accessible';
import { type Desk, expect, launch, test } from '../support/launch';
import { LocalNetwork, on, whyNoNetwork } from '../support/localNetwork';
import { headsDesk, joinedDesk, relayOf } from '../support/networkDesks';
import { demonstrationPin, unlockAs } from '../support/preparation';

async function openNetwork({ page }: Desk): Promise<void> {
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
}

/** Asks for an examination, and waits until it tells what is the matter. */
async function finds({ page }: Desk, what: RegExp) {
  const doctor = page.getByRole('region', { name: 'Examiner le réseau' });
  await expect(async () => {
    await doctor.getByRole('button', { name: /^Examiner/ }).click();
    await expect(doctor.getByRole('button', { name: 'Examiner de nouveau' })).toBeEnabled({ timeout: 30_000 });
    await expect(doctor).toContainText(what, { timeout: 1 });
  }).toPass({ timeout: 90_000 });
  return doctor;
}

test('FAULT 69 machines kept apart, a shut port, another network, none, a relay that is gone: each is told for what it is, with what to do', async ({
  profile,
}, testInfo) => {
  test.setTimeout(600_000);
  const whyNot = whyNoNetwork();
  if (whyNot !== null) console.warn(`not run here: ${testInfo.title}\n  ${whyNot}`);
  testInfo.skip(whyNot !== null, whyNot ?? undefined);
  const network = await LocalNetwork.open();
  try {
    const [office, room] = [await network.machine('office', 2), await network.machine('room', 3)];
    const relay = await headsDesk(`${profile}-office`, office);
    const joining = await joinedDesk(`${profile}-room`, room, relay);
    const port = Number((await relayOf(joining))?.through?.split(':').at(-1));
    await joining.app.close();

    // carried to its room, where the Wi-Fi keeps machines apart
    network.isolated([office, room], true);
    network.met(room);
    const desk = await launch(`${profile}-room`, await on(room));
    await unlockAs(desk.page, relay.dossier.staff, 'roomLeadInvigilator', demonstrationPin);
    await openNetwork(desk);
    const doctor = await finds(desk, /empêche sans doute les postes de se joindre/);
    await expect(doctor.getByText('clé USB')).toBeVisible();
    await expect(doctor.getByText(`joindre ${office.address} au port TCP ${port}`)).toBeVisible();
    await expectAccessible(desk.page);
    await doctor.getByText('Ce qui a été essayé').click();
    await doctor.screenshot({ path: testInfo.outputPath('isolated.png') });

    network.shut(office, port, true);
    network.isolated([office, room], false);
    await finds(desk, /Le port de Cachet est fermé/);
    await doctor.screenshot({ path: testInfo.outputPath('shut.png') });

    network.readdressed(room, 3, '10.78.9');
    await finds(desk, /ne sont pas sur le même réseau/);
    await expect(doctor.getByText('10.78.9.3').first()).toBeVisible();

    network.plugged(room, false);
    await finds(desk, /n’est sur aucun réseau/);
    await doctor.screenshot({ path: testInfo.outputPath('unplugged.png') });

    network.shut(office, port, false);
    network.readdressed(room, 3);
    network.plugged(room, true);
    await finds(desk, /Ce poste joint le centre/);

    await relay.app.close();
    await finds(desk, /Cachet n’est pas ouvert sur le relais/);
    network.plugged(office, false);
    await finds(desk, /n’est plus là/);
    await expectAccessible(desk.page);
    await doctor.screenshot({ path: testInfo.outputPath('gone.png') });
    await desk.app.close();
    expect([...relay.complaints, ...joining.complaints, ...desk.complaints]).toEqual([]);
  } finally {
    network.close();
  }
});
