import { counted } from './times';

/** What is said of entries that only a later version can read; null where there are none. */
export function laterEntriesText(count: number): string | null {
  if (count === 0) return null;
  const [them, kept] =
    count === 1
      ? ['la', 'Elle est gardée et transmise telle quelle, mais ce qu’elle dit manque']
      : ['les', 'Elles sont gardées et transmises telles quelles, mais ce qu’elles disent manque'];
  return `${counted(count, 'saisie vient', 'saisies viennent')} d’une version plus récente de Cachet\u202F: celle-ci ne sait pas ${them} lire. ${kept} aux écrans, aux comptes et aux pages de ce poste. Mettez-le à jour, entre deux épreuves.`;
}
