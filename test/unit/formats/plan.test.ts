import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate';
import { allocationRequest } from '../../../shared/allocation/day';
import { apply } from '../../../shared/exam/apply';
import type { Command } from '../../../shared/exam/catalogue';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { rollOf } from '../../../shared/exam/rooms/roll';
import { type CentreState, emptyState, fact, facts, reading } from '../../../shared/exam/state';
import {
  contentOfCyclades,
  contentOfDossier,
  type ImportContent,
  officialSpecialities,
} from '../../../shared/formats/content';
import { readCyclades } from '../../../shared/formats/cyclades/cyclades';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import { sizes } from '../../../shared/formats/demonstration/tiers';
import { type ImportPlan, planImport } from '../../../shared/formats/plan';
import { zoneOfCentre } from '../../../shared/formats/zones';
import { utf8 } from '../../../shared/kernel/bytes';
import { canonical } from '../../../shared/kernel/canonical';
import { candidateId, day } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import { statementsOf, told } from '../../support/told';

const monday = day.of('2027-06-14');
const made = demonstration({ size: 'S', seed: 5, day: monday });
const dossier = contentOfDossier(made, 'centre.json');
const sample = readFileSync('test/fixtures/cyclades-liste-simple.csv');
const list = contentOfCyclades(unwrap(readCyclades([{ name: 'liste.csv', bytes: sample }], [], () => '')));

const plan = (content: ImportContent, state: CentreState): ImportPlan => unwrap(planImport(content, state));
const imported = (content: ImportContent, state = emptyState) => told(plan(content, state).commands, state);
const registered = (state: CentreState) =>
  [...facts(state, 'registrations', 'session').values()].flatMap((each) =>
    each.status === 'registered' ? [each.candidate] : [],
  );
const byId = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
const [somebody, somebodyElse] = made.candidates;
const [firstListed] = list.candidates;
if (!somebody || !somebodyElse || !firstListed) throw new Error('a dossier without candidates');

describe('a first import', () => {
  test.each(sizes)('of the demonstration of size %s gives the centre all that the dossier says', (size) => {
    const whole = demonstration({ size, seed: 2, day: monday });
    const state = imported(contentOfDossier(whole, 'centre.json'));
    expect(fact(state, 'session', 'session', 'session')).toEqual(whole.session);
    expect(byId(registered(state))).toEqual(byId(whole.candidates));
    for (const aspect of ['papers', 'sittings', 'rooms', 'staff'] as const) {
      const held = [...facts(state, aspect, 'session').values()].map(canonical);
      expect(held.sort()).toEqual(whole[aspect].map(canonical).sort());
    }
    expect(facts(state, 'specialities', 'session').size).toBe(whole.specialities.length);
    expect(facts(state, 'regulations', 'session').size).toBe(whole.regulations.length);
  });

  test('FAULT 3 killed after any number of its entries and made again, it gives what the whole would have given', () => {
    const { commands } = plan(dossier, emptyState);
    const aspects = [
      'session',
      'specialities',
      'regulations',
      'papers',
      'sittings',
      'rooms',
      'staff',
      'registrations',
    ] as const;
    const givenBy = (state: CentreState) =>
      aspects.map((aspect) => [...facts(state, aspect, 'session').values()].map((each) => canonical(each)).sort());
    const whole = givenBy(imported(dossier));
    expect(commands.length).toBeGreaterThan(6);
    for (let written = 0; written <= commands.length; written++) {
      const killed = told(commands.slice(0, written), emptyState);
      expect(givenBy(imported(dossier, killed)), `after ${written}`).toEqual(whole);
      expect(plan(dossier, imported(dossier, killed)).commands, `after ${written}`).toEqual([]);
    }
  });

  test('of Cyclades lists makes a session with the texts’ regulations, and leaves the rest to the screen', () => {
    const state = imported(list);
    expect(fact(state, 'session', 'session', 'session')).toEqual({
      id: '0921234A-2023',
      name: 'Session 2023',
      year: 2023,
      zone: 'Europe/Paris',
      authority: '',
      centre: { code: '0921234A', name: 'LYC TEST', town: 'VILLEFICTIVE' },
      demonstration: false,
    });
    expect([...facts(state, 'regulations', 'session').values()]).toMatchObject([
      { diploma: 'bac-pro', latecomerMinutes: 60, noExitMinutes: 60, settlingMinutes: 30, identityHours: 48 },
    ]);
    expect(registered(state).length).toBe(16);
    expect(facts(state, 'papers', 'session').size).toBe(0);
  });

  test('cuts lists so that every entry stays below 60 kB', () => {
    const long = (text: string) => `${text} ${'é'.repeat(70)}`;
    const candidates = demonstration({ size: 'L', seed: 1, day: monday }).candidates.map((each) => ({
      ...each,
      familyName: long(each.familyName).slice(0, 80),
      givenNames: 'Œ'.repeat(120),
      teaching: '€'.repeat(200),
    }));
    const { commands } = plan({ ...dossier, candidates }, emptyState);
    const published = commands.filter(({ kind }) => kind === 'candidates.published');
    expect(published.length).toBeGreaterThan(12);
    for (const command of commands) expect(utf8(JSON.stringify(command)).length).toBeLessThan(60_000);
    expect(registered(told(commands)).length).toBe(1200);
  });

  test('knows the clock of a centre overseas', () => {
    expect(zoneOfCentre('9740001A')).toBe('Indian/Reunion');
    expect(zoneOfCentre('0921234A')).toBe('Europe/Paris');
  });
});

