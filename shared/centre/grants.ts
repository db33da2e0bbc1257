import { type GrantTerms, grantKinds } from '../exam/grants/kinds';
import { type SessionFacts, sessionKinds } from '../exam/session/kinds';
import { isZone } from '../exam/session/today';
import type { Entry } from '../journal/entry';
import { compare, type Logical } from '../journal/hybridClock';
import { type DeviceId, deviceOf } from '../journal/launch';
import { type Day, day } from '../kernel/ids';
import { dayOf } from '../kernel/instant';
import { heads, type Register, written } from '../kernel/register';
import { permit } from './permit';

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
}

/**
 * How a device stands: `alone`, a desk on its own, until it is given a grant; else what all grants that stand beside each
 * other agree on. One that is enough where headquarters contradicts nothing.
 */
export type Standing =
  | { readonly kind: 'alone' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'granted'; readonly terms: readonly GrantTerms[] };

/** Whether an entry of this kind may change what `grantsOf` tells. */
export function concernsGrants(kind: string): boolean {
  return kind === 'session.published' || kind === 'grant.given' || kind === 'grant.ended';
}

/**
 * The grants among entries of any order and repetition. They count when a key of headquarters' that the session names has
 * signed them, and they are of the session's centre; what anybody else grants is kept and counts for nothing. An undo
 * does not reach them: headquarters ends what it gave. Where versions of the session contest each other, only the
 * keys that all of them name are headquarters'.
 * @param known a key of headquarters' that this machine knows by itself: versions that do not name it do not count
 */
export function grantsOf(entries: readonly Entry[], known: DeviceId | null = null): Grants {
  const standing = sessionsOf(entries);
  const ours = standing.filter((session) => known !== null && keysIn(session).includes(known));
  const sessions = ours.length > 0 ? ours : standing;
  const [first] = sessions;
  const agreed = first ? keysIn(first).filter((key) => sessions.every((each) => keysIn(each).includes(key))) : [];
  const signingKeys = new Set(agreed);
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
  return { signingKeys, zone: first && isZone(first.zone) ? first.zone : 'Europe/Paris', devices };
}

/** How a device stands now, or stood at a moment of the hybrid clock. */
export function standingOf({ devices }: Grants, device: DeviceId, at?: Logical): Standing {
  const register = devices.get(device)?.filter(({ value }) => !at || compare(value.logical, at) <= 0);
  const stand = heads(register, new Set());
  if (stand.length === 0) return { kind: 'alone' };
  const terms = stand.flatMap(({ value }) => value.terms ?? []);
  return terms.length < stand.length ? { kind: 'ended' } : { kind: 'granted', terms };
}

/** How a device stood at a moment of the hybrid clock, and each time that this changed since. */
export function standingsSince(grants: Grants, device: DeviceId, at: Logical): readonly Standing[] {
  const later = (grants.devices.get(device) ?? []).map(({ value }) => value.logical);
  const moments = [at, ...later.filter((each) => compare(each, at) > 0)];
  return moments.map((moment) => standingOf(grants, device, moment));
}

/** The day on which grants are held to their dates. @param moment milliseconds, by the centre's clock as far as known */
export function grantDay({ zone }: Grants, moment: number): Day {
  return day.of(dayOf(moment, zone));
}

/**
 * The sessions that no other one supersedes. Who headquarters is, headquarters alone changes: a version that would take
 * the place of one that named keys, with others, counts only when one of those signed it.
 */
function sessionsOf(entries: readonly Entry[]): readonly SessionFacts[] {
  const published = entries.flatMap((entry) => {
    const { kind, version, about, data, id, by } = entry;
    if (kind !== 'session.published' || !permit(by.role, kind)) return [];
    const [fact] = sessionKinds['session.published'].facts(version, { about, data }, id) ?? [];
    if (!fact || (by.role === 'headquarters' && !keysIn(fact.value).includes(deviceOf(entry.stream)))) return [];
    return [{ entry, session: fact.value }];
  });
  const byId = new Map<string, SessionFacts>(published.map(({ entry, session }) => [entry.id, session]));
  let register: Register<SessionFacts> | undefined;
  for (const { entry, session } of published) {
    const { id, by, supersedes, stream } = entry;
    const replaces = supersedes.flatMap((each) => byId.get(each) ?? []);
    if (replaces.every((before) => mayReplace(before, session, deviceOf(stream))))
      register = written(register, { id, by: by.person, value: session, supersedes });
  }
  return heads(register, new Set()).map(({ value }) => value);
}

function keysIn({ headquarters }: SessionFacts): readonly string[] {
  return headquarters?.signingKeys.map(({ publicKey }) => publicKey) ?? [];
}

/** A demonstration has keys that anybody may have, and nothing to keep. */
function mayReplace(before: SessionFacts, after: SessionFacts, writer: DeviceId): boolean {
  const keys = keysIn(before);
  if (keys.length === 0 || keys.includes(writer) || (before.demonstration && after.demonstration)) return true;
  const next = keysIn(after);
  return next.length === keys.length && next.every((key) => keys.includes(key));
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
