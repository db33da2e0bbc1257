import type { CellBecause, ImportBecause } from '../../shared/formats/importFault';
import { diplomaText } from './diplomas';
import { type FaultReader, type FaultText, foreignTypes, megabytes, quoted } from './importWords';
import { inFigures } from './preparation';

const newExport = 'Refaites l’export depuis Cyclades (liste simple, format CSV) et importez-le sans l’ouvrir.';
const correctAtSource = `Faites corriger l’inscription dans Cyclades, puis refaites l’export.`;
const publishIt: Readonly<Record<FaultReader, string>> = {
  centre: 'Vérifiez l’inscription du candidat, ou demandez à la division des examens de publier cette spécialité.',
  headquarters: 'Vérifiez l’inscription du candidat, ou publiez d’abord à ce centre un dossier qui a cette spécialité.',
};

/** A fault of a list of candidates: what is wrong, and what its reader can do about it. */
export function importFaultText(because: ImportBecause, reader: FaultReader): FaultText {
  switch (because.kind) {
    case 'empty':
      return { what: 'Ce fichier est vide.', remedy: newExport };
    case 'too-large':
      return {
        what: `Ce fichier pèse ${megabytes(because.bytes)}\u202F; une liste de candidats ne dépasse jamais ${megabytes(because.limit)}.`,
        remedy: 'Vérifiez que vous avez choisi le bon fichier.',
      };
    case 'wrong-type':
      return foreignTypes[because.type];
    case 'spoilt-encoding':
      return {
        what: 'Les accents de ce fichier ont été abîmés par un autre programme (par exemple «\u202FÃ©\u202F» au lieu de «\u202Fé\u202F»).',
        remedy: newExport,
      };
    case 'same-file':
      return { what: `Ce fichier est le même que ${because.as}.`, remedy: 'Retirez l’un des deux.' };
    case 'no-heading':
      return {
        what: 'Ce fichier n’est pas une liste simple de Cyclades\u202F: on n’y trouve pas la ligne des titres de colonnes.',
        remedy: newExport,
      };
    case 'missing-column':
      return {
        what: `La colonne ${quoted(because.heading)} manque.`,
        remedy: 'Dans Cyclades, ajoutez cette colonne à la liste simple, puis refaites l’export.',
      };
    case 'no-candidate':
      return {
        what: 'Cette liste ne contient aucun candidat.',
        remedy: 'Vérifiez les critères de recherche dans Cyclades, puis refaites l’export.',
      };
    case 'too-many-rows':
      return {
        what: `Ce fichier a plus de ${inFigures(because.limit)} lignes.`,
        remedy: 'Exportez la liste d’un seul centre.',
      };
    case 'too-many-faults':
      return {
        what: `La lecture s’est arrêtée ici, après ${inFigures(because.shown)} anomalies.`,
        remedy: 'Corrigez d’abord celles-ci, ou vérifiez que vous avez choisi le bon fichier.',
      };
    case 'open-quote':
      return {
        what: 'Un guillemet ouvert sur cette ligne n’est jamais refermé.',
        remedy: 'Retirez ce guillemet, ou refaites l’export depuis Cyclades.',
      };
    case 'no-year':
      return { what: 'L’année de la session manque en tête du fichier.', remedy: newExport };
    case 'no-centre':
      return { what: 'Le nom et le code du centre manquent en tête du fichier.', remedy: newExport };
    case 'other-centre':
      return {
        what: `Ce fichier est celui du centre ${because.found}\u202F; le premier est celui du centre ${because.expected}.`,
        remedy: 'N’importez ensemble que les listes d’un même centre.',
      };
    case 'other-year':
      return {
        what: `Ce fichier est de la session ${because.found}\u202F; le premier est de la session ${because.expected}.`,
        remedy: 'N’importez ensemble que les listes d’une même session.',
      };
    default:
      return cellText(because, reader);
  }
}

function cellText(because: CellBecause, reader: FaultReader): FaultText {
  switch (because.kind) {
    case 'empty-cell':
      return { what: 'Cette case est vide.', remedy: correctAtSource };
    case 'too-long':
      return {
        what: `Ce texte a ${because.length} caractères\u202F; il n’en tient que ${because.limit}.`,
        remedy: correctAtSource,
      };
    case 'broken-character':
      return { what: `Un caractère de ${quoted(because.value)} est illisible.`, remedy: newExport };
    case 'two-values':
      return {
        what: `Cette colonne figure deux fois et ses cases se contredisent\u202F: ${because.values.map(quoted).join(' et ')}.`,
        remedy: newExport,
      };
    case 'bad-number':
      return {
        what: `${quoted(because.value)} n’est pas un numéro de candidat\u202F: un tableur l’a peut-être transformé.`,
        remedy: newExport,
      };
    case 'duplicate-number':
      return {
        what: `Le numéro ${because.value} figure déjà dans ${because.file}, ligne ${because.line}.`,
        remedy: 'Retirez la liste en double, ou faites corriger le numéro dans Cyclades.',
      };
    case 'impossible-date':
      return {
        what: `${quoted(because.value)} n’est pas une date de naissance possible (attendu\u202F: jj/mm/aaaa).`,
        remedy: correctAtSource,
      };
    case 'unknown-category':
      return {
        what: `La catégorie ${quoted(because.value)} ne dit pas quel diplôme le candidat prépare, ou en nomme deux.`,
        remedy:
          'Cachet connaît le bac pro, le CAP, le BEP, la MC, le BP et les UC\u202F: faites corriger la catégorie.',
      };
    case 'unknown-speciality':
      return {
        what: `La spécialité ${because.code}, ${quoted(because.label)}, n’est pas de cette session.`,
        remedy: publishIt[reader],
      };
    case 'speciality-labels':
      return {
        what: `La spécialité ${because.code} porte deux noms\u202F: ${because.labels.map(quoted).join(' et ')}.`,
        remedy: newExport,
      };
    case 'speciality-diplomas':
      return {
        what: `La spécialité ${because.code} est rattachée à deux diplômes\u202F: ${because.diplomas.map((each) => diplomaText[each]).join(' et ')}.`,
        remedy: correctAtSource,
      };
  }
}
