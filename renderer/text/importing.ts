import type { ForeignType, ImportBecause, ImportFault } from '../../shared/formats/importFault';
import { counted, diplomaNames, inFigures } from './preparation';

export const importText = {
  title: 'Importer',
  lead: 'Une nouvelle liste de Cyclades, ou un dossier Cachet. Rien n’est écrit avant votre accord.',
  choose: 'Choisir des fichiers…',
  drop: 'ou déposez-les ici',
  dropNow: 'Relâchez pour lire ces fichiers',
  accepted: 'Fichiers CSV de Cyclades (« Listes simples »), plusieurs à la fois, ou dossier Cachet (.json).',
  zone: 'Fichiers à importer',
  reading: (count: number) => `Lecture de ${counted(count, 'fichier', 'fichiers')}…`,
  cancel: 'Annuler la lecture',
  again: 'Choisir d’autres fichiers',
  faultsTitle: (count: number) => counted(count, 'anomalie', 'anomalies'),
  faultsLead:
    'Rien n’a été importé : une liste est prise entière ou pas du tout. Corrigez dans Cyclades ou dans le fichier, puis recommencez.',
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
  line: (line: number) => `ligne ${line}`,
  wholeFile: 'fichier entier',
  previewTitle: 'Avant d’écrire',
  sameTitle: 'Rien de nouveau',
  same: 'Ces fichiers disent exactement ce qui est déjà enregistré.',
  from: (files: readonly string[]) => files.join(', '),
  editedAt: (at: string) => `éditée le ${at}`,
  session: (year: number) => `Session ${year}`,
  added: 'nouveaux candidats',
  addedOne: 'nouveau candidat',
  changed: 'modifiés',
  changedOne: 'modifié',
  gone: 'ne sont plus sur la liste',
  goneOne: 'n’est plus sur la liste',
  unchanged: 'inchangés',
  unchangedOne: 'inchangé',
  goneNote:
    'Ils sont retirés des appels à venir ; ce qui a déjà été enregistré sur eux (présences, places, incidents) est gardé.',
  keptNote: 'Ce que vous avez saisi ici (aménagements, places, présences) est gardé.',
  leftOut: (count: number) =>
    `${counted(count, 'ligne n’est pas « Inscrit » et sera laissée', 'lignes ne sont pas « Inscrit » et seront laissées')} de côté`,
  details: { added: 'Nouveaux', changed: 'Modifiés', gone: 'Plus sur la liste', leftOut: 'Laissés de côté' },
  specialities: 'Spécialités',
  other: 'Également dans ce dossier',
  write: (count: number) => `Importer ${counted(count, 'candidat', 'candidats')}`,
  writeDossier: 'Importer ce dossier',
  writeChanges: (count: number) => `Enregistrer ${counted(count, 'changement', 'changements')}`,
  writing: (done: number, of: number) => `Écriture : ${inFigures(done)} sur ${inFigures(of)}`,
  interrupt: 'Interrompre',
  interrupted:
    'Écriture interrompue. Ce qui a été écrit est valable ; reprenez pour écrire le reste, sans doublon.',
  stopped: 'L’écriture s’est arrêtée. Ce qui a été écrit est valable ; reprenez pour écrire le reste, sans doublon.',
  resume: 'Reprendre l’écriture',
  done: (count: number) => `${counted(count, 'candidat est enregistré', 'candidats sont enregistrés')}.`,
  next: 'Voir les candidats',
  otherSession: (found: string, known: string) =>
    `Ces fichiers sont ceux d’une autre session (${found}). Cette machine prépare : ${known}.`,
  fieldChanges: {
    familyName: 'nom de famille',
    usageName: 'nom d’usage',
    givenNames: 'prénoms',
    birthDate: 'date de naissance',
    division: 'classe',
    category: 'catégorie',
    ine: 'INE',
    diploma: 'diplôme',
    speciality: 'spécialité',
    teaching: 'enseignements',
    registration: 'n° d’inscription',
    accommodations: 'aménagements',
  },
} as const;

const foreign: Readonly<Record<ForeignType, string>> = {
  xlsx: 'C’est un classeur Excel. Dans Excel : Enregistrer sous, « CSV UTF-8 ».',
  xls: 'C’est un ancien classeur Excel. Dans Excel : Enregistrer sous, « CSV UTF-8 ».',
  ods: 'C’est un classeur LibreOffice. Dans LibreOffice : Enregistrer sous, « Texte CSV ».',
  pdf: 'C’est un PDF. Dans Cyclades, éditez la liste simple au format CSV.',
  zip: 'C’est une archive. Décompressez-la, puis choisissez le fichier CSV.',
  image: 'C’est une image. Dans Cyclades, éditez la liste simple au format CSV.',
  utf16: 'Ce texte est codé en UTF-16. Réenregistrez-le en UTF-8.',
  xml: 'C’est un fichier XML. Choisissez la liste simple de Cyclades, au format CSV.',
  html: 'C’est une page web. Choisissez la liste simple de Cyclades, au format CSV.',
  json: 'C’est un fichier JSON, mais pas un dossier Cachet. Demandez un dossier à votre service des examens.',
  binary: 'Ce n’est pas un fichier texte. Choisissez la liste simple de Cyclades, au format CSV.',
};

