import { compareText } from '../exam/people/names';
import { err, ok, type Result } from '../kernel/result';
import {
  headLine,
  isSittingLine,
  readHeadLine,
  readRoomLine,
  readSittingLine,
  roomLine,
  sittingLine,
} from './compactLines';
import { type CompactRoom, type CompactSitting, type CompactStatus, isEventful } from './compactStatus';
import { lineCheck, wholeCheck } from './lineCheck';

/** Signs of a text, which are as many bytes. */
export const MOST_BYTES = 2000;

const mark = 'CACHET';
const VERSION = 1;
const checkSigns = 2;
const separator = '/';

/**
 * `line`: the first that is wrong, from 1; `said` is how it begins, a room's name as a rule. `whole`: each line is right,
 * yet one is missing, added or out of its place. `nonsense`: everything is as it was written, and says nothing.
 */
export type CompactFault =
  | { readonly kind: 'not-ours' | 'whole' | 'nonsense' }
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'line'; readonly line: number; readonly said: string };

/**
 * What fits of a status into `most` signs: rooms where something is late, waits or happened before the others, then
 * sittings, the first ones kept. What is left out is counted, and is in the figures that stay.
 */
export function fitted(status: CompactStatus, most = MOST_BYTES): CompactStatus {
  const bare = { ...status, sittings: [], otherSittings: status.sittings.length };
  // The counts of what is left out are the only figures that grow: their longest is reckoned with
  let left = most - linesOf(bare).reduce((sum, line) => sum + lengthOf(line), 0) - lengthOf(endLine('', 9999)) + 1;
  const kept: CompactSitting[] = [];
  for (const sitting of status.sittings) {
    const without = { ...sitting, rooms: [], otherRooms: sitting.rooms.length };
    const length = lengthOf(sittingLine(without));
    if (length > left) break;
    left -= length;
    kept.push(without);
  }
  const rooms = status.sittings
    .slice(0, kept.length)
    .flatMap((sitting, at) => sitting.rooms.map((room) => ({ room, at })));
  const chosen = kept.map((): CompactRoom[] => []);
  for (const { room, at } of [...rooms].sort((a, b) => Number(isEventful(b.room)) - Number(isEventful(a.room)))) {
    const length = lengthOf(roomLine(room));
    if (length > left) break;
    left -= length;
    chosen[at]?.push(room);
  }
  const sittings = kept.map((sitting, at) => {
    const own = chosen[at] ?? [];
    return {
      ...sitting,
      rooms: own.sort((a, b) => compareText(a.name, b.name)),
      otherRooms: sitting.otherRooms - own.length,
    };
  });
  return { ...status, sittings, otherSittings: status.sittings.length - kept.length };
}

/** The status in lines, each with its check, that a QR code holds and any keyboard types. */
export function compactText(status: CompactStatus): string {
  const lines = linesOf(status).map((line, at) => line + lineCheck(line, at));
  const body = lines.join(separator);
  const end = endLine(body, lines.length);
  return body + separator + end + lineCheck(end, lines.length);
}

/** What such a text says, however it is spaced or broken into lines, in capitals or not; or where it is wrong. */
export function readCompactText(text: string): Result<CompactStatus, CompactFault> {
  const typed = text.toUpperCase().replaceAll(/\s/g, '');
  const version = /^CACHET(\d{1,4}):/.exec(typed)?.[1];
  if (version === undefined) return err({ kind: 'not-ours' });
  if (Number(version) !== VERSION) return err({ kind: 'newer', version });
  const lines = typed.split(separator);
  const wrong = lines.findIndex((line, at) => lineCheck(line.slice(0, -checkSigns), at) !== line.slice(-checkSigns));
  if (wrong >= 0) return err({ kind: 'line', line: wrong + 1, said: lines[wrong]?.split(':')[0]?.slice(0, 12) ?? '' });
  const end = lines.pop()?.slice(0, -checkSigns);
  if (end !== endLine(lines.join(separator), lines.length)) return err({ kind: 'whole' });
  const status = statusIn(lines.map((line) => line.slice(0, -checkSigns)));
  return status ? ok(status) : err({ kind: 'nonsense' });
}

function linesOf(status: CompactStatus): readonly string[] {
  return [
    `${mark}${VERSION}:${headLine(status)}`,
    ...status.sittings.flatMap((sitting) => [sittingLine(sitting), ...sitting.rooms.map(roomLine)]),
  ];
}

function endLine(body: string, lines: number): string {
  return `E:${lines}:${wholeCheck(body)}`;
}

/** With its check and what separates it from the next. */
function lengthOf(line: string): number {
  return line.length + checkSigns + separator.length;
}

function statusIn([first = '', ...lines]: readonly string[]): CompactStatus | null {
  const head = readHeadLine(first.slice(first.indexOf(':') + 1));
  const sittings: (CompactSitting & { rooms: CompactRoom[] })[] = [];
  for (const line of lines) {
    const sitting = isSittingLine(line) ? readSittingLine(line) : null;
    const room = isSittingLine(line) ? null : readRoomLine(line);
    if (sitting) sittings.push({ ...sitting, rooms: [] });
    else if (room && sittings.length > 0) sittings.at(-1)?.rooms.push(room);
    else return null;
  }
  return head && { ...head, sittings };
}
