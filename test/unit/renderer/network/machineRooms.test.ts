import { describe, expect, test } from 'vitest';
import {
  admittingCommands,
  dismissing,
  type MachineReplaced,
  placeOf,
} from '../../../../renderer/network/pairing/admitting';
import { nextSpareNumber, sparesCommands, sparesOf } from '../../../../renderer/network/pairing/spares';
import { roomsChangeText, willHoldText } from '../../../../renderer/text/machineRooms';
import type { MachinePurpose } from '../../../../shared/centre/machineTerms';
import {
  machinesByRoom,
  nextUnserved,
  roomsChange,
  roomsGiven,
  roomsToServe,
} from '../../../../shared/exam/admission/roomsServed';
import { apply } from '../../../../shared/exam/apply';
import type { Command } from '../../../../shared/exam/catalogue';
import { emptyState, fact } from '../../../../shared/exam/state';
import type { DeviceId } from '../../../../shared/journal/launch';
import { day, type RoomId } from '../../../../shared/kernel/ids';
import { at, b07, b12, examDay, head, lead } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { deviceNamed, wrappingOf } from '../../../support/grants';

const [first, second, spare] = ['first', 'second', 'spare'].map(deviceNamed);
if (!first || !second || !spare) throw new Error('three machines have three keys');

/** What lets a machine in, as the head's dialog says it. */
function admits(
  { state, now }: ExamDay,
  name: string,
  rooms: readonly RoomId[],
  purpose: MachinePurpose = 'room',
  replaced: DeviceId | null = null,
): readonly Command[] {
  const arrived = { device: deviceNamed(name), wrapping: wrappingOf(name).publicKey };
  const going = replaced && { device: replaced, reason: 'en panne', cutOff: [] };
  const commands = admittingCommands(state, arrived, { name, purpose, rooms: [...rooms] }, going, now);
  if (!commands) throw new Error('there is a session');
  return commands;
}

const roomsOf = ({ state }: ExamDay, device: DeviceId) => {
  const membership = fact(state, 'memberships', 'session', device);
  return membership?.is === 'admitted' ? membership.rooms : null;
};

function given(exam: ExamDay, device: DeviceId, rooms: readonly RoomId[]): Command {
  const command = roomsGiven(exam.state, device, rooms);
  if (!command) throw new Error('the machine is in, and its rooms change');
  return command;
}

const gone = { reason: 'en panne', cutOff: [] };

describe('the rooms that are proposed as laptops are handed out', () => {
  test('the day’s rooms come first, each proposed until a machine is in for it; then a spare is', () => {
    const exam = new ExamDay({ others: [{ name: 'Estève' }] });
    expect(roomsToServe(exam.state, exam.now)).toMatchObject({ day: examDay, ofDay: [{ id: b07 }, { id: b12 }] });
    expect(nextUnserved(exam.state, exam.now)).toBe(b07);
    exam.says(head, ...admits(exam, 'first', [b07]));
    expect(nextUnserved(exam.state, exam.now)).toBe(b12);
    exam.says(head, ...admits(exam, 'second', [b12]));
    expect(nextUnserved(exam.state, exam.now)).toBeNull();
    exam.says(head, dismissing(first, 'rendu', []));
    expect(nextUnserved(exam.state, exam.now)).toBe(b07);
  });

  test('a room where nobody sits that day comes after, and is not proposed', () => {
    const exam = new ExamDay({ others: [] });
    expect(roomsToServe(exam.state, exam.now)).toMatchObject({ ofDay: [{ id: b12 }], others: [{ id: b07 }] });
    exam.says(head, ...admits(exam, 'first', [b12]));
    expect(nextUnserved(exam.state, exam.now)).toBeNull();
  });

  test('before anybody is seated, each room of the session in turn', () => {
    const exam = new ExamDay();
    const unseated = apply(
      emptyState,
      exam.statements.filter(({ kind }) => kind !== 'seats.assigned'),
    );
    expect(nextUnserved(unseated, at('07:20'))).toBe(b07);
  });

  test('spares are numbered, past those that were dismissed too', () => {
    const exam = new ExamDay();
    expect(nextSpareNumber(exam.state)).toBe(1);
    exam.says(head, ...admits(exam, 'Secours 1', []));
    expect(nextSpareNumber(exam.state)).toBe(2);
    exam.says(head, dismissing(deviceNamed('Secours 1'), 'rendu', []));
    expect(nextSpareNumber(exam.state)).toBe(2);
  });
});

