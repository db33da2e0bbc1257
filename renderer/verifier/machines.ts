import type { JournalAudited } from '../../shared/bridge/audit';
import type { PersonId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';

type AuditedStream = JournalAudited['streams'][number];

/** What one machine wrote, over all its starts. */
export interface AuditedMachine {
  readonly device: string;
  readonly streams: readonly AuditedStream[];
  readonly entries: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Who wrote on it, the most frequent first. */
  readonly people: readonly PersonId[];
  readonly cloned: boolean;
}

/** The streams of a journal by machine, in order of each machine's first entry. */
export function machinesOf({ streams, branchings }: Pick<JournalAudited, 'streams' | 'branchings'>) {
  const cloned = new Set(branchings.map(({ device }) => device));
  const byDevice = new Map<string, AuditedStream[]>();
  for (const stream of streams) byDevice.set(stream.device, [...(byDevice.get(stream.device) ?? []), stream]);
  return [...byDevice].map(([device, own]): AuditedMachine => {
    const counts = new Map<PersonId, number>();
    for (const { person, entries } of own.flatMap(({ people }) => people))
      counts.set(person, (counts.get(person) ?? 0) + entries);
    const walls = own.flatMap(({ first, last }) => [first.at, last.at]).sort((a, b) => a - b);
    const [first] = walls;
    const last = walls.at(-1);
    if (first === undefined || last === undefined) throw new Error('a machine has a stream');
    return {
      device,
      streams: own,
      entries: own.reduce((sum, { entries }) => sum + entries, 0),
      first,
      last,
      people: [...counts].sort((a, b) => b[1] - a[1]).map(([person]) => person),
      cloned: cloned.has(device),
    };
  });
}
