import { centreCode, serverId } from '../../shared/exchange/names';
import { Writer } from '../support/devices';
import { enrolledAt, heldUp, levelOf, said, unlocked } from '../support/exchangingDesk';
import { TestDevice } from '../support/headquartersNode';
import { bundledHeadquarters } from '../support/headquartersProcess';
import { expect, test } from '../support/launch';
import { type Lie, lyingProxy } from '../support/lyingProxy';

const centre = centreCode.of('0929999Z');

const lies: readonly (readonly [Lie, object])[] = [
  ['kept', { kind: 'stale' }],
  ['rewritten', { kind: 'forged', what: 'answer' }],
  ['mistaken', { kind: 'garbled' }],
];

test('FAULT 68 a proxy that answers from its memory, rewrites answers, zips them again or keeps streams back for ever: nothing is taken for received that is not, and the desk goes on', async ({
  desk,
}) => {
  const program = await bundledHeadquarters();
  let headquarters = await program.start(null, { codeFor: centre });
  const proxy = await lyingProxy(headquarters.url);
  try {
    expect(await enrolledAt(desk, proxy.url, headquarters.code)).toMatchObject({ ok: true });
    await levelOf(desk);
    await unlocked(desk);
    await levelOf(desk);

    for (const [lie, trouble] of lies) {
      proxy.lie = lie;
      await said(desk, 1);
      await heldUp(desk, trouble, 1);
      proxy.lie = 'honest';
      await levelOf(desk);
    }
    proxy.lie = 'zipped';
    await said(desk, 1);
    await levelOf(desk);

    proxy.lie = 'heldBack';
    const { port } = new URL(headquarters.url);
    await headquarters.kill();
    headquarters = await program.start(null, { codeFor: centre, port }); // each code is for one machine
    const listens = async () => {
      await desk.page.evaluate(() => window.cachet.exchangeNow());
      return proxy.heldBack;
    };
    await expect.poll(listens, { timeout: 90_000 }).toBeGreaterThan(0);
    const other = new TestDevice('elsewhere', { url: headquarters.url, server: serverId.of(headquarters.key) }, centre);
    expect(await other.enrol(headquarters.code)).toMatchObject({ type: 'enrolled' });
    const writer = new Writer('elsewhere');
    await other.journal.append(writer.run(2));
    await other.untilLevel();
    const known = async () => {
      await desk.page.evaluate(() => window.cachet.exchangeNow());
      return (await desk.page.evaluate(() => window.cachet.frontier())).find(({ stream }) => stream === writer.stream)
        ?.seq;
    };
    await expect.poll(known, { timeout: 90_000 }).toBe(2);
  } finally {
    await proxy.close();
    await headquarters.kill();
    await program.remove();
  }
});
