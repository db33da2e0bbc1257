import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JournalAudit } from '../../../shared/journal/audit';
import { openBox, withoutKeys } from '../../../shared/journal/closed';
import { encode, type SealedEntry, signedBytes } from '../../../shared/journal/entry';
import type { Frontier } from '../../../shared/journal/frontier';
import { deviceOf } from '../../../shared/journal/launch';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { utf8 } from '../../../shared/kernel/bytes';
import type { ChannelCipher } from '../../../shared/kernel/ports';
import { headquarters } from '../../support/cast';
import { aSigner, ed25519, Writer } from '../../support/devices';
import { ended } from '../../support/ended';
import { deviceNamed, grantedTo, Headquarters, published, terms, wrapped, wrappingOf } from '../../support/grants';

function audited(sealed: readonly SealedEntry[], ends?: Frontier) {
  const audit = new JournalAudit(ed25519, () => null);
  for (const each of sealed) audit.take(each);
  return ended(audit.finish(ends));
}
const sealed = (entries: readonly VerifiedEntry[]) => entries.map((each) => each.sealed);
const headOf = ({ entry }: VerifiedEntry) => ({ seq: entry.seq, id: entry.id });

function last(entries: readonly VerifiedEntry[]): VerifiedEntry {
  const found = entries.at(-1);
  if (!found) throw new Error('there are entries');
  return found;
}

