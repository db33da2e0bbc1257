import { describe, expect, test } from 'vitest';
import { termsOfMachine } from '../../../../shared/centre/machineTerms';
import { apply } from '../../../../shared/exam/apply';
import type { Command } from '../../../../shared/exam/catalogue';
import { handingsDue, holdsLists } from '../../../../shared/exam/lists/unhanded';
import { registrationOf } from '../../../../shared/exam/people/registration';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { type CentreState, emptyState, fact } from '../../../../shared/exam/state';
import type { RoomId } from '../../../../shared/kernel/ids';
import { channelKeyId, day } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import {
  b07,
  b12,
  candidateOf,
  examDay,
  head,
  invigilator,
  number,
  secretary,
  session,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { deviceNamed, wrappingOf } from '../../../support/grants';

const dates = { from: day.of('2019-06-16'), until: day.of('2019-08-16') };
const laptop = deviceNamed('laptop');

function admitted(purpose: 'room' | 'office', rooms: readonly RoomId[], name = 'laptop'): Command {
  const centre = '0750001A';
  const terms = termsOfMachine(purpose, { centre, ...dates });
  const data = { name, rooms: [...rooms], wrapping: wrappingOf(name).publicKey, terms, replaces: null };
  return { kind: 'admission.given', about: { device: deviceNamed(name) }, data };
}

/** Hands over all that is due; what was said, as the machine it is for reads it. */
function handAll(centre: ExamDay): readonly Statement[] {
  const due = handingsDue(centre.state);
  const said = due.length === 0 ? [] : centre.says(secretary, ...due);
  return said.map((each, at) => ({ ...each, data: due[at]?.data ?? null }));
}

/** What a room's machine knows: everything but the lists, and what was handed to it. */
function onLaptop(centre: ExamDay, handed: readonly Statement[]): CentreState {
  const opened = new Map(handed.map((each) => [each.id, each]));
  const read = centre.statements.filter(({ kind }) => !/^candidates\.(published|struckOff)$/.test(kind));
  return apply(
    emptyState,
    read.map((each) => opened.get(each.id) ?? each),
  );
}

const idsDue = (state: CentreState) =>
  handingsDue(state).flatMap((each) => (each.kind === 'candidates.handed' ? each.about.candidates : []));

describe('what a room’s machine holds', () => {
  test('those who sit in its rooms, as the lists have them, and nobody else', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const state = onLaptop(centre, handAll(centre));
    for (const id of centre.everyoneIn('B12')) {
      expect(registrationOf(state, id)).toEqual(registrationOf(centre.state, id));
    }
    for (const id of centre.everyoneIn('B07')) expect(registrationOf(state, id)).toBeNull();
    expect(rollOf(state, sitting, b12)).toEqual(rollOf(centre.state, sitting, b12));
    expect(idsDue(centre.state)).toEqual([]);
  });

  test('what was handed counts as handed on whoever cannot open it, its writer too: nothing is handed twice', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const before = centre.state;
    const box = { key: channelKeyId.of('0'.repeat(16)), box: 'AAAA' };
    const closed = handAll(centre).map((each) => ({ ...each, data: null, closed: box }));
    expect(closed.length).toBeGreaterThan(0);
    const after = apply(before, closed);
    expect(idsDue(after)).toEqual([]);
    for (const id of centre.everyoneIn('B12')) expect(registrationOf(after, id)).toEqual(registrationOf(before, id));
  });

  test('a machine for two rooms holds both; one for none, and one of the office, are handed nothing', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12, b07]), admitted('room', [], 'spare'), admitted('office', [], 'office'));
    const due = idsDue(centre.state).map(({ candidate }) => candidate);
    expect(due).toEqual([...centre.everyoneIn('B12'), ...centre.everyoneIn('B07')].sort());
    expect(holdsLists(centre.state, deviceNamed('office'))).toBe(true);
    expect(holdsLists(centre.state, deviceNamed('spare'))).toBe(false);
    expect(holdsLists(centre.state, deviceNamed('founder'))).toBe(true);
  });

  test('who is moved into its room follows at once, and alone', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const before = handAll(centre);
    const moved = number('B07', 1);
    centre.says(secretary, {
      kind: 'seats.assigned',
      about: { day: examDay },
      data: { seats: [{ candidate: moved, seat: { room: b12, table: 18 } }] },
    });
    expect(idsDue(centre.state).map(({ candidate }) => candidate)).toEqual([moved]);
    const state = onLaptop(centre, [...before, ...handAll(centre)]);
    expect(registrationOf(state, moved)?.candidate.id).toBe(moved);
    expect(registrationOf(state, number('B07', 2))).toBeNull();
  });

  test('a list that says something else of a candidate is handed over again, and takes the place of the one before', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const before = handAll(centre);
    const id = number('B12', 1);
    const corrected = candidateOf(
      { name: 'Corrigée', accommodations: [{ kind: 'extraTime', minutesPerHour: 20 }] },
      id,
    );
    centre.says(head, {
      kind: 'candidates.published',
      about: { session },
      data: { source: 'liste corrigée', candidates: [corrected] },
    });
    expect(idsDue(centre.state).map(({ candidate }) => candidate)).toEqual([id]);
    const state = onLaptop(centre, [...before, ...handAll(centre)]);
    expect(fact(state, 'registrations', 'session', id)).toEqual({ status: 'registered', candidate: corrected });
  });

  test('a machine that takes another’s place is handed everything, and a dismissed one nothing more', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    handAll(centre);
    centre.says(head, {
      kind: 'admission.ended',
      about: { device: laptop },
      data: { reason: 'panne', cutOff: [] },
    });
    centre.says(head, admitted('room', [b12], 'second'));
    expect(idsDue(centre.state).map(({ candidate }) => candidate)).toEqual(centre.everyoneIn('B12'));
    expect(handingsDue(centre.state).every(({ about }) => 'device' in about && about.device !== laptop)).toBe(true);
  });

  test('two offices that hand the same over at once agree', () => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const seen = centre.state;
    const due = handingsDue(seen);
    centre.take([...centre.saysFrom(seen, secretary, ...due), ...centre.saysFrom(seen, head, ...due)]);
    expect(handingsDue(centre.state)).toEqual([]);
  });
});

