import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { helloFrom, listenFrom, pullFrom, pushFrom, tellFrom } from '../../shared/exchange/asking';
import { questionOf } from '../../shared/exchange/early';
import { ENROLMENT_PATH } from '../../shared/exchange/enrolment';
import { readFrame, writeFrame } from '../../shared/exchange/frame';
import { holdingsOf } from '../../shared/exchange/holdings';
import { CONTENT_TYPE, PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { newNonce } from '../../shared/exchange/names';
import { decodeBody, type SealedEntry, signedBytes } from '../../shared/journal/entry';
import { utf8 } from '../../shared/kernel/bytes';
import { unwrap } from '../../shared/kernel/result';
import { Chance } from '../simulation/chance';
import { Besieged, type Traitor } from '../support/besieged';
import { type Border, holds } from './border';
import { type Attack, answered, plain, spoiltWords } from './headquartersPage';
import { spoiltBytes, spoiltText, spoiltValue } from './mutate';

/** MiB by which headquarters' process may grow, whatever is sent to it and however often. */
const mostGrowth = 400;
const random = new Chance(41);

const ours = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' };

interface Spoken {
  readonly path: string;
  readonly frame: Uint8Array;
}

/** Requests that headquarters would listen to, of a machine that is enrolled, and where they are sent. */
async function requestsOf({ device, talk, stream }: Traitor): Promise<readonly Spoken[]> {
  const { side } = device;
  const known = { ...talk, theirs: talk.theirs ?? new Map() };
  const held = await holdingsOf(device.journal);
  const push = await pushFrom(side, known, held, [stream]);
  const difference = { pushes: [], wants: [stream], broken: [] };
  const pull = pullFrom(side, known, (await questionOf(known, difference, held)).wants);
  return [helloFrom(side), tellFrom(side, known), push, pull, listenFrom(side, known)].map(({ type, frame }) => ({
    path: PATHS[type],
    frame,
  }));
}

const posted = (path: string, body: Uint8Array) => ({ method: 'POST', path, headers: ours, body });

/** What a body holds; nothing where it cannot be unzipped. */
function unzipped(body: Uint8Array): Uint8Array {
  try {
    return gunzipSync(body);
  } catch {
    return new Uint8Array();
  }
}

/** The whole of an HTTP request, as bytes. */
function raw(path: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Uint8Array {
  const said = { host: 'siege', connection: 'close', 'content-length': String(body.length), ...headers };
  const lines = Object.entries(said).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([utf8(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body]);
}

/** Whatever comes to the port, HTTP or not. */
const bytesAtThePort: Attack = async (siege, asked) => {
  const traitor = await siege.traitor();
  const before = await siege.visible();
  const requests = (await requestsOf(traitor)).map(({ path, frame }) => raw(path, ours, gzipSync(frame)));
  const page = { origin: siege.url, 'content-type': 'application/json' };
  const signIn = utf8(JSON.stringify({ person: 'a.moreau', password: 'x', totp: '1' }));
  const good = [...requests, raw('/vigie/api/sign-in', page, signIn)];
  const spoilt = fc.constantFrom(...good).chain(spoiltBytes);
  await fc.assert(
    fc.asyncProperty(spoilt, async (bytes) => answered(await siege.shout(bytes))),
    asked,
  );
  holds((await siege.visible()) === before, 'something was written');
};

/** A machine's requests, changed by somebody who has no key; bodies that swell, and bodies that are too long. */
const spoiltFrames: Attack = async (siege, asked) => {
  const traitor = await siege.traitor();
  const before = await siege.visible();
  const good = await requestsOf(traitor);
  const swelling = gzipSync(new Uint8Array(64 * 1024 * 1024));
  const spoilt = fc.constantFrom(...good).chain(({ path, frame }) =>
    fc.record({
      path: fc.constantFrom(path, path, ENROLMENT_PATH, ...good.map((each) => each.path)),
      body: fc.oneof(
        { weight: 40, arbitrary: spoiltBytes(frame).map((bytes) => gzipSync(bytes)) },
        { weight: 10, arbitrary: spoiltBytes(gzipSync(frame)) },
        { weight: 1, arbitrary: fc.constant(swelling) },
        { weight: 1, arbitrary: fc.nat(400).map((kilobytes) => new Uint8Array(kilobytes * 8192)) },
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ path, body }) => {
      const { status } = await siege.ask(posted(path, body));
      answered(status);
      const signed = good.some(({ frame }) => Buffer.compare(frame, unzipped(body)) === 0);
      holds(signed || status >= 400 || status === 0, `believed: ${status}`);
    }),
    asked,
  );
  holds((await siege.visible()) === before, 'something was written');
};

/** Frames and entries that machines of another centre have really signed, and that say anything. */
const signedFrames: Attack = async (siege, asked) => {
  // headquarters count requests by machine, too
  const traitors: Traitor[] = [];
  while (traitors.length < Math.min(100, asked.numRuns / 60)) traitors.push(await siege.traitor());
  const before = await siege.visible();
  const good: { readonly by: number; readonly path: string; readonly head: unknown }[] = [];
  for (const [by, traitor] of traitors.entries())
    for (const { path, frame } of await requestsOf(traitor))
      good.push({ by, path, head: unwrap(readFrame(frame)).head });
  const hostile = fc.constantFrom(...good).chain(({ by, path, head }) =>
    fc.record({
      by: fc.constant(by),
      path: fc.constant(path),
      head: fc.oneof(fc.constant(head), spoiltValue(head)).map(plain),
      bodies: fc.oneof(fc.constant(null), hostileBodies(traitors[by]?.entries ?? [])),
    }),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async ({ by, path, head, bodies }) => {
      const traitor = traitors[by];
      if (!traitor) throw new Error('each is one of them');
      const sign = (bytes: Uint8Array) => traitor.device.signer.sign(bytes);
      const sealed = bodies?.map((bytes) => ({ bytes, signature: sign(signedBytes(bytes)) })) ?? traitor.entries;
      const said = { ...Object(head), nonce: newNonce(random) };
      const frame = writeFrame('request', said, path === PATHS.push ? sealed : [], sign);
      answered((await siege.ask(posted(path, gzipSync(frame)))).status);
    }),
    asked,
  );
  holds((await siege.visible()) === before, 'something was written elsewhere');
  await siege.onlyTheirs();
};

/** What entries say, each spoilt. */
function hostileBodies(entries: readonly SealedEntry[]): fc.Arbitrary<readonly Uint8Array[]> {
  const spoilt = ({ bytes }: SealedEntry) =>
    fc
      .oneof(spoiltValue(decodeBody(bytes)), spoiltText(decodeBody(bytes)))
      .map((body) => utf8(JSON.stringify(plain(body))));
  return fc.tuple(...entries.map(spoilt));
}

const attacks: readonly Attack[] = [bytesAtThePort, spoiltFrames, signedFrames, spoiltWords];

/** Headquarters under attack: whatever it was asked, it goes on, has grown little, and an honest machine is served. */
export const headquarters: Border = {
  name: 'headquarters’ port: bytes, frames, signed frames, the page’s words',
  async run(asked) {
    const siege = await Besieged.begin();
    try {
      for (const attack of attacks) {
        await attack(siege, asked);
        await siege.serves();
        holds(siege.swollen < mostGrowth, `it grew by ${Math.round(siege.swollen)} MiB`);
      }
    } finally {
      await siege.stop();
    }
  },
};
