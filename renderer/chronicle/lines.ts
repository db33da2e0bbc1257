import { z } from 'zod';
import { foldText } from '../../shared/exam/people/names';
import type { CentreState } from '../../shared/exam/state';
import {
  type EntryId,
  entryId,
  type PersonId,
  type RoomId,
  roomId,
  type SittingId,
  sittingId,
} from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { centreHour, clockPutRight, type Statement } from '../../shared/kernel/statement';
import { founderBy } from '../network/founders';
import { sentenceOf, type Topic, topicOf } from '../text/chronicle';
import { roleSaid, roleText } from '../text/roles';
import { namesIn, personName, roomName } from './names';

/** One line of the main courante: a statement as people read it. */
export interface Line {
  readonly id: EntryId;
  /** By the centre's time, as far as the machine that wrote it knew it. */
  readonly at: Instant;
  /** Milliseconds by which that machine's own clock was behind, where that is over a minute; null otherwise. */
  readonly behind: number | null;
  readonly sentence: string;
  readonly topic: Topic | null;
  readonly person: PersonId;
  readonly author: string;
  readonly role: string;
  readonly sitting: SittingId | null;
  readonly room: RoomId | null;
  readonly roomName: string | null;
  /** What a search looks in: sentence, author, role and room, without accents or capitals. */
  readonly folded: string;
  readonly statement: Statement;
}

const place = z.object({ sitting: sittingId.schema.optional(), room: roomId.schema.optional() });
const withdrawalAbout = z.object({ entry: entryId.schema });

/** Where a statement belongs: its sitting and room, as far as it names them. */
export function placeOf(statement: Statement): { readonly sitting: SittingId | null; readonly room: RoomId | null } {
  const about = place.safeParse(statement.about);
  return about.success
    ? { sitting: about.data.sitting ?? null, room: about.data.room ?? null }
    : { sitting: null, room: null };
}

/** What names are drawn from. */
const naming = [
  'registrations',
  'staff',
  'rooms',
  'papers',
  'sittings',
  'session',
  'messages',
  'machinePlaces',
] as const;

/** Turns statements into lines, each only once as long as what it names keeps its name. */
export class LineBook {
  private lines = new Map<EntryId, Line>();
  private sources: readonly unknown[] = [];
  private readonly statements = new Map<EntryId, Statement>();
  private readonly founders = new Set<string>();
  private met = 0;

  /** @param where an entry lies in the journal; by it the machine that opened the centre is told as such */
  constructor(private readonly placeIn: Parameters<typeof founderBy>[1] = () => null) {}

  /** The line of one statement. */
  lineOf(statement: Statement, state: CentreState): Line {
    this.forgetOldNames(state);
    const known = this.lines.get(statement.id);
    if (known) return known;
    const line = this.write(statement, state);
    this.lines.set(statement.id, line);
    return line;
  }

  /** Takes note of the statements that others may speak of. */
  meet(statements: readonly Statement[]): void {
    for (; this.met < statements.length; this.met += 1) {
      const statement = statements[this.met];
      if (!statement) continue;
      this.statements.set(statement.id, statement);
      const founder = founderBy(statement, this.placeIn);
      if (founder === null || this.founders.has(founder)) continue;
      this.founders.add(founder);
      this.lines = new Map();
    }
  }

  statement(id: EntryId): Statement | null {
    return this.statements.get(id) ?? null;
  }

  private write(statement: Statement, state: CentreState): Line {
    const { sitting, room } = this.placeOf(statement);
    const sentence = this.tell(statement, state, true);
    const author = statement.by.role === 'setup' ? roleText.setup : personName(state, statement.by.person);
    const named = room && roomName(state, room);
    return {
      id: statement.id,
      at: centreHour(statement.at),
      behind: clockPutRight(statement.at),
      sentence,
      topic: topicOf(statement.kind),
      person: statement.by.person,
      author,
      role: statement.by.role,
      sitting,
      room,
      roomName: named,
      folded: ` ${foldText(`${sentence} ${author} ${roleSaid(statement.by.role)} ${named ?? ''}`)}`,
      statement,
    };
  }

  /** An undo belongs where what it undoes belongs. */
  private placeOf(statement: Statement): ReturnType<typeof placeOf> {
    const undone = statement.kind === 'entry.withdrawn' ? withdrawalAbout.safeParse(statement.about) : null;
    const target = undone?.success ? this.statements.get(undone.data.entry) : undefined;
    return placeOf(target ?? statement);
  }

  private tell(statement: Statement, state: CentreState, deep: boolean): string {
    const said = (id: EntryId) => {
      const other = deep ? this.statements.get(id) : undefined;
      return other ? this.tell(other, state, false) : null;
    };
    const names = namesIn(state, said, this.founders);
    return sentenceOf(statement, names);
  }

  private forgetOldNames(state: CentreState): void {
    const sources = naming.map((aspect) => state.shelves.get(aspect));
    if (sources.every((source, at) => source === this.sources[at])) return;
    this.sources = sources;
    this.lines = new Map();
  }
}
