import type { IncidentCategory } from '../../shared/exam/incidents/kinds';
import { incidentText } from './sentences/procedure';
import { lengthText } from './times';

const nn = '\u202F';

/** What an incident is called where it waits for the head. */
export const incidentMatterText: Readonly<Record<IncidentCategory, string>> = { ...incidentText, other: 'incident' };

/** The words around a head's answers to incidents. */
export const incidentAnswerText = {
  noted: (who: string, ago: number) => `Noté par ${who}, il y a ${lengthText(ago)}.`,
  concerns: (names: string) => `Concerne ${names}.`,
  answer: 'Répondre',
  read: 'Lu, rien à décider',
  readDone: 'Incident lu, rien à décider.',
  title: (room: string) => `Répondre à la salle ${room}`,
  again: 'Répondre autre chose',
  explains: 'Elle s’affiche en salle jusqu’à ce que quelqu’un note l’avoir vue, et figure au procès-verbal.',
  replaces: 'Elle remplace la réponse déjà donnée.',
  ready: 'Réponses usuelles',
  readyHint: 'Choisissez-en une, puis adaptez-la au besoin.',
  decision: 'Ce que fait la salle',
  decisionMissing: 'Dites ce que la salle doit faire.',
  say: 'À dire aux candidats',
  sayHint: `Mot pour mot${nn}; laissez vide s’il n’y a rien à dire.`,
  send: 'Envoyer à la salle',
  sent: 'Réponse envoyée à la salle.',
} as const;
