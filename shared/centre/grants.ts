import { type GrantTerms, grantKinds } from '../exam/grants/kinds';
import { machineKinds } from '../exam/machines/kinds';
import { isZone } from '../exam/session/today';
import type { Entry } from '../journal/entry';
import { compare, type Logical } from '../journal/hybridClock';
import { type DeviceId, deviceOf } from '../journal/launch';
import { type Day, day } from '../kernel/ids';
import { dayOf } from '../kernel/instant';
import { heads, type Register, written } from '../kernel/register';
import {
  type AdmissionSaid,
  type Admissions,
  admissionsOf,
  admittedInTime,
  admittedThen,
  admittedToLittle,
  concernsAdmissions,
  type GrantedThen,
} from './admissions';
import { keysIn, namedIn, sessionsOf } from './founding';

/** What headquarters said of a device; null where it ended what it had granted. */
interface Said {
  readonly terms: GrantTerms | null;
  readonly logical: Logical;
}

/** Every grant that counts, and whom the centre takes for headquarters. */
export interface Grants {
  /** The Ed25519 keys, base64url, with which headquarters signs: those of the session's dossier. */
  readonly signingKeys: ReadonlySet<string>;
  /** IANA zone of the dates. */
  readonly zone: string;
  readonly devices: ReadonlyMap<string, Register<Said>>;
  /** What the centre's own heads said of its machines, as far as it counts. */
  readonly admissions: Admissions;
  /** The machines that began the centre on their own; none where headquarters lets machines in. */
  readonly founders: ReadonlySet<string>;
  /** The X25519 public keys that machines say are theirs, each in an entry of its own. */
  readonly ownKeys: ReadonlyMap<DeviceId, string>;
}

/**
 * How a device stands: `alone`, a desk on its own, until it is given a grant or let in by a head; else what all that
 * stands beside each other agrees on. What headquarters says goes before what the centre's heads say, but for a
 * dismissal that came after it: a machine that is stolen at noon is shut out without waiting for the network.
 */
export type Standing =
  | { readonly kind: 'alone' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'granted'; readonly terms: readonly GrantTerms[] };

const changing: ReadonlySet<string> = new Set([
  'session.published',
  'headquarters.named',
  'grant.given',
  'grant.ended',
  'machine.secured',
]);

/** Whether an entry of this kind may change what `grantsOf` tells. */
export function concernsGrants(kind: string): boolean {
  return changing.has(kind) || concernsAdmissions(kind);
}

/**
 * The grants among entries of any order and repetition, as `grantsAmong` has them. Who was let in as a room's machine by
 * those whom this machine was told to believe when it joined has founded nothing, and names nobody as headquarters: what
 * it says of either does not count.
 * @param known a key of headquarters' that this machine knows by itself: versions that do not name it do not count
 * @param roots whom this machine believes before any entry says who is who: itself, and whom it was told of at joining
 */
export function grantsOf(
  entries: readonly Entry[],
  known: DeviceId | null = null,
  roots: readonly DeviceId[] = [],
): Grants {
  const knows = known === null ? roots : [known, ...roots];
  const founding = (entry: Entry, counts: (writer: DeviceId) => boolean) =>
    !beginning.has(entry.kind) || counts(deviceOf(entry.stream));
  if (roots.length === 0) return grantsAmong(entries, knows);
  const byRoots = entries.filter((entry) => founding(entry, (writer) => roots.includes(writer)));
  const { admissions } = grantsAmong(byRoots, knows);
  const mayFound = (writer: DeviceId) => roots.includes(writer) || !admittedToLittle(admissions, writer);
  return grantsAmong(
    entries.filter((entry) => founding(entry, mayFound)),
    knows,
  );
}

/** The kinds by which somebody begins a centre, or says who is its headquarters. */
const beginning: ReadonlySet<string> = new Set(['session.published', 'headquarters.named']);

/**
 * The grants among entries of any order and repetition. They count when a key of headquarters' that the session names has
 * signed them, and they are of the session's centre; what anybody else grants is kept and counts for nothing. An undo
 * does not reach them: headquarters ends what it gave. Where versions of the session contest each other, only the
 * keys that all of them name are headquarters'. Where the session names nobody, headquarters is whom the centre's head
 * has named on enrolling a machine; where several were named, the keys that are in all.
 */
