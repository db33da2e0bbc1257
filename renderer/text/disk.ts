import type { DiskSpace } from '../../shared/kernel/diskSpace';
import { REFUSE_UNDER } from '../../shared/kernel/diskSpace';

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** « 840 Mo », rounded down: never more than there is. */
function sizeText(bytes: number): string {
  return `${whole.format(Math.floor(bytes / 1_000_000))}\u00a0Mo`;
}

/** What is said of a disk that has little room; null when there is nothing to say. */
export function diskText(space: DiskSpace): string | null {
  if (space.level === 'ample') return null;
  const left = sizeText(space.freeBytes);
  return space.level === 'low'
    ? `Il reste ${left} sur le disque de ce poste. Tout s’enregistre encore. Libérez de la place dès que vous le pourrez\u202f: sous ${sizeText(REFUSE_UNDER)}, Cachet ne prend plus de saisie.`
    : `Saisies suspendues\u202f: il ne reste que ${left} sur le disque de ce poste. Tout ce qui est enregistré est sauf. Videz la corbeille, déplacez les vidéos et les gros fichiers\u202f; les saisies reprennent d’elles-mêmes dès qu’il y a de la place. D’ici là, notez sur papier.`;
}

export const diskChip = 'Saisies suspendues';
