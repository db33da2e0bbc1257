import type { EntryId } from '../kernel/ids';
import { entryId, roomId, sittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { heads } from '../kernel/register';
import { err, ok, type Result } from '../kernel/result';
import type { Actor, Channel, Draft, Statement } from '../kernel/statement';
import { apply, writesOf } from './apply';
import { type Command, type CommandOf, catalogue, type EntryKind } from './catalogue';
import type { Guards, Occasion } from './guard';
import { guards } from './guards';
import { type Refusal, refusal } from './refusal';
import { channelOfTaking } from './staff/takingBack';
import { writtenBy } from './staff/written';
import type { CentreState } from './state';

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
    const refused = guardOf(guards, command, { state: seen, actor, now, batch: commands });
    if (refused) return err(refused);
    const draft = draftOf(command, state);
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
    (seen, command, at) => apply(seen, [unwritten(draftOf(command, seen), command, seen, at + 1, actor, now)]),
    state,
  );
}

function draftOf(command: Command, state: CentreState): Draft {
  const kind = catalogue[command.kind];
  return {
    channel: (command.kind === 'entry.withdrawn' && whereSaid(command.about.entry, state)) || kind.channel,
    kind: command.kind,
    version: kind.version,
    about: command.about,
    data: command.data,
    supersedes: supersededBy(command, state),
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
  const { kind, version, about, data } = draft;
  return {
    kind,
    version,
    about,
    data,
    supersedes: supersededBy(command, seen),
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

/** The heads, as the writer sees them, of every register the command writes. */
function supersededBy(command: Command, state: CentreState): EntryId[] {
  const nameless = entryId.of('0'.repeat(64));
  const version = catalogue[command.kind].version;
  const superseded = new Set<EntryId>();
  for (const said of writesOf({ ...command, version, id: nameless }) ?? []) {
    const register = state.shelves.get(said.aspect)?.get(said.scope)?.get(said.key);
    for (const head of heads<unknown>(register, state.withdrawn)) superseded.add(head.id);
  }
  return [...superseded];
}
