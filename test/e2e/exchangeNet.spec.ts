import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { MAX_ANSWER_BYTES } from '../../shared/exchange/limits';
import { type FaultyServer, faultyServer, selfSignedServer } from '../support/faultyServer';
import { expect, launch, test } from '../support/launch';

/** What stands in the way of a machine that shows a code at this address. */
async function metAt(page: Page, address: string): Promise<unknown> {
  const shown = await page.evaluate((asked) => window.cachet.enrol(asked), { address, code: '00000-00000-00000' });
  return shown.ok || shown.error.kind !== 'trouble' ? shown : shown.error.trouble;
}

const ours = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' };
const page200 = '<!doctype html><title>Wi-Fi invités</title>';

const answers: readonly (readonly [name: string, answer: RequestListener, trouble: object])[] = [
  [
    'FAULT 66 a portal’s own page instead of every answer',
    (_asked, reply) => reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page200),
    { kind: 'portal', sign: 'page', host: null },
  ],
  [
    'FAULT 66 a portal that sends elsewhere',
    (_asked, reply) => reply.writeHead(302, { location: 'http://portail.example/login?next=x' }).end(),
    { kind: 'portal', sign: 'redirection', host: 'portail.example' },
  ],
  [
    'FAULT 66 a portal that says 511',
    (_asked, reply) => reply.writeHead(511, { 'content-type': 'text/html' }).end(page200),
    { kind: 'portal', sign: 'status', host: null },
  ],
  [
    'a server that sends to another address of its own',
    (_asked, reply) => reply.writeHead(308, { location: 'https://127.0.0.1/siege' }).end(),
    { kind: 'redirected', host: '127.0.0.1' },
  ],
  [
    'FAULT 68 a proxy that breaks down',
    (_asked, reply) => reply.writeHead(502, { 'content-type': 'text/html' }).end(page200),
    { kind: 'gateway', status: 502 },
  ],
  [
    'FAULT 68 a proxy that takes out headers',
    (_asked, reply) => reply.writeHead(200, { 'content-type': CONTENT_TYPE }).end(gzipSync('{}')),
    { kind: 'stripped' },
  ],
  [
    'FAULT 68 a proxy that lets no such body pass',
    (_asked, reply) => reply.writeHead(413, { 'content-type': 'text/plain' }).end(),
    { kind: 'too-large' },
  ],
  [
    'an answer that is nobody’s',
    (_asked, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    { kind: 'not-ours', status: 200, contentType: 'application/json' },
  ],
  [
    'FAULT 27 an answer cut off by the network',
    (_asked, reply) => {
      reply.writeHead(200, { ...ours, 'content-length': '1000' });
      reply.write('short', () => reply.destroy());
    },
    { kind: 'unreachable', how: 'reset' },
  ],
  [
    'FAULT 27 an answer whose end something took away',
    (_asked, reply) => reply.writeHead(200, ours).end(gzipSync('x'.repeat(9_000)).subarray(0, 20)),
    { kind: 'cut' },
  ],
  [
    'FAULT 39 an answer that does not end',
    (_asked, reply) => {
      reply.writeHead(200, ours);
      const piece = Buffer.alloc(256 * 1024, 'x');
      const more = () => void (reply.destroyed || reply.write(piece, more));
      more();
    },
    { kind: 'unreachable', how: 'reset' },
  ],
  [
    'FAULT 39 a few bytes that swell beyond the limit',
    (_asked, reply) => reply.writeHead(200, ours).end(gzipSync(Buffer.alloc(MAX_ANSWER_BYTES + 1))),
    { kind: 'garbled' },
  ],
  ['a server that says nothing', () => {}, { kind: 'unreachable', how: 'timeout' }],
];

test('FAULT 27, 39, 66, 68 whatever answers in headquarters’ place is told for what it is, followed nowhere, and believed in nothing', async ({
  desk: { page },
}) => {
  for (const [name, answer, trouble] of answers) {
    const server = await faultyServer(answer);
    expect(await metAt(page, `http://127.0.0.1:${server.port}`), name).toEqual(trouble);
    expect(server.asked, name).toBe(1);
    await server.close();
  }
  expect(await page.evaluate(() => window.cachet.exchangeState())).toEqual({ kind: 'alone' });
});

test('FAULT 71 a name nobody knows, a port nobody listens on, and a certificate nobody trusts', async ({
  desk: { page },
}) => {
  expect(await metAt(page, 'https://siege.invalid')).toEqual({ kind: 'unreachable', how: 'dns' });
  const gone = await faultyServer(() => {});
  await gone.close();
  expect(await metAt(page, `http://127.0.0.1:${gone.port}`)).toEqual({ kind: 'unreachable', how: 'refused' });
  const clear = await faultyServer(() => {});
  expect(await metAt(page, `https://127.0.0.1:${clear.port}`)).toEqual({ kind: 'tls', how: 'handshake' });
  await clear.close();
  const selfSigned = await selfSignedServer((_asked, reply) => reply.writeHead(200, ours).end());
  expect(await metAt(page, `https://localhost:${selfSigned.port}`)).toEqual({ kind: 'tls', how: 'certificate' });
  expect(selfSigned.asked).toBe(0);
  await selfSigned.close();
});

test('a proxy that wants a name and a password is told, and is never given one', async ({ profile }) => {
  const said: (string | undefined)[] = [];
  const proxy: FaultyServer = await faultyServer((asked, reply) => {
    said.push(asked.headers['proxy-authorization']);
    reply.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"', 'content-type': 'text/html' }).end(page200);
  });
  const { app, page } = await launch(profile, { args: [`--proxy-server=127.0.0.1:${proxy.port}`] });
  expect(await metAt(page, 'http://siege.example')).toEqual({ kind: 'proxy-login' });
  expect(said).toEqual([undefined]);
  await app.close();
  await proxy.close();
});
