import type { MessageId, PaperId, PersonId, RoomId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import type { CentreState, Values } from '../state';
import type { MessageSubject } from './kinds';
import { messageOf } from './messages';

/** A message of headquarters that was read to the candidates of a room. */
export interface ReadAloud {
  readonly message: MessageId;
  readonly subject: MessageSubject;
  readonly title: string;
  readonly sentAt: Instant;
  /** The papers it is about; none: about no paper in particular. */
  readonly papers: readonly PaperId[];
  readonly at: Instant;
  readonly by: PersonId;
  /** What headquarters has done with it since. */
  readonly since: 'nothing' | 'replaced' | 'withdrawn';
}

/** What was read to the candidates of a room at a sitting, in the order of the readings: each text that it had. */
export function readAloudIn(state: CentreState, sitting: SittingId, room: RoomId): readonly ReadAloud[] {
  const registers = state.shelves.get('messagesRead')?.get(sitting);
  if (!registers) return [];
  return [...registers.values()]
    .flat()
    .filter(({ id, value }) => value.room === room && !state.withdrawn.has(id))
    .flatMap(({ value }) => readAs(state, value))
    .sort((a, b) => a.at - b.at || (a.message < b.message ? -1 : 1));
}

/** The text that was read, as headquarters' entries named by the reading say it. */
function readAs(state: CentreState, { message, at, person, read }: Values['messagesRead']): readonly ReadAloud[] {
  const said = (state.shelves.get('messages')?.get('session')?.get(message) ?? []).filter(({ id }) =>
    read.includes(id),
  );
  const texts = said.flatMap(({ value }) => (value.kind === 'sent' ? [value] : []));
  const [text] = texts.sort((a, b) => b.at - a.at);
  const standing = messageOf(state, message);
  if (!text?.readOut || !standing) return [];
  const { subject, title, papers, at: sentAt } = text;
  const stands = standing.entries.every((each) => read.includes(each));
  const since = stands ? 'nothing' : standing.withdrawn ? 'withdrawn' : 'replaced';
  return [{ message, subject, title, sentAt, papers, at, by: person, since }];
}
