import { counted } from './times';

/** The words of a place for somebody off the list where their room has none. */
export const unlistedSeatText = {
  full: 'Toutes les tables de la salle ont leur candidat.',
  where: 'Où l’installer',
  lend: (table: number, name: string) => `Table ${table}, celle de ${name}, dont l’absence est notée`,
  elsewhere: 'Dans une autre salle\u202F: le chef de centre décide',
  lendSay: (table: number, name: string) =>
    `La table ${table} est prêtée. Si ${name} vient après tout, il faudra d’abord donner une autre table à ce candidat, sur sa fiche\u202F: un seul candidat par table (R‑009).`,
  elsewhereSay:
    'Le candidat attend à la porte. Le chef de centre voit la demande dans sa file, avec les salles qui ont des tables libres\u202F; sa réponse s’affiche ici.',
  ask: 'Demander une place au chef de centre',
  askAgain: 'Redemander une place',
  choose: 'Choisissez où l’installer.',
  waiting: 'place demandée au chef de centre, attend à la porte',
  placed: (room: string, table: number) => `attendu ${room}, table ${table}\u202F: faites-le accompagner`,
  denied: (reason: string) => `place refusée\u202F: ${reason}`,
  move: {
    title: 'Table',
    table: 'Autre table',
    free: (table: number) => `Table ${table}, libre`,
    none: 'Aucune autre table de la salle n’est libre.',
    say: (table: number) => `Changer pour la table ${table}`,
  },
  matter: {
    title: 'hors liste, sans table',
    asks: (name: string, paper: string) =>
      `${name} n’est sur aucune liste et n’a pas de table ici\u202F: toutes sont prises. Épreuve\u202F: ${paper}.`,
    room: 'Salle qui a des tables libres',
    samePaper: 'même épreuve',
    free: (count: number) => counted(count, 'table libre', 'tables libres'),
    none: 'Aucune autre salle de cette séance n’a de table libre.',
    rule: 'Composera sous réserve de vérification (R\u2011062), un seul candidat par table (R\u2011009).',
    grant: (room: string, table: number) => `Placer en ${room}, table ${table}`,
    grantShort: 'Placer ailleurs',
    deny: 'Refuser',
    grantTitle: (name: string, room: string) => `Placer ${name} en ${room}\u202F?`,
    grantSay: 'Le candidat s’ajoute à l’appel de cette salle. Son responsable le note présent quand il arrive.',
    overrides: 'Les sujets y sont distribués\u202F: votre motif est écrit à son procès-verbal.',
    denyTitle: (name: string) => `Refuser une place à ${name}\u202F?`,
    denySay: 'Le candidat ne compose pas. Le refus est écrit au journal avec votre motif.',
    reason: 'Motif',
    reasonMissing: 'Donnez le motif de la décision.',
    granted: (name: string, room: string) => `${name} est attendu en ${room}.`,
    denied: (name: string) => `Place refusée à ${name}.`,
  },
} as const;
