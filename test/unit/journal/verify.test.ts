import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit } from '../../../shared/journal/admit';
import { decode, idOf, MAX_ENTRY_BYTES } from '../../../shared/journal/entry';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { VerifiedEntry, verifyEntry, verifyRun } from '../../../shared/journal/verify';
import { fromUtf8, utf8 } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { aSigner, ed25519, Writer } from '../../support/devices';

const headOf = ({ entry }: VerifiedEntry) => ({ seq: entry.seq, id: entry.id });

describe('verifyEntry', () => {
  test('takes an entry that its device signed and that follows the head', () => {
    const writer = new Writer('a');
    const first = writer.next('one');
    const second = writer.next('two');
    const result = unwrap(verifyEntry(ed25519, headOf(first), second.sealed));
    expect(result.entry).toEqual(second.entry);
    expect(result.entry.id).toBe(idOf(second.sealed.bytes));
    expect(result.entry.prev).toBe(first.entry.id);
  });

  test('is the only maker of a verified entry: a look-alike does not compile', () => {
    const { entry, sealed } = new Writer('a').next('one');
    const takes = (verified: VerifiedEntry) => verified.entry.id;
    // @ts-expect-error an object of the same shape was checked by nobody
    expect(takes({ entry, sealed })).toBe(entry.id);
    // @ts-expect-error the constructor is private
    expect(() => new VerifiedEntry(entry, sealed)).not.toThrow();
  });

  test('FAULT 35 refuses any byte changed in the entry or its signature', () => {
    const { sealed } = new Writer('a').next('one');
    const total = sealed.bytes.length + sealed.signature.length;
    fc.assert(
      fc.property(fc.nat(total - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const all = new Uint8Array([...sealed.bytes, ...sealed.signature]);
        all[at] = (all[at] ?? 0) ^ flip;
        const forged = { bytes: all.slice(0, sealed.bytes.length), signature: all.slice(sealed.bytes.length) };
        expect(verifyEntry(ed25519, null, forged).ok).toBe(false);
      }),
      { seed: 35, numRuns: 400 },
    );
  });

  test('FAULT 35 refuses a good entry that another device signed', () => {
    const { sealed, entry } = new Writer('a').next('one');
    const forged = { bytes: sealed.bytes, signature: aSigner('b').sign(sealed.bytes) };
    const fault = { kind: 'bad-signature', stream: entry.stream, seq: 1 };
    expect(verifyEntry(ed25519, null, forged)).toEqual({ ok: false, error: fault });
  });

  test('names the place that was expected when entries are skipped, repeated or start in the middle', () => {
    const writer = new Writer('a');
    const [one, two, three] = writer.run(3);
    if (!one || !two || !three) throw new Error('three entries were asked for');
    const stream = writer.stream;
    expect(verifyEntry(ed25519, headOf(one), three.sealed)).toEqual({
      ok: false,
      error: { kind: 'out-of-place', stream, seq: 3, expected: 2 },
    });
    expect(verifyEntry(ed25519, headOf(two), two.sealed)).toMatchObject({
      error: { kind: 'out-of-place', expected: 3 },
    });
    expect(verifyEntry(ed25519, null, two.sealed)).toMatchObject({ error: { kind: 'out-of-place', expected: 1 } });
  });

  test('says which entry the link should have named', () => {
    const writer = new Writer('a');
    const first = writer.next('common');
    const clone = writer.cloned();
    const [ours, theirs] = [writer.next('ours'), clone.next('theirs')];
    const after = writer.next('after ours');
    expect(verifyEntry(ed25519, headOf(theirs), after.sealed)).toEqual({
      ok: false,
      error: { kind: 'broken-link', stream: writer.stream, seq: 3, expected: theirs.entry.id },
    });
    expect(verifyEntry(ed25519, headOf(first), ours.sealed).ok).toBe(true);
  });

  test('FAULT 40 takes no bytes that are not exactly an entry, and never throws', () => {
    const hostile = [
      '',
      'null',
      '[]',
      '{"format":1}',
      '{"__proto__":{"format":1}}',
      '{"seq":1e400}',
      '"\\ud800"',
      '{'.repeat(9999),
    ];
    for (const text of hostile) {
      const sealed = { bytes: utf8(text), signature: new Uint8Array(64) };
      expect(verifyEntry(ed25519, null, sealed)).toEqual({ ok: false, error: { kind: 'not-an-entry' } });
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(verifyEntry(ed25519, null, { bytes, signature: new Uint8Array(64) }).ok).toBe(false);
      }),
      { seed: 40 },
    );
  });

  test('entries that another process verified get the same names by their links, whatever stream follows which', () => {
    const [a, b] = [new Writer('a').run(5), new Writer('b').run(4)];
    const heads = new Map([a[1], b[0]].flatMap((each) => (each ? [[each.entry.stream, headOf(each)]] : [])));
    const rest = [...a.slice(2), ...b.slice(1)];
    const taken = VerifiedEntry.attested(
      (stream) => heads.get(stream) ?? null,
      rest.map((each) => each.sealed),
    );
    expect(unwrap(taken).map(({ entry }) => entry)).toEqual(rest.map(({ entry }) => entry));
  });

  test('entries that another process verified are refused all the same out of place, or behind another head', () => {
    const [one, two, three] = new Writer('a').run(3);
    const [other] = new Writer('b').run(1);
    if (!one || !two || !three || !other) throw new Error('four entries were asked for');
    const sealed = [one, two, three].map((each) => each.sealed);
    const fault = (head: typeof one | null, given: typeof sealed) =>
      VerifiedEntry.attested(() => head && { seq: 1, id: head.entry.id }, given);
    expect(fault(null, sealed).ok).toBe(true);
    expect(fault(null, sealed.toSpliced(1, 1))).toMatchObject({ error: { kind: 'out-of-place', expected: 2 } });
    expect(fault(null, sealed.slice(1))).toMatchObject({ error: { kind: 'out-of-place', expected: 1 } });
    expect(fault(other, sealed.slice(1))).toMatchObject({ error: { kind: 'broken-link', seq: 2 } });
    expect(fault(null, [{ ...one.sealed, bytes: utf8('{}') }])).toMatchObject({ error: { kind: 'not-an-entry' } });
  });

  test('FAULT 39 reads nothing beyond 64 KiB', () => {
    const text = fromUtf8(new Writer('a').sealed('one').bytes) ?? '';
    const padded = utf8(text + ' '.repeat(MAX_ENTRY_BYTES));
    expect(decode(padded)).toBeNull();
  });

  test('a run stops at its first bad entry and keeps what comes before', () => {
    const [one, two, three] = new Writer('a').run(3).map(({ sealed }) => sealed);
    if (!one || !two || !three) throw new Error('three entries were asked for');
    const run = verifyRun(ed25519, null, [one, { bytes: two.bytes, signature: one.signature }, three]);
    expect(run.verified.length).toBe(1);
    expect(run.fault).toMatchObject({ kind: 'bad-signature', seq: 2 });
    expect(verifyRun(ed25519, null, [one, two, three])).toMatchObject({ fault: null });
  });
});

