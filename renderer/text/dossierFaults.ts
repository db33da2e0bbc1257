import type { DossierBecause, PlaceBecause } from '../../shared/formats/dossier/fault';
import { diplomaText } from './diplomas';
import { type FaultReader, type FaultText, foreignTypes, megabytes, quoted } from './importWords';
import { inFigures } from './preparation';

const correction: Readonly<Record<FaultReader, string>> = {
  centre: 'Demandez un dossier corrigé à la division des examens.',
  headquarters: 'Corrigez ce dossier dans l’application qui l’établit, puis importez-le de nouveau.',
};
const choice: Readonly<Record<FaultReader, string>> = {
  centre: 'Choisissez le dossier de centre (.json) envoyé par le siège.',
  headquarters: 'Choisissez un dossier de centre (.json).',
};
const version: Readonly<Record<FaultReader, readonly [what: string, remedy: string]>> = {
  centre: ['ce poste lit la version 1', 'Mettez Cachet à jour, ou demandez un dossier de version 1.'],
  headquarters: [
    'le siège lit la version 1',
    'Mettez le serveur du siège à jour, ou établissez ce dossier en version 1.',
  ],
};

/** A fault of a centre's dossier: what is wrong, and what its reader can do about it. */
export function dossierFaultText(because: DossierBecause, reader: FaultReader): FaultText {
  switch (because.kind) {
    case 'empty':
      return { what: 'Ce fichier est vide.', remedy: correction[reader] };
    case 'too-large':
      return {
        what: `Ce fichier pèse ${megabytes(because.bytes)}\u202F; un dossier ne dépasse pas ${megabytes(because.limit)}.`,
        remedy: 'Vérifiez que vous avez choisi le bon fichier.',
      };
    case 'wrong-type':
      return {
        what: foreignTypes[because.type].what,
        remedy: choice[reader],
      };
    case 'too-many-faults':
      return {
        what: `Ce dossier a plus de ${inFigures(because.shown)} anomalies\u202F: seules les premières sont dites.`,
        remedy: correction[reader],
      };
    case 'not-json':
      return {
        what: 'Ce fichier est abîmé ou incomplet\u202F: il ne se lit pas comme un dossier.',
        remedy: 'Copiez-le de nouveau depuis son origine\u202F; si cela recommence, demandez-en un autre.',
      };
    case 'not-a-dossier':
      return {
        what: 'Ce fichier n’est pas un dossier de centre.',
        remedy: choice[reader],
      };
    case 'other-version':
      return {
        what: `Ce dossier est de la version ${because.version}\u202F; ${version[reader][0]}.`,
        remedy: version[reader][1],
      };
    default:
      return { what: placeText(because), remedy: correction[reader] };
  }
}

function placeText(because: PlaceBecause): string {
  switch (because.kind) {
    case 'missing':
      return 'Cette valeur manque.';
    case 'unknown-field':
      return `Le champ ${quoted(because.field)} n’existe pas dans un dossier.`;
    case 'wrong-value':
      return `Cette valeur n’a pas la forme attendue (${because.expected}).`;
    case 'broken-character':
      return `Ce texte contient un caractère qui n’en est pas un (${because.code})\u202F: il a été abîmé.`;
    case 'too-small':
      return `Cette valeur est trop courte ou trop petite (au moins ${inFigures(because.limit)}).`;
    case 'too-big':
      return `Cette valeur est trop longue ou trop grande (au plus ${inFigures(because.limit)}).`;
    case 'unknown-zone':
      return `Le fuseau horaire ${quoted(because.zone)} n’existe pas.`;
    case 'duplicate-id':
      return `L’identifiant ${because.id} est déjà celui de ${because.first}.`;
    case 'unknown-reference':
      return because.to === 'paper'
        ? `L’épreuve ${because.id} n’est pas dans le dossier.`
        : `La spécialité ${because.id} n’est pas dans le dossier.`;
    case 'missing-regulation':
      return `Le règlement du diplôme (${diplomaText[because.diploma]}) manque.`;
    case 'other-diploma':
      return `La spécialité ${because.speciality} est d’un autre diplôme (${diplomaText[because.diploma]}).`;
    case 'impossible-date':
      return `Le ${because.value} n’est d’aucun calendrier.`;
    case 'two-papers':
      return `Les candidats de la spécialité ${because.speciality} auraient deux épreuves au même moment\u202F: ${because.papers.join(' et ')}.`;
    case 'overlap':
      return `Pour la spécialité ${because.speciality}, les épreuves ${because.papers.join(' et ')} se chevauchent.`;
    case 'paper-sat-twice':
      return `L’épreuve ${because.paper} est déjà passée en ${because.first}.`;
    case 'held-elsewhere':
      return `L’épreuve ${because.paper}, qui doit être distribuée avant toute sortie, n’est pas de la même séance.`;
    case 'no-such-table':
      return `La table ${because.table} n’existe pas\u202F: la salle en a ${because.tables}.`;
    case 'no-table':
      return 'Aucune table de cette salle ne sert.';
  }
}
