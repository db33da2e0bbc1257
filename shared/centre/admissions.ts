import { type Admission, admissionKinds, type Dismissal } from '../exam/admission/kinds';
import type { GrantTerms } from '../exam/grants/kinds';
import { anyHead } from '../exam/kind';
import type { Entry } from '../journal/entry';
import { compare, type Logical } from '../journal/hybridClock';
import { type DeviceId, deviceOf } from '../journal/launch';
import { heads, type Register, written } from '../kernel/register';
import { closedChannels } from '../kernel/statement';

/** What a head's machine said of another one; a dismissal has no terms. */
export interface AdmissionSaid {
  readonly terms: GrantTerms | null;
  readonly cutOff: Dismissal['cutOff'];
  readonly logical: Logical;
}

/** What counts of what heads said of the centre's machines. */
export type Admissions = ReadonlyMap<string, Register<AdmissionSaid>>;

/** What headquarters had granted a machine at a moment: nothing at all, nothing any more, or these terms. */
export type GrantedThen = (device: DeviceId, at: Logical) => readonly GrantTerms[] | 'ended' | null;

/** Whether an entry may change what `admissionsOf` tells. */
export function concernsAdmissions(kind: string): boolean {
  return kind === 'admission.given' || kind === 'admission.ended';
}

/**
 * Which machines the centre's heads let in, among entries of any order and repetition. A word counts when the machine
 * that signed it was one of a head's at that moment: headquarters granted it so, or it founded the centre on its own and
 * headquarters never said anything of it, or one of those let it in as a head's. It gives no more than that machine had,
 * and where it only changes a machine's rooms no more than that one had before.
 * @param founders machines that wrote a session which counts
 */
export function admissionsOf(
  entries: readonly Entry[],
  centre: string | null,
  founders: ReadonlySet<string>,
  granted: GrantedThen,
): Admissions {
  const said = entries.flatMap((entry) => saidIn(entry) ?? []).sort(inOrder);
  const counted = new Map<string, Register<AdmissionSaid>>();
  for (const { entry, device, dismissal, given } of said) {
    const writer = deviceOf(entry.stream);
    const power = powerOf(writer, entry.at.logical, { founders, granted, counted });
    if (power === null || writer === device || (given && given.terms.centre !== centre)) continue;
    const before = given?.changes === undefined ? [] : standingTerms(counted, device);
    if (before === null) continue;
    const asked = given && within(given.terms, before);
    const limited = asked && (power === 'founder' ? asked : within(asked, power));
    const terms = limited && given && { ...limited, wrapping: given.wrapping, name: given.name };
    const value = { terms, cutOff: dismissal?.cutOff ?? [], logical: entry.at.logical };
    counted.set(
      device,
      written(counted.get(device), { id: entry.id, by: entry.by.person, value, supersedes: entry.supersedes }),
    );
  }
  return counted;
}

/** How the heads' words left a machine at a moment; null where they had said nothing of it. */
export function admittedThen(admissions: Admissions, device: string, at?: Logical): readonly AdmissionSaid[] | null {
  const register = admissions.get(device)?.filter(({ value }) => !at || compare(value.logical, at) <= 0);
  const stand = heads(register, new Set()).map(({ value }) => value);
  return stand.length > 0 ? stand : null;
}

/**
 * Whether an entry was written beyond the point at which its machine was dismissed: after the last that was known of
 * its stream then, or in a stream that was not known.
 */
export function beyondCutOff(admissions: Admissions, { stream, seq, id }: Entry): boolean {
  const said = admittedThen(admissions, deviceOf(stream)) ?? [];
  return said.some(({ terms, cutOff }) => {
    if (terms !== null) return false;
    const last = cutOff.find((each) => each.stream === stream);
    return last === undefined || seq > last.seq || (seq === last.seq && id !== last.head);
  });
}