describe('admitting a batch from elsewhere', () => {
  test('FAULT 35 one bad entry refuses the rest of its stream and nothing else', async () => {
    const [a, b] = [new Writer('a'), new Writer('b')];
    const [a1, a2, a3, b1, b2] = [...a.run(3), ...b.run(2)].map(({ sealed }) => sealed);
    if (!a1 || !a2 || !a3 || !b1 || !b2) throw new Error('five entries were asked for');
    const spoilt = { bytes: a2.bytes, signature: a1.signature };
    const { verified, refused } = await admit(ed25519, memoryJournal(), [a1, b1, spoilt, a3, b2]);
    expect(verified.map(({ sealed }) => sealed)).toEqual([a1, b1, b2]);
    expect(refused.map(({ fault }) => fault.kind)).toEqual(['bad-signature', 'out-of-place']);
  });

  test('FAULT 48 finds the predecessor of a clone’s entries in the chain and among the forks', async () => {
    const writer = new Writer('a');
    const journal = memoryJournal();
    await journal.append(writer.run(2));
    const clone = writer.cloned();
    await journal.append(writer.run(3));
    const branch = clone.run(4, 100);
    const first = await admit(
      ed25519,
      journal,
      branch.slice(0, 2).map(({ sealed }) => sealed),
    );
    expect(first.refused).toEqual([]);
    await journal.append(first.verified);
    const later = await admit(
      ed25519,
      journal,
      branch.slice(2).map(({ sealed }) => sealed),
    );
    expect(later.refused).toEqual([]);
    expect(unwrap(await journal.append(later.verified)).forked.length).toBe(2);
  });

  test('takes again what the journal already has', async () => {
    const journal = memoryJournal();
    const entries = new Writer('a').run(4);
    await journal.append(entries);
    const again = await admit(
      ed25519,
      journal,
      entries.slice(1).map(({ sealed }) => sealed),
    );
    expect(again.refused).toEqual([]);
    expect(unwrap(await journal.append(again.verified)).known).toBe(3);
  });
});
