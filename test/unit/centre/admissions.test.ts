import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondCutOff } from '../../../shared/centre/admissions';
import { grantsOf, standingOf } from '../../../shared/centre/grants';
import { type MachinePurpose, termsOfMachine } from '../../../shared/centre/machineTerms';
import { membershipOf } from '../../../shared/centre/membership';
import { rightsOf } from '../../../shared/centre/rights';
import type { GrantTerms } from '../../../shared/exam/grants/kinds';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { day, type EntryId, personId } from '../../../shared/kernel/ids';
import type { Actor } from '../../../shared/kernel/statement';
import { aCentre } from '../../support/copies';
import { aDraft, Writer } from '../../support/devices';
import { deviceNamed, Headquarters, published, terms, wrappingOf } from '../../support/grants';

const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
const at = (minute: number) => Date.UTC(2026, 5, 16, 6, minute);
const laptop = deviceNamed('laptop');
const days = { from: day.of('2026-06-15'), until: day.of('2026-08-15') };
const termsFor = (purpose: MachinePurpose, change: Partial<GrantTerms> = {}) => ({
  ...termsOfMachine(purpose, { centre: aCentre.code, ...days }),
  ...change,
});

/** A head's machine, as it lets others in and dismisses them. */
class HeadsMachine {
  private readonly writer: Writer;

  constructor(readonly name = 'desk') {
    this.writer = new Writer(name, 'DDDDDDDDDDD', null, 'session');
  }

  admits(name: string, wall: number, given: GrantTerms = termsFor('room'), supersedes: readonly EntryId[] = []) {
    const data = { name: 'Salle B12', rooms: [], wrapping: wrappingOf(name).publicKey, terms: given, replaces: null };
    return this.says('admission.given', name, data, supersedes, wall);
  }

  dismisses(name: string, wall: number, supersedes: readonly EntryId[], cutOff: readonly VerifiedEntry[] = []) {
    const streams = cutOff.map(({ entry: { stream, seq, id } }) => ({ stream, seq, head: id }));
    return this.says('admission.ended', name, { reason: 'volé', cutOff: streams }, supersedes, wall);
  }

  private says(kind: string, name: string, data: object, supersedes: readonly EntryId[], wall: number): VerifiedEntry {
    const about = { device: deviceNamed(name) };
    const draft = aDraft('', { channel: 'session', kind, about, data: { ...data }, supersedes: [...supersedes] });
    return this.writer.next('', draft, head, wall);
  }
}

const fold = (...entries: readonly VerifiedEntry[]) => grantsOf(entries.map(({ entry }) => entry));
const session = () => published();