function grantsAmong(entries: readonly Entry[], known: readonly DeviceId[]): Grants {
  const isKnown = (keys: readonly string[]) => known.some((each) => keys.includes(each));
  const named = namedIn(entries, isKnown);
  const { standing, writers } = sessionsOf(entries, named);
  const ours = standing.filter((session) => isKnown(keysIn(session)));
  const sessions = ours.length > 0 ? ours : standing;
  const [first] = sessions;
  const agreed = first ? keysIn(first).filter((key) => sessions.every((each) => keysIn(each).includes(key))) : [];
  const unsaid = standing.every((each) => keysIn(each).length === 0);
  const byName = ours.length === 0 && (unsaid || isKnown(named));
  const signingKeys = new Set(byName ? named : agreed);
  const devices = new Map<string, Register<Said>>();
  for (const entry of entries) {
    const said = saidBy(entry);
    if (!said || entry.by.role !== 'headquarters' || !signingKeys.has(deviceOf(entry.stream))) continue;
    const { about, terms } = said;
    if (terms && !sessions.every(({ centre }) => centre.code === terms.centre)) continue;
    const value = { terms, logical: entry.at.logical };
    const { id, by, supersedes } = entry;
    devices.set(about.device, written(devices.get(about.device), { id, by: by.person, value, supersedes }));
  }
  const codes = new Set(sessions.map(({ centre }) => centre.code));
  const [centre = null] = codes.size === 1 ? codes : [];
  const founders = devices.size > 0 ? new Set<string>() : writers;
  const granted: GrantedThen = (device, at) => grantedThen(devices.get(device), at);
  const admissions = admittedInTime(entries, (said) => admissionsOf(said, centre, founders, granted));
  return {
    signingKeys,
    zone: first && isZone(first.zone) ? first.zone : 'Europe/Paris',
    devices,
    admissions,
    founders,
    ownKeys: ownKeysIn(entries),
  };
}

/**
 * Whether an entry may be of the time before its device was given anything. Who gave it says which of the device's
 * entries it held then; their hour is their writer's word, and is taken only where no grant says it.
 */
export function mayBeBefore({ devices, admissions }: Grants, { stream, seq }: Pick<Entry, 'stream' | 'seq'>): boolean {
  const device = deviceOf(stream);
  const said = [...(devices.get(device) ?? []), ...(admissions.get(device) ?? [])];
  const told = said.flatMap(({ value }) => (value.terms?.begun ? [value.terms.begun] : []));
  return told.length === 0 || told.some((begun) => begun.some(([of, until]) => of === stream && seq <= until));
}

/** How a device stands now, or stood at a moment of the hybrid clock. */
export function standingOf({ devices, admissions }: Grants, device: DeviceId, at?: Logical): Standing {
  const granted = headsThen(devices.get(device), at);
  const admitted = admittedThen(admissions, device, at);
  const last = granted.reduce<Logical | null>((latest, { logical }) => later(latest, logical), null);
  const dismissed = admitted?.some((said) => said.terms === null && (last === null || compare(said.logical, last) > 0));
  if (dismissed) return { kind: 'ended' };
  return standingBy(granted) ?? standingBy(admitted ?? []) ?? { kind: 'alone' };
}

function standingBy(said: readonly (Said | AdmissionSaid)[]): Standing | null {
  if (said.length === 0) return null;
  const terms = said.flatMap((each) => each.terms ?? []);
  return terms.length < said.length ? { kind: 'ended' } : { kind: 'granted', terms };
}

function headsThen(register: Register<Said> | undefined, at?: Logical): readonly Said[] {
  const then = register?.filter(({ value }) => !at || compare(value.logical, at) <= 0);
  return heads(then, new Set()).map(({ value }) => value);
}

function grantedThen(register: Register<Said> | undefined, at: Logical): readonly GrantTerms[] | 'ended' | null {
  const standing = standingBy(headsThen(register, at));
  if (standing === null || standing.kind === 'alone') return null;
  return standing.kind === 'ended' ? 'ended' : standing.terms;
}

function later(a: Logical | null, b: Logical): Logical {
  return a !== null && compare(a, b) > 0 ? a : b;
}

/** How a device stood at a moment of the hybrid clock, and each time that this changed since. */
export function standingsSince(grants: Grants, device: DeviceId, at: Logical): readonly Standing[] {
  const registers = [grants.devices.get(device), grants.admissions.get(device)];
  const changes = registers.flatMap((register) => (register ?? []).map(({ value }) => value.logical));
  const moments = [at, ...changes.filter((each) => compare(each, at) > 0).sort(compare)];
  return moments.map((moment) => standingOf(grants, device, moment));
}

/** The day on which grants are held to their dates. @param moment milliseconds, by the centre's clock as far as known */
export function grantDay({ zone }: Grants, moment: number): Day {
  return day.of(dayOf(moment, zone));
}

/** What a machine says of itself is believed where it signed it; of several keys, the last in order of time. */
function ownKeysIn(entries: readonly Entry[]): ReadonlyMap<DeviceId, string> {
  const said = entries.flatMap((entry) => {
    const { kind, version, about, data, stream, at, id } = entry;
    if (kind !== 'machine.secured') return [];
    const read = machineKinds[kind].read(version, { about, data });
    const device = deviceOf(stream);
    const wrapping = read?.about.device === device ? read.data.wrapping : undefined;
    return wrapping === undefined ? [] : [{ device, wrapping, at: at.logical, id }];
  });
  said.sort((a, b) => compare(a.at, b.at) || (a.id < b.id ? -1 : 1));
  return new Map(said.map(({ device, wrapping }) => [device, wrapping]));
}

function saidBy({ kind, version, about, data }: Entry) {
  if (kind === 'grant.given') {
    const said = grantKinds[kind].read(version, { about, data });
    return said && { about: said.about, terms: said.data };
  }
  if (kind !== 'grant.ended') return null;
  const said = grantKinds[kind].read(version, { about, data });
  return said && { about: said.about, terms: null };
}
