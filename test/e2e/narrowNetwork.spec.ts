import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { electronDist } from '../../build/electronDist.mjs';
import { centreCode } from '../../shared/exchange/names';
import { Authority } from '../support/authority';
import { enrolledAt, levelOf, said, unlocked } from '../support/exchangingDesk';
import { bundledHeadquarters } from '../support/headquartersProcess';
import { expect, launch, test } from '../support/launch';
import { Names, NarrowNetwork, whyNoNetwork } from '../support/narrowNetwork';
import { ProxyPrograms } from '../support/realProxy';
import { selfSigned } from '../support/selfSigned';

const centre = centreCode.of('0929999Z');
const host = 'siege.example';
const liar = '127.0.0.9';

test('FAULT 71 names that nobody answers for, names that lead elsewhere, and headquarters that only IPv6 reaches, 1,280 bytes at once', async ({
  profile,
}) => {
  const fetched = ProxyPrograms.fetch();
  const whyNot = whyNoNetwork() ?? ('whyNot' in fetched ? fetched.whyNot : null);
  if (whyNot !== null) console.warn(`not run here: ${test.info().title}\n  ${whyNot}`);
  test.info().skip(whyNot !== null, whyNot ?? undefined);
  if ('whyNot' in fetched) return;
  const { programs } = fetched;
  const authority = new Authority('Rectorat');
  const home = path.join(profile, 'home');
  mkdirSync(home);
  programs.trusting(home, [authority.own]);
  const network = new NarrowNetwork();
  const program = await bundledHeadquarters();
  const tls = authority.certified(host, [network.addressBytes]);
  const address = `[${network.address}]`;
  const headquarters = await program.start(null, { codeFor: centre, tls, host: address, within: network.within });
  const { port } = new URL(headquarters.url);
  const elsewhere = createServer(selfSigned(), (_asked, reply) => reply.end('bonjour'));
  elsewhere.listen(Number(port), liar);
  await once(elsewhere, 'listening');
  const names = await Names.begin(liar, network.addressBytes);
  const dist = names.asking(home, await electronDist());
  const desk = await launch(path.join(profile, 'desk'), { dist, env: { HOME: home } });
  const met = async (mood: Names['mood']) => {
    names.mood = mood;
    await desk.app.evaluate(({ session }) =>
      session.fromPartition('headquarters', { cache: false }).clearHostResolverCache(),
    );
    return enrolledAt(desk, `https://${host}:${port}`, headquarters.code);
  };
  const trouble = (what: object) => ({ ok: false, error: { kind: 'trouble', trouble: what } });
  try {
    expect(await met('dead')).toEqual(trouble({ kind: 'unreachable', how: 'dns' }));
    // a question that nobody answered may still be on its way when the next is asked, and answer for both
    const comesTo = (mood: Names['mood'], outcome: Record<string, unknown>) =>
      expect(async () => expect(await met(mood)).toMatchObject(outcome)).toPass({ timeout: 60_000 });
    await comesTo('lying', trouble({ kind: 'tls', how: 'certificate' }));
    await comesTo('honest', { ok: true, value: { centre } });
    await levelOf(desk);
    await unlocked(desk);
    for (let times = 0; times < 4; times++) await said(desk, 60);
    await levelOf(desk);
  } finally {
    await desk.app.close();
    await names.stop();
    elsewhere.close();
    await headquarters.kill();
    network.remove();
    await program.remove();
    programs.remove();
  }
  expect(desk.complaints).toEqual([]);
});
