import { describe, expect, test } from 'vitest';
import { LineBook } from '../../../../renderer/chronicle/lines';
import { grantsIn, readsAllLists, roomsForGranted } from '../../../../renderer/network/headquartersGrant';
import { machineNames } from '../../../../renderer/network/machineNames';
import { machinesOf } from '../../../../renderer/network/machines';
import { admittingCommands } from '../../../../renderer/network/pairing/admitting';
import type { NetworkState } from '../../../../shared/bridge/network';
import type { GrantTerms } from '../../../../shared/exam/grants/kinds';
import { roomMachines, unhandedTo } from '../../../../shared/exam/lists/unhanded';
import { fact } from '../../../../shared/exam/state';
import type { DeviceId } from '../../../../shared/journal/launch';
import { day, type EntryId, entryId, streamId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { b12, head, headquarters } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { deviceNamed, wrapped, wrappingOf } from '../../../support/grants';

const [chief, laptop, stranger] = ['chief', 'laptop', 'stranger'].map(deviceNamed);
if (!chief || !laptop || !stranger) throw new Error('three machines have three keys');

/** Where entries lie: all were written on the head's machine, but for those named. */
const onChief =
  (elsewhere: ReadonlyMap<EntryId, DeviceId> = new Map()) =>
  (id: EntryId) => ({
    stream: streamId.of(`${elsewhere.get(id) ?? chief}.AAAAAAAAAAA.session`),
    seq: 1,
    beside: false,
  });

const roomTerms: GrantTerms = {
  centre: '0010001A',
  roles: ['invigilator', 'roomLeadInvigilator'],
  reads: ['session', 'rooms', 'lists', 'marks'],
  writes: ['attendance.recorded', 'mark.*'],
  from: day.of('2019-06-15'),
  until: day.of('2019-07-15'),
  keys: [wrapped('marks', wrappingOf('laptop').publicKey)],
  wrapping: wrappingOf('laptop').publicKey,
  name: 'salle 12',
};

function admitted(exam: ExamDay, name: string): void {
  const arrived = { device: deviceNamed('laptop'), wrapping: wrappingOf('laptop').publicKey };
  const place = { name, purpose: 'room', rooms: [b12] } as const;
  exam.says(head, ...(admittingCommands(exam.state, arrived, place, null, exam.now) ?? []));
}

const network: NetworkState = {
  device: chief,
  ...{ serving: null, notServing: null, turnedAway: [], asideHere: [], heard: [], relays: [], ahead: null },
};
const machineIn = ({ state, statements }: ExamDay, device: DeviceId) => {
  const known = { names: machineNames(state, statements, onChief()), grants: grantsIn(statements) };
  return machinesOf(state, { ...network, device }, new Map(), known).find((each) => each.device === device);
};

describe('what people call a machine', () => {
  test('as the head called it when they let it in; the one that opened the centre by that; a stranger by its key', () => {
    const exam = new ExamDay();
    admitted(exam, 'Portable 4');
    const names = machineNames(exam.state, exam.statements, onChief());
    expect([chief, laptop, stranger].map(names.of)).toEqual([
      'poste qui a ouvert le centre',
      'Portable 4',
      `poste ${stranger.slice(0, 6)}…`,
    ]);
    expect([chief, laptop, stranger].map(names.known)).toEqual(['poste qui a ouvert le centre', 'Portable 4', null]);
    expect([chief, laptop, stranger].map(names.noun)).toEqual([
      'poste qui a ouvert le centre',
      'poste «\u202FPortable 4\u202F»',
      `poste ${stranger.slice(0, 6)}`,
    ]);
  });

  test('two that opened it apart, from the same dossier, are told apart', () => {
    const exam = new ExamDay();
    const [first] = exam.statements;
    if (first?.kind !== 'session.published') throw new Error('a centre begins with its session');
    const again: Statement = { ...first, id: entryId.of('e'.repeat(64)) };
    const elsewhere = new Map([[again.id, stranger]]);
    const names = machineNames(exam.state, [first, again], onChief(elsewhere));
    expect([chief, stranger].map(names.of)).toEqual(
      [chief, stranger].map((device) => `poste qui a ouvert le centre (${device.slice(0, 6)}…)`),
    );
  });

  test('headquarters’ own key opened nothing: it is no machine of the centre', () => {
    const exam = new ExamDay();
    const [first] = exam.statements;
    if (!first) throw new Error('a centre begins with its session');
    const byHeadquarters: Statement = { ...first, by: headquarters };
    expect(machineNames(exam.state, [byHeadquarters], onChief()).known(chief)).toBeNull();
  });

  test('the main courante tells the machine that opened the centre as such, and another by its name', () => {
    const exam = new ExamDay();
    const line = exam.says(head, {
      kind: 'machine.listens',
      about: { device: chief },
      data: { addresses: ['a:1'] },
    })[0];
    admitted(exam, 'Portable 4');
    const gone = exam.says(head, { kind: 'machine.listens', about: { device: laptop }, data: { addresses: [] } })[0];
    if (!line || !gone) throw new Error('two things were said');
    const book = new LineBook(onChief());
    expect(book.lineOf(line, exam.state).sentence).toBe(`Poste ${chief.slice(0, 6)}\u202F: sert de relais du centre`);
    book.meet(exam.statements);
    expect(book.lineOf(line, exam.state).sentence).toBe('Poste qui a ouvert le centre\u202F: sert de relais du centre');
    expect(book.lineOf(gone, exam.state).sentence).toBe('Poste «\u202FPortable 4\u202F»\u202F: ne sert plus de relais');
  });
});

describe('a machine that headquarters enrolled', () => {
  const grants = (exam: ExamDay, terms: GrantTerms = roomTerms) =>
    exam.says(headquarters, { kind: 'grant.given', about: { device: laptop }, data: terms });

  test('is called as headquarters call it; one that they enrolled for a room is a spare until the head gives it rooms', () => {
    const exam = new ExamDay();
    grants(exam);
    expect(machineIn(exam, laptop)).toMatchObject({ name: 'salle 12', purpose: 'room', rooms: [], unhanded: null });
    const grant = grantsIn(exam.statements).get(laptop);
    if (!grant) throw new Error('headquarters enrolled it');
    expect(readsAllLists(grant)).toBe(false);
    const command = roomsForGranted(exam.state, laptop, grant, { name: 'salle 12', rooms: [b12] });
    if (!command) throw new Error('its key is known');
    exam.says(head, command);
    // no more than headquarters gave, and no key of a closed channel
    expect(fact(exam.state, 'memberships', 'session', laptop)).toMatchObject({
      wrapping: roomTerms.wrapping,
      terms: { reads: ['session', 'rooms', 'lists'], roles: roomTerms.roles, writes: roomTerms.writes, keys: [] },
    });
    const [machine] = roomMachines(exam.state);
    if (!machine) throw new Error('it is a room’s machine');
    expect(unhandedTo(exam.state, machine)).toHaveLength(4);
    expect(machineIn(exam, laptop)).toMatchObject({ name: 'salle 12', rooms: [b12], unhanded: 4 });
  });

  test('one that reads all lists is an office’s; one whose grant was ended is nobody’s', () => {
    const exam = new ExamDay();
    grants(exam, { ...roomTerms, reads: ['session', 'rooms', 'people'] });
    const grant = grantsIn(exam.statements).get(laptop);
    expect(grant && readsAllLists(grant)).toBe(true);
    expect(machineIn(exam, laptop)).toMatchObject({ purpose: 'office' });
    exam.says(headquarters, { kind: 'grant.ended', about: { device: laptop }, data: { reason: 'rendu' } });
    expect(grantsIn(exam.statements).has(laptop)).toBe(false);
  });

  test('whose key nobody knows is given no rooms: nothing could be closed to it', () => {
    const exam = new ExamDay();
    const { wrapping: _, ...keyless } = roomTerms;
    grants(exam, keyless);
    const place = { name: 'salle 12', rooms: [b12] };
    expect(roomsForGranted(exam.state, laptop, keyless, place)).toBeNull();
    const { publicKey: wrapping } = wrappingOf('laptop');
    const data = { how: 'keychain', backend: 'trousseau', wrapping } as const;
    exam.says(head, { kind: 'machine.secured', about: { device: laptop }, data });
    expect(roomsForGranted(exam.state, laptop, keyless, place)).toMatchObject({ data: { wrapping, rooms: [b12] } });
  });
});
