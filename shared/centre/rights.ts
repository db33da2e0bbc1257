import { belongsInto, isEntryKind } from '../exam/catalogue';
import { creditOf } from '../exam/credit';
import type { GrantTerms, WrappedKey } from '../exam/grants/kinds';
import type { Entry } from '../journal/entry';
import { deviceOf } from '../journal/launch';
import type { Day } from '../kernel/ids';
import type { NoGrant } from '../kernel/noGrant';
import { err, ok, type Result } from '../kernel/result';
import { type Role, roleNamed } from '../kernel/role';
import { type Channel, centreHour, channelOf, isClosed } from '../kernel/statement';
import { beyondCutOff } from './admissions';
import { type Grants, grantDay, mayBeBefore, type Standing, standingOf, standingsSince } from './grants';

export type { WrappedKey };

/** What somebody wants to write, and as whom. */
export interface Writing {
  readonly role: Role;
  readonly kind: string;
  readonly channel: Channel;
}

/**
 * Why a device may not read a channel, or null when it may. Without a grant it reads what is open; with one what the
 * grant names. Dates bind closed channels only, here and in `whyNotWrite`: their keys were given for these days, and a
 * refusal says which day this machine believes it to be. On open channels a clock set wrong would silence a room in the
 * middle of an exam, and stops nobody who sets it on purpose: there a grant ends when headquarters says so.
 */
export function whyNotRead(standing: Standing, channel: Channel, today: Day): NoGrant | null {
  if (standing.kind === 'alone') return isClosed(channel) ? { because: 'never-granted' } : null;
  if (standing.kind === 'ended') return { because: 'ended' };
  const { terms } = standing;
  if (!terms.every(({ reads }) => reads.includes(channel))) return { because: 'channel' };
  return isClosed(channel) ? outOfDates(terms, today) : null;
}

/**
 * Why a device may not write something, or null when it may. Without a grant, roles alone decide, and closed channels
 * are shut. What a machine says of itself (its keys, its safe copies) needs no grant: it is never refused.
 */
export function whyNotWrite(standing: Standing, { role, kind, channel }: Writing, today: Day): NoGrant | null {
  if (isEntryKind(kind) && !belongsInto(kind, channel)) return { because: 'wrong-channel' };
  if (/^(machine|safeCopy)\./.test(kind) && !isClosed(channel)) return null;
  if (standing.kind === 'granted') {
    const { terms } = standing;
    if (!terms.every(({ writes }) => writes.includes(kind) || writes.includes(kind.replace(/\..*$/, '.*'))))
      return { because: 'kind' };
    if (!terms.every(({ roles }) => roles.includes(role))) return { because: 'role' };
  }
  return whyNotRead(standing, channel, today);
}

/** The keys of a channel that all grants bring, the newest last; none where the device may not read it. */
export function keysOf(standing: Standing, channel: Channel, today: Day): readonly WrappedKey[] {
  if (standing.kind !== 'granted' || whyNotRead(standing, channel, today)) return [];
  const [first, ...others] = standing.terms;
  const brought = first?.keys.filter((key) => key.channel === channel) ?? [];
  return brought.filter(({ id }) => others.every(({ keys }) => keys.some((each) => each.id === id)));
}

/** Why an entry is set aside: kept in its chain, copied and relayed with what it says, shown, and not believed. */
export type Quarantine =
  | NoGrant
  /** It is said as headquarters, and none of its keys has signed it. */
  | { readonly because: 'not-headquarters' }
  /** Its role may not write its kind, on any machine. */
  | { readonly because: 'not-entitled' };

/**
 * Whether an entry was its writer's to write, on any machine and in whichever order entries came. It is judged as its
 * device stood at its own time by the hybrid clock, and at every later change; as a desk on its own only what
 * headquarters held before it gave a grant. A clock that was behind takes nothing away, and a later grant takes out of quarantine what it allows. A clock that was ahead may put an entry after the end
 * of its grant; then a person sees it. What lies beyond the point at which a head dismissed its machine is set aside
 * whatever hour it bears: a clock is its writer's to set. What only a later version knows, kind, role or channel, is not judged by it: it
 * changes nothing here.
 */
export function rightsOf(entry: Entry, grants: Grants): Result<void, Quarantine> {
  const { stream, kind, version, by, at } = entry;
  const device = deviceOf(stream);
  const ofHeadquarters = grants.signingKeys.has(device);
  if (by.role === 'headquarters' && !ofHeadquarters) return err({ because: 'not-headquarters' });
  const role = roleNamed(by.role);
  if (creditOf({ kind, version, by }) === 'not-entitled') return err({ because: 'not-entitled' });
  const channel = channelOf(stream);
  if (channel === null || ofHeadquarters) return ok(undefined);
  if (beyondCutOff(grants.admissions, entry) && standingOf(grants, device).kind === 'ended')
    return err({ because: 'ended' });
  const today = grantDay(grants, centreHour(at));
  let why: NoGrant | null = null;
  for (const standing of standingsSince(grants, device, at.logical)) {
    if (standing.kind === 'alone' && !mayBeBefore(grants, entry)) continue;
    const refused = role ? whyNotWrite(standing, { role, kind, channel }, today) : whyNotRead(standing, channel, today);
    if (!refused) return ok(undefined);
    why ??= refused;
  }
  return why ? err(why) : ok(undefined);
}

function outOfDates(terms: readonly GrantTerms[], today: Day): NoGrant | null {
  for (const { from, until } of terms) {
    if (today < from) return { because: 'not-begun', from, today };
    if (today > until) return { because: 'over', until, today };
  }
  return null;
}
