import { canonical } from '../kernel/canonical';
import type { EntryId } from '../kernel/ids';
import { entryId, roomId, sittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { heads } from '../kernel/register';
import { err, ok, type Result } from '../kernel/result';
import { type Actor, type Channel, type Draft, dataForAll, type Statement } from '../kernel/statement';
import { apply, writesOf } from './apply';
import { type Command, type CommandOf, catalogue, type EntryKind } from './catalogue';
import { maySettle } from './contests/settling';
import type { Guards, Occasion } from './guard';
import { guards } from './guards';
import { type Refusal, refusal } from './refusal';
import { channelOfTaking } from './staff/takingBack';
import { writtenBy } from './staff/written';
import type { Aspect, CentreState } from './state';

/**
 * Decides commands that stand or fall together: the drafts to inscribe, each naming the entries it supersedes as the
 * writer saw them, or the first refusal. Each command is judged as if those before it were already said. A
 * `rule.overridden` among them sets its rule aside for those whose role may. Pure and synchronous; the only way to
 * make entries.
 */
export function decide(
  commands: readonly Command[],
  state: CentreState,
  actor: Actor,
  now: Instant,
): Result<readonly Draft[], Refusal> {
  const drafts: Draft[] = [];
  let seen = state;
  for (const command of commands) {
    const kind = catalogue[command.kind];
    const entitled: readonly string[] = kind.by;
    if (!entitled.includes(actor.role)) return err(refusal('house', { kind: 'not-entitled', role: actor.role }));
    const about = kind.about.safeParse(command.about);
    if (!about.success) return err(malformed('about'));
    const data = kind.data.safeParse(command.data);
    if (!data.success) return err(malformed(data.error.issues[0]?.path.join('.') ?? 'data'));
    const occasion = { state: seen, actor, now, batch: commands };
    const refused = settledByOthers(command, occasion) ?? guardOf(guards, command, occasion);
    if (refused) return err(refused);
    const draft = draftOf(command, state, actor);
    drafts.push(draft);
    if (drafts.length < commands.length)
      seen = apply(seen, [unwritten(draft, command, seen, drafts.length, actor, now)]);
  }
  return ok(drafts);
}

/**
 * The rules in a command's way, each met once those before it are set aside; none when nothing refuses it. The last one
 * may be a rule that the actor cannot set aside.
 */
export function rulesInTheWay(command: Command, state: CentreState, actor: Actor, now: Instant): readonly Refusal[] {
  const met: Refusal[] = [];
  for (;;) {
    const aside = met.map(({ rule }): Command => {
      return { kind: 'rule.overridden', about: { rule, ...nowhere }, data: { reason: 'supposed' } };
    });
    const decided = decide([...aside, command], state, actor, now);
    if (decided.ok) return met;
    met.push(decided.error);
    if (!decided.error.overridableBy.includes(actor.role)) return met;
  }
}

const nowhere = { sitting: sittingId.of('nowhere'), room: roomId.of('nowhere') };

/** What would be true once the commands were said, whatever refuses them: the consequences, before anyone confirms. */
export function supposing(commands: readonly Command[], state: CentreState, actor: Actor, now: Instant): CentreState {
  return commands.reduce(
    (seen, command, at) => apply(seen, [unwritten(draftOf(command, seen, actor), command, seen, at + 1, actor, now)]),
    state,
  );
}

function draftOf(command: Command, state: CentreState, actor: Actor): Draft {
  const kind = catalogue[command.kind];
  const to = kind.addressedTo(command.about);
  return {
    ...(to === null ? {} : { to }),
    channel: (command.kind === 'entry.withdrawn' && whereSaid(command.about.entry, state)) || kind.channel,
    kind: command.kind,
    version: kind.version,
    about: command.about,
    data: command.data,
    supersedes: supersededBy(command, state, actor),
  };
}

/** A taking back lies where what it takes back was said, closed with it. */
function whereSaid(entry: EntryId, state: CentreState): Channel | null {
  return channelOfTaking(writtenBy(state, entry));
}

/** The statement a draft would become, for the commands after it to see: numbered within the batch, never kept. */
function unwritten(
  draft: Draft,
  command: Command,
  seen: CentreState,
  at: number,
  actor: Actor,
  now: Instant,
): Statement {
  const { kind, version, about } = draft;
  return {
    kind,
    version,
    about,
    data: dataForAll(draft),
    supersedes: supersededBy(command, seen, actor),
    id: entryId.of(at.toString(16).padStart(64, '0')),
    at: { wall: now, logical: [now, 0], zone: 'UTC', offset: null },
    by: actor,
  };
}

function guardOf<K extends EntryKind>(all: Guards<K>, command: CommandOf<K>, occasion: Occasion): Refusal | null {
  const guard = all[command.kind];
  return guard(command, occasion);
}

function malformed(field: string): Refusal {
  return refusal('house', { kind: 'malformed', field });
}

/** What was said in several ways is settled by those who may, with a reason; others put right what they said themselves. */
function settledByOthers(command: Command, { state, actor }: Occasion): Refusal | null {
  const waits = registersOf(command, state).some(({ aspect, standing }) => {
    return (
      isContested(standing) &&
      !maySettle(command, aspect, actor.role) &&
      standing.every(({ by }) => by !== actor.person)
    );
  });
  return waits ? refusal('house', { kind: 'head-settles' }) : null;
}

interface Written {
  readonly aspect: Aspect;
  readonly standing: readonly Head[];
}

type Head = Pick<ReturnType<typeof heads<unknown>>[number], 'id' | 'by' | 'value'>;

/** The registers a command writes, each with the heads that the writer sees. */
function registersOf(command: Command, state: CentreState): readonly Written[] {
  const nameless = entryId.of('0'.repeat(64));
  const kind = catalogue[command.kind];
  const data = kind.addressedTo(command.about) === null ? command.data : null;
  return (writesOf({ ...command, data, version: kind.version, id: nameless }) ?? []).map(({ aspect, scope, key }) => ({
    aspect,
    standing: heads<unknown>(state.shelves.get<Aspect>(aspect)?.get(scope)?.get(key), state.withdrawn),
  }));
}

/** The heads, as the writer sees them, of every register the command writes; of what others settle, the writer's own. */
function supersededBy(command: Command, state: CentreState, actor: Actor): EntryId[] {
  const superseded = new Set<EntryId>();
  for (const { aspect, standing } of registersOf(command, state)) {
    const all = !isContested(standing) || maySettle(command, aspect, actor.role);
    for (const head of standing) if (all || head.by === actor.person) superseded.add(head.id);
  }
  return [...superseded];
}

function isContested([first, ...others]: readonly Head[]): boolean {
  return first !== undefined && others.some(({ value }) => canonical(value) !== canonical(first.value));
}
