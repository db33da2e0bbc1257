import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delivered } from '../../../electron/journal/delivered';
import { openBox, readContent } from '../../../shared/journal/closed';
import { decode, type EntryBody, encode, type SealedEntry, signedBytes } from '../../../shared/journal/entry';
import { seal } from '../../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../../shared/journal/verify';
import { fromUtf8 } from '../../../shared/kernel/bytes';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { aDraft, aSigner, ed25519, someone, Writer } from '../../support/devices';
import { deviceNamed, grantedTo, wrappingOf } from '../../support/grants';

const office = grantedTo('office', []);
const laptop = grantedTo('laptop', []);
const other = grantedTo('other', []);
const to = wrappingOf('laptop').publicKey;

const about = { device: deviceNamed('laptop'), to, candidates: [{ candidate: 'C-0001', versions: ['0'.repeat(64)] }] };
const data = { registrations: [{ status: 'registered', candidate: 'Zwarbek' }] };
const handing = { channel: 'lists', kind: 'candidates.handed', about, data, to } as const;
const aWriter = () => new Writer('office', 'AAAAAAAAAAA', null, 'lists', office);

function rewritten({ sealed }: VerifiedEntry, change: object): SealedEntry {
  const body: EntryBody = { ...JSON.parse(fromUtf8(sealed.bytes) ?? ''), ...change };
  const bytes = encode(body);
  return { bytes, signature: aSigner('office').sign(signedBytes(bytes)) };
}

const openedBy = (who: typeof office, sealed: SealedEntry) => {
  const entry = decode(sealed.bytes);
  return entry && openBox(who, entry);
};

describe('an entry for one machine alone', () => {
  test('says to everybody what it is about, and the rest to that machine', () => {
    const { entry, sealed } = aWriter().next('', handing);
    expect(entry).toMatchObject({ about, data: null });
    expect(fromUtf8(sealed.bytes)).not.toContain('Zwarbek');
    const opened = openedBy(laptop, sealed);
    expect(opened instanceof Uint8Array && readContent(opened)).toEqual({ about, data });
    expect(openedBy(other, sealed)).toBe('no-key');
    expect(openedBy(office, sealed)).toBe('no-key'); // nor by who wrote it
  });

  test('is given to that machine’s window opened, and to another’s as it is', () => {
    const { entry, sealed } = aWriter().next('', handing);
    const [here] = delivered(laptop, [entry.stream], [sealed]);
    const [there] = delivered(other, [entry.stream], [sealed]);
    expect(here?.content && readContent(here.content)).toEqual({ about, data });
    expect(there?.content).toBeUndefined();
  });

  test('its length hardly tells how long a name is: contents come in multiples of 64 bytes', () => {
    const sizes = Array.from({ length: 64 }, (_, more) => {
      const name = 'L'.repeat(1 + more);
      return aWriter().next('', { ...handing, data: { name } }).sealed.bytes.length;
    });
    expect(new Set(sizes).size).toBe(2);
  });

  test('its box opens nowhere else: of another subject, place, author or machine it is altered', () => {
    const entry = aWriter().next('', handing);
    fc.assert(
      fc.property(
        fc.constantFrom<object>(
          { about: { ...about, device: deviceNamed('other') } },
          { about: { ...about, candidates: [{ candidate: 'C-0002', versions: ['0'.repeat(64)] }] } },
          { seq: 2, prev: '1'.repeat(64) },
          { by: { ...someone, person: 'P-AUTRE' } },
          { kind: 'candidates.other' },
          { supersedes: ['2'.repeat(64)] },
        ),
        (change) => openedBy(laptop, rewritten(entry, change)) === 'altered',
      ),
    );
  });

  test('said in clear, or with nothing in clear, it is no entry of its channel; closed elsewhere it is none either', () => {
    const entry = aWriter().next('', handing);
    const faultOf = (sealed: SealedEntry) => {
      const read = verifyEntry(ed25519, null, sealed);
      return read.ok ? null : read.error.kind;
    };
    expect(faultOf(entry.sealed)).toBeNull();
    expect(faultOf(rewritten(entry, { closed: undefined, data }))).toBe('in-clear');
    expect(faultOf(rewritten(entry, { data }))).toBe('in-clear');
    expect(faultOf(rewritten(entry, { about: null }))).toBe('in-clear');
    expect(faultOf(rewritten(entry, { stream: entry.entry.stream.replace(/lists$/, 'rooms') }))).toBe('closed-in-open');
  });

  test('a key that nothing can be sealed to is told, and nothing is written', () => {
    const place = { stream: aWriter().stream, seq: 1, prev: null };
    const at = { wall: instant.of(1), logical: [1, 0] satisfies [number, number], zone: 'Europe/Paris', offset: null };
    const ofSmallOrder = 'A'.repeat(43);
    const draft = { ...aDraft('', handing), to: ofSmallOrder };
    expect(seal(draft, someone, place, at, aSigner('office'), office)).toEqual({
      ok: false,
      error: { kind: 'no-recipient' },
    });
    expect(
      unwrap(seal(aDraft('', handing), someone, place, at, aSigner('office'), office)).bytes.length,
    ).toBeGreaterThan(0);
  });
});
