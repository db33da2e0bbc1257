import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFrame, writeFrame } from '../../../shared/exchange/frame';
import type { Reply } from '../../../shared/exchange/reply';
import { openTalk, step } from '../../../shared/exchange/step';
import type { Talk } from '../../../shared/exchange/talk';
import type { NoAnswer, Trouble } from '../../../shared/exchange/trouble';
import { err, ok, type Result, unwrap } from '../../../shared/kernel/result';
import { aSigner, Writer } from '../../support/devices';
import { ours, TestServer, TestSide } from '../../support/exchange';

/** What stands between a desk and its server, and what it does with a request. */
interface Lie {
  readonly name: string;
  readonly tells: (honest: Reply, earlier: readonly Reply[]) => Result<Reply, NoAnswer>;
  readonly seenAs: Trouble;
}

const html = '<!doctype html><title>Bienvenue</title><form>Identifiant</form>';

function page(status: number, type: string | null = 'text/html; charset=utf-8', body = html): Reply {
  const headers = { 'content-type': type, 'cachet-protocol': null } as const;
  return { status, headers, redirection: null, certificate: null, body: new TextEncoder().encode(body) };
}

function sentTo(host: string, own: boolean, status = 302): Reply {
  return { ...page(status), redirection: { host, ours: own } };
}

const withType = (reply: Reply, type: string | null): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'content-type': type },
});
const withoutHeader = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, 'cachet-protocol': null } });
const unzipped = (reply: Reply): Uint8Array => new Uint8Array(gunzipSync(reply.body));

/** The answer with its head changed and signed by whoever is at hand. */
function rewritten(reply: Reply, change: (head: Record<string, unknown>) => object, signer = 'a proxy'): Reply {
  const { head, entries } = unwrap(readFrame(unzipped(reply)));
  const changed = change({ ...Object.fromEntries(Object.entries(head ?? {})) });
  const frame = writeFrame('answer', changed, entries, (bytes) => aSigner(signer).sign(bytes));
  return ours(reply.status, new Uint8Array(gzipSync(frame)));
}

const lies: readonly Lie[] = [
  {
    name: 'a portal’s page with status 200',
    tells: () => ok(page(200)),
    seenAs: { kind: 'portal', sign: 'page', host: null },
  },
  {
    name: 'a portal’s page that says it is XHTML',
    tells: () => ok(page(200, 'application/xhtml+xml')),
    seenAs: { kind: 'portal', sign: 'page', host: null },
  },
  {
    name: 'a portal that sends to its login page',
    tells: () => ok(sentTo('portail.lycee.example', false)),
    seenAs: { kind: 'portal', sign: 'redirection', host: 'portail.lycee.example' },
  },
  {
    name: 'a portal that says so: 511',
    tells: () => ok(page(511)),
    seenAs: { kind: 'portal', sign: 'status', host: null },
  },
  {
    name: 'a portal’s page under our own content type',
    tells: () => ok(ours(200, new TextEncoder().encode(html))),
    seenAs: { kind: 'garbled' },
  },
  {
    name: 'a portal’s page, gzipped, under our own content type',
    tells: () => ok(ours(200, new Uint8Array(gzipSync(html)))),
    seenAs: { kind: 'garbled' },
  },
  { name: 'a proxy that wants a login', tells: () => ok(page(407)), seenAs: { kind: 'proxy-login' } },
  {
    name: 'a proxy that forbids the site',
    tells: () => ok(page(403)),
    seenAs: { kind: 'not-ours', status: 403, contentType: 'text/html; charset=utf-8' },
  },
  {
    name: 'a gateway without a server behind it',
    tells: () => ok(page(502)),
    seenAs: { kind: 'gateway', status: 502 },
  },
  {
    name: 'an address that has moved',
    tells: () => ok(sentTo('siege.example', true, 301)),
    seenAs: { kind: 'redirected', host: 'siege.example' },
  },
  { name: 'a proxy that limits bodies', tells: () => ok(page(413)), seenAs: { kind: 'too-large' } },
  {
    name: 'a friendly JSON answer',
    tells: () => ok(page(200, 'application/json', '{"ok":true}')),
    seenAs: { kind: 'not-ours', status: 200, contentType: 'application/json' },
  },
  {
    name: 'an empty answer with status 204',
    tells: () => ok(page(204, null, '')),
    seenAs: { kind: 'not-ours', status: 204, contentType: null },
  },
  {
    name: 'a proxy that takes headers out',
    tells: (honest) => ok(withoutHeader(honest)),
    seenAs: { kind: 'stripped' },
  },
  {
    name: 'a proxy that takes the content type out',
    tells: (honest) => ok(withType(honest, 'application/octet-stream')),
    seenAs: { kind: 'not-ours', status: 200, contentType: 'application/octet-stream' },
  },
  {
    name: 'a proxy that unzips and keeps the type',
    tells: (honest) => ok({ ...honest, body: unzipped(honest) }),
    seenAs: { kind: 'garbled' },
  },
  {
    name: 'a proxy that cuts the answer',
    tells: (honest) => ok({ ...honest, body: honest.body.slice(0, -20) }),
    seenAs: { kind: 'cut' },
  },
  {
    name: 'a proxy that cuts the frame and zips it anew',
    tells: (honest) => ok({ ...honest, body: new Uint8Array(gzipSync(unzipped(honest).slice(0, -70))) }),
    seenAs: { kind: 'cut' },
  },
  {
    name: 'a cache that gives an earlier answer',
    tells: (honest, earlier) => ok(earlier[0] ?? honest),
    seenAs: { kind: 'stale' },
  },
  {
    name: 'an answer rewritten on the way, signed by the rewriter',
    tells: (honest) => ok(rewritten(honest, (head) => ({ ...head, standing: 'revoked' }))),
    seenAs: { kind: 'forged', what: 'answer' },
  },
  {
    name: 'another server with a good key of its own',
    tells: (honest) => ok(rewritten(honest, (head) => ({ ...head, server: impostor.id }), 'impostor')),
    seenAs: { kind: 'impostor', server: new TestServer('impostor').id },
  },
  {
    name: 'a name that nobody knows',
    tells: () => err({ kind: 'unreachable', how: 'dns' }),
    seenAs: { kind: 'unreachable', how: 'dns' },
  },
  {
    name: 'nobody there',
    tells: () => err({ kind: 'unreachable', how: 'refused' }),
    seenAs: { kind: 'unreachable', how: 'refused' },
  },
  {
    name: 'no answer in time',
    tells: () => err({ kind: 'unreachable', how: 'timeout' }),
    seenAs: { kind: 'unreachable', how: 'timeout' },
  },
  {
    name: 'an inspected network whose certificate is not trusted',
    tells: () => err({ kind: 'tls', how: 'certificate' }),
    seenAs: { kind: 'tls', how: 'certificate' },
  },
];

