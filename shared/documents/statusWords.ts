import { type Figures, gravestOf, type IncidentFigures, incidentsIn } from '../watch/figures';
import { count, enumerated, FIXED, length, NARROW } from './french';

/** A line of a centre's status: what it is about, and what it says of it. */
export interface StatusLine {
  readonly label: string;
  readonly value: string;
}

const kinds: Readonly<Record<keyof IncidentFigures, string>> = {
  subject: 'le sujet',
  fraud: 'une fraude',
  health: 'la santé',
  disruption: 'un trouble',
  premises: 'les locaux',
  other: 'autre chose',
};

/** A half-day's figures in words, from the rooms to what waits; what is nought and need not be said is left out. */
export function figuresInWords({ rooms, candidates, incidents, awaiting, delay }: Figures): readonly StatusLine[] {
  const { present, absent, unmarked, contested, provisional, out } = candidates;
  const some = (number: number, one: string, many: string) => (number > 0 ? [count(number, one, many)] : []);
  const gravest = gravestOf(incidents);
  const number = incidentsIn(incidents);
  return [
    {
      label: 'Salles',
      value: enumerated([
        count(rooms.planned, 'prévue'),
        count(rooms.open, 'ouverte'),
        count(rooms.started, 'commencée'),
        count(rooms.ended, 'terminée'),
        count(rooms.closed, 'scellée'),
      ]),
    },
    {
      label: 'Candidats',
      value: enumerated([
        count(present, 'présent'),
        count(absent, 'absent'),
        ...some(unmarked, 'pas encore appelé', 'pas encore appelés'),
        ...some(contested, 'à trancher', 'à trancher'),
        ...some(provisional, 'hors liste', 'hors liste'),
        ...some(out, 'sorti un moment', 'sortis un moment'),
      ]),
    },
    { label: 'Retards', value: lateness(rooms.notStarted, delay) },
    {
      label: 'Incidents',
      value:
        gravest === null
          ? 'aucun'
          : `${number}${number > 1 ? `, le plus grave concerne` : `${NARROW}: concerne`} ${kinds[gravest]}`,
    },
    {
      label: 'À décider',
      value:
        awaiting.total === 0
          ? 'rien'
          : awaiting.overdue > 0
            ? `${awaiting.total}, dont ${awaiting.overdue}${FIXED}délai passé`
            : String(awaiting.total),
    },
  ];
}

function lateness(notStarted: number, delay: number | null): string {
  if (delay === null) return 'aucune salle n’est encore attendue';
  if (delay <= 0 && notStarted === 0) return 'aucun';
  const most = `${length(delay)} au plus`;
  return notStarted === 0 ? most : `${most}${NARROW}; ${count(notStarted, 'salle')} à commencer`;
}
