import { type Contest, versionsOf } from '../exam/contests/contests';
import { placeOf } from '../exam/contests/place';
import { candidateByNumber, displayName } from '../exam/people/names';
import { type Aspect, type CentreState, fact } from '../exam/state';
import type { EntryId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { personName, roomName } from './facts';
import { enumerated, NARROW } from './french';
import { type Wording, words } from './versionWords';

/** A contested fact as pages and screens tell it: what it is about, and every version with whose it is. */
export interface ContestInWords {
  /** « Présence de NOM Prénom ». */
  readonly about: string;
  /** In the order of `Contest.versions`. */
  readonly versions: readonly { readonly text: string; readonly by: string }[];
}

/** @param hour how an hour is written where it is told */
export function contestInWords(
  state: CentreState,
  contest: Contest,
  hour: (moment: Instant) => string,
): ContestInWords {
  const { aspect, scope, key, versions } = contest;
  const several = placeOf(state, contest).rooms.length > 1;
  const texts = told(state, aspect, scope, key, { state, hour, several });
  return {
    about: `${words[aspect]?.title ?? aspect}${subjectOf(state, contest)}`,
    versions: versions.map(({ words: said }, at) => ({
      text: distinctly(texts, at),
      by: enumerated([...new Set(said.map(({ by }) => personName(state, by)))]),
    })),
  };
}

/** What each entry of a fact says, those that were settled since included. */
export function entriesInWords(
  state: CentreState,
  { aspect, scope, key }: Contest,
  hour: (moment: Instant) => string,
): ReadonlyMap<EntryId, { readonly text: string; readonly by: string }> {
  return new Map(everSaid(state, aspect, scope, key, { state, hour, several: true }));
}

function everSaid<A extends Aspect>(state: CentreState, aspect: A, scope: string, key: string, wording: Wording) {
  const say = words[aspect];
  return (state.shelves.get(aspect)?.get(scope)?.get(key) ?? []).map(({ id, by, value }) => {
    return [id, { text: say?.value(value, wording) ?? '', by: personName(state, by) }] as const;
  });
}

/** What one entry says of a fact: what it is about, and what it says of it. */
export function factInWords(
  state: CentreState,
  { aspect, scope, key }: Pick<Contest, 'aspect' | 'scope' | 'key'>,
  entry: EntryId,
  hour: (moment: Instant) => string,
): { readonly about: string; readonly text: string } {
  const fact = { aspect, scope, key, versions: versionsOf<Aspect>(state, aspect, scope, key) };
  const text = entriesInWords(state, fact, hour).get(entry)?.text ?? '';
  return { about: `${words[aspect]?.title ?? aspect}${subjectOf(state, fact)}`, text };
}

/** « Présence de NOM Prénom : présent (Mme X) / absent (M. Y), à trancher. » */
export function contestSentence({ about, versions }: ContestInWords): string {
  const said = versions.map(({ text, by }) => `${text} (${by})`).join(' / ');
  return `${about}${NARROW}: ${versions.length} versions, ${said}, à trancher.`;
}

function told<A extends Aspect>(
  state: CentreState,
  aspect: A,
  scope: string,
  key: string,
  wording: Wording,
): readonly string[] {
  const say = words[aspect];
  return versionsOf(state, aspect, scope, key).map(({ value }) => say?.value(value, wording) ?? '');
}

/** Versions that differ in what is not told are told apart all the same. */
function distinctly(texts: readonly string[], at: number): string {
  const text = texts[at] ?? '';
  const before = texts.slice(0, at).filter((each) => each === text).length;
  return before === 0 ? text : `${text} (autre saisie, d’autres détails)`;
}

function subjectOf(state: CentreState, contest: Contest): string {
  const { candidate, paper, person, rooms } = placeOf(state, contest);
  if (candidate) return ` ${ofCandidate(state, contest, candidate)}`;
  const [room] = rooms;
  const where = room ? `, ${roomName(state, room)}` : '';
  if (paper) {
    const known = fact(state, 'papers', 'session', paper);
    return ` de ${known ? `${known.code} ${known.title}` : paper}${where}`;
  }
  if (person) return ` de ${personName(state, person)}${where}`;
  return where === '' ? '' : where;
}

/** « de NOM Prénom », « du candidat n° 2019 ». */
function ofCandidate(state: CentreState, { scope }: Contest, candidate: string): string {
  const off = fact(state, 'provisional', scope, candidate) ?? fact(state, 'seatsAsked', scope, candidate);
  const listed = registered(state, candidate);
  const who = listed ?? off;
  return who ? `de ${displayName(who)}` : `du ${candidateByNumber(candidate)}`;
}

function registered(state: CentreState, candidate: string) {
  return fact(state, 'registrations', 'session', candidate)?.candidate ?? null;
}