describe('the rooms of a machine that is in', () => {
  test('change whole in one word: its name, its key and what it may do stay as they were', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12]));
    const before = fact(exam.state, 'memberships', 'session', first);
    exam.says(head, given(exam, first, [b12, b07]));
    expect(fact(exam.state, 'memberships', 'session', first)).toEqual({
      ...before,
      rooms: [b12, b07],
      changes: 'rooms',
    });
    expect(placeOf(exam.state, first)).toMatchObject({ name: 'first', purpose: 'room', rooms: [b12, b07] });
    exam.says(head, given(exam, first, []));
    expect(roomsOf(exam, first)).toEqual([]);
  });

  test('nothing is said where nothing changes, nor of a machine that is not in', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12, b07]));
    expect(roomsGiven(exam.state, first, [b07, b12])).toBeNull();
    expect(roomsGiven(exam.state, second, [b12])).toBeNull();
    exam.says(head, dismissing(first, 'volé', []));
    expect(roomsGiven(exam.state, first, [b12])).toBeNull();
  });

  test('are the head’s to say; the word may change nothing else, and lets nobody in again', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12]));
    const change = given(exam, first, [b07]);
    expect(exam.refusal(lead, change)?.because).toMatchObject({ kind: 'not-entitled' });
    if (change.kind !== 'admission.given') throw new Error('a head lets machines in');
    const [office] = admits(exam, 'first', [b07], 'office');
    if (office?.kind !== 'admission.given') throw new Error('a head lets machines in');
    const wider = { ...change, data: { ...change.data, terms: office.data.terms } };
    expect(exam.refusal(head, wider)?.because).toEqual({ kind: 'malformed', field: 'terms' });
    expect(exam.refusal(head, { ...change, data: { ...change.data, name: 'B07' } })).not.toBeNull();
    exam.says(head, dismissing(first, 'volé', []));
    expect(exam.refusal(head, change)).not.toBeNull();
  });

  test('two heads who give it different rooms apart: it is for both, until one of them says which', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', []));
    const before = exam.state;
    const [one, other] = [b12, b07].map((room) => exam.saysFrom(before, head, given(exam, first, [room])));
    exam.take([...(one ?? []), ...(other ?? [])]);
    expect([...(roomsOf(exam, first) ?? [])].sort()).toEqual([b07, b12]);
    expect([...(placeOf(exam.state, first)?.rooms ?? [])].sort()).toEqual([b07, b12]);
    exam.says(head, given(exam, first, [b07]));
    expect(roomsOf(exam, first)).toEqual([b07]);
  });

  test('dismissed by one head while another gives it a room: it is dismissed', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', []));
    const before = exam.state;
    const rooms = exam.saysFrom(before, head, given(exam, first, [b12]));
    exam.take([...rooms, ...exam.saysFrom(before, head, dismissing(first, 'volé', []))]);
    expect(fact(exam.state, 'memberships', 'session', first)?.is).toBe('dismissed');
    expect(machinesByRoom(exam.state).has(b12)).toBe(false);
  });

  test('what follows is told before: what it receives, what it keeps, and which room has no machine any more', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12]));
    expect(roomsChange(exam.state, first, [b12], [b07])).toEqual({ gained: [b07], lost: [b12], left: [b12] });
    exam.says(head, ...admits(exam, 'second', [b12]));
    expect(roomsChange(exam.state, first, [b12], [b07])).toEqual({ gained: [b07], lost: [b12], left: [] });
    expect(roomsChangeText({ gained: ['A03'], lost: ['B12'], left: ['B12'] }, ['A03'])).toEqual([
      'Il recevra la liste de A03.',
      'Il garde sur son disque ce qu’il a déjà reçu de B12, et n’en recevra plus rien.',
      'Plus aucun poste n’est pour B12.',
    ]);
    expect(roomsChangeText({ gained: [], lost: ['B12'], left: [] }, [])).toContain(
      'Il devient un poste de secours\u202F: il n’est plus pour aucune salle.',
    );
    expect(willHoldText(['A03', 'B12'])).toBe('Ce poste recevra les listes de A03 et B12, et aucune autre.');
    expect(willHoldText([])).toContain('ne tient la liste d’aucune salle');
  });
});

describe('a machine that dies', () => {
  test('gives its rooms, and all it was for, to the newcomer that takes its place', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12]));
    exam.says(head, given(exam, first, [b12, b07])); // it has taken over another room since
    const replaced = placeOf(exam.state, first);
    expect(replaced).toMatchObject({ rooms: [b12, b07], purpose: 'room' });
    exam.says(head, ...admits(exam, 'second', replaced?.rooms ?? [], replaced?.purpose, first));
    expect(roomsOf(exam, second)).toEqual([b12, b07]);
    expect(roomsOf(exam, first)).toBeNull();
    // one that was dismissed before still tells what it was for
    expect(placeOf(exam.state, first)).toMatchObject({ rooms: [b12, b07] });
  });

  test('gives them to a spare that is in, at once; the spare keeps its name and is a spare no more', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', [b12]));
    exam.says(head, ...admits(exam, 'Secours 2', []));
    exam.says(head, ...admits(exam, 'spare', []));
    exam.says(head, ...admits(exam, 'second', [], 'office'));
    expect(sparesOf(exam.state).map(({ name }) => name)).toEqual(['Secours 2', 'spare']);
    const replaced: MachineReplaced | null = placeOf(exam.state, first);
    if (!replaced) throw new Error('it was let in');
    const commands = sparesCommands(exam.state, { device: spare, name: 'spare' }, replaced, gone);
    expect(commands).toMatchObject([
      { kind: 'admission.ended' },
      { kind: 'admission.given', data: { replaces: first } },
    ]);
    exam.says(head, ...(commands ?? []));
    expect(placeOf(exam.state, spare)).toMatchObject({ name: 'spare', rooms: [b12] });
    expect(fact(exam.state, 'memberships', 'session', first)?.is).toBe('dismissed');
    expect(sparesOf(exam.state).map(({ name }) => name)).toEqual(['Secours 2']);
  });

  test('that was for no room leaves the spare without rooms, and is dismissed all the same', () => {
    const exam = new ExamDay();
    exam.says(head, ...admits(exam, 'first', []), ...admits(exam, 'spare', []));
    const replaced = placeOf(exam.state, first);
    if (!replaced) throw new Error('it was let in');
    exam.says(head, ...(sparesCommands(exam.state, { device: spare, name: 'spare' }, replaced, gone) ?? []));
    expect(roomsOf(exam, spare)).toEqual([]);
    expect(roomsOf(exam, first)).toBeNull();
  });
});

test('after the session’s last day the day before is still the one that rooms are proposed for', () => {
  const exam = new ExamDay();
  expect(roomsToServe(exam.state, at(`${day.of('2019-06-20')} 08:00`)).day).toBe(examDay);
});
