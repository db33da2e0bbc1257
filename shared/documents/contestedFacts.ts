import { contestsOf } from '../exam/contests/contests';
import { contestsIn } from '../exam/contests/place';
import { zoneOf } from '../exam/session/today';
import type { Aspect, CentreState } from '../exam/state';
import { fact } from '../exam/state';
import type { RoomId, SittingId } from '../kernel/ids';
import { type ContestInWords, contestInWords, contestSentence } from './contestWords';
import { drawSection } from './fields';
import { exactHour, NARROW } from './french';
import type { Sheet } from './sheet';
import { styles } from './typography';

/** What decides who sits where and sits what: contested, a list drawn from it may change. */
const ofLists: ReadonlySet<Aspect> = new Set<Aspect>([
  'registrations',
  'seats',
  'provisional',
  'noticesShown',
  'rooms',
  'papers',
  'sittings',
]);

/** All that is contested of a room at a sitting, as its report states it. */
export function contestedInRoom(state: CentreState, sitting: SittingId, room: RoomId): readonly ContestInWords[] {
  return [...contestsIn(state, sitting, room), ...calendarContests(state, sitting)].map((each) => inWords(state, each));
}

/** What is contested of that from which a room's lists are drawn. */
export function contestedInLists(state: CentreState, sitting: SittingId, room: RoomId): readonly ContestInWords[] {
  return [...contestsIn(state, sitting, room), ...calendarContests(state, sitting)]
    .filter(({ aspect }) => ofLists.has(aspect))
    .map((each) => inWords(state, each));
}

/** Of a list that anybody reads: whose seat or registration is contested, and nothing else of them. */
export function contestedInPublic(state: CentreState, sitting: SittingId, rooms: readonly RoomId[]): readonly string[] {
  const said = rooms
    .flatMap((room) => contestsIn(state, sitting, room))
    .flatMap((contest) => {
      const { about, versions } = inWords(state, contest);
      if (contest.aspect === 'registrations') return [`${about}${NARROW}: à trancher.`];
      if (contest.aspect !== 'seats') return [];
      return [`${about}${NARROW}: ${versions.map(({ text }) => text).join(' / ')}, à trancher.`];
    });
  return [...new Set(said)];
}

/** A section of its own with every version and whose it is; nothing where nothing is contested. */
export function drawContestedFacts(sheet: Sheet, facts: readonly ContestInWords[]): void {
  if (facts.length === 0) return;
  drawSection(sheet, 'À trancher par le chef de centre');
  for (const each of facts) sheet.paragraph(contestSentence(each), styles.warning);
}

/** The same above a list, without a heading. */
export function drawContestedLines(sheet: Sheet, lines: readonly string[]): void {
  for (const each of lines) sheet.paragraph(each, styles.warning);
}

function calendarContests(state: CentreState, sitting: SittingId) {
  const papers: readonly string[] = fact(state, 'sittings', 'session', sitting)?.papers ?? [];
  return contestsOf(state).filter(
    ({ aspect, key }) => (aspect === 'sittings' && key === sitting) || (aspect === 'papers' && papers.includes(key)),
  );
}

function inWords(state: CentreState, contest: Parameters<typeof contestInWords>[1]): ContestInWords {
  const zone = zoneOf(state);
  return contestInWords(state, contest, (moment) => exactHour(moment, zone));
}
