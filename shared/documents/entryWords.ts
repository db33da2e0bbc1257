import type { EntryKind } from '../exam/catalogue';

/** Entries of a room's day as a report lists those that came after its closing. */
export const entryWords: Readonly<Record<string, string>> = {
  'attendance.recorded': 'appel',
  'identity.recorded': 'contrôle d’identité',
  'identity.settled': 'pièce d’identité présentée',
  'latecomer.announced': 'retard annoncé',
  'latecomer.decided': 'décision sur un retard',
  'candidate.admittedProvisionally': 'admission hors liste',
  'seat.asked': 'place demandée hors liste',
  'seat.denied': 'place refusée hors liste',
  'provisional.settled': 'vérification d’une inscription',
  'invigilators.assigned': 'équipe de surveillance',
  'room.checked': 'contrôle de la salle',
  'notice.read': 'lecture des consignes',
  'envelope.checked': 'contrôle de l’enveloppe',
  'subjects.distributed': 'distribution des sujets',
  'start.corrected': 'correction du début',
  'paper.ended': 'fin de l’épreuve',
  'candidate.left': 'départ définitif',
  'exit.started': 'sortie provisoire',
  'exit.ended': 'retour en salle',
  'incident.recorded': 'incident',
  'observation.written': 'observation',
  'scripts.counted': 'compte des copies',
  'message.acknowledged': 'lecture d’un message du siège',
  'entry.withdrawn': 'saisie annulée',
} satisfies Partial<Record<EntryKind, string>>;
