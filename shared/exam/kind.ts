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

/** Everything there is to know about one kind of entry; unions, parsers, rights and the fold follow from it. */
interface Definition<Name extends string, About extends z.ZodType, Data extends z.ZodType, W> {
  readonly kind: Name;
  readonly version: number;
  readonly channel: Channel;
  /** Roles that may write it. */
  readonly by: readonly Role[];
  readonly about: About;
  readonly data: Data;
  /** The registers it writes. `id` is the entry's own, for what is named by the entry that began it. */
  writes(about: z.infer<About>, data: z.infer<Data>, id: EntryId): readonly W[];
}

export interface Kind<Name extends string, About extends z.ZodType, Data extends z.ZodType, W>
  extends Definition<Name, About, Data, W> {
  /** The registers that raw content writes, or null when it is not well formed. */
  facts(about: unknown, data: unknown, id: EntryId): readonly W[] | null;
}

export function kind<
  const Name extends string,
  About extends z.ZodType,
  Data extends z.ZodType,
  W extends Write<string, unknown>,
>(definition: Definition<Name, About, Data, W>): Kind<Name, About, Data, W> {
  return {
    ...definition,
    facts(rawAbout, rawData, id) {
      const about = definition.about.safeParse(rawAbout);
      const data = definition.data.safeParse(rawData);
      return about.success && data.success ? definition.writes(about.data, data.data, id) : null;
    },
  };
}

export const anyHead = ['centreHead', 'deputyCentreHead'] as const satisfies readonly Role[];
export const office = [...anyHead, 'examSecretariat', 'setup'] as const satisfies readonly Role[];
export const inRoom = ['roomLeadInvigilator', 'invigilator', ...anyHead] as const satisfies readonly Role[];
export const leadsRoom = ['roomLeadInvigilator', ...anyHead] as const satisfies readonly Role[];
