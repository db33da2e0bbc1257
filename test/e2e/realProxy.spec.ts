import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { centreCode } from '../../shared/exchange/names';
import { Authority } from '../support/authority';
import { enrolledAt, heldUp, levelOf, said, unlocked } from '../support/exchangingDesk';
import { bundledHeadquarters } from '../support/headquartersProcess';
import { type Desk, expect, launch, test } from '../support/launch';
import { ProxyPrograms, startSquid } from '../support/realProxy';

const centre = centreCode.of('0929999Z');
const host = 'siege.example';

/** Makes the desk's way out go through a proxy, as the system's settings would; the connections it has are closed. */
function through({ app }: Desk, config: { readonly proxyRules: string } | { readonly pacScript: string }) {
  return app.evaluate(async ({ session }, given) => {
    const own = session.fromPartition('headquarters', { cache: false });
    await own.setProxy(given);
    await own.closeAllConnections();
  }, config);
}

test('FAULTS 67, 68, 71 through a real proxy: tunnelled, found by a PAC file, wanting a login, taking out headers, inspecting with an authority that is installed, and letting no large body pass', async ({
  profile,
}) => {
  const fetched = ProxyPrograms.fetch();
  if ('whyNot' in fetched) {
    console.warn(`not run here: ${test.info().title}\n  ${fetched.whyNot}`);
    test.info().skip(true, fetched.whyNot);
    return;
  }
  const { programs } = fetched;
  const [real, inspecting] = [new Authority('Rectorat'), new Authority('Proxy du lycée')];
  const home = path.join(profile, 'home');
  mkdirSync(home);
  programs.trusting(home, [real.own, inspecting.own]);
  const squid = await startSquid(programs, { inspecting: inspecting.own, host, mostKilobytes: 24 });
  const program = await bundledHeadquarters();
  const headquarters = await program.start(null, { codeFor: centre, tls: real.certified(host) });
  const address = `https://${host}:${new URL(headquarters.url).port}`;
  const desk = await launch(path.join(profile, 'desk'), { env: { HOME: home } });
  try {
    const { at } = squid;
    await through(desk, { proxyRules: at.tunnel });
    const enrolled = await enrolledAt(desk, address, headquarters.code);
    expect(enrolled).toMatchObject({ ok: true, value: { centre } });
    await levelOf(desk, false);
    await unlocked(desk);
    await levelOf(desk, false);

    await through(desk, { proxyRules: at.login });
    await said(desk, 1);
    await heldUp(desk, { kind: 'proxy-login' }, 1);
    const pac = `function FindProxyForURL(url, host) { return host === '${host}' ? 'PROXY ${at.tunnel}' : 'DIRECT'; }`;
    await through(desk, {
      pacScript: `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(pac).toString('base64')}`,
    });
    await levelOf(desk, false);

    await through(desk, { proxyRules: at.strip });
    await said(desk, 2);
    await heldUp(desk, { kind: 'stripped' }, 2);
    await through(desk, { proxyRules: at.inspect });
    await levelOf(desk, true);

    expect(squid.log()).not.toContain('/413');
    for (let times = 0; times < 6; times++) await said(desk, 60);
    await levelOf(desk, true);
    await expect.poll(() => squid.log()).toContain('/413');
  } finally {
    await desk.app.close();
    await squid.stop();
    await headquarters.kill();
    await program.remove();
    programs.remove();
  }
  expect(desk.complaints).toEqual([]);
});