const impostor = new TestServer('impostor');

/** A desk with three entries to push, and a talk that has come as far as the request of that type. */
async function about(type: 'hello' | 'tell' | 'push' | 'pull') {
  const server = new TestServer();
  const desk = new TestSide('desk', server);
  const earlier: Reply[] = [];
  unwrap(await (type === 'pull' ? server : desk).journal.append(new Writer('desk').run(3)));
  let talk: Talk = await openTalk(desk.side);
  const honest = desk.net;
  desk.net = {
    async ask(asked, body) {
      const reply = await honest.ask(asked, body);
      if (reply.ok) earlier.push(reply.value);
      return reply;
    },
  };
  const before = { hello: 0, tell: 1, push: 2, pull: 2 }[type];
  for (let steps = 0; steps < before; steps++) talk = (await step(talk, desk.side)).talk;
  return { server, desk, talk, earlier, honest };
}

describe('FAULTS 66–68, 71 G20 what is not our server’s answer is not believed, and is told for what it is', () => {
  describe.each(['hello', 'tell', 'push', 'pull'] as const)('in answer to %s', (type) => {
    test.each(lies.filter(({ seenAs }) => type !== 'hello' || seenAs.kind !== 'stale'))(
      '$name',
      async ({ tells, seenAs }) => {
        const { desk, talk, earlier, honest } = await about(type);
        const asked: string[] = [];
        desk.net = {
          async ask(of, body) {
            asked.push(of);
            const reply = await honest.ask(of, body);
            return tells(unwrap(reply), earlier);
          },
        };
        const after = (await step(talk, desk.side)).talk;
        expect(asked).toEqual([type]);
        expect(after.trouble).toEqual(seenAs);
        const { trouble, failures, notBefore, atEarliest, portion, streak, ...believed } = after;
        const { trouble: _t, failures: _f, notBefore: _n, atEarliest: _a, portion: _p, streak: _s, ...known } = talk;
        expect(believed).toEqual(known);
        expect((await desk.journal.frontier()).size).toBe(type === 'pull' ? 0 : 1);
        expect(after.receipts.size).toBe(0);
        // And once the liar is gone, nothing of it remains
        desk.net = honest;
        const level = await desk.untilLevel(after);
        expect(level.trouble).toBeNull();
        expect(level.receipts.size).toBe(1);
      },
    );
  });
});
