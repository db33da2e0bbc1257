import { cpSync } from 'node:fs';
import { expectAccessible } from '../support/accessible';
import { said } from '../support/exchangingDesk';
import { expect, launch, test } from '../support/launch';
import { LocalNetwork, on, whyNoNetwork } from '../support/localNetwork';
import { headsDesk, joinedDesk, levelTogether, relayOf } from '../support/networkDesks';
import { demonstrationPin, unlockAs } from '../support/preparation';
import { perfectLine } from '../support/slowLine';

test('FAULT 60, 64, 70 the relay gets another address and is found again by itself; slow, lossy and narrow lines bring all the same; two histories of one machine are told as they meet', async ({
  profile,
}, testInfo) => {
  test.setTimeout(900_000);
  const whyNot = whyNoNetwork();
  if (whyNot !== null) console.warn(`not run here: ${testInfo.title}\n  ${whyNot}`);
  testInfo.skip(whyNot !== null, whyNot ?? undefined);
  const network = await LocalNetwork.open();
  try {
    const [office, laptop] = [await network.machine('office', 2), await network.machine('room', 3)];
    const relay = await headsDesk(`${profile}-office`, office);
    const room = await joinedDesk(`${profile}-room`, laptop, relay);
    await unlockAs(room.page, relay.dossier.staff, 'roomLeadInvigilator', demonstrationPin);
    await said(room, 3);
    await levelTogether(relay, room);
    expect((await relayOf(room))?.through).toContain(`${network.prefix}.2:`);

    network.readdressed(office, 9);
    await said(room, 3);
    await levelTogether(relay, room);
    expect((await relayOf(room))?.through).toContain(`${network.prefix}.9:`);

    const lines = [
      { delay: 200, loss: 0.05, rate: 10_000_000 },
      { delay: 50, loss: 0.3, rate: 10_000_000 },
      { delay: 50, loss: 0, rate: 1_000_000 },
      { delay: 400, loss: 0.05, rate: 64_000 },
    ];
    for (const quality of lines) {
      await network.slowed(laptop, quality);
      await said(room, 60);
      await said(relay, 60);
      await levelTogether(relay, room);
    }
    const { frames } = await network.slowed(laptop, perfectLine);
    expect(frames.carried).toBeGreaterThan(100);
    expect(frames.lost).toBeGreaterThan(5);
    await room.app.close();

    // it and a copy of its disk both go on from where it was, neither knowing of the other
    cpSync(`${profile}-room`, `${profile}-copy`, { recursive: true });
    const clone = relay.page.getByRole('region', { name: /^Poste .* · cloné$/ });
    const complaints = [relay.complaints, room.complaints];
    for (const disk of ['room', 'copy']) {
      await expect(clone).toHaveCount(0);
      network.plugged(laptop, false);
      const desk = await launch(`${profile}-${disk}`, await on(laptop));
      await unlockAs(desk.page, relay.dossier.staff, 'roomLeadInvigilator', demonstrationPin);
      await said(desk, 1);
      network.plugged(laptop, true);
      await levelTogether(relay, desk);
      await desk.app.close();
      complaints.push(desk.complaints);
    }
    await expect(clone).toContainText(/a deux vies depuis le .* à \d\d:\d\d/);
    await expectAccessible(relay.page);
    await relay.page.screenshot({ path: testInfo.outputPath('cloned.png') });
    await relay.app.close();
    expect(complaints.flat()).toEqual([]);
  } finally {
    network.close();
  }
});
