import { lengthText } from './times';

const nn = '\u202F';

/** The words around a head's answers to incidents. */
export const incidentAnswerText = {
  matter: (category: string) => `incident · ${category}`,
  noted: (who: string, hour: string, ago: number) => `Noté par ${who} à ${hour}, il y a ${lengthText(ago)}.`,
  concerns: (names: string) => `Concerne ${names}.`,
  answer: 'Répondre à la salle',
  read: 'Lu, rien à décider',
  readDone: 'Incident lu, rien à décider.',
  title: (room: string) => `Répondre à la salle ${room}`,
  again: 'Répondre autre chose',
  explains:
    'La réponse s’affiche en salle jusqu’à ce que quelqu’un note l’avoir vue. Elle figure au procès-verbal de la salle et à la main courante.',
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