describe('machines that a head lets in', () => {
  test('the machine that began the centre is one of its own; a stranger is none until a head lets it in', () => {
    const chief = new HeadsMachine();
    const before = fold(session());
    expect(membershipOf(before, deviceNamed('desk'))).toMatchObject({ is: 'member' });
    expect(membershipOf(before, laptop)).toBeNull();
    const after = fold(session(), chief.admits('laptop', at(1)));
    expect(membershipOf(after, laptop)).toEqual({ is: 'member', reads: ['session', 'rooms', 'lists'] });
  });

  test('a room’s machine reads no contacts, no copies, no marks, no jury, and lets nobody in', () => {
    const chief = new HeadsMachine();
    const granted = standingOf(fold(session(), chief.admits('laptop', at(1))), laptop);
    expect(granted).toMatchObject({ kind: 'granted', terms: [{ reads: ['session', 'rooms', 'lists'], keys: [] }] });
    const others = fold(session(), chief.admits('laptop', at(1)), new HeadsMachine('laptop').admits('other', at(2)));
    expect(membershipOf(others, deviceNamed('other'))).toBeNull();
  });

  test('the office’s machine that was let in lets others in; nobody in a centre gives a closed channel', () => {
    const chief = new HeadsMachine();
    const office = chief.admits(
      'deputy',
      at(1),
      termsFor('office', { reads: ['session', 'rooms', 'contacts', 'marks'] }),
    );
    const grants = fold(session(), office, new HeadsMachine('deputy').admits('laptop', at(2)));
    expect(membershipOf(grants, deviceNamed('deputy'))).toEqual({
      is: 'member',
      reads: ['session', 'rooms', 'contacts'],
    });
    expect(membershipOf(grants, laptop)).toMatchObject({ is: 'member' });
  });

  test('a stranger’s word, another centre’s and a machine’s own about itself count for nothing', () => {
    const chief = new HeadsMachine();
    const stranger = new HeadsMachine('stranger').admits('laptop', at(1));
    const elsewhere = chief.admits('laptop', at(2), termsFor('room', { centre: '0139999Z' }));
    const itself = new HeadsMachine('laptop').admits('laptop', at(3));
    expect(membershipOf(fold(session(), stranger, elsewhere, itself), laptop)).toBeNull();
  });

  test('it gives no more than headquarters gave the machine that says it, and nothing where they gave none', () => {
    const hq = new Headquarters();
    const limited = terms([], {
      roles: ['centreHead'],
      reads: ['session', 'rooms', 'lists'],
      writes: ['admission.*', 'attendance.*'],
    });
    const chief = new HeadsMachine();
    const given = termsFor('office', { roles: ['centreHead', 'invigilator'] });
    const grants = fold(
      published(),
      hq.gives(deviceNamed('desk'), limited, [], at(0)),
      chief.admits('laptop', at(1), given),
    );
    expect(standingOf(grants, laptop)).toMatchObject({
      kind: 'granted',
      terms: [{ roles: ['centreHead'], reads: ['session', 'rooms', 'lists'] }],
    });
    const elsewhere = fold(
      published(),
      hq.gives(deviceNamed('other'), limited, [], at(0)),
      chief.admits('laptop', at(1), given),
    );
    expect(membershipOf(elsewhere, laptop)).toBeNull();
  });

  test('dismissed, it counts up to the cut-off and no further; let in again, it goes on', () => {
    const chief = new HeadsMachine();
    const admitted = chief.admits('laptop', at(1));
    const writes = new Writer('laptop');
    const before = writes.next('avant', aDraft('avant'), undefined, at(2));
    const after = writes.next('après', aDraft('après'), undefined, at(9));
    const ended = chief.dismisses('laptop', at(5), [admitted.entry.id], [before]);
    const grants = fold(session(), admitted, ended);
    expect(membershipOf(grants, laptop)).toEqual({ is: 'dismissed' });
    expect([before, after].map(({ entry }) => beyondCutOff(grants.admissions, entry))).toEqual([false, true]);
    expect(rightsOf(before.entry, grants).ok).toBe(true);
    expect(rightsOf(after.entry, grants)).toEqual({ ok: false, error: { because: 'ended' } });
    const again = fold(session(), admitted, ended, chief.admits('laptop', at(7), termsFor('room'), [ended.entry.id]));
    expect(membershipOf(again, laptop)).toMatchObject({ is: 'member' });
    expect(beyondCutOff(again.admissions, after.entry)).toBe(false);
  });

  test('R41 what a dismissed machine dates back to before is set aside too, and whom it lets in so stays a stranger', () => {
    const chief = new HeadsMachine();
    const admitted = chief.admits('deputy', at(1), termsFor('office'));
    const writes = new Writer('deputy');
    const before = writes.next('avant', aDraft('avant'), undefined, at(2));
    const ended = chief.dismisses('deputy', at(5), [admitted.entry.id], [before]);
    const backdated = writes.next('après', aDraft('après'), undefined, at(3));
    const elsewhere = new Writer('deputy', 'EEEEEEEEEEE').next('ailleurs', aDraft('ailleurs'), undefined, at(3));
    const accomplice = new HeadsMachine('deputy').admits('accomplice', at(3));
    const grants = fold(session(), admitted, accomplice, ended);
    expect(rightsOf(before.entry, grants).ok).toBe(true);
    for (const { entry } of [backdated, elsewhere, accomplice])
      expect(rightsOf(entry, grants)).toEqual({ ok: false, error: { because: 'ended' } });
    expect(membershipOf(grants, deviceNamed('accomplice'))).toBeNull();
  });

  test('a head dismisses what headquarters granted, until headquarters grant it anew', () => {
    const hq = new Headquarters();
    const all = terms([], { writes: ['admission.*', 'attendance.*'] });
    const [forDesk, forLaptop] = [hq.gives(deviceNamed('desk'), all, [], at(0)), hq.gives(laptop, all, [], at(0))];
    const ended = new HeadsMachine().dismisses('laptop', at(5), []);
    expect(standingOf(fold(published(), forDesk, forLaptop, ended), laptop)).toEqual({ kind: 'ended' });
    const anew = hq.gives(laptop, all, [forLaptop.entry.id], at(8));
    expect(standingOf(fold(published(), forDesk, forLaptop, ended, anew), laptop)).toMatchObject({ kind: 'granted' });
  });

  test('whatever the order and repetition of entries, the same machines are the centre’s', () => {
    const chief = new HeadsMachine();
    const deputy = chief.admits('deputy', at(1), termsFor('office'));
    const room = new HeadsMachine('deputy').admits('laptop', at(2));
    const all = [
      session(),
      deputy,
      room,
      chief.dismisses('deputy', at(3), [deputy.entry.id], [room]),
      chief.admits('third', at(4)),
    ];
    const names = ['desk', 'deputy', 'laptop', 'third', 'stranger'].map(deviceNamed);
    const told = (entries: readonly VerifiedEntry[]) => names.map((name) => membershipOf(fold(...entries), name));
    const expected = told(all);
    expect(expected).toMatchObject([{ is: 'member' }, { is: 'dismissed' }, { is: 'member' }, { is: 'member' }, null]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (shuffled) => {
        expect(told(shuffled)).toEqual(expected);
      }),
      { seed: 20_260_616, numRuns: 100 },
    );
  });
});
