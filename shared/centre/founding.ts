import { creditOf } from '../exam/credit';
import { type SessionFacts, sessionKinds } from '../exam/session/kinds';
import type { Entry } from '../journal/entry';
import { type DeviceId, deviceOf } from '../journal/launch';
import { heads, type Register, written } from '../kernel/register';
import { permit } from './permit';

/**
 * The sessions that no other one supersedes. Who headquarters is, headquarters alone changes: a version that would take
 * the place of one that named keys, with others, counts only when one of those signed it; of one that named none, only
 * whom the centre has named since, if anybody. And the machines that wrote those which count.
 */
export function sessionsOf(
  entries: readonly Entry[],
  named: readonly string[],
): { readonly standing: readonly SessionFacts[]; readonly writers: ReadonlySet<string> } {
  const published = entries.flatMap((entry) => {
    const { kind, version, about, data, id, by } = entry;
    if (kind !== 'session.published' || !permit(by.role, kind)) return [];
    const [fact] = sessionKinds['session.published'].facts(version, { about, data }, id) ?? [];
    if (!fact || (by.role === 'headquarters' && !keysIn(fact.value).includes(deviceOf(entry.stream)))) return [];
    return [{ entry, session: fact.value }];
  });
  const byId = new Map<string, SessionFacts>(published.map(({ entry, session }) => [entry.id, session]));
  let register: Register<SessionFacts> | undefined;
  const writers = new Set<string>();
  for (const { entry, session } of published) {
    const { id, by, supersedes, stream } = entry;
    const replaces = supersedes.flatMap((each) => byId.get(each) ?? []);
    if (!replaces.every((before) => mayReplace(before, session, deviceOf(stream), named))) continue;
    register = written(register, { id, by: by.person, value: session, supersedes });
    if (entry.by.role !== 'headquarters') writers.add(deviceOf(stream));
  }
  return { standing: heads(register, new Set()).map(({ value }) => value), writers };
}

/** The keys that a session names as headquarters'. */
export function keysIn({ headquarters }: SessionFacts): readonly string[] {
  return headquarters?.signingKeys.map(({ publicKey }) => publicKey) ?? [];
}

/** A demonstration has keys that anybody may have, and nothing to keep. */
function mayReplace(before: SessionFacts, after: SessionFacts, writer: DeviceId, named: readonly string[]): boolean {
  const keys = keysIn(before);
  if (keys.length === 0 && named.length > 0 && !named.includes(writer))
    return keysIn(after).every((key) => named.includes(key));
  if (keys.length === 0 || keys.includes(writer) || (before.demonstration && after.demonstration)) return true;
  const next = keysIn(after);
  return next.length === keys.length && next.every((key) => keys.includes(key));
}

/** The keys of all namings, those aside that do not name a key that is known to be headquarters', where one does. */
export function namedIn(entries: readonly Entry[], isKnown: (keys: readonly string[]) => boolean): readonly string[] {
  const namings = entries.flatMap((entry) => {
    const { kind, version, about, data } = entry;
    if (kind !== 'headquarters.named' || creditOf(entry) !== 'believed') return [];
    const said = sessionKinds[kind].read(version, { about, data });
    return said ? [said.data.signingKeys.map(({ publicKey }) => publicKey)] : [];
  });
  const ours = namings.filter(isKnown);
  const [first, ...others] = ours.length > 0 ? ours : namings;
  return [...new Set(first)].filter((key) => others.every((keys) => keys.includes(key))).sort();
}
