import type { CandidateId, RoomId, SittingId } from '../../kernel/ids';
import { compareNames, foldText, namedByNumber } from '../people/names';
import { type CentreState, fact } from '../state';
import { roomNameOf } from './contested';
import { expectedAt } from './expected';
import { roomsUnheld, seatsWithoutPaper } from './heldLists';
import { type RollLine, rollOf } from './roll';
import { unheldSeats } from './unheldSeats';

/** A candidate found, and where they belong at this sitting. */
export interface Found {
  readonly candidate: CandidateId;
  /** Their particulars are not on this machine: only their number finds them. */
  readonly unheld: boolean;
  readonly familyName: string;
  readonly givenNames: string;
  readonly table: number;
  readonly room: RoomId;
  readonly roomName: string;
  /** Whether that is the room one searches from. */
  readonly here: boolean;
}

interface Findable extends Found {
  readonly number: string;
  readonly words: readonly string[];
}

const LEAST_DIGITS = 3;
const MOST_FOUND = 20;

/**
 * Finds candidates of a sitting by number (whole, or its last digits), by a scanned code that holds the number, or by
 * name (without accents or capitals, words in any order, one slip of the keyboard forgiven). Those of `room` first;
 * 20 at most. Of a room whose list is not held here, only a number finds anybody, and gives no name. A whole number or code finds that candidate alone.
 */
export function findCandidates(state: CentreState, sitting: SittingId, room: RoomId, typed: string): readonly Found[] {
  const everyone = findable(state, sitting, room);
  const number = numberOf(typed);
  const named = everyone.filter((each) => each.number === number);
  if (named.length > 0) return named.map(found);
  const scanned = /\d/.test(number) ? everyone.filter((each) => holds(number, each.number)) : [];
  if (scanned.length > 0) return longest(scanned).map(found);
  const ending = /^\d+$/.test(number) && number.length >= LEAST_DIGITS;
  const ends = ending ? everyone.filter((each) => each.number.endsWith(number)) : [];
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const chosen = ends.length > 0 ? ends : byName(everyone, words);
  return chosen
    .sort((a, b) => Number(b.here) - Number(a.here) || compareNames(a, b))
    .slice(0, MOST_FOUND)
    .map(found);
}

function byName(everyone: readonly Findable[], words: readonly string[]): Findable[] {
  if (words.length === 0 || !words.some((word) => /[a-z]/.test(word))) return [];
  const exact = everyone.filter((each) => words.every((word) => each.words.some((own) => own.startsWith(word))));
  if (exact.length > 0) return exact;
  return everyone.filter((each) => words.every((word) => each.words.some((own) => nearly(word, own))));
}

/** Upper case, without spaces or separators. */
function numberOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/** A scanned code holds a number when the number is in it whole, no digit before or after belonging to another one. */
function holds(code: string, number: string): boolean {
  const at = code.indexOf(number);
  return at >= 0 && number.length >= LEAST_DIGITS && code.length > number.length;
}

/** Of several numbers held in one code, only the longest is meant. */
function longest(candidates: readonly Findable[]): readonly Findable[] {
  const length = Math.max(...candidates.map((each) => each.number.length));
  return candidates.filter((each) => each.number.length === length);
}

/** Whether a typed word is the beginning of a name but for one letter wrong, missing, added or swapped. */
function nearly(typed: string, name: string): boolean {
  if (typed.length < 4) return name.startsWith(typed);
  for (const length of [typed.length - 1, typed.length, typed.length + 1]) {
    if (oneSlip(typed, name.slice(0, length))) return true;
  }
  return false;
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

function findable(state: CentreState, sitting: SittingId, here: RoomId): readonly Findable[] {
  const rooms = new Set([...expectedAt(state, sitting).keys(), here]);
  const held = [...rooms].flatMap((room) => {
    const roomName = roomNameOf(state, room);
    return wordsOf(rollOf(state, sitting, room)).map(({ line, number, words }) => ({
      candidate: line.id,
      unheld: line.unheld,
      familyName: line.familyName,
      givenNames: line.givenNames,
      table: line.table,
      room,
      roomName,
      here: room === here,
      number,
      words,
    }));
  });
  return [...held, ...byNumberAlone(state, sitting, here)];
}

/** Whom the plan of the day seats where this machine does not know who they are. */
function byNumberAlone(state: CentreState, sitting: SittingId, here: RoomId): readonly Findable[] {
  const day = fact(state, 'sittings', 'session', sitting)?.day;
  if (!day) return [];
  const unlisted = [...expectedAt(state, sitting).keys()].map(
    (room) => [room, seatsWithoutPaper(state, sitting, room)] as const,
  );
  const unheld = roomsUnheld(state, sitting).map((room) => [room, unheldSeats(state, day, room)] as const);
  return [...unlisted, ...unheld].flatMap(([room, seats]) =>
    seats.map(({ candidate, table }) => ({
      candidate,
      unheld: true,
      ...namedByNumber(candidate),
      table,
      room,
      roomName: roomNameOf(state, room),
      here: room === here,
      number: numberOf(candidate),
      words: [],
    })),
  );
}

interface Words {
  readonly line: RollLine;
  readonly number: string;
  readonly words: readonly string[];
}

function wordsOf(roll: readonly RollLine[]): readonly Words[] {
  const known = wordsByRoll.get(roll);
  if (known) return known;
  const words = roll.map((line) => ({
    line,
    number: numberOf(line.id),
    words: line.unheld ? [] : foldText(`${line.familyName} ${line.givenNames}`).split(' '),
  }));
  wordsByRoll.set(roll, words);
  return words;
}

/** Names undone of their accents, once per roll. */
const wordsByRoll = new WeakMap<readonly RollLine[], readonly Words[]>();

function found(each: Findable): Found {
  const { number: _number, words: _words, ...told } = each;
  return told;
}
