import type { Accommodation } from '../../shared/exam/people/kinds';

/** What a measure is called in a sentence. */
export function measureText(measure: Accommodation): string {
  switch (measure.kind) {
    case 'extraTime':
      return measure.minutesPerHour === 20
        ? 'tiers temps'
        : `temps majoré de ${measure.minutesPerHour}\u00A0min par heure`;
    case 'careBreak':
      return 'sorties de soin';
    case 'computer':
      return 'ordinateur';
    case 'scribe':
      return 'secrétaire';
    case 'enlargedSubject':
      return 'sujet agrandi';
    case 'separateRoom':
      return 'salle à part';
  }
}
