import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { alarm } from '../../../electron/exchange/alarm';
import type { BlackBox } from '../../../electron/journal/blackBox';
import { certificateOf } from '../../../electron/relay/certificate';
import { pairingRoutes } from '../../../electron/relay/pairingRoutes';
import { openRelayServer, type RelayRoute } from '../../../electron/relay/relayServer';
import { wayToDevice } from '../../../electron/relay/wayToDevice';
import { zip } from '../../../node/zip';
import { readFrame, writeFrame } from '../../../shared/exchange/frame';
import { type PairingAsked, pairingFrom, pairingIn } from '../../../shared/exchange/joining';
import { type Nonce, newNonce, serverId } from '../../../shared/exchange/names';
import { PAIRING_PATHS, pairingRequest } from '../../../shared/exchange/pairing';
import { linkOf, readLink } from '../../../shared/exchange/pairingLink';
import { CODE_LIFE, CODE_TRIES } from '../../../shared/exchange/pairingOffer';
import { personId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { aCentre, publishing, randomly } from '../../support/copies';
import { aDraft, aSigner, ed25519 } from '../../support/devices';
import { admits, founded, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine, closed } = networkOfTest();

/** Somebody who calls from this machine. */
const caller = { address: '127.0.0.1', connection: new PassThrough() };
const comesTo = (machine: RunningMachine, state: object) =>
  vi.waitFor(() => expect(machine.joining.state()).toMatchObject(state), soon);
const failed = (because: object) => ({ step: 'failed', because });

/** Every entry that a machine holds, by name. */
async function held(box: BlackBox): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [stream, { seq }] of await box.frontier())
    for (let at = 1; at <= seq; at++) names.push(box.idAt(stream, at) ?? '');
  return names.sort();
}

/** A head's machine that is a relay, and a newcomer with nothing on it. */
async function aHeadAndANewcomer() {
  const [chiefs, rooms] = [aMachine(), aMachine()];
  const [chief, room] = [await chiefs.start(), await rooms.start()];
  const [address = ''] = await founded(chief);
  return { chiefs, chief, room, address };
}

const offerOf = async ({ pairing }: RunningMachine) => unwrap(await pairing.pair());
const letsIn = async (chief: RunningMachine, { journal }: RunningMachine) =>
  chief.say(admits(journal.device, journal.wrapping));

