import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grants, grantsOf } from '../../../shared/centre/grants';
import { type MachinePurpose, termsOfMachine } from '../../../shared/centre/machineTerms';
import { type Membership, membershipOf } from '../../../shared/centre/membership';
import { rightsOf } from '../../../shared/centre/rights';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { day, type EntryId, personId } from '../../../shared/kernel/ids';
import type { Actor, Draft } from '../../../shared/kernel/statement';
import { aCentre, publishing } from '../../support/copies';
import { aDraft, Writer } from '../../support/devices';
import { begunAlone, deviceNamed, namedBy, sessionDraft, wrappingOf } from '../../support/grants';

const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
const at = (minute: number) => Date.UTC(2026, 5, 16, 6, minute);
const days = { centre: aCentre.code, from: day.of('2026-06-15'), until: day.of('2026-08-15') };

/** Says things of the session as a head, on whichever machine. */
function speaker(name: string, launch = 'DDDDDDDDDDD') {
  const writer = new Writer(name, launch, null, 'session');
  const says = (draft: Partial<Draft>, wall: number) =>
    writer.next('', aDraft('', { channel: 'session', ...draft }), head, wall);
  return {
    says,
    admits(of: string, purpose: MachinePurpose, wall: number, supersedes: readonly EntryId[] = []) {
      const terms = termsOfMachine(purpose, days);
      const data = { name: of, rooms: [], wrapping: wrappingOf(of).publicKey, terms, replaces: null };
      return says(
        { kind: 'admission.given', about: { device: deviceNamed(of) }, data, supersedes: [...supersedes] },
        wall,
      );
    },
    dismisses(of: string, wall: number, supersedes: readonly EntryId[] = []) {
      const data = { reason: 'volé', cutOff: [] };
      return says(
        { kind: 'admission.ended', about: { device: deviceNamed(of) }, data, supersedes: [...supersedes] },
        wall,
      );
    },
  };
}

/** The centre as any of its machines knows it that was told of `desk` when it joined. */
const fold = (...entries: readonly VerifiedEntry[]) =>
  grantsOf(
    entries.map(({ entry }) => entry),
    null,
    [deviceNamed('other room'), deviceNamed('desk')],
  );
const whoIs = (grants: Grants, ...names: readonly string[]): readonly (Membership['is'] | null)[] =>
  names.map((name) => membershipOf(grants, deviceNamed(name))?.is ?? null);

/** A head's machine that began the centre, and the room's machine that it let in. */
function aCentreBegunAlone() {
  const session = begunAlone();
  const chief = speaker('desk');
  const admitted = chief.admits('laptop', 'room', at(5));
  return { session, chief, admitted };
}

describe('who began a centre to which headquarters never granted anything', () => {
  test('a room’s machine that says it did, in whatever order and at whatever hour, lets nobody in and dismisses nobody', () => {
    const { session, admitted } = aCentreBegunAlone();
    const thief = speaker('laptop');
    const claims = [
      thief.says(publishing(), at(1)),
      thief.says({ ...publishing(), supersedes: [session.entry.id] }, at(1)),
      thief.admits('accomplice', 'office', at(2)),
      thief.admits('desk', 'room', at(2)),
      thief.dismisses('desk', at(3)),
      thief.admits('accomplice', 'office', at(9)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([session, admitted, ...claims], { minLength: 8 }), (entries) => {
        const grants = fold(...entries);
        expect(whoIs(grants, 'desk', 'laptop', 'accomplice')).toEqual(['member', 'member', null]);
        expect([...grants.founders]).toEqual([deviceNamed('desk')]);
        for (const { entry } of claims) expect(rightsOf(entry, grants)).toMatchObject({ ok: false });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('a room’s machine is believed by nobody when it says who is headquarters', () => {
    const { session, admitted } = aCentreBegunAlone();
    const named = namedBy('laptop', ['impostor'], head);
    expect([...fold(session, admitted, named).signingKeys]).toEqual([]);
    const claim = speaker('laptop').says({ ...sessionDraft(['impostor']), supersedes: [session.entry.id] }, at(1));
    expect([...fold(session, admitted, claim).signingKeys]).toEqual([]);
    const truly = namedBy('desk', ['headquarters'], head);
    expect([...fold(session, admitted, named, claim, truly).signingKeys]).toEqual([deviceNamed('headquarters')]);
  });

  test('whom the deputy’s machine let in as a room’s cannot say it either', () => {
    const { session, chief } = aCentreBegunAlone();
    const deputy = chief.admits('deputy', 'office', at(2));
    const room = speaker('deputy').admits('upstairs', 'room', at(3));
    const thief = speaker('upstairs');
    const grants = fold(session, deputy, room, thief.says(publishing(), at(0)), thief.dismisses('desk', at(1)));
    expect(whoIs(grants, 'desk', 'deputy', 'upstairs')).toEqual(['member', 'member', 'member']);
  });

  test('a head’s machine that had begun the same centre by itself stays one, and so do those that it had let in', () => {
    const { session, chief } = aCentreBegunAlone();
    const other = speaker('deputy');
    const theirs = other.says(publishing(), at(1));
    const room = other.admits('upstairs', 'room', at(2));
    const joined = chief.admits('deputy', 'office', at(6));
    expect(whoIs(fold(session, theirs, room, joined), 'desk', 'deputy', 'upstairs')).toEqual([
      'member',
      'member',
      'member',
    ]);
  });

  test('a machine that knows headquarters takes nobody else for it, whatever a room’s machine says', () => {
    const { session, admitted } = aCentreBegunAlone();
    const all = [session, admitted, namedBy('desk', ['headquarters'], head), namedBy('laptop', ['impostor'], head)];
    const grants = grantsOf(
      all.map(({ entry }) => entry),
      null,
      [deviceNamed('other room'), deviceNamed('headquarters')],
    );
    expect([...grants.signingKeys]).toEqual([deviceNamed('headquarters')]);
  });
});