describe('a journal read again from its bytes', () => {
  test('is whole: streams with their first and last entry, how many, and who', () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const audit = audited(sealed([...a.run(5), ...b.run(3)]));
    expect(audit).toMatchObject({ entries: 8, stranded: 0, repeated: 0, unreadable: 0, branchings: [], faults: [] });
    expect(audit.streams).toMatchObject([
      {
        stream: a.stream,
        channel: 'rooms',
        entries: 5,
        first: { seq: 1 },
        last: { seq: 5 },
        people: [{ person: 'P-MARCHAND', entries: 5 }],
      },
      { stream: b.stream, entries: 3 },
    ]);
  });

  test('says the same whatever the order of its records, and counts a repeated one once', () => {
    const first = new Writer('a');
    const entries = first.run(6);
    const all = sealed([...entries, ...new Writer('a', 'BBBBBBBBBBB', last(entries).entry.id).run(4)]);
    const whole = audited(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(audited([...shuffled, ...shuffled.slice(0, 2)])).toEqual({ ...whole, repeated: 2 });
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('comes to its end in turns of a thousand entries at most', () => {
    const audit = new JournalAudit(
      () => true,
      () => null,
    );
    for (const { sealed } of [...new Writer('a').run(1500), ...new Writer('b').run(10)]) audit.take(sealed);
    const finishing = audit.finish();
    let turns = 1;
    while (!finishing.next().done) turns++;
    expect(turns).toBe(4);
  });

  test('FAULT 35 names the stream and the number of a forged entry, and goes on', () => {
    const writer = new Writer('a');
    const [one, two, three] = writer.run(3).map((each) => each.sealed);
    if (!one || !two || !three) throw new Error('three entries were asked for');
    const forged = { bytes: two.bytes, signature: aSigner('b').sign(two.bytes) };
    expect(audited([one, forged, three])).toMatchObject({
      entries: 2,
      stranded: 1,
      faults: [{ kind: 'bad-signature', stream: writer.stream, seq: 2 }],
    });
    expect(audited([one, { bytes: utf8('{}'), signature: one.signature }])).toMatchObject({
      entries: 1,
      faults: [{ kind: 'not-an-entry', record: 2 }],
    });
  });

  test('names every entry that was taken out, from the middle, the end or a stream of its own', () => {
    const first = new Writer('a');
    const entries = first.run(6);
    const later = new Writer('a', 'BBBBBBBBBBB', last(entries).entry.id);
    const all = [...entries, ...later.run(3)];
    const ends: Frontier = new Map([
      [first.stream, headOf(last(entries))],
      [later.stream, headOf(last(all))],
    ]);
    const without = (gone: (entry: VerifiedEntry) => boolean) =>
      audited(sealed(all.filter((each) => !gone(each))), ends);
    expect(without(() => false).faults).toEqual([]);
    expect(without(({ entry }) => entry.stream === first.stream && entry.seq >= 3 && entry.seq <= 4)).toMatchObject({
      stranded: 2,
      faults: [{ kind: 'gap', stream: first.stream, seq: 3, until: 4 }],
    });
    expect(without(({ entry }) => entry.id === last(entries).entry.id).faults).toEqual([
      { kind: 'lost-origin', stream: later.stream, seq: 1 },
      { kind: 'lost-end', stream: first.stream, seq: 6, until: 6 },
    ]);
    expect(without(({ entry }) => entry.stream === later.stream).faults).toEqual([
      { kind: 'lost-end', stream: later.stream, seq: 1, until: 3 },
    ]);
  });

  test('no entry can be taken out, exchanged or added unnoticed once its end is known', () => {
    const writer = new Writer('a');
    const entries = writer.run(12);
    const ends: Frontier = new Map([[writer.stream, headOf(last(entries))]]);
    fc.assert(
      fc.property(fc.subarray(entries, { maxLength: 11 }), (kept) => {
        expect(audited(sealed(kept), ends).faults.length).toBeGreaterThan(0);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  test('what cannot be opened is counted and not judged; what was changed in its casing is a fault', () => {
    const audit = new JournalAudit(ed25519, () => null);
    for (const each of sealed(new Writer('a').run(2))) audit.take(each);
    audit.takeClosed('no-key');
    audit.takeClosed('altered');
    expect(ended(audit.finish())).toMatchObject({
      entries: 2,
      unreadable: 1,
      faults: [{ kind: 'altered', record: 4 }],
    });
  });
});

describe('entries of closed channels', () => {
  const given = ['office', 'reader'].map((name) =>
    new Headquarters().gives(deviceNamed(name), terms([wrapped('marks', wrappingOf(name).publicKey)])),
  );
  const known = (name: string) => grantedTo(name, [published(), ...given]);
  const auditedOn = (name: string, records: readonly SealedEntry[]) => {
    const audit = new JournalAudit(ed25519, (entry) => openBox(known(name), entry));
    for (const each of records) audit.take(each);
    return ended(audit.finish());
  };
  const writing = (cipher: ChannelCipher) => new Writer('office', 'AAAAAAAAAAA', null, 'marks', cipher);
  const mark = { channel: 'marks', kind: 'mark.entered' } as const;

  test('are checked where they cannot be read: how many they are is told, and is no fault', () => {
    const writer = writing(known('office'));
    const records = [...new Writer('room').run(2), ...[1, 2, 3].map(() => writer.next('', mark))];
    const counted = { entries: 5, closed: 3, faults: [], unreadable: 0 };
    expect(auditedOn('stranger', sealed(records))).toMatchObject({ ...counted, shut: 3 });
    expect(auditedOn('reader', sealed(records))).toMatchObject({ ...counted, shut: 0 });
  });

  test('a box that is not what its writer closed is a fault for who has its key, and for nobody else', () => {
    const spoiling: ChannelCipher = {
      ...withoutKeys,
      keyFor: (channel) => known('office').keyFor(channel),
      open: () => 'no-key',
      close: (_channel, _key, secret) => secret,
    };
    const { entry, sealed: record } = writing(spoiling).next('', mark);
    const faults = [{ kind: 'closed-altered', stream: entry.stream, seq: 1 }];
    expect(auditedOn('reader', [record])).toMatchObject({ entries: 1, closed: 1, shut: 0, faults });
    expect(auditedOn('stranger', [record])).toMatchObject({ entries: 1, closed: 1, shut: 1, faults: [] });
  });

  test('said in clear in a closed channel, one is named and not counted as good', () => {
    const { entry, sealed: record } = writing(known('office')).next('', mark);
    const { closed: _, ...clear } = JSON.parse(Buffer.from(record.bytes).toString());
    const bytes = encode(clear);
    const said = { bytes, signature: aSigner('office').sign(signedBytes(bytes)) };
    const faults = [{ kind: 'in-clear', stream: entry.stream, seq: 1 }];
    expect(auditedOn('reader', [said])).toMatchObject({ entries: 0, closed: 0, faults });
  });
});

describe('FAULT 48 one device that wrote two histories', () => {
  test('two entries for one place: both are good, and the branching says since when and how many', () => {
    const writer = new Writer('a');
    const common = writer.run(4);
    const clone = writer.cloned();
    const [ours, theirs] = [writer.run(3, 10), clone.run(2, 100)];
    const audit = audited(sealed([...common, ...ours, ...theirs]));
    expect(audit.faults).toEqual([]);
    expect(audit.entries).toBe(9);
    expect(audit.branchings).toMatchObject([
      { device: deviceOf(writer.stream), after: last(common).entry.id, since: ours[0]?.entry.at.wall },
    ]);
    expect(audit.branchings[0]?.branches.map(({ entries }) => entries).sort()).toEqual([2, 3]);
  });

  test('a profile copied, both started again: two streams that continue the same entry', () => {
    const before = new Writer('a');
    const common = before.run(4);
    const point = last(common).entry.id;
    const ours = new Writer('a', 'BBBBBBBBBBB', point);
    const theirs = new Writer('a', 'CCCCCCCCCCC', point);
    const audit = audited(sealed([...common, ...ours.run(5), ...theirs.run(1)]));
    expect(audit).toMatchObject({ faults: [], branchings: [{ after: point }] });
    expect(audit.branchings[0]?.branches.map(({ first }) => first.stream).sort()).toEqual(
      [ours.stream, theirs.stream].sort(),
    );
  });

  test('an old disk image restored: a stream that continues an entry after which its own stream went on', () => {
    const before = new Writer('a');
    const common = before.run(4);
    const image = last(common).entry.id;
    const audit = audited(sealed([...common, ...before.run(3, 10), ...new Writer('a', 'BBBBBBBBBBB', image).run(2)]));
    expect(audit).toMatchObject({ entries: 9, faults: [], branchings: [{ after: image }] });
  });

  test('nobody makes another device a clone by continuing its entries', () => {
    const honest = new Writer('a');
    const entries = honest.run(3);
    const meddler = new Writer('b', 'BBBBBBBBBBB', entries[0]?.entry.id);
    expect(audited(sealed([...entries, ...meddler.run(2)])).branchings).toEqual([]);
  });

  test('FAULT 64 a copied machine that begins a channel twice is told; headquarters, which does on each of its nodes, is not', () => {
    const launches = ['AAAAAAAAAAA', 'BBBBBBBBBBB'];
    const copied = launches.map((launch) => new Writer('a', launch).next('first'));
    const nodes = launches.map((launch) => new Writer('siege', launch).next('first', {}, headquarters));
    const audit = audited(sealed([...copied, ...nodes]));
    expect(audit.branchings.map(({ device, after }) => [device, after])).toEqual([[deviceNamed('a'), null]]);
  });
});
