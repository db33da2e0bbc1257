import type { ForeignType } from '../../shared/formats/importFault';
import { inFigures } from './preparation';

/** What is wrong with a file, and what to do about it. */
export interface FaultText {
  readonly what: string;
  readonly remedy: string;
}

/** What a file is when it is not the one asked for, and what to do then. */
export const foreignTypes: Readonly<Record<ForeignType, FaultText>> = {
  xlsx: {
    what: 'Ce fichier est un classeur Excel (.xlsx).',
    remedy: 'Dans Cyclades, choisissez l’export CSV\u202F; n’enregistrez pas la liste depuis Excel.',
  },
  xls: {
    what: 'Ce fichier est un classeur Excel (.xls).',
    remedy: 'Dans Cyclades, choisissez l’export CSV\u202F; n’enregistrez pas la liste depuis Excel.',
  },
  ods: {
    what: 'Ce fichier est un classeur LibreOffice (.ods).',
    remedy: 'Dans Cyclades, choisissez l’export CSV.',
  },
  pdf: {
    what: 'Ce fichier est un document PDF.',
    remedy: 'Dans Cyclades, choisissez l’export CSV de la même liste.',
  },
  zip: {
    what: 'Ce fichier est une archive compressée.',
    remedy:
      'Décompressez-la (clic droit, «\u202FExtraire tout\u202F»), puis choisissez le fichier CSV qu’elle contient.',
  },
  image: { what: 'Ce fichier est une image.', remedy: 'Choisissez le fichier CSV exporté de Cyclades.' },
  utf16: {
    what: 'Ce fichier est un texte Unicode enregistré par un tableur.',
    remedy: 'Reprenez le fichier CSV tel que Cyclades l’a donné, sans l’enregistrer depuis un tableur.',
  },
  xml: {
    what: 'Ce fichier est un export XML, par exemple de SIECLE\u202F: il ne contient pas les inscriptions à l’examen.',
    remedy: 'Dans Cyclades, exportez la liste simple des candidats au format CSV.',
  },
  html: {
    what: 'Ce fichier est une page web, sans doute la page de connexion enregistrée à la place de la liste.',
    remedy: 'Reconnectez-vous à Cyclades et refaites l’export CSV.',
  },
  json: {
    what: 'Ce fichier n’est pas une liste de candidats\u202F: il a la forme d’un dossier de centre.',
    remedy: 'Importez-le comme dossier de centre, ou choisissez un export CSV de Cyclades.',
  },
  binary: {
    what: 'Ce fichier n’est pas du texte.',
    remedy: 'Choisissez le fichier CSV exporté de Cyclades.',
  },
};

export function quoted(text: string): string {
  return `«\u202F${text}\u202F»`;
}

export function megabytes(bytes: number): string {
  return `${inFigures(Math.ceil(bytes / 1_000_000))}\u00A0Mo`;
}

/** Who reads of a fault and has to do something about it: a centre asks headquarters, headquarters corrects. */
export type FaultReader = 'centre' | 'headquarters';
