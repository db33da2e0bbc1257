import type { DossierBecause, DossierFault } from '../../shared/formats/dossier/fault';
import type { ForeignType, ImportBecause, ImportFault } from '../../shared/formats/importFault';
import type { AnyFault } from '../preparation/importing/content';
import { diplomaNames, inFigures } from './preparation';

/** A fault as a line of the list: where it is, what is wrong and what to do. */
export interface FaultLine {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

export function faultLine(said: AnyFault): FaultLine {
  switch (said.of) {
    case 'list':
      return { file: said.fault.file, place: listPlace(said.fault), text: listText(said.fault.because) };
    case 'dossier':
      return { file: said.fault.file, place: dossierPlace(said.fault), text: dossierText(said.fault.because) };
    case 'choice':
      return {
        file: said.fault.file,
        place: 'fichier entier',
        text: 'Un dossier Cachet s’importe seul. Choisissez-le sans autre fichier.',
      };
  }
}

/** The whole list as plain text, one fault a line, for a message or a file. */
export function faultReport(faults: readonly AnyFault[]): string {
  const lines = faults.map(faultLine).map(({ file, place, text }) => `${file}, ${place} : ${text}`);
  return `${lines.join('\n')}\n`;
}

function listPlace({ line, column }: ImportFault): string {
  const place = line === null ? 'fichier entier' : `ligne ${inFigures(line)}`;
  return column ? `${place}, colonne « ${column} »` : place;
}

function dossierPlace({ path }: DossierFault): string {
  return path === '' ? 'fichier entier' : path;
}

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
function listText(because: ImportBecause): string {
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

/** What is wrong in a dossier, and what to do about it. */
function dossierText(because: DossierBecause): string {
  switch (because.kind) {
    case 'empty':
    case 'too-large':
    case 'wrong-type':
    case 'too-many-faults':
      return listText(because);
    case 'not-json':
      return 'Le fichier est abîmé : ce n’est pas du JSON complet. Demandez-le à nouveau.';
    case 'not-a-dossier':
      return 'Ce n’est pas un dossier Cachet. Demandez un dossier à votre service des examens.';
    case 'other-version':
      return `Ce dossier est d’une autre version (${because.version}). Mettez Cachet à jour ou demandez un dossier en version 1.`;
    case 'missing':
      return 'Il manque une valeur.';
    case 'unknown-field':
      return `Le champ « ${because.field} » est inconnu.`;
    case 'wrong-value':
      return `La valeur n’est pas celle attendue (${because.expected}).`;
    case 'too-small':
      return `La valeur est trop petite : ${inFigures(because.limit)} au moins.`;
    case 'too-big':
      return `La valeur est trop grande : ${inFigures(because.limit)} au plus.`;
    case 'unknown-zone':
      return `Le fuseau horaire « ${because.zone} » est inconnu.`;
    case 'duplicate-id':
      return `« ${because.id} » figure déjà à ${because.first}.`;
    case 'unknown-reference':
      return because.to === 'paper'
        ? `L’épreuve « ${because.id} » n’est pas dans ce dossier.`
        : `La spécialité « ${because.id} » n’est pas dans ce dossier.`;
    case 'missing-regulation':
      return `Le règlement manque pour ce diplôme : ${diplomaNames[because.diploma]}.`;
    case 'other-diploma':
      return `La spécialité « ${because.speciality} » ne relève pas de ce diplôme : ${diplomaNames[because.diploma]}.`;
    case 'impossible-date':
      return `« ${because.value} » n’est pas une date possible.`;
    case 'two-papers':
      return `Deux épreuves de cette séance se composent par les mêmes candidats (${because.speciality}) : ${because.papers.join(' et ')}.`;
    case 'overlap':
      return `Deux épreuves se chevauchent pour la spécialité ${because.speciality} : ${because.papers.join(' et ')}.`;
    case 'paper-sat-twice':
      return `L’épreuve « ${because.paper} » est déjà composée à ${because.first}.`;
    case 'held-elsewhere':
      return `L’épreuve « ${because.paper} », qui doit suivre, n’est pas dans la même séance.`;
    case 'no-such-table':
      return `La table ${because.table} n’existe pas : la salle en compte ${because.tables}.`;
    case 'no-table':
      return 'Cette salle n’a aucune table utilisable.';
  }
}

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

function megabytes(bytes: number): string {
  return `${oneDecimal.format(bytes / 1_000_000)} Mo`;
}
