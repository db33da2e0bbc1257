import { z } from 'zod';
import { type EntryId, entryId } from '../../kernel/ids';
import { json } from '../../kernel/json';
import { anyHead, kind, write } from '../kind';
import { isOrdinary, type OrdinaryKind, ordinaryKinds } from '../ordinary';

/** A register, by the name of its shelf, its scope and its key. */
const register = z.object({
  aspect: z.string().regex(/^[a-zA-Z]{1,40}$/),
  scope: z.string().min(1).max(80),
  key: z.string().min(1).max(200),
});
export type RegisterName = z.infer<typeof register>;

/** What an ordinary entry would say, of which the settling keeps what it says of the one register. */
const content = z.object({
  kind: z.string().max(80),
  version: z.int().min(1),
  about: json,
  data: json,
});
export type Content = z.infer<typeof content>;

export const contestKinds = {
  /**
   * A head settles what was said in several ways: says it once more, in the words of an ordinary entry, instead of all
   * the versions known then. A version that comes later stands beside it, and opens it again.
   */
  'contest.settled': kind({
    kind: 'contest.settled',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: register,
    data: z.object({
      said: content,
      reason: z.string().min(1).max(500),
      /** The entries that contested each other, as whoever settled it saw them. */
      versions: z.array(entryId.schema).min(2).max(50),
    }),
    writes: (about, { said, reason, versions }, id) => [
      ...writesTo(about, said, id),
      write('settlements', 'session', id, { ...about, reason, versions }),
    ],
  }),
};

/** What an ordinary entry of this content writes to one register; nothing where it writes none or cannot be read. */
export function writesTo(of: RegisterName, { kind, version, ...said }: Content, id: EntryId) {
  if (!isOrdinary(kind)) return [];
  const named: OrdinaryKind = kind;
  const writes = ordinaryKinds[named].facts(version, said, id) ?? [];
  return writes.filter(({ aspect, scope, key }) => aspect === of.aspect && scope === of.scope && key === of.key);
}