/** The admissions without those that a machine gave beyond the point at which it was dismissed, whatever their hour. */
export function admittedInTime(
  entries: readonly Entry[],
  admissions: (among: readonly Entry[]) => Admissions,
): Admissions {
  const all = admissions(entries);
  const late = new Set(entries.filter((entry) => entry.kind === 'admission.given' && beyondCutOff(all, entry)));
  return late.size === 0 ? all : admissions(entries.filter((entry) => !late.has(entry)));
}

/** Whether the heads have let a machine in, and never so that it lets in others. */
export function admittedToLittle(admissions: Admissions, device: string): boolean {
  const given = (admissions.get(device) ?? []).flatMap(({ value }) => value.terms ?? []);
  return given.length > 0 && !given.some(letsIn);
}

interface Power {
  readonly founders: ReadonlySet<string>;
  readonly granted: GrantedThen;
  readonly counted: Admissions;
}

/** What a machine could give others at a moment; null for nothing. */
function powerOf(writer: DeviceId, at: Logical, { founders, granted, counted }: Power): 'founder' | Terms | null {
  const stand = admittedThen(counted, writer, at);
  if (stand?.some(({ terms }) => terms === null)) return null;
  const byHeadquarters = granted(writer, at);
  if (byHeadquarters === 'ended') return null;
  const terms = byHeadquarters ?? stand?.flatMap(({ terms }) => terms ?? []) ?? null;
  if (terms === null) return founders.has(writer) ? 'founder' : null;
  return terms.every(letsIn) ? terms : null;
}

type Terms = readonly GrantTerms[];

/** What a machine that is in may do by the heads' words up to now; null for one that is not. */
function standingTerms(counted: Admissions, device: string): Terms | null {
  const stand = admittedThen(counted, device) ?? [];
  const terms = stand.flatMap((said) => said.terms ?? []);
  return terms.length > 0 && terms.length === stand.length ? terms : null;
}

function letsIn({ roles, writes }: GrantTerms): boolean {
  return (
    anyHead.some((head) => roles.includes(head)) &&
    ['admission.*', 'admission.given'].some((each) => writes.includes(each))
  );
}

/** The part of some terms that lies within others. Keys of closed channels are headquarters' to give. */
function within(terms: GrantTerms, limits: Terms): GrantTerms {
  const allowed = (kind: string, { writes }: GrantTerms) =>
    writes.includes(kind) || writes.includes(kind.replace(/\..*$/, '.*'));
  return {
    ...terms,
    reads: terms.reads.filter((each) => limits.every(({ reads }) => reads.includes(each))),
    writes: terms.writes.filter((each) => limits.every((limit) => allowed(each, limit))),
    roles: terms.roles.filter((each) => limits.every(({ roles }) => roles.includes(each))),
    from: limits.reduce((latest, { from }) => (from > latest ? from : latest), terms.from),
    until: limits.reduce((first, { until }) => (until < first ? until : first), terms.until),
    keys: [],
  };
}

interface Said {
  readonly entry: Entry;
  readonly device: string;
  readonly given: Admission | null;
  readonly dismissal: Dismissal | null;
}

function saidIn(entry: Entry): Said | null {
  const { kind, version, about, data, by } = entry;
  if (!anyHead.some((head) => head === by.role)) return null;
  if (kind === 'admission.given') {
    const said = admissionKinds[kind].read(version, { about, data });
    return said && { entry, device: said.about.device, given: opened(said.data), dismissal: null };
  }
  if (kind !== 'admission.ended') return null;
  const said = admissionKinds[kind].read(version, { about, data });
  return said && { entry, device: said.about.device, given: null, dismissal: said.data };
}

/** Nobody in a centre lets a machine into a closed channel: that takes a key that headquarters gives. */
function opened(given: Admission): Admission {
  const reads = given.terms.reads.filter((each) => closedChannels.every((closed) => closed !== each));
  return { ...given, terms: { ...given.terms, reads, keys: [] } };
}

function inOrder({ entry: a }: Said, { entry: b }: Said): number {
  return compare(a.at.logical, b.at.logical) || (a.id < b.id ? -1 : 1);
}
