import fc from 'fast-check';
import { helloFrom, pushFrom, tellFrom } from '../../shared/exchange/asking';
import { answerIn } from '../../shared/exchange/believe';
import { readFrame, writeFrame } from '../../shared/exchange/frame';
import { holdingsOf } from '../../shared/exchange/holdings';
import { newNonce } from '../../shared/exchange/names';
import { PokeReader } from '../../shared/exchange/pokes';
import { emptyBook } from '../../shared/exchange/receiptBook';
import { newTalk } from '../../shared/exchange/talk';
import { utf8 } from '../../shared/kernel/bytes';
import { unwrap } from '../../shared/kernel/result';
import { Chance } from '../simulation/chance';
import { aSigner, Writer } from '../support/devices';
import { TestServer, TestSide } from '../support/exchange';
import { type Border, holds } from './border';
import { spoiltBytes } from './mutate';

const server = new TestServer();
const desk = new TestSide('desk', server);
const entries = new Writer('desk').run(3);
const ids = new Set<string>(entries.map(({ entry }) => entry.id));
const signer = aSigner('desk');
const chance = new Chance(40);

/** Requests that the server would listen to. */
async function requests(): Promise<readonly Uint8Array[]> {
  unwrap(await desk.journal.append(entries));
  const challenge = server.ports.challengeFor(desk.device);
  const talk = { ...newTalk(desk.device, emptyBook), protocol: 1, challenge, theirs: new Map() };
  const push = await pushFrom(desk.side, talk, await holdingsOf(desk.journal), [new Writer('desk').stream]);
  return [helloFrom(desk.side), tellFrom(desk.side, talk), push].map(({ frame }) => frame);
}

async function changesNothing(frame: Uint8Array): Promise<void> {
  const answered = await server.answer(frame);
  holds(answered.frame.length > 0, 'everything is answered');
  for (const [stream, { seq }] of await server.journal.frontier())
    for (const { entry } of await server.journal.after(stream, 0, seq))
      holds(ids.has(entry.id), 'only what was written is held');
}

const names = [
  'type',
  'protocol',
  'device',
  'centre',
  'server',
  'nonce',
  'challenge',
  'at',
  'knows',
  'speaks',
  'entries',
  'wants',
];

/** What comes over the network. */
export const exchange: readonly Border[] = [
  {
    name: 'a request of the exchange, spoilt on the way',
    async run(asked) {
      const good = await requests();
      const spoilt = fc.constantFrom(...good).chain((frame) => fc.tuple(fc.constant(frame), spoiltBytes(frame)));
      await fc.assert(
        fc.asyncProperty(spoilt, async ([frame, bytes]) => {
          const same = Buffer.compare(frame, bytes) === 0;
          holds(same || (await server.answer(bytes)).refusal !== null, 'nobody has signed this');
        }),
        asked,
      );
    },
  },
  {
    name: 'a request of the exchange, signed by a device that means harm',
    async run(asked) {
      const good = await requests();
      const hostile = fc.tuple(fc.constantFrom(...good), fc.constantFrom(...names), fc.jsonValue());
      await fc.assert(
        fc.asyncProperty(hostile, async ([frame, name, value]) => {
          const { head, entries } = unwrap(readFrame(frame));
          const changed = { ...Object(head), nonce: newNonce(chance), [name]: value };
          await changesNothing(writeFrame('request', changed, entries, (bytes) => signer.sign(bytes)));
        }),
        asked,
      );
    },
  },
  {
    name: 'an answer of the exchange and a stream of pokes',
    async run(asked) {
      const hello = helloFrom(desk.side);
      const { frame } = await server.answer(hello.frame);
      const expected = { server: server.id, nonce: hello.nonce, type: hello.type } as const;
      const { check } = server.ports;
      const pokes = utf8('event: open\ndata: QUJD\n\n: pulse\n\nevent: poke\ndata: -\n\n');
      fc.assert(
        fc.property(spoiltBytes(frame), spoiltBytes(pokes), (bytes, stream) => {
          const same = Buffer.compare(frame, bytes) === 0;
          holds(same || !answerIn(bytes, expected, check).ok, 'the server has not said this');
          new PokeReader().read(stream);
        }),
        asked,
      );
    },
  },
];
