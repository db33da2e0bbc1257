import type { z } from 'zod';
import type { EntryId } from '../kernel/ids';
import type { Role } from '../kernel/role';
import type { Channel } from '../kernel/statement';

/** One value for one register: `aspect` names the shelf, `scope` the sitting, day or session, `key` the subject. */
export interface Write<Aspect extends string, Value> {
  readonly aspect: Aspect;
  readonly scope: string;
  readonly key: string;
  readonly value: Value;
}

export function write<const Aspect extends string, const Value>(
  aspect: Aspect,
  scope: string,
  key: string,
  value: Value,
): Write<Aspect, Value> {
  return { aspect, scope, key, value };
}

/** What an entry says, before its kind has checked it. */
interface RawContent {
  readonly about: unknown;
  readonly data: unknown;
}

/** Turns what an earlier version wrote into what the next one would have; null when it makes no sense there. Pure. */
export type Upcast = (said: RawContent) => RawContent | null;

/** Everything there is to know about one kind of entry; unions, parsers, rights and the fold follow from it. */
interface Definition<Name extends string, About extends z.ZodType, Data extends z.ZodType, W> {
  readonly kind: Name;
  readonly version: number;
  /** Where it is said; `entry.withdrawn` follows what it takes back. */
  readonly channel: Channel;
  /** Roles that may write it. */
  readonly by: readonly Role[];
  readonly about: About;
  readonly data: Data;
  /** How to read the versions before this one: the first turns version 1 into 2, the next 2 into 3, and so on. */
  readonly earlier?: readonly Upcast[];
  /** Where its channel is addressed: the X25519 key of the machine that its data are for. On others they are null. */
  addressee?(about: z.infer<About>): string;
  /** The registers it writes. `id` is the entry's own, for what is named by the entry that began it. */
  writes(about: z.infer<About>, data: z.infer<Data>, id: EntryId): readonly W[];
}

export interface Kind<Name extends string, About extends z.ZodType, Data extends z.ZodType, W>
  extends Definition<Name, About, Data, W> {
  /** What raw content of this version or an earlier one says, or null when it is not well formed. */
  read(version: number, said: RawContent): { readonly about: z.infer<About>; readonly data: z.infer<Data> } | null;
  /** As `addressee`, of raw content; null where its data are everybody's. */
  addressedTo(about: unknown): string | null;
  /** The registers that raw content writes, or null when it cannot be read. */
  facts(version: number, said: RawContent, id: EntryId): readonly W[] | null;
}

export function kind<
  const Name extends string,
  About extends z.ZodType,
  Data extends z.ZodType,
  W extends Write<string, unknown>,
>(definition: Definition<Name, About, Data, W>): Kind<Name, About, Data, W> {
  function read(version: number, said: RawContent) {
    if (version > definition.version) return null;
    let content: RawContent | null = said;
    for (const upcast of (definition.earlier ?? []).slice(version - 1)) content = content && upcast(content);
    const about = definition.about.safeParse(content?.about);
    const data = definition.data.safeParse(content?.data);
    return about.success && data.success ? { about: about.data, data: data.data } : null;
  }
  return {
    ...definition,
    read,
    addressedTo: (about) => definition.addressee?.(definition.about.parse(about)) ?? null,
    facts(version, raw, id) {
      const said = read(version, raw);
      return said && definition.writes(said.about, said.data, id);
    },
  };
}

export const anyHead = ['centreHead', 'deputyCentreHead'] as const satisfies readonly Role[];
export const office = [...anyHead, 'examSecretariat', 'setup'] as const satisfies readonly Role[];
/** What a dossier brings: said by the centre that prepares itself, or by headquarters. */
export const publishes = [...office, 'headquarters'] as const satisfies readonly Role[];
export const inRoom = ['roomLeadInvigilator', 'invigilator', ...anyHead] as const satisfies readonly Role[];
export const leadsRoom = ['roomLeadInvigilator', ...anyHead] as const satisfies readonly Role[];
