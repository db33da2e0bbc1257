import { contestInWords, entriesInWords } from '../../shared/documents/contestWords';
import { type Contest, reopenedBy, settlementBy } from '../../shared/exam/contests/contests';
import { contentOf } from '../../shared/exam/contests/settling';
import { zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import type { EntryId, PersonId, RoomId } from '../../shared/kernel/ids';
import { roomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { roleNamed } from '../../shared/kernel/role';
import { centreHour, clockPutRight, type Statement } from '../../shared/kernel/statement';
import { personName, roomName } from '../chronicle/names';
import { contestsText, whoSaid } from '../text/contests';
import { hourText, toldHour } from '../text/times';

/** One version as the screens show it. */
export interface VersionShown {
  readonly text: string;
  /** The names of all who say so. */
  readonly by: string;
  /** Who said it first: name, role, room, machine and hour by the centre's clock. */
  readonly who: string;
  readonly corroborated: readonly string[];
  /** Of a decision: why, and between what it was made. */
  readonly reason: string | null;
  readonly before: readonly string[];
  /** The entries that say it, and the people who wrote them. */
  readonly entries: readonly EntryId[];
  readonly people: readonly PersonId[];
  /** The entry to repeat when this version is chosen. */
  readonly statement: Statement | null;
}

export interface ContestShown {
  readonly about: string;
  readonly reopened: string | null;
  readonly versions: readonly VersionShown[];
}

/** What is needed to tell who said something: the entry, and the machine that wrote it; null while either is not here. */
export interface Sources {
  statement(entry: EntryId): Statement | null;
  machine(entry: EntryId): string | null;
}

export function shownOf(state: CentreState, contest: Contest, sources: Sources): ContestShown {
  const zone = zoneOf(state);
  const hour = (moment: Instant) => hourText(moment, zone);
  const told = contestInWords(state, contest, hour);
  const everSaid = entriesInWords(state, contest, hour);
  const who = (entry: EntryId, by: PersonId) => {
    const statement = sources.statement(entry);
    const room = statement && roomOf(statement);
    return whoSaid({
      author: personName(state, by),
      role: statement && roleNamed(statement.by.role),
      room: room && roomName(state, room),
      machine: sources.machine(entry),
      hour: statement && toldHour(hour(centreHour(statement.at)), clockPutRight(statement.at)),
    });
  };
  return {
    about: told.about,
    reopened: reopenedText(state, contest, sources, hour),
    versions: contest.versions.map(({ words }, at) => {
      const [first, ...others] = words;
      const decision = words.flatMap(({ entry }) => settlementBy(state, entry) ?? [])[0] ?? null;
      return {
        text: told.versions[at]?.text ?? '',
        by: told.versions[at]?.by ?? '',
        who: first ? who(first.entry, first.by) : '',
        corroborated: others.map(({ entry, by }) => who(entry, by)),
        reason: decision?.reason ?? null,
        before: (decision?.versions ?? []).flatMap((entry) => {
          const earlier = everSaid.get(entry);
          return earlier ? [`${earlier.text} (${earlier.by})`] : [];
        }),
        entries: words.map(({ entry }) => entry),
        people: words.map(({ by }) => by),
        statement: words.flatMap(({ entry }) => sources.statement(entry) ?? [])[0] ?? null,
      };
    }),
  };
}

function reopenedText(
  state: CentreState,
  contest: Contest,
  sources: Sources,
  hour: (moment: Instant) => string,
): string | null {
  const why = reopenedBy(state, contest);
  if (why === null) return null;
  if (why === 'decisions') return contestsText.decisionsDiffer;
  const late = contest.versions
    .flatMap(({ words }) => words)
    .filter(({ entry }) => settlementBy(state, entry) === null)
    .flatMap(({ entry }) => sources.statement(entry) ?? []);
  const [first] = late.map((each) => centreHour(each.at)).sort((a, b) => a - b);
  return first === undefined ? null : contestsText.reopenedLate(hour(first));
}

function roomOf(statement: Statement): RoomId | null {
  const about = contentOf(statement)?.about;
  if (typeof about !== 'object' || about === null || Array.isArray(about)) return null;
  const room = roomId.parse(about.room);
  return room.ok ? room.value : null;
}
