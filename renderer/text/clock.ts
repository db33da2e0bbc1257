import type { EndLine } from '../salle/clock/clockFace';
import type { LastMinutes } from '../salle/clock/lastMinutes';

/** What the projected clock says. */
export const clockText = {
  title: 'Horloge de la salle',
  waiting: 'L’horloge attend le poste de la salle.',
  waitingCure: 'Ouvrez une salle sur le poste : ses heures apparaîtront ici.',
  start: 'Début',
  plannedStart: 'Début prévu',
  over: 'Épreuve terminée',
  opened: 'L’horloge est ouverte sur l’autre écran. Elle se met à l’heure de la salle toute seule.',
  message: 'Message affiché sous l’heure',
  messageHint: 'Une phrase courte, lue du fond de la salle. Vide : rien.',
  show: 'Afficher',
  close: 'Fermer',
  closeClock: 'Fermer l’horloge',
  exitsFrom: (time: string) => `Sorties possibles à partir de ${time}`,
};

const endLabels: Record<EndLine['of'], string> = {
  all: 'Fin',
  extraTime: 'Fin, temps majoré',
  late: 'Fin, entrée tardive',
};

export function endLabel(end: EndLine): string {
  return endLabels[end.of];
}

/** The calm sentence near an end; empty while there is nothing to say. */
export function lastMinutesText(said: LastMinutes): string {
  if (said.kind === 'quiet') return '';
  const whose = said.end.of === 'extraTime' ? ', temps majoré' : '';
  if (said.kind === 'ended') return `C’est l’heure${whose}. Posez vos stylos : on ramasse les copies.`;
  return said.minutes === 15 ? `Dernier quart d’heure${whose}.` : `Cinq dernières minutes${whose}.`;
}
