import type { Surprise } from '../../shared/formats/demonstration/morning';

/** What a demonstration says of itself, and what it asks its people to play. */
export const demonstrationText = {
  tag: 'Démonstration',
  open: 'Démonstration\u202F: ce qu’il y a à jouer',
  title: 'À jouer pendant cette séance',
  say: 'Tout est inventé. Pour que la séance ressemble à une vraie, faites arriver ceci, salle par salle\u202F; tous les autres sont là à l’heure.',
  close: 'Fermer',
  nothing: 'Personne n’est attendu pour l’instant\u202F: il n’y a rien à jouer.',
  /** `missing`: each one's name and room. */
  noShows: (missing: readonly (readonly [name: string, room: string])[]) =>
    `À remplacer dès l’ouverture, ${missing.length === 1 ? 'un surveillant ne vient pas' : 'des surveillants ne viennent pas'}\u202F: ${missing.map(([name, room]) => `${name} (${room})`).join(', ')}.`,
  columns: { room: 'Salle', table: 'Place', who: 'Candidat', what: 'Ce qui arrive' },
  /** `arrival` tells the hour so many minutes after the start. */
  what(each: Surprise, arrival: (minutes: number) => string): string {
    switch (each.kind) {
      case 'absent':
        return 'ne vient pas';
      case 'late':
        return `se présente à ${arrival(each.minutes)}, ${each.minutes}\u00A0min après le début`;
      case 'withoutIdentity':
        return 'n’a pas de pièce d’identité';
      case 'fraud':
        return 'est surpris avec un téléphone';
      case 'unlisted':
        return 'se présente à l’appel sans être sur la liste';
    }
  },
} as const;
