import { type Role, roleNamed } from '../kernel/role';
import { channelOf, type Statement } from '../kernel/statement';
import { belongsInto, catalogue, isEntryKind } from './catalogue';

/**
 * How far a statement is believed for what it names as its kind, version, role and channel, on any machine and at any time.
 * `later`: only a later version knows one of them. `not-entitled`: its role may not write its kind, or not there.
 */
export type Credit = 'believed' | 'later' | 'not-entitled';

/** What a statement says of itself; one that has no place yet lies where it belongs. */
export type Said = Pick<Statement, 'kind' | 'version' | 'by' | 'stream'>;

export function creditOf({ kind, version, by, stream }: Said): Credit {
  const role = roleNamed(by.role);
  const channel = stream && channelOf(stream);
  if (role === null || channel === null || !isEntryKind(kind) || version > catalogue[kind].version) return 'later';
  const entitled: readonly Role[] = catalogue[kind].by;
  return entitled.includes(role) && (!channel || belongsInto(kind, channel)) ? 'believed' : 'not-entitled';
}
