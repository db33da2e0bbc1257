import type { Instant } from '../../shared/kernel/instant';
import { capital, dayText, hourText } from './times';

/** The words of the centre's status, told to headquarters by another path than the network. */
export const centreStatusText = {
  open: 'État du centre',
  title: 'État du centre',
  made: (at: Instant, zone: string) => `${capital(dayText(at, zone))}, ${hourText(at, zone)}.`,
  say: 'À transmettre au siège quand le réseau ne passe plus. Cet état ne change plus une fois affiché, ne nomme aucun candidat et n’est pas signé\u202F: le siège l’affiche comme dicté.',
  whole: {
    title: 'À photographier',
    label: 'Code qui contient l’état du centre',
    say: 'Une photo de ce code, envoyée par message, donne au siège l’état de chaque salle.',
  },
  dictated: {
    title: 'À dicter au téléphone',
    say: (groups: number) =>
      `Lisez les ${groups}${'\u00A0'}groupes dans l’ordre. Un signe mal entendu est signalé au siège, avec le numéro de son groupe.`,
    tooLarge:
      'Ce centre est trop grand pour un code à dicter\u202F: envoyez la photo, ou lisez les chiffres ci-dessous.',
  },
  figures: 'Ce que le siège y lira',
  print: 'Imprimer',
  save: 'Enregistrer le PDF',
  file: 'Etat du centre.pdf',
  again: 'Refaire à l’heure actuelle',
  close: 'Fermer',
  drawFailed: 'La page n’a pas pu être composée. Réessayez, ou envoyez la photo du code.',
} as const;
