import type { DossierFault } from '../../shared/formats/dossier/fault';
import type { ImportFault } from '../../shared/formats/importFault';
import type { AnyFault } from '../preparation/importing/content';
import { dossierFaultText } from './dossierFaults';
import { importFaultText } from './importFaults';
import type { FaultReader, FaultText } from './importWords';
import { inFigures } from './preparation';

/** A fault as a line of the list: where it is, what is wrong and what to do. */
export interface FaultLine extends FaultText {
  readonly file: string;
  readonly place: string;
}

export function faultLine(said: AnyFault, reader: FaultReader): FaultLine {
  switch (said.of) {
    case 'list':
      return {
        file: said.fault.file,
        place: listPlace(said.fault),
        ...importFaultText(said.fault.because, reader),
      };
    case 'dossier':
      return {
        file: said.fault.file,
        place: dossierPlace(said.fault),
        ...dossierFaultText(said.fault.because, reader),
      };
    case 'choice':
      return {
        file: said.fault.file,
        place: 'fichier entier',
        what: 'Un dossier Cachet s’importe seul.',
        remedy: 'Choisissez-le sans autre fichier.',
      };
  }
}

/** The whole list as plain text, one fault a line, for a message or a file. */
export function faultReport(faults: readonly AnyFault[]): string {
  const lines = faults
    .map((each) => faultLine(each, 'centre'))
    .map(({ file, place, what, remedy }) => `${file}, ${place} : ${what} ${remedy}`);
  return `${lines.join('\n')}\n`;
}

function listPlace({ line, column }: ImportFault): string {
  const place = line === null ? 'fichier entier' : `ligne ${inFigures(line)}`;
  return column ? `${place}, colonne « ${column} »` : place;
}

function dossierPlace({ path }: DossierFault): string {
  return path === '' ? 'fichier entier' : path;
}
