import {
  type EntryId,
  type MessageId,
  messageId,
  type PersonId,
  type RoomId,
  type SittingId,
  sittingId,
} from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { heads, type Register, type Written } from '../../kernel/register';
import type { CentreState, Values } from '../state';
import type { MessageText } from './kinds';

/** Who read a message, when, and where: in a room at a sitting, or for the centre. */
export interface MessageReading {
  readonly person: PersonId;
  readonly at: Instant;
  readonly sitting: SittingId | null;
  readonly room: RoomId | null;
  /** They read the message as it stands; false: an earlier text of it. */
  readonly standing: boolean;
}

/** A message of headquarters as it stands, with who read it. */
export interface Message {
  readonly id: MessageId;
  /** The entries that say it as it stands: an acknowledgement names them all. */
  readonly entries: readonly EntryId[];
  /** What it says; of a withdrawn message, what it said last. Null when only the withdrawal is here yet. */
  readonly text: MessageText | null;
  /** Other texts that stand beside it: headquarters wrote twice without knowing. */
  readonly beside: readonly MessageText[];
  /** Texts it had before, the latest first. */
  readonly replaced: readonly MessageText[];
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
  /** The earliest first. */
  readonly readings: readonly MessageReading[];
}

/** Every message of headquarters, the latest first, with who has read which and when. */
export function messagesOf(state: CentreState): readonly Message[] {
  const said = state.shelves.get('messages')?.get('session');
  if (!said) return none;
  const read = state.shelves.get('messagesRead');
  const known = answers.get(said);
  if (known && known.read === read && known.withdrawn === state.withdrawn) return known.messages;
  const readings = readingsByMessage(state);
  const messages = [...said]
    .flatMap(([key, register]) => messageFrom(messageId.of(key), register, readings.get(key) ?? [], state) ?? [])
    .sort((a, b) => sentAt(b) - sentAt(a) || (a.id < b.id ? -1 : 1));
  answers.set(said, { read, withdrawn: state.withdrawn, messages });
  return messages;
}

/** One message as it stands; null when there is none of that name. */
export function messageOf(state: CentreState, id: MessageId): Message | null {
  return messagesOf(state).find((each) => each.id === id) ?? null;
}

/** Who read the message as it stands for the centre, the earliest first; empty: nobody has. */
export function readForCentre({ readings }: Message): readonly MessageReading[] {
  return readings.filter(({ standing, room }) => standing && room === null);
}

/** The last thing headquarters did to it: sent, replaced or withdrawn it. */
export function sentAt({ text, withdrawn }: Message): Instant | 0 {
  return withdrawn?.at ?? text?.at ?? 0;
}

type Said = Values['messages'];
type Read = Values['messagesRead'];

function messageFrom(
  id: MessageId,
  register: Register<Said>,
  read: readonly (Read & { readonly sitting: SittingId | null })[],
  state: CentreState,
): Message | null {
  const standing = heads(register, state.withdrawn);
  if (standing.length === 0) return null;
  const entries = standing.map((each) => each.id);
  const current = textsOf(standing);
  const replaced = textsOf(register.filter((each) => !state.withdrawn.has(each.id) && !entries.includes(each.id)));
  const [withdrawn = null] = standing.flatMap(({ value }) =>
    value.kind === 'withdrawn' ? { at: value.at, reason: value.reason } : [],
  );
  const [text = null, ...beside] = current.length > 0 ? current : replaced.slice(0, 1);
  return {
    id,
    entries,
    text,
    beside,
    replaced: current.length > 0 ? replaced : replaced.slice(1),
    withdrawn,
    readings: read
      .map(({ person, at, sitting, room, read: seen }) => ({
        person,
        at,
        sitting,
        room,
        standing: entries.every((each) => seen.includes(each)),
      }))
      .sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1)),
  };
}

/** What entries say, the latest first; withdrawals say nothing. */
function textsOf(written: readonly Written<Said>[]): readonly MessageText[] {
  return written
    .flatMap(({ id, value }) => (value.kind === 'sent' ? { id, value } : []))
    .sort((a, b) => b.value.at - a.value.at || (a.id < b.id ? -1 : 1))
    .map(({ value: { kind: _sent, ...text } }) => text);
}

function readingsByMessage(state: CentreState) {
  const found = new Map<string, (Read & { readonly sitting: SittingId | null })[]>();
  for (const [scope, registers] of state.shelves.get('messagesRead') ?? []) {
    const sitting = scope === 'session' ? null : sittingId.of(scope);
    for (const register of registers.values()) {
      for (const { value } of heads(register, state.withdrawn)) {
        found.set(value.message, [...(found.get(value.message) ?? []), { ...value, sitting }]);
      }
    }
  }
  return found;
}

const none: readonly Message[] = [];

/** Remembers the last answer: the same sources always give the same one. */
const answers = new WeakMap<
  object,
  { readonly read: unknown; readonly withdrawn: unknown; readonly messages: readonly Message[] }
>();