describe('a machine joins its centre', () => {
  test('by the link that the head’s machine shows: known, then let in, then it has what the others have', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    const { link } = await offerOf(chief);
    room.joining.joinByLink({ link });
    await comesTo(room, { step: 'awaiting', relay: chief.journal.device });
    expect(chief.pairing.state()?.arrived).toMatchObject({ device: room.journal.device, member: false });
    expect((await room.network.state()).relays).toEqual([]);
    await letsIn(chief, room);
    await comesTo(room, { step: 'joined', centre: aCentre.code, name: 'Lycée de l’essai', entries: 2 });
    await vi.waitFor(async () => expect(await held(room.journal.box)).toEqual(await held(chief.journal.box)), soon);
    expect(chief.pairing.state()?.arrived).toMatchObject({ member: true });
  });

  test('with the centre’s journal on it already, as one that was restored: it keeps all it holds, and has what is new', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    for (const stream of (await chief.journal.box.frontier()).keys())
      unwrap(await room.journal.box.append(await chief.journal.box.after(stream, 0, 100)));
    await room.say(aDraft('Amandine, notée seul'));
    await chief.say(aDraft('Bastien'));
    const before = await held(room.journal.box);
    const { link } = await offerOf(chief);
    room.joining.joinByLink({ link });
    await comesTo(room, { step: 'awaiting' });
    await letsIn(chief, room);
    await comesTo(room, { step: 'joined', centre: aCentre.code });
    await vi.waitFor(async () => expect(await held(room.journal.box)).toEqual(await held(chief.journal.box)), soon);
    expect(await held(room.journal.box)).toEqual(expect.arrayContaining([...before]));
  });

  test('by an address and the code that is read aloud, which never travels', async () => {
    const { chief, room, address } = await aHeadAndANewcomer();
    const { code } = await offerOf(chief);
    room.joining.joinByCode({ address, code: code.text.toLowerCase().replace('-', ' ') });
    await comesTo(room, { step: 'awaiting', relay: chief.journal.device });
    await letsIn(chief, room);
    await comesTo(room, { step: 'joined', centre: aCentre.code });
    expect(chief.pairing.state()?.code.dead).toBe('used');
  });

  test('again, where the answer was lost after it was let in: it needs no secret any more', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    await letsIn(chief, room);
    const { link } = await offerOf(chief);
    chief.pairing.end();
    room.joining.joinByLink({ link });
    await comesTo(room, { step: 'joined', centre: aCentre.code });
  });

  test('FAULT 65 a code that is guessed five times dies: the right one comes too late, by address at least', async () => {
    const { chief, room, address } = await aHeadAndANewcomer();
    const { code, link } = await offerOf(chief);
    const wrong = code.text === '00000-00001' ? '00001-0000G' : '00000-00001';
    for (let guess = 0; guess < CODE_TRIES; guess++) {
      room.joining.joinByCode({ address, code: wrong });
      await comesTo(room, failed({ kind: 'refused', refusal: { because: 'wrong-code' } }));
      room.joining.leave();
    }
    expect(chief.pairing.state()?.code.dead).toBe('tries');
    room.joining.joinByCode({ address, code: code.text });
    await comesTo(room, failed({ kind: 'refused', refusal: { because: 'spent' } }));
    expect(chief.pairing.state()?.arrived).toBeNull();
    // whoever has the link has not guessed
    room.joining.joinByLink({ link });
    await comesTo(room, { step: 'awaiting' });
  });

  test('FAULT 65 a code that is too old is worth nothing, and neither is a withdrawn one', async () => {
    const { chiefs, chief, room, address } = await aHeadAndANewcomer();
    const { code } = await offerOf(chief);
    chiefs.later = CODE_LIFE + 1;
    expect(chief.pairing.state()?.code.dead).toBe('expired');
    room.joining.joinByCode({ address, code: code.text });
    await comesTo(room, failed({ kind: 'refused', refusal: { because: 'no-code' } }));
    chief.pairing.end();
    room.joining.joinByCode({ address, code: code.text });
    await comesTo(room, failed({ kind: 'refused', refusal: { because: 'no-code' } }));
  });

  test('a link serves one machine', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    const second = await aMachine().start();
    const { link } = await offerOf(chief);
    room.joining.joinByLink({ link });
    await comesTo(room, { step: 'awaiting' });
    second.joining.joinByLink({ link });
    await comesTo(second, failed({ kind: 'refused', refusal: { because: 'used' } }));
  });

  test('a machine of another centre stays with its own, as both sides see it', async () => {
    const { chief, room, address } = await aHeadAndANewcomer();
    const elsewhere = { ...aCentre, code: '0990099Z' };
    await room.say(aDraft('', publishing(elsewhere)));
    const { link, code } = await offerOf(chief);
    const other = failed({ kind: 'other-centre', here: '0990099Z', there: aCentre.code });
    room.joining.joinByLink({ link });
    await comesTo(room, other);
    room.joining.leave();
    room.joining.joinByCode({ address, code: code.text });
    await comesTo(room, other);
    expect(chief.pairing.state()?.arrived).toBeNull();
    expect((await room.network.state()).relays).toEqual([]);
  });

  test('FAULT 62 somebody else at the address of a link, with a relay and a centre of their own, is told nothing', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    const rogue = await aMachine().start();
    const addresses = await founded(rogue);
    await offerOf(rogue);
    const link = unwrap(readLink((await offerOf(chief)).link));
    room.joining.joinByLink({ link: linkOf({ ...link, addresses }) });
    await comesTo(room, failed({ kind: 'trouble', trouble: { kind: 'tls', how: 'certificate' } }));
    expect(rogue.pairing.state()?.arrived).toBeNull();
  });

  test('FAULT 62 somebody else at the address of a code has one guess, and is believed in nothing', async () => {
    const { chief, room } = await aHeadAndANewcomer();
    const rogue = await aMachine().start();
    const [address = ''] = await founded(rogue);
    await offerOf(rogue);
    const { code } = await offerOf(chief);
    room.joining.joinByCode({ address, code: code.text });
    await comesTo(room, failed({ kind: 'refused', refusal: { because: 'wrong-code' } }));
    expect(rogue.pairing.state()?.arrived).toBeNull();
  });

  test('FAULT 62 who stands between and passes the code’s messages on in their own name gets nothing for it', async () => {
    const { chief, room, address } = await aHeadAndANewcomer();
    const { code } = await offerOf(chief);
    const between = await passingOn(address);
    room.joining.joinByCode({ address: `127.0.0.1:${between.port}`, code: code.text });
    await comesTo(room, failed({ kind: 'not-proven' }));
    expect(between.passed).toEqual(['challenge', 'link']);
    expect(chief.pairing.state()?.arrived).toBeNull();
  });

  test('only a head or a deputy awaits a machine; only an empty machine, or its head, joins', async () => {
    const { chiefs, chief } = await aHeadAndANewcomer();
    const rooms = aMachine();
    const room = await rooms.start();
    const { link } = await offerOf(chief);
    for (const role of ['examSecretariat', 'roomLeadInvigilator', 'invigilator'] as const) {
      chiefs.actor = rooms.actor = { person: personId.of('P-AUTRE'), role, unlocked: 'pin' };
      expect(await chief.pairing.pair()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
      room.joining.joinByLink({ link });
      expect(room.joining.state()).toEqual(failed({ kind: 'not-allowed' }));
    }
    chiefs.actor = null;
    expect(await chief.pairing.pair()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  });

  test('FAULT 65 a flood of beginnings is held to five, and keeps nothing more', async () => {
    const { chief } = await aHeadAndANewcomer();
    await offerOf(chief);
    const { device } = chief.journal;
    const answers = Array.from({ length: 500 }, () => chief.pairing.try(device, newNonce(randomly), 'AAAA'));
    const because = answers.map((each) => (each.ok ? 'ok' : each.error.because));
    expect(because.filter((each) => each !== 'spent')).toEqual(Array.from({ length: 5 }, () => 'not-understood'));
  });

  test('what is no request, or somebody else’s, is refused and changes nothing, whatever it is', async () => {
    const { chief } = await aHeadAndANewcomer();
    const { link } = await offerOf(chief);
    const { secret } = unwrap(readLink(link));
    const clock = { now: () => instant.of(0) };
    const signer = aSigner('newcomer');
    const newcomer = { signer, wrapping: 'A'.repeat(43), clock, random: randomly };
    const good = pairingFrom(newcomer, { type: 'join', secret, centre: null }).frame;
    const answer = pairingRoutes(chief.pairing, chief.journal, clock).get(PAIRING_PATHS.join);
    const spoilt = fc
      .tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => good.map((byte, place) => (place === at ? byte ^ by : byte)));
    const cut = fc.nat(good.length - 1).map((length) => good.subarray(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), spoilt, cut), async (bytes) => {
        expect(await answer?.(bytes, caller)).toMatchObject({ status: 403 });
        expect(chief.pairing.state()?.arrived).toBeNull();
      }),
      { seed: 65, numRuns: 400 },
    );
    expect(await answer?.(good, caller)).toMatchObject({ status: 200 });
  });
});

