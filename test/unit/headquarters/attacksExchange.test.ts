import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entriesOf } from '../../../headquarters/journal/readCentre';
import { grantsOf, standingOf } from '../../../shared/centre/grants';
import { fact, facts } from '../../../shared/exam/state';
import { ENROLMENT_CODE } from '../../../shared/exchange/enrolment';
import { MAX_ENTRY_BYTES, type SealedEntry, signedBytes } from '../../../shared/journal/entry';
import type { Journal } from '../../../shared/journal/journal';
import { deviceId } from '../../../shared/journal/launch';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { utf8 } from '../../../shared/kernel/bytes';
import { personId } from '../../../shared/kernel/ids';
import { recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { unwrap } from '../../../shared/kernel/result';
import type { Actor, Draft } from '../../../shared/kernel/statement';
import { AttackedHeadquarters } from '../../support/attackedHeadquarters';
import { aSigner, Writer } from '../../support/devices';
import { terms } from '../../support/grants';
import { grounds } from '../../support/headquartersGrounds';
import { TestDevice } from '../../support/headquartersNode';

const head: Actor = { person: personId.of('P-0001'), role: 'centreHead', unlocked: 'pin' };
const siege: Actor = { person: personId.of('SIEGE'), role: 'headquarters', unlocked: 'pin' };
const codes = z.object({ code: z.string() });

/** A journal whose entries leave it with other bytes or another signature than they have. */
function forging(journal: Journal, forge: (sealed: SealedEntry) => SealedEntry): Journal {
  return {
    ...journal,
    async after(stream, seq, limit) {
      const entries = await journal.after(stream, seq, limit);
      return entries.map((each): VerifiedEntry => {
        const copy: VerifiedEntry = Object.create(each);
        return Object.defineProperty(copy, 'sealed', { value: forge(each.sealed) });
      });
    },
  };
}

describe.each(grounds)('entries that attack headquarters, on $name', { timeout: 60_000 }, ({ ground }) => {
  const attacked = AttackedHeadquarters.forTests(ground);

  test('FAULT 35 an entry with an altered byte, or signed by another machine, is set aside; the rest is kept', async () => {
    const centre = await attacked().published();
    const device = await attacked().enrolled('signs', centre);
    const [good, bad] = [new Writer('signs'), new Writer('signs', 'BBBBBBBBBBB')];
    unwrap(await device.journal.append([...good.run(3), ...bad.run(1)]));
    const thief = aSigner('thief');
    device.journal = forging(device.journal, (sealed) => {
      const text = Buffer.from(sealed.bytes).toString();
      return text.includes('BBBBBBBBBBB') ? { ...sealed, signature: thief.sign(signedBytes(sealed.bytes)) } : sealed;
    });
    const talk = await device.untilLevel();
    expect(talk.receipts.get(good.stream)?.map(({ seq }) => seq)).toEqual([3]);
    expect(talk.receipts.get(bad.stream)).toBeUndefined();
    expect(await attacked().reasons(centre)).toContain('bad-signature aside');
    expect((await attacked().node.journals.of(centre).frontier()).has(bad.stream)).toBe(false);
  });

  test('FAULT 39, 40 an entry that is too large, one that is numbered beyond every count, and bytes that are none, are set aside', async () => {
    const centre = await attacked().published();
    const device = await attacked().enrolled('sends much', centre);
    const writers = ['AAAAAAAAAAA', 'BBBBBBBBBBB', 'CCCCCCCCCCC', 'DDDDDDDDDDD'].map(
      (launch) => new Writer('sends much', launch),
    );
    unwrap(await device.journal.append(writers.flatMap((writer) => writer.run(1))));
    device.journal = forging(device.journal, (sealed) => {
      const said = Buffer.from(sealed.bytes).toString();
      const forged = (bytes: Uint8Array) => ({ bytes, signature: device.signer.sign(signedBytes(bytes)) });
      if (said.includes('AAAAAAAAAAA')) return forged(new Uint8Array(MAX_ENTRY_BYTES + 1).fill(0x20));
      if (said.includes('BBBBBBBBBBB')) return forged(utf8('[1,2'));
      return said.includes('CCCCCCCCCCC') ? forged(utf8(said.replace('"seq":1,', '"seq":2147483648,'))) : sealed;
    });
    await device.untilLevel();
    const frontier = await attacked().node.journals.of(centre).frontier();
    expect(writers.map(({ stream }) => frontier.has(stream))).toEqual([false, false, false, true]);
    const set = (await attacked().reasons(centre)).filter((each) => each.endsWith('aside'));
    expect(set).toEqual(Array.from({ length: 3 }, () => 'not-an-entry aside'));
  });

  test('FAULT 25 the same entries, brought again by another machine of the centre, are known', async () => {
    const centre = await attacked().published();
    const [one, other] = [
      await attacked().enrolled('brings', centre),
      await attacked().enrolled('brings again', centre),
    ];
    const writer = new Writer('brings');
    const entries = writer.run(4);
    unwrap(await one.journal.append(entries));
    unwrap(await other.journal.append(entries));
    await one.untilLevel();
    const before = (await entriesOf(attacked().node.journals.of(centre))).length;
    const talk = await other.later();
    expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([4]);
    expect((await entriesOf(attacked().node.journals.of(centre))).length).toBe(before);
  });

  test('FAULT 36 what a machine that was never enrolled wrote is set aside, whoever brings it', async () => {
    const centre = await attacked().published();
    const relay = await attacked().enrolled('relays it', centre);
    const strange = new Writer('nobody enrolled it');
    unwrap(await relay.journal.append(strange.run(2)));
    await relay.later();
    expect((await attacked().node.journals.of(centre).frontier()).has(strange.stream)).toBe(false);
    expect((await attacked().reasons(centre)).sort()).toEqual(['follows-quarantined aside', 'not-enrolled aside']);
    const talk = await new TestDevice('nobody enrolled it', attacked().node, centre).untilLevel();
    expect(talk.trouble).toMatchObject({ refusal: { because: 'unknown-device' } });
  });

  test('FAULT 37 a revoked machine: before the cut-off it counts, after it is set aside, and it is given nothing more', async () => {
    const centre = await attacked().published();
    const [stolen, relay] = [
      await attacked().enrolled('is stolen', centre),
      await attacked().enrolled('is not', centre),
    ];
    const writer = new Writer('is stolen');
    const entries = writer.run(5);
    unwrap(await stolen.journal.append(entries.slice(0, 3)));
    await stolen.later();
    const cutOff = { [writer.stream]: { seq: 4, id: entries[3]?.entry.id } };
    const revoked = await attacked().page.post(`/devices/${stolen.device}/revoke`, { reason: 'volé', cutOff });
    expect(revoked.status).toBe(200);
    unwrap(await relay.journal.append(entries));
    await relay.later();
    expect((await attacked().node.journals.of(centre).frontier()).get(writer.stream)?.seq).toBe(4);
    expect((await attacked().reasons(centre)).filter((each) => each !== 'schema in-chain')).toEqual(['revoked aside']);
    const talk = await stolen.later();
    expect(talk.standing).toBe('revoked');
  });

  test('FAULT 38 a machine of another centre gets in nowhere else, and what it wrote counts nowhere else', async () => {
    const [here, there] = [await attacked().published(), await attacked().published()];
    await attacked().enrolled('of here', here);
    const host = await attacked().enrolled('of there', there);
    const abroad = await new TestDevice('of here', attacked().node, there).untilLevel();
    expect(abroad.trouble).toMatchObject({ refusal: { because: 'wrong-centre' } });
    const writer = new Writer('of here');
    unwrap(await host.journal.append(writer.run(1)));
    await host.later();
    expect((await attacked().node.journals.of(there).frontier()).has(writer.stream)).toBe(false);
    expect(await attacked().reasons(there)).toEqual(['not-enrolled aside']);
  });

  test('a centre’s machine that says things as headquarters is marked, and nobody believes it', async () => {
    const centre = await attacked().published();
    const device = await attacked().enrolled('plays headquarters', centre);
    const { state: before } = await attacked().believed(centre);
    const session = fact(before, 'session', 'session', 'session');
    const writer = new Writer('plays headquarters', 'AAAAAAAAAAA', null, 'session');
    const own = [{ label: 'Siège', publicKey: device.device }];
    const seen = (await entriesOf(attacked().node.journals.of(centre))).filter(
      ({ kind }) => kind === 'session.published',
    );
    const draft = {
      channel: 'session',
      kind: 'session.published',
      about: { session: 'bcp-2026' },
      data: { ...session, headquarters: { signingKeys: own } },
      supersedes: seen.map(({ id }) => id),
    } satisfies Partial<Draft>;
    const granted = {
      channel: 'session',
      kind: 'grant.given',
      about: { device: device.device },
      supersedes: [],
    } satisfies Partial<Draft>;
    const claims = [
      writer.next('', draft, siege),
      // the role that may publish a session where there is no headquarters
      writer.next('', draft, head),
      writer.next('', { ...draft, supersedes: [] }, head),
      writer.next('', { ...granted, data: terms([], { centre }) }, siege),
      writer.next('', { ...granted, data: terms([], { centre }) }, head),
    ];
    unwrap(await device.journal.append(claims));
    await device.later();
    expect((await attacked().reasons(centre)).filter((each) => each === 'not-granted in-chain')).toHaveLength(3);
    const grants = grantsOf(await entriesOf(attacked().node.journals.of(centre)), deviceId.of(attacked().node.server));
    expect([...grants.signingKeys]).not.toContain(device.device);
    const standing = standingOf(grants, device.device);
    expect(standing.kind === 'granted' && standing.terms.every(({ roles }) => roles.includes('setup'))).toBe(true);
  });

  test('a room’s laptop that speaks as the head is marked: its code was for invigilators', async () => {
    const centre = await attacked().published();
    const laptop = await attacked().enrolled('of room 12', centre, {
      roles: ['invigilator', 'roomLeadInvigilator'],
      label: 'Salle 12',
    });
    const { state } = await attacked().believed(centre);
    const writer = new Writer('of room 12', 'AAAAAAAAAAA', null, 'session');
    const struck = {
      channel: 'session',
      kind: 'paper.removed',
      about: { paper: [...facts(state, 'papers', 'session').keys()][0] ?? '' },
      data: {},
      supersedes: [],
    } satisfies Partial<Draft>;
    unwrap(await laptop.journal.append([writer.next('', struck, head, Date.now() + 60_000)]));
    await laptop.later();
    expect(await attacked().reasons(centre)).toEqual(['not-granted in-chain']);
    const after = (await attacked().believed(centre)).state;
    expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
  });

  test('codes tried one after the other are looked at no longer, from that address', async () => {
    const centre = await attacked().published();
    const { code } = codes.parse((await attacked().page.post(`/centres/${centre}/codes`)).body);
    const device = new TestDevice('guesses', attacked().node, centre);
    const answers = new Set<string>();
    const tries = Array.from({ length: 20 }, (_, at) => device.enrol(guessed(at)));
    for (const answer of await Promise.all(tries)) answers.add(JSON.stringify(answer));
    await attacked().database.run('update attempts set count = 200'); // and many more
    await device.enrol(guessed(20));
    expect([...answers].some((each) => each.includes('unknown-code'))).toBe(true);
    expect(await device.enrol(code)).toMatchObject({ refusal: { because: 'busy' } });
    await attacked().database.run('delete from attempts');
    expect(await device.enrol(code)).toMatchObject({ type: 'enrolled' });
  });
});

/** A well formed code that nobody gave out. */
function guessed(number: number): string {
  const bytes = new Uint8Array(7);
  new DataView(bytes.buffer).setUint32(0, number + 1);
  return recoveryCodeOf(bytes, ENROLMENT_CODE);
}
