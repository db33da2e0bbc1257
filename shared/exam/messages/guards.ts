import { canonical } from '../../kernel/canonical';
import type { CommandOf } from '../catalogue';
import { firstRefusal, type Guards, type Occasion } from '../guard';
import { anyHead } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { fact } from '../state';
import { messageOf } from './messages';

export const messageGuards: Guards<'message.sent' | 'message.withdrawn' | 'message.acknowledged'> = {
  /** Headquarters may name papers that this centre does not hold, as long as it holds one of them. */
  'message.sent': ({ about, data }, { state }) => {
    const here = data.papers.filter((each) => fact(state, 'papers', 'session', each));
    if (data.papers.length > 0 && here.length === 0) return unknown('paper');
    const standing = fact(state, 'messages', 'session', about.message);
    const { at: _sent, ...said } = data;
    if (standing?.kind !== 'sent') return null;
    const { at: _before, kind: _kind, ...before } = standing;
    return canonical(before) === canonical(said) ? refusal('house', { kind: 'nothing-new' }) : null;
  },
  'message.withdrawn': ({ about }, { state }) => {
    const message = messageOf(state, about.message);
    if (!message) return unknown('message');
    return message.withdrawn && message.beside.length === 0 ? refusal('house', { kind: 'nothing-new' }) : null;
  },
  'message.acknowledged': acknowledgement,
};

/** A head reads for the centre; who leads a room, or a head, for the room; each for themselves, and what stands now. */
function acknowledgement({ about, data }: CommandOf<'message.acknowledged'>, occasion: Occasion): Refusal | null {
  const { state, actor } = occasion;
  const { sitting, room } = about;
  const message = messageOf(state, about.message);
  return firstRefusal(
    occasion,
    () => ((sitting === null) === (room === null) ? null : refusal('house', { kind: 'malformed', field: 'room' })),
    () => (sitting && room ? roomOpen(state, { sitting, room }) : headOnly(occasion)),
    () => (about.person === actor.person ? null : refusal('house', { kind: 'not-yours' })),
    () => (message ? null : unknown('message')),
    () =>
      message?.entries.every((each) => data.read.includes(each)) ? null : refusal('house', { kind: 'message-changed' }),
    () => {
      const again = message?.readings.some(
        (each) =>
          each.standing &&
          each.sitting === sitting &&
          each.room === room &&
          (room !== null || each.person === actor.person),
      );
      return again ? refusal('house', { kind: 'nothing-new' }) : null;
    },
  );
}

function headOnly({ actor: { role } }: Occasion): Refusal | null {
  return anyHead.some((each) => each === role) ? null : refusal('house', { kind: 'not-entitled', role });
}
