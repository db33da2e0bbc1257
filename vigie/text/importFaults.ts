import { z } from 'zod';
import { type FaultLine, faultLine } from '../../renderer/text/faultLines';
import type { DossierFault } from '../../shared/formats/dossier/fault';
import type { ImportFault } from '../../shared/formats/importFault';

type OfFile =
  | { readonly of: 'list'; readonly fault: ImportFault }
  | { readonly of: 'dossier'; readonly fault: DossierFault };

const because = z.object({ kind: z.string() });
const place = { list: z.object({ line: z.int().nullable() }), dossier: z.object({ path: z.string() }) };
const shape = z.discriminatedUnion('of', [
  z.object({ of: z.literal('list'), fault: place.list.extend({ file: z.string(), because }) }),
  z.object({ of: z.literal('dossier'), fault: place.dossier.extend({ file: z.string(), because }) }),
]);
/** Headquarters has it from the formats' own schemas; here only its shape is looked at. */
const ofFile = z.custom<OfFile>((said) => shape.safeParse(said).success);
const ofChoice = z.object({ of: z.literal('choice'), fault: z.object({ file: z.string(), centre: z.string() }) });
const ofCentre = z.object({ of: z.literal('centre'), centre: z.string(), fault: z.object({ kind: z.string() }) });
const faultsSaid = z.array(z.union([ofChoice, ofCentre, ofFile]));

const wholeFile = 'fichier entier';

/** Every reason why files are not published, in the desk's own words; none where headquarters gave none that is known. */
export function importFaultLines(faults: unknown): readonly FaultLine[] {
  const read = faultsSaid.safeParse(faults);
  return read.success ? read.data.map(lineOf) : [];
}

function lineOf(said: z.infer<typeof faultsSaid>[number]): FaultLine {
  switch (said.of) {
    case 'choice':
      return {
        file: said.fault.file,
        place: wholeFile,
        what: `Un autre des fichiers parle déjà du centre ${said.fault.centre}.`,
        remedy: 'Choisissez un seul dossier par centre, ou ses listes sans dossier.',
      };
    case 'centre':
      return { file: `Centre ${said.centre}`, place: wholeFile, ...centreFault(said.fault.kind) };
    default:
      return faultLine(said, 'headquarters');
  }
}

function centreFault(kind: string): Pick<FaultLine, 'what' | 'remedy'> {
  switch (kind) {
    case 'bad-centre-code':
      return {
        what: 'Ce n’est pas un numéro de centre.',
        remedy: 'Un numéro a sept chiffres et une lettre\u202F: corrigez le fichier à sa source.',
      };
    case 'other-session':
      return { what: 'Ce centre a déjà une autre session.', remedy: 'Choisissez la session de ce centre.' };
    case 'other-centre':
      return { what: 'Le bureau de ce centre en porte un autre.', remedy: 'Vérifiez le numéro dans le fichier.' };
    case 'other-year':
      return {
        what: 'Le fichier n’est pas de la même année que la session.',
        remedy: 'Choisissez la session de cette année-là.',
      };
    case 'demonstration-file':
      return { what: 'Le dossier est une démonstration.', remedy: 'Une vraie session ne prend que de vrais dossiers.' };
    case 'demonstration-here':
      return { what: 'Le dossier est un vrai dossier.', remedy: 'Il n’entre pas dans une session de démonstration.' };
    default:
      return {
        what: 'Ce que dit le fichier ne s’accorde pas avec ce que tient déjà le centre.',
        remedy: 'Comparez-le au dossier publié avant lui, et corrigez-le dans l’application qui l’établit.',
      };
  }
}