describe('what may be handed over', () => {
  const handed = (change: object) => {
    const centre = new ExamDay();
    centre.says(head, admitted('room', [b12]));
    const [due] = handingsDue(centre.state);
    if (due?.kind !== 'candidates.handed') throw new Error('nothing is due');
    return { centre, command: { ...due, ...change } as const, due };
  };

  test('is said by the office alone', () => {
    const { centre, due } = handed({});
    expect(centre.refusal(secretary, due)).toBeNull();
    expect(centre.refusal(invigilator, due)?.because).toEqual({ kind: 'not-entitled', role: 'invigilator' });
  });

  test('goes to the key with which the machine was let in, and to no other', () => {
    const { centre, due } = handed({});
    const to = wrappingOf('thief').publicKey;
    const because = { kind: 'unknown-subject', what: 'machine' };
    expect(centre.refusal(secretary, { ...due, about: { ...due.about, to } })?.because).toEqual(because);
    const device = deviceNamed('thief');
    expect(centre.refusal(secretary, { ...due, about: { ...due.about, device } })?.because).toEqual(because);
  });

  test('is what the lists say, whole', () => {
    const { centre, due } = handed({});
    const malformed = { kind: 'malformed', field: 'data' };
    const [first, ...others] = due.data?.registrations ?? [];
    if (!first) throw new Error('somebody is handed over');
    const otherwise = { ...first, candidate: { ...first.candidate, familyName: 'Autrement' } };
    const saying = (registrations: readonly (typeof first)[]): Command => ({
      ...due,
      data: { registrations: [...registrations] },
    });
    expect(centre.refusal(secretary, saying([otherwise, ...others]))?.because).toEqual(malformed);
    expect(centre.refusal(secretary, saying([first, ...others, first]))?.because).toEqual(malformed);
    expect(centre.refusal(secretary, { ...due, data: null })?.because).toEqual(malformed);
  });
});
