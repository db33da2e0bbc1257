import { concerns } from '../../exam/papers/entitled';
import type { Paper } from '../../exam/papers/kinds';
import { isOnCalendar } from '../calendarDate';
import type { DossierBecause } from './fault';
import type { Dossier } from './schema';

/** A fault by its place in the JSON. */
export interface Misplaced {
  readonly path: string;
  readonly because: DossierBecause;
}

type Check = (dossier: Dossier) => readonly Misplaced[];

/** What a well-formed dossier can still have wrong: each check tells all it finds. */
export function crossFaults(dossier: Dossier): readonly Misplaced[] {
  return checks.flatMap((check) => check(dossier));
}

const checks: readonly Check[] = [
  ({ session }) =>
    isZone(session.zone) ? [] : [{ path: 'session.zone', because: { kind: 'unknown-zone', zone: session.zone } }],
  ({ regulations }) =>
    duplicates(
      'regulations',
      'diploma',
      regulations.map(({ diploma }) => diploma),
    ),
  ({ specialities }) =>
    duplicates(
      'specialities',
      'code',
      specialities.map(({ code }) => code),
    ),
  ({ papers }) =>
    duplicates(
      'papers',
      'id',
      papers.map(({ id }) => id),
    ),
  ({ sittings }) =>
    duplicates(
      'sittings',
      'id',
      sittings.map(({ id }) => id),
    ),
  ({ rooms }) =>
    duplicates(
      'rooms',
      'id',
      rooms.map(({ id }) => id),
    ),
  ({ candidates }) =>
    duplicates(
      'candidates',
      'id',
      candidates.map(({ id }) => id),
    ),
  ({ staff }) =>
    duplicates(
      'staff',
      'id',
      staff.map(({ id }) => id),
    ),
  everyDiplomaHasRegulation,
  specialitiesExist,
  papersExist,
  datesExist,
  tablesExist,
  heldPapersAreSatTogether,
  onePaperAtATime,
];

function duplicates(list: string, field: string, ids: readonly string[]): Misplaced[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, at): Misplaced[] => {
    const known = first.get(id);
    if (known === undefined) first.set(id, at);
    if (known === undefined) return [];
    return [{ path: `${list}[${at}].${field}`, because: { kind: 'duplicate-id', id, first: `${list}[${known}]` } }];
  });
}

function everyDiplomaHasRegulation({ regulations, specialities }: Dossier): Misplaced[] {
  const known = new Set(regulations.map(({ diploma }) => diploma));
  return specialities.flatMap(({ diploma }, at) =>
    known.has(diploma)
      ? []
      : [{ path: `specialities[${at}].diploma`, because: { kind: 'missing-regulation', diploma } }],
  );
}

function specialitiesExist({ specialities, papers, candidates }: Dossier): Misplaced[] {
  const byCode = new Map(specialities.map((each) => [each.code, each]));
  const check = (path: string, code: string, diploma: Paper['diploma']): Misplaced[] => {
    const known = byCode.get(code);
    if (!known) return [{ path, because: { kind: 'unknown-reference', to: 'speciality', id: code } }];
    if (known.diploma === diploma) return [];
    return [{ path, because: { kind: 'other-diploma', speciality: code, diploma: known.diploma } }];
  };
  return [
    ...papers.flatMap((paper, at) =>
      paper.specialities.flatMap((code, nth) => check(`papers[${at}].specialities[${nth}]`, code, paper.diploma)),
    ),
    ...candidates.flatMap((each, at) => check(`candidates[${at}].speciality`, each.speciality, each.diploma)),
  ];
}

function papersExist({ papers, sittings }: Dossier): Misplaced[] {
  const known = new Set(papers.map(({ id }) => id));
  const sat = new Map<string, string>();
  const of = (path: string, id: Paper['id']): Misplaced[] =>
    known.has(id) ? [] : [{ path, because: { kind: 'unknown-reference', to: 'paper', id } }];
  return [
    ...papers.flatMap(({ heldUntil }, at) => (heldUntil === null ? [] : of(`papers[${at}].heldUntil`, heldUntil))),
    ...sittings.flatMap((sitting, at) =>
      sitting.papers.flatMap((id, nth): Misplaced[] => {
        const path = `sittings[${at}].papers[${nth}]`;
        const first = sat.get(id);
        sat.set(id, first ?? path);
        return first ? [{ path, because: { kind: 'paper-sat-twice', paper: id, first } }] : of(path, id);
      }),
    ),
  ];
}

function datesExist({ sittings, candidates }: Dossier): Misplaced[] {
  const dates = [
    ...sittings.map(({ day }, at) => ({ path: `sittings[${at}].day`, day })),
    ...candidates.map(({ birthDate }, at) => ({ path: `candidates[${at}].birthDate`, day: birthDate })),
  ];
  return dates.flatMap(({ path, day }) =>
    isOnCalendar(day) ? [] : [{ path, because: { kind: 'impossible-date', value: day } }],
  );
}

function tablesExist({ rooms }: Dossier): Misplaced[] {
  return rooms.flatMap(({ rows, columns, off }, at): Misplaced[] => {
    const tables = rows * columns;
    const beyond = off.flatMap((table, nth): Misplaced[] =>
      table <= tables ? [] : [{ path: `rooms[${at}].off[${nth}]`, because: { kind: 'no-such-table', table, tables } }],
    );
    if (new Set(off).size < tables || beyond.length > 0) return beyond;
    return [{ path: `rooms[${at}].off`, because: { kind: 'no-table' } }];
  });
}

/** a paper that is left only when another is distributed is sat with it. */
function heldPapersAreSatTogether({ papers, sittings }: Dossier): Misplaced[] {
  return papers.flatMap(({ id, heldUntil }, at): Misplaced[] => {
    const own = sittings.find((sitting) => sitting.papers.includes(id));
    if (heldUntil === null || !own) return [];
    if (heldUntil !== id && own.papers.includes(heldUntil)) return [];
    return [{ path: `papers[${at}].heldUntil`, because: { kind: 'held-elsewhere', paper: heldUntil } }];
  });
}

/** Nobody sits two papers in one sitting, nor in two that overlap; extra time is not counted. */
function onePaperAtATime({ papers, sittings, specialities }: Dossier): Misplaced[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const sat = sittings.flatMap((sitting, at) =>
    [...new Set(sitting.papers)].flatMap((id) => {
      const paper = byId.get(id);
      if (!paper) return [];
      const start = Date.parse(`${sitting.day}T${sitting.start}:00Z`);
      return [{ paper, at, start, end: start + paper.durationMinutes * 60_000 }];
    }),
  );
  return specialities.flatMap(({ code, diploma }) => {
    const own = sat.filter(({ paper }) => concerns(paper, { diploma, speciality: code }) && !paper.optional);
    return own.flatMap((one, rank) =>
      own.slice(rank + 1).flatMap((other): Misplaced[] => {
        const together = one.at === other.at;
        if (!together && (one.end <= other.start || other.end <= one.start)) return [];
        const kind = together ? 'two-papers' : 'overlap';
        const pair = [one.paper.id, other.paper.id] as const;
        return [{ path: `sittings[${other.at}]`, because: { kind, papers: pair, speciality: code } }];
      }),
    );
  });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