/** What is wrong, and what to do about it. */
export function importFaultText(because: ImportBecause): string {
  switch (because.kind) {
    case 'empty':
      return 'Le fichier est vide. Éditez à nouveau la liste dans Cyclades.';
    case 'too-large':
      return `Le fichier pèse ${megabytes(because.bytes)} ; une liste en pèse moins de ${megabytes(because.limit)}. Vérifiez que c’est le bon fichier.`;
    case 'wrong-type':
      return foreign[because.type];
    case 'spoilt-encoding':
      return 'Les accents sont abîmés (« Ã© »). Éditez à nouveau la liste, sans l’ouvrir dans un tableur.';
    case 'same-file':
      return `C’est le même contenu que « ${because.as} ». Retirez l’un des deux.`;
    case 'no-heading':
      return 'Aucune ligne de titres reconnue. Choisissez dans Cyclades l’édition « Listes simples ».';
    case 'missing-column':
      return `La colonne « ${because.heading} » manque. Ajoutez-la à l’édition dans Cyclades.`;
    case 'no-candidate':
      return 'La liste ne contient aucun candidat. Vérifiez les critères de l’édition.';
    case 'too-many-rows':
      return `La liste dépasse ${inFigures(because.limit)} lignes. Éditez-la en plusieurs fois.`;
    case 'too-many-faults':
      return `Au-delà de ${inFigures(because.shown)} anomalies, la lecture s’arrête : est-ce le bon fichier ?`;
    case 'open-quote':
      return 'Un guillemet ouvert n’est jamais refermé. Retirez-le ou refermez-le.';
    case 'no-year':
      return 'L’année de la session manque en tête de liste. Éditez à nouveau la liste avec ses lignes de titre.';
    case 'no-centre':
      return 'L’établissement et son code (par exemple 0921234A) manquent en tête de liste.';
    case 'other-centre':
      return `Cette liste est celle du centre ${because.found} ; l’autre, celle du ${because.expected}. Importez un seul centre.`;
    case 'other-year':
      return `Cette liste est de ${because.found} ; l’autre, de ${because.expected}. Importez une seule session.`;
    case 'empty-cell':
      return 'La case est vide. Complétez-la dans Cyclades.';
    case 'too-long':
      return `La valeur compte ${because.length} caractères, ${because.limit} au plus. Une colonne a-t-elle glissé ?`;
    case 'broken-character':
      return `« ${because.value} » contient un caractère illisible. Éditez à nouveau la liste.`;
    case 'two-values':
      return `Deux valeurs différentes pour la même colonne : ${because.values.join(', ')}. Gardez la bonne.`;
    case 'bad-number':
      return `« ${because.value} » n’est pas un numéro de candidat. Un tableur l’a-t-il transformé ?`;
    case 'duplicate-number':
      return `Le candidat ${because.value} figure déjà dans « ${because.file} », ligne ${because.line}. Retirez l’une des lignes.`;
    case 'impossible-date':
      return `« ${because.value} » n’est pas une date de naissance possible. Écrivez-la jj/mm/aaaa.`;
    case 'unknown-category':
      return `La catégorie « ${because.value} » n’est d’aucun diplôme connu de Cachet.`;
    case 'unknown-speciality':
      return `La spécialité ${because.code} (${because.label}) n’est pas de cette session. Vérifiez-la, ou faites-la ajouter par le service des examens.`;
    case 'speciality-labels':
      return `La spécialité ${because.code} porte deux noms : « ${because.labels[0]} » et « ${because.labels[1]} ».`;
    case 'speciality-diplomas':
      return `La spécialité ${because.code} relève de deux diplômes : ${because.diplomas.map((each) => diplomaNames[each]).join(' et ')}.`;
  }
}

/** `liste.csv, ligne 12, colonne « INE »`. */
export function faultPlace(fault: ImportFault): string {
  const place = fault.line === null ? importText.wholeFile : importText.line(fault.line);
  return [place, fault.column ? `« ${fault.column} »` : null].filter((part) => part !== null).join(', ');
}

/** The whole list as plain text, one fault a line, for a message or a file. */
export function faultReport(faults: readonly ImportFault[]): string {
  return `${faults.map((fault) => `${fault.file}, ${faultPlace(fault)} : ${importFaultText(fault.because)}`).join('\n')}\n`;
}

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

function megabytes(bytes: number): string {
  return `${oneDecimal.format(bytes / 1_000_000)} Mo`;
}
