import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { centreCode } from '../../shared/exchange/names';
import { Authority } from '../support/authority';
import { enrolledAt, levelOf, said, unlocked } from '../support/exchangingDesk';
import { bundledHeadquarters } from '../support/headquartersProcess';
import { expect, launch, test } from '../support/launch';
import { LocalNetwork, on, whyNoNetwork } from '../support/localNetwork';
import { NameServer, type NamesMood } from '../support/nameServer';
import { ProxyPrograms } from '../support/realProxy';
import { selfSigned } from '../support/selfSigned';

const centre = centreCode.of('0929999Z');
const host = 'siege.example';

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
  const network = await LocalNetwork.open();
  const [laptop, server] = [await network.machine('desk', 2), await network.machine('headquarters', 3)];
  network.byIpv6(laptop, 2);
  const { address, bytes } = network.byIpv6(server, 3);
  for (const each of [laptop, server]) network.narrowed(each, 1_280);
  const program = await bundledHeadquarters();
  const tls = authority.certified(host, [bytes]);
  const { within } = server.namespace;
  const headquarters = await program.start(null, { codeFor: centre, tls, host: `[${address}]`, within });
  const { port } = new URL(headquarters.url);
  const elsewhere = createServer(selfSigned(), (_asked, reply) => reply.end('bonjour'));
  elsewhere.listen(Number(port), network.here);
  await once(elsewhere, 'listening');
  const names = await NameServer.begin(network.here, Buffer.from(network.here.split('.').map(Number)), bytes);
  const desk = await launch(path.join(profile, 'desk'), { ...(await on(laptop)), env: { HOME: home } });
  const met = async (mood: NamesMood) => {
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
    const comesTo = (mood: NamesMood, outcome: Record<string, unknown>) =>
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
    network.close();
    await program.remove();
    programs.remove();
  }
  expect(desk.complaints).toEqual([]);
});
