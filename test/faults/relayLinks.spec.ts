import { said } from '../support/exchangingDesk';
import { expect, test } from '../support/launch';
import { LocalNetwork, whyNoNetwork } from '../support/localNetwork';
import { headsDesk, joinedDesk, levelTogether, relayOf } from '../support/networkDesks';
import { demonstrationPin, unlockAs } from '../support/preparation';
import { perfectLine } from '../support/slowLine';

test('FAULT 60, 70 the relay gets another address and is found again by itself; slow, lossy and narrow lines bring all the same', async ({
  profile,
}, testInfo) => {
  test.setTimeout(400_000);
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
    await relay.app.close();
    expect([...relay.complaints, ...room.complaints]).toEqual([]);
  } finally {
    network.close();
  }
});
