import type { Command } from '../../shared/exam/catalogue';
import type { CentreState } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import { type EntryId, personId, roomId, sessionId } from '../../shared/kernel/ids';
import type { Chance } from './chance';

/** A gesture's number, and which of how many entries this is. */
export interface Mark {
  readonly gesture: number;
  readonly part: number;
  readonly of: number;
}

/** The mark that the entry of a gesture carries, or null for an entry of another origin. */
export function markOf({ about, data }: Pick<Entry, 'about' | 'data'>): Mark | null {
  const [, gesture, part, of] = /\bg(\d+)\.(\d+)\.(\d+)\b/.exec(JSON.stringify([about, data])) ?? [];
  return gesture ? { gesture: Number(gesture), part: Number(part), of: Number(of) } : null;
}

/**
 * The commands of one gesture: one to three entries, in one or two channels, on few subjects with few values, so that
 * machines agree, contradict each other and take things back.
 */
export function aGesture(gesture: number, chance: Chance, state: CentreState): readonly Command[] {
  const kinds = chance.shuffled(['staff', 'rooms', 'withdrawal'] as const).slice(0, chance.pick([1, 1, 2, 3]));
  const commands = kinds.map((kind, at) => aCommand(kind, `g${gesture}.${at + 1}.${kinds.length}`, chance, state));
  return commands;
}

function aCommand(kind: 'staff' | 'rooms' | 'withdrawal', mark: string, chance: Chance, state: CentreState): Command {
  const standing = kind === 'withdrawal' ? takenForWithdrawal(chance, state) : null;
  if (standing) return { kind: 'entry.withdrawn', about: { entry: standing }, data: { reason: mark } };
  const about = { session: sessionId.of(mark) };
  const subjects = chance.shuffled(['1', '2', '3']).slice(0, chance.between(1, 2));
  if (kind !== 'rooms') {
    const people = subjects.map((subject) => ({
      id: personId.of(`P${subject}${kind === 'staff' ? '' : 'bis'}`),
      familyName: chance.pick(['Allard', 'Caron', 'Diallo']),
      givenNames: 'Zoé',
      roles: ['invigilator' as const],
      teaches: [],
    }));
    return { kind: 'staff.published', about, data: { people } };
  }
  const rooms = subjects.map((subject) => ({
    id: roomId.of(`R${subject}`),
    name: `Salle ${subject}`,
    building: null,
    rows: 4,
    columns: chance.between(4, 6),
    off: [],
    extraTime: false,
  }));
  return { kind: 'rooms.published', about, data: { rooms } };
}

/** An entry that stands somewhere and could be taken back. */
function takenForWithdrawal(chance: Chance, state: CentreState): EntryId | null {
  const written = (['staff', 'rooms'] as const).flatMap((aspect) =>
    [...(state.shelves.get(aspect)?.get('session')?.values() ?? [])].flatMap((register) =>
      register.map(({ id }) => id),
    ),
  );
  return written.length > 0 ? chance.pick(written) : null;
}
