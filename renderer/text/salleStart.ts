import type { Shift } from '../salle/start/consequences';
import { endLabel } from './clock';
import { counted } from './times';

/** The words of a start on the board that has to be changed. */
export const startText = {
  open: 'Corriger le début…',
  title: 'Corriger le début au tableau',
  say: 'Le chef de centre change ensemble le début et toutes les fins (A‑84). L’ancienne heure reste dans la main courante et au procès-verbal, avec le motif.',
  papers: 'Épreuves dont le début change',
  time: 'Nouveau début au tableau',
  hint: (time: string) => `Au tableau maintenant\u202F: ${time}.`,
  badTime: 'Écrivez une heure comme 09:05.',
  reason: 'Motif',
  reasonHint: 'Erreur de saisie, sujet incomplet, distribution retardée…',
  reasons: ['Erreur de saisie', 'Distribution retardée', 'Erreur dans le sujet'],
  consequence: 'Ce qui change',
  before: 'Avant',
  after: 'Après',
  clock: 'L’horloge projetée montre ces heures aussitôt\u202F; réécrivez-les au tableau et annoncez-les.',
  people: (count: number) => counted(count, 'candidat en temps majoré', 'candidats en temps majoré'),
  place: (table: number) => `place ${table}`,
  confirm: 'Changer le début et les fins',
  cancel: 'Revenir',
} as const;

/** What the hour is that moves. */
export function shiftText(shift: Shift): string {
  if (shift.of === 'start') return 'Début';
  if (shift.of === 'lastEntry') return 'Entrées tardives jusqu’à';
  return endLabel({ of: shift.of, at: shift.after });
}
