import type { StorageReason } from '../shared/kernel/storage';
import type { InstallationFault } from './installation/faults';

/** Every French sentence of the main process: what must be said where no page can be shown. */
export const text = {
  title: 'Cachet ne démarre pas',
  /** @param given as they were typed */
  refusedSwitches: (given: readonly string[]) =>
    `Cachet ne démarre pas avec ${given.join(', ')}\u202F: cette option ouvrirait les données du centre. ` +
    'Relancez-le sans elle.',
  damaged: (files: readonly string[]) =>
    `Le programme installé sur ce poste a été modifié ou abîmé (${files.join(', ')}). Les saisies ne sont pas touchées. ` +
    'Réinstallez Cachet, puis rouvrez-le.',
  notOpened: (reason: StorageReason) =>
    `Le journal de ce poste ne peut pas s’ouvrir\u202F: ${because[reason]}. Rien n’est effacé. ` +
    'Continuez sur papier, et prévenez le chef de centre si cela recommence.',
  later:
    'Le journal de ce poste a été continué par une version plus récente de Cachet, que celle-ci ne sait pas lire. Rien n’est ' +
    'effacé, et rien n’a été touché. Relancez la version la plus récente, ou mettez Cachet à jour\u202F; d’ici là, ' +
    'continuez sur papier.',
  fault: (fault: InstallationFault) => faults[fault],
};

const because: Readonly<Record<StorageReason, string>> = {
  full: 'le disque n’a plus de place\u202F; libérez-en, puis relancez Cachet',
  'read-only': 'son dossier de données ne peut pas être écrit ou lu',
  closed: 'un de ses fichiers s’est fermé\u202F; relancez Cachet',
  failed: 'le disque a répondu par une erreur\u202F; relancez Cachet',
};

const faults: Readonly<Record<InstallationFault, string>> = {
  'not-packaged': 'Ce programme n’est pas installé\u202F: il est lancé depuis ses sources.',
  'files-damaged': 'Des fichiers du programme ont été modifiés, abîmés ou manquent. Réinstallez Cachet.',
  'page-missing': 'La première page ne s’est pas affichée.',
  'keyboard-deaf': 'La première page ne répond pas au clavier.',
  'page-open': 'La page n’est pas enfermée comme elle doit l’être.',
  'not-sandboxed': 'La fenêtre n’est pas isolée du système par son bac à sable.',
  'storage-reclaimable': 'Le système pourrait effacer la base locale pour gagner de la place.',
  'network-tried': 'La page a essayé d’aller sur le réseau\u202F; cela lui a été refusé.',
  'journal-closed': 'Le journal ne peut pas être écrit sur ce poste.',
};
