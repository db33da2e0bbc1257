import { clockTime, type Instant } from '../kernel/instant';
import type { CentreStatus, SittingStatus } from './centreStatus';
import type { Cell } from './csvText';
import { csvText } from './csvText';
import { type Figures, gravestOf, incidentsIn } from './figures';
import { figuresOf, type RoomStatus } from './roomStatus';

/** What a line of the list tells of a centre. */
export type CentreInFigures = Pick<CentreStatus, 'centre' | 'halfDay' | 'at' | 'figures'> & {
  readonly session: Pick<CentreStatus['session'], 'name' | 'zone'>;
};

/** One line a centre: its half-day in figures. */
export function centresCsv(statuses: readonly CentreInFigures[]): string {
  const heads = [
    ...placeHeads,
    'Salles prévues',
    'Ouvertes',
    'Commencées',
    'Terminées',
    'Scellées',
    'Non commencées',
    ...figureHeads,
  ];
  return csvText(
    heads,
    statuses.map((status) => {
      const { planned, open, started, ended, closed, notStarted } = status.figures.rooms;
      return [...placeOf(status), planned, open, started, ended, closed, notStarted, ...figureCells(status.figures)];
    }),
  );
}

/** One line a room, of every sitting of the half-day. */
export function roomsCsv(statuses: readonly CentreStatus[]): string {
  const heads = [
    ...placeHeads,
    'Heure prévue',
    'Épreuves',
    'Salle',
    'Bâtiment',
    'État',
    'Commencée à',
    'Fin prévue à',
    'Terminée à',
    'Scellée à',
    ...figureHeads,
  ];
  return csvText(
    heads,
    statuses.flatMap((status) =>
      status.sittings.flatMap((sitting) =>
        sitting.rooms.map((room) => [
          ...placeOf(status),
          ...roomCells(status, sitting, room),
          ...figureCells(figuresOf(room)),
        ]),
      ),
    ),
  );
}

const placeHeads = ['Centre', 'Établissement', 'Ville', 'Session', 'Jour', 'Demi-journée', 'État à'];

const figureHeads = [
  'Inscrits',
  'Hors liste',
  'Présents',
  'Absents',
  'Non appelés',
  'À trancher',
  'Entrées tardives en attente',
  'Entrées tardives autorisées',
  'Entrées tardives refusées',
  'Sortis un moment',
  'Partis',
  'Pièces à présenter',
  'Incidents',
  'Incident le plus grave',
  'À décider',
  'Délai passé',
  'Retard (min)',
];

const stageWords = {
  waiting: 'pas encore ouverte',
  open: 'ouverte',
  started: 'commencée',
  ended: 'terminée',
  closed: 'scellée',
} as const;

const incidentWords = {
  subject: 'sujet',
  fraud: 'fraude',
  health: 'santé',
  disruption: 'trouble',
  premises: 'locaux',
  other: 'autre',
} as const;

function placeOf({ centre, session, halfDay, at }: CentreInFigures): readonly Cell[] {
  const half = halfDay && (halfDay.half === 'morning' ? 'matin' : 'après-midi');
  return [centre.code, centre.name, centre.town, session.name, halfDay?.day ?? null, half, hour(at, session.zone)];
}

function roomCells({ session }: CentreStatus, { start, papers }: SittingStatus, room: RoomStatus): readonly Cell[] {
  const at = (moment: Instant | null) => moment && hour(moment, session.zone);
  const codes = papers.map(({ code }) => code).join(' ');
  const hours = [at(room.startedAt), at(room.endsAt), at(room.endedAt), at(room.closedAt)];
  return [at(start), codes, room.name, room.building, stageWords[room.stage], ...hours];
}

function figureCells({ candidates, incidents, awaiting, delay }: Figures): readonly Cell[] {
  const { registered, provisional, present, absent, unmarked, contested, late, out, left, identityOwed } = candidates;
  const gravest = gravestOf(incidents);
  return [
    ...[registered, provisional, present, absent, unmarked, contested, late.awaiting, late.granted, late.refused],
    ...[out, left, identityOwed, incidentsIn(incidents), gravest && incidentWords[gravest]],
    ...[awaiting.total, awaiting.overdue, delay],
  ];
}

/** To the minute that had begun. */
function hour(moment: Instant, zone: string): string {
  return clockTime(moment, zone).slice(0, 5);
}
