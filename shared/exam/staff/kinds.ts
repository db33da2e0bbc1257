import { z } from 'zod';
import { entryId, personId, roomId, sessionId, sittingId } from '../../kernel/ids';
import { role } from '../../kernel/role';
import { anyHead, inRoom, kind, leadsRoom, publishes, write } from '../kind';

export const person = z.object({
  id: personId.schema,
  familyName: z.string().min(1).max(80),
  givenNames: z.string().min(1).max(120),
  roles: z.array(role).min(1).max(6),
  /** Divisions they teach: they never invigilate these pupils. */
  teaches: z.array(z.string().max(20)).max(60),
});
export type Person = z.infer<typeof person>;

const overriddenFirst = z.object({
  about: z.object({ rule: z.string() }),
  data: z.object({ reason: z.string(), place: z.string() }),
});

/** Version 1 named the room at a sitting in one string, `sitting|room`; what is no such string named neither. */
function placeTyped(said: unknown) {
  const first = overriddenFirst.safeParse(said);
  if (!first.success) return null;
  const { about, data } = first.data;
  const [rawSitting, rawRoom] = data.place.split('|');
  const [sitting, room] = [sittingId.parse(rawSitting), roomId.parse(rawRoom)];
  const place = sitting.ok && room.ok ? { sitting: sitting.value, room: room.value } : { sitting: null, room: null };
  return { about: { rule: about.rule, ...place }, data: { reason: data.reason } };
}

export const staffKinds = {
  'staff.published': kind({
    kind: 'staff.published',
    version: 1,
    channel: 'session',
    by: publishes,
    about: z.object({ session: sessionId.schema }),
    data: z.object({ people: z.array(person).min(1).max(200) }),
    writes: (_about, data) => data.people.map((each) => write('staff', 'session', each.id, each)),
  }),
  /** Lets a person unlock this centre's machines: the roles they may take and their PIN's argon2id hash. */
  'access.granted': kind({
    kind: 'access.granted',
    version: 1,
    channel: 'session',
    by: [...anyHead, 'setup'],
    about: z.object({ person: personId.schema }),
    data: z.object({ roles: z.array(role).min(1).max(6), pinHash: z.string().startsWith('$argon2id$').max(200) }),
    writes: (about, data) => [write('access', 'session', about.person, data)],
  }),
  /** Takes a person's code and roles away: whoever is unlocked with them is locked. */
  'access.withdrawn': kind({
    kind: 'access.withdrawn',
    version: 1,
    channel: 'session',
    by: anyHead,
    about: z.object({ person: personId.schema }),
    data: z.object({ reason: z.string().min(1).max(500) }),
    writes: (about) => [write('access', 'session', about.person, null)],
  }),
  /**
   * Undo: the entry named counts as never written, if its writer's role may take it back. The reason stays for ever
   * beside it. It lies in the channel of the entry that it names, closed with it.
   */
  'entry.withdrawn': kind({
    kind: 'entry.withdrawn',
    version: 1,
    channel: 'rooms',
    by: [...inRoom, 'examSecretariat', 'setup'],
    about: z.object({ entry: entryId.schema }),
    data: z.object({ reason: z.string().min(1).max(500) }),
    writes: () => [],
  }),
  /** A rule set aside by someone entitled to, together with the entry it would have refused. */
  'rule.overridden': kind({
    kind: 'rule.overridden',
    version: 2,
    channel: 'rooms',
    by: leadsRoom,
    about: z.object({
      rule: z.string().regex(/^[RA]-\d{2,3}$/),
      /** The room at a sitting whose report tells it; null only where version 1 did not say. */
      sitting: sittingId.schema.nullable(),
      room: roomId.schema.nullable(),
    }),
    data: z.object({ reason: z.string().min(1).max(500) }),
    earlier: [placeTyped],
    writes: ({ rule, sitting, room }, { reason }, id) => [
      write('overrides', sitting ?? 'session', id, { room, rule, reason }),
    ],
  }),
};
