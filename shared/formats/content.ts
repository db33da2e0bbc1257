import type { SessionFacts, Speciality } from '../exam/session/kinds';
import { type CentreState, fact, facts } from '../exam/state';
import { sessionId } from '../kernel/ids';
import type { CycladesContent } from './cyclades/cyclades';
import type { Dossier } from './dossier/schema';
import { defaultRegulations } from './regulations';
import { zoneOfCentre } from './zones';

/** What an import brings, whatever it was read from. */
export interface ImportContent extends Omit<Dossier, 'format' | 'version'> {
  /** What the content says of matters that people settle in the centre: `all` of them, or the `candidates` only. */
  readonly says: 'all' | 'candidates';
  /** Where it comes from, as the journal keeps it: file names. */
  readonly source: string;
}

const longestSource = 200;

export function contentOfDossier(dossier: Dossier, file: string): ImportContent {
  return { ...dossier, says: 'all', source: file.slice(0, longestSource) };
}

/** A session made from lists of candidates: the texts' regulations; papers, sittings and rooms are added on screen. */
export function contentOfCyclades(content: CycladesContent): ImportContent {
  const { centre, year, specialities, candidates, files } = content;
  const diplomas = [...new Set(candidates.map(({ diploma }) => diploma))];
  return {
    says: 'candidates',
    source: files.join(', ').slice(0, longestSource),
    session: {
      id: sessionId.of(`${centre.code}-${year}`),
      name: `Session ${year}`,
      year,
      zone: zoneOfCentre(centre.code),
      authority: '',
      centre,
      demonstration: false,
    },
    regulations: diplomas.map((diploma) => defaultRegulations[diploma]),
    specialities: [...specialities],
    papers: [],
    sittings: [],
    rooms: [],
    candidates: [...candidates],
    staff: [],
  };
}

/** The specialities that a list of candidates must keep to: those of a dossier that names its authority, else none. */
export function officialSpecialities(state: CentreState): readonly Speciality[] {
  const session: SessionFacts | null = fact(state, 'session', 'session', 'session');
  return session?.authority ? [...facts(state, 'specialities', 'session').values()] : [];
}
