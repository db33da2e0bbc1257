import type { z } from 'zod';
import type { Channel } from '../kernel/statement';
import { contestKinds } from './contests/kinds';
import { ordinaryKinds } from './ordinary';

/** Every kind of entry. The unions, the parsers, the rights and the fold all follow from this one value. */
export const catalogue = { ...ordinaryKinds, ...contestKinds };

export type Catalogue = typeof catalogue;
export type EntryKind = keyof Catalogue;

/** What a person wants said: one kind, its subject and its content. The only way to make an entry is to decide one. */
export type Command = {
  readonly [K in EntryKind]: {
    readonly kind: K;
    readonly about: z.infer<Catalogue[K]['about']>;
    readonly data: z.infer<Catalogue[K]['data']>;
  };
}[EntryKind];

export type CommandOf<K extends EntryKind> = Extract<Command, { kind: K }>;

/** Whether a kind is said in this channel: each in its own, and a taking back where what it takes back was said. */
export function belongsInto(kind: EntryKind, channel: Channel): boolean {
  return kind === 'entry.withdrawn' || catalogue[kind].channel === channel;
}

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(catalogue, kind);
}
