import { counted } from './preparation';

/** The words of the import: choosing files, what is wrong with them, what would change, and writing it. */
export const importText = {
  title: 'Importer',
  lead: 'Une nouvelle liste de Cyclades, ou un dossier Cachet. Rien n’est écrit avant votre accord.',
  choose: 'Choisir des fichiers…',
  drop: 'ou déposez-les n’importe où dans cette fenêtre',
  dropNow: 'Relâchez pour lire ces fichiers',
  accepted: 'Listes simples de Cyclades au format CSV, plusieurs à la fois, ou un dossier Cachet (.json).',
  zone: 'Fichiers à importer',
  reading: (count: number) => `Lecture de ${counted(count, 'fichier', 'fichiers')}…`,
  cancelReading: 'Annuler la lecture',
  otherFiles: 'Choisir d’autres fichiers',
  faultsTitle: (count: number) => counted(count, 'anomalie', 'anomalies'),
  faultsLead: 'Rien n’a été importé : une liste est prise entière ou pas du tout. Corrigez, puis choisissez à nouveau.',
  faultsLabel: 'Anomalies trouvées',
  copy: 'Copier la liste des anomalies',
  copied: 'La liste des anomalies est copiée.',
  copyRefused: 'La copie a été refusée : enregistrez plutôt la liste.',
  save: 'Enregistrer la liste…',
  saved: (path: string) => `La liste des anomalies est enregistrée : ${path}`,
  saveFailed: {
    'disk-full': 'Le disque est plein : la liste n’a pas été enregistrée.',
    'not-allowed': 'Ce dossier refuse l’écriture : choisissez-en un autre.',
    unknown: 'La liste n’a pas pu être enregistrée : choisissez un autre dossier.',
  },
  reportName: 'anomalies.txt',
  previewTitle: 'Avant d’écrire',
  sameTitle: 'Rien de nouveau',
  same: 'Ces fichiers disent exactement ce qui est déjà enregistré.',
  editedAt: (at: string) => `éditée le ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`,
  added: (count: number) => (count < 2 ? 'nouveau candidat' : 'nouveaux candidats'),
  changed: (count: number) => (count < 2 ? 'modifié' : 'modifiés'),
  gone: (count: number) => (count < 2 ? 'n’est plus sur la liste' : 'ne sont plus sur la liste'),
  unchanged: (count: number) => (count < 2 ? 'inchangé' : 'inchangés'),
  details: {
    added: 'Nouveaux',
    changed: 'Modifiés',
    gone: 'Plus sur la liste',
    kept: 'Gardés comme saisis ici',
    leftOut: 'Laissés de côté',
  },
  goneNote: 'Retirés des listes à venir. Présences, places et incidents déjà enregistrés sont gardés.',
  goneDetail: (seated: number, present: number) =>
    [
      seated > 0 ? `place attribuée sur ${counted(seated, 'jour', 'jours')}` : 'aucune place',
      present > 0 ? `noté présent à ${counted(present, 'séance', 'séances')}` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  keptNote: 'Modifiés dans Cachet depuis la dernière liste, qui n’apporte rien de nouveau sur eux.',
  leftOutNote: 'Ces lignes ne portent pas l’état « Inscrit ».',
  leftOut: (state: string, file: string, line: number) => `${state}, ${file}, ligne ${line}`,
  lists: {
    specialities: 'Spécialités',
    papers: 'Épreuves',
    sittings: 'Séances',
    rooms: 'Salles',
    staff: 'Personnel',
  },
  listNews: (added: number, changed: number) =>
    [
      added > 0 ? counted(added, 'ajout', 'ajouts') : null,
      changed > 0 ? counted(changed, 'modification', 'modifications') : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  write: 'Importer',
  writing: 'Écriture en cours',
  interrupt: 'Interrompre',
  interrupted: 'Écriture interrompue. Ce qui est écrit est valable ; reprenez pour écrire le reste, sans doublon.',
  stopped: 'L’écriture s’est arrêtée. Ce qui est écrit est valable ; reprenez pour écrire le reste, sans doublon.',
  resume: 'Reprendre l’écriture',
  done: (count: number) => `Import terminé : ${counted(count, 'candidat inscrit', 'candidats inscrits')}.`,
} as const;