/** A relay of somebody's own that answers with what it asked of the true one, in its own name. */
async function passingOn(address: string) {
  const signer = aSigner('between');
  const clock = { now: () => instant.of(0) };
  const newcomer = { signer, wrapping: 'A'.repeat(43), clock, random: randomly };
  const way = wayToDevice(null, () => [address], ed25519, alarm);
  const passed: string[] = [];
  const attempts = new Map<Nonce, Nonce>();
  const route: RelayRoute = async (bytes) => {
    const asked = pairingRequest.parse(unwrap(readFrame(bytes)).head);
    if (asked.type === 'join') throw new Error('nobody joins here');
    const own: PairingAsked =
      asked.type === 'code'
        ? { type: 'code', start: asked.start }
        : { type: 'proof', attempt: attempts.get(asked.attempt) ?? asked.attempt, finish: asked.finish };
    const { nonce, frame } = pairingFrom(newcomer, own);
    if (asked.type === 'code') attempts.set(asked.nonce, nonce);
    const reply = unwrap(await way.post(PAIRING_PATHS[asked.type], new Uint8Array(gzipSync(frame))));
    const types = ['challenge', 'link'] as const;
    const said = unwrap(await pairingIn(reply, { asked: nonce, relay: null, types }, { zip, check: ed25519 }));
    passed.push(said.type);
    const server = serverId.of(Buffer.from(signer.publicKey).toString('base64url'));
    return {
      status: 200,
      frame: writeFrame('answer', { ...said, server, nonce: asked.nonce }, [], (body) => signer.sign(body)),
    };
  };
  const server = await openRelayServer(
    {
      certificate: certificateOf(signer),
      routes: new Map(Object.values(PAIRING_PATHS).map((path) => [path, route])),
      refused: async () => ({ status: 400, frame: new Uint8Array() }),
      shut: () => undefined,
      steady: () => performance.now(),
      broken: (bug) => {
        throw bug;
      },
    },
    0,
  );
  closed(way);
  closed(server);
  return { port: server.port, passed };
}