describe('a second import', () => {
  test.each([
    ['the same dossier', dossier],
    ['the same lists', list],
  ])('of %s says nothing', (_what, content) => {
    const again = plan(content, imported(content));
    expect(again.commands).toEqual([]);
    expect(again.candidates.unchanged).toBe(content.candidates.length);
  });

  test('tells what changes field by field, and who is new or gone', () => {
    const state = imported(dossier);
    const renamed = { ...somebody, familyName: 'LE CORRIGÉ', division: 'TX' };
    const newcomer = { ...somebodyElse, id: candidateId.of('2999999999') };
    const candidates = [renamed, ...made.candidates.slice(2), newcomer];
    const again = plan({ ...dossier, candidates }, state);
    expect(again.candidates.changed).toEqual([
      {
        before: somebody,
        after: renamed,
        fields: [
          { field: 'familyName', before: somebody.familyName, after: 'LE CORRIGÉ' },
          { field: 'division', before: somebody.division, after: 'TX' },
        ],
      },
    ]);
    expect(again.gone.map(({ candidate }) => candidate)).toEqual([somebodyElse]);
    expect(again.candidates.added).toEqual([newcomer]);
    expect(again.commands.map(({ kind }) => kind)).toEqual(['candidates.published', 'candidates.struckOff']);
    expect(byId(registered(told(again.commands, state)))).toEqual(byId(candidates));
  });

  test('touches neither attendance nor seats of those who stay, and counts them', () => {
    const [sitting] = made.sittings;
    if (!sitting) throw new Error('a dossier without sittings');
    const before = imported(dossier);
    const { seats } = allocate(allocationRequest(before, sitting.day, 'nothing'));
    const place = seats.find(({ candidate }) => candidate === somebody.id)?.seat;
    if (!place) throw new Error('somebody was not seated');
    const attended: Command[] = [
      { kind: 'seats.assigned', about: { day: sitting.day }, data: { seats: [...seats] } },
      {
        kind: 'attendance.recorded',
        about: { sitting: sitting.id, room: place.room },
        data: { status: 'present', candidates: [somebody.id] },
      },
    ];
    const state = told(attended, before);
    const renamed = { ...dossier, candidates: made.candidates.map((each) => ({ ...each, division: 'TX' })) };
    const again = plan(renamed, state);
    expect(again.keptRecords).toEqual({ attendance: 1, seats: made.candidates.length });
    const after = told(again.commands, state);
    expect(after.shelves.get('attendance')).toBe(state.shelves.get('attendance'));
    expect(after.shelves.get('seats')).toBe(state.shelves.get('seats'));
    expect(rollOf(after, sitting.id, place.room).length).toBe(rollOf(state, sitting.id, place.room).length);

    const without = plan({ ...dossier, candidates: made.candidates.slice(1) }, state);
    expect(without.gone).toEqual([{ candidate: somebody, presentAt: [sitting.id], seatedOn: [sitting.day] }]);
    const struck = told(without.commands, state);
    expect(fact(struck, 'registrations', 'session', somebody.id)).toEqual({ status: 'gone', candidate: somebody });
    expect(fact(struck, 'attendance', sitting.id, somebody.id)?.status).toBe('present');
  });

  test('puts back a candidate struck off by mistake', () => {
    const state = imported({ ...dossier, candidates: made.candidates.slice(1) }, imported(dossier));
    const again = plan(dossier, state);
    expect(again.candidates.added).toEqual([somebody]);
    expect(registered(told(again.commands, state)).length).toBe(made.candidates.length);
  });

  test('leaves what somebody changed here since, and says so; a newer file still rules', () => {
    const [room, otherRoom] = made.rooms;
    if (!room || !otherRoom) throw new Error('a dossier without rooms');
    const about = { session: made.session.id };
    const closed = { ...room, off: [1, 2] };
    const state = told(
      [
        { kind: 'rooms.published', about, data: { rooms: [closed] } },
        { kind: 'room.removed', about: { room: otherRoom.id }, data: {} },
      ],
      imported(dossier),
    );
    const again = plan(dossier, state);
    expect(again.commands).toEqual([]);
    expect(again.rooms.kept).toEqual([
      { before: closed, after: room, fields: [{ field: 'off', before: [1, 2], after: room.off }] },
    ]);
    const newer = { ...room, rows: room.rows + 1 };
    const later = plan({ ...dossier, rooms: [newer, ...made.rooms.slice(1)] }, state);
    expect(later.rooms.changed).toMatchObject([{ before: closed, after: newer }]);
    expect(later.commands.map(({ kind }) => kind)).toEqual(['rooms.published']);
  });

  test('of lists keeps the measures given on screen, and the session as it was named there', () => {
    const first = imported(list);
    const session = fact(first, 'session', 'session', 'session');
    if (!session) throw new Error('no session');
    const helped: Candidate = { ...firstListed, accommodations: [{ kind: 'careBreak' }] };
    const about = { session: session.id };
    const state = told(
      [
        { kind: 'session.published', about, data: { ...session, name: 'Bac pro, juin 2023' } },
        { kind: 'candidates.published', about, data: { source: 'écran', candidates: [helped] } },
      ],
      first,
    );
    expect(plan(list, state).commands).toEqual([]);
    const moved = list.candidates.map((each) => ({ ...each, division: 'TX' }));
    const after = told(plan({ ...list, candidates: moved }, state).commands, state);
    expect(registered(after).find(({ id }) => id === helped.id)).toEqual({ ...helped, division: 'TX' });
    expect(fact(after, 'session', 'session', 'session')?.name).toBe('Bac pro, juin 2023');
  });

  test('settles what two machines had said differently', () => {
    const first = imported(list);
    const about = { session: list.session.id };
    const saidOn = (division: string) =>
      statementsOf(
        {
          kind: 'candidates.published',
          about,
          data: { source: 'écran', candidates: [{ ...firstListed, division }] },
        },
        first,
      );
    const contested = apply(first, [...saidOn('A'), ...saidOn('B')]);
    expect(reading(contested, 'registrations', 'session', firstListed.id).kind).toBe('contested');
    const after = told(plan(list, contested).commands, contested);
    expect(fact(after, 'registrations', 'session', firstListed.id)?.candidate).toEqual(firstListed);
    expect(plan(list, after).commands).toEqual([]);
  });
});

describe('a file that cannot be for this session is refused', () => {
  test('of another centre, another year, or mixing made-up and real people', () => {
    const state = imported(list);
    const other = (session: Partial<ImportContent['session']>) =>
      planImport({ ...list, session: { ...list.session, ...session } }, state);
    expect(other({ centre: { ...list.session.centre, code: '0929999Z' } })).toEqual({
      ok: false,
      error: { kind: 'other-centre', found: '0929999Z', expected: '0921234A' },
    });
    expect(other({ year: 2024 })).toEqual({ ok: false, error: { kind: 'other-year', found: 2024, expected: 2023 } });
    expect(planImport(dossier, state)).toEqual({ ok: false, error: { kind: 'demonstration-file' } });
    expect(planImport(list, imported(dossier))).toEqual({ ok: false, error: { kind: 'demonstration-here' } });
  });

  test('lists must keep to the specialities of a dossier that names its authority', () => {
    expect(officialSpecialities(imported(dossier)).length).toBe(made.specialities.length);
    expect(officialSpecialities(imported(list))).toEqual([]);
    expect(officialSpecialities(emptyState)).toEqual([]);
  });
});
