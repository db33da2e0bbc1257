import type { z } from 'zod';
import { MINUTE } from '../kernel/clockTime';
import { dotted, figuresIn, figuresText, undotted, wholeNumber } from './compactNumbers';
import { type CompactRoom, compactRoom, compactSitting, compactStatus } from './compactStatus';
import { stages } from './roomStatus';

const head = compactStatus.omit({ sittings: true });
type Head = z.infer<typeof head>;

const sittingHead = compactSitting.omit({ rooms: true });
type SittingHead = z.infer<typeof sittingHead>;

/** `centre:session:minute:half-day:entries unread:sittings left out:figures`. */
export function headLine({ at, centre, session, halfDay, unread, figures, otherSittings }: Head): string {
  const half = halfDay ? `${halfDay.half === 'morning' ? 'M' : 'A'}${halfDay.day.replaceAll('-', '')}` : 'N';
  return [centre, session, minuteText(at), half, unread, otherSittings, figuresText(figures)].join(':');
}

/** What `headLine` wrote; null when it says nothing that one could have said. */
export function readHeadLine(line: string): Head | null {
  const [centre, session, at = '', half = '', unread = '', others = '', numbers = '', ...rest] = line.split(':');
  const [, letter, year, month, date] = /^([MA])(\d{4})(\d\d)(\d\d)$/.exec(half) ?? [];
  const halfDay = letter ? { day: `${year}-${month}-${date}`, half: letter === 'M' ? 'morning' : 'afternoon' } : null;
  if (rest.length > 0 || (halfDay === null && half !== 'N')) return null;
  const counts = { unread: wholeNumber(unread), otherSittings: wholeNumber(others), figures: figuresIn(numbers) };
  return checked(head, { centre, session, at: minuteIn(at), halfDay, ...counts });
}

/** `S:minute:papers:papers left out:rooms left out:figures`. */
export function sittingLine({ start, papers, otherPapers, otherRooms, figures }: SittingHead): string {
  return ['S', minuteText(start), papers.join('+'), otherPapers, otherRooms, figuresText(figures)].join(':');
}

export function isSittingLine(line: string): boolean {
  return line.startsWith('S:') && line.split(':').length > 2;
}

export function readSittingLine(line: string): SittingHead | null {
  const [, start = '', papers = '', otherPapers = '', otherRooms = '', numbers = '', ...rest] = line.split(':');
  if (rest.length > 0) return null;
  return checked(sittingHead, {
    start: minuteIn(start),
    papers: papers === '' ? [] : papers.split('+'),
    otherPapers: wholeNumber(otherPapers),
    otherRooms: wholeNumber(otherRooms),
    figures: figuresIn(numbers),
  });
}

/** How a room's stage is written, of one that is not late and of one where a paper that is due has not begun. */
const letters = {
  waiting: ['W', 'V'],
  open: ['O', 'Q'],
  started: ['C', 'P'],
  ended: ['F', 'F'],
  closed: ['X', 'X'],
} as const;

/** `name:` the stage's letter, then the numbers, those that are most often nought at the end. */
export function roomLine(room: CompactRoom): string {
  const { expected, absent, delay, incidents, awaiting, unmarked, contested, provisional } = room;
  const told = delay === usualDelay(room.stage) ? '' : delay === 0 ? 'Z' : dotted([delay]);
  const rest = dotted([incidents, awaiting, unmarked, contested, provisional]);
  const [onTime, late] = letters[room.stage];
  const numbers = `${dotted([expected])}.${dotted([absent])}.${told}.${rest}`.replace(/\.+$/, '');
  return `${room.name}:${room.notStarted ? late : onTime}${numbers}`;
}

export function readRoomLine(line: string): CompactRoom | null {
  const [name, told = '', ...rest] = line.split(':');
  const letter = told.charAt(0);
  const stage = stages.find((each) => letters[each].some((known) => known === letter));
  if (!stage || rest.length > 0) return null;
  const [expected = '', absent = '', late = '', ...others] = told.slice(1).split('.');
  const [incidents = 0, awaiting = 0, unmarked = 0, contested = 0, provisional = 0, ...more] = undotted(
    others.join('.'),
  );
  if (more.length > 0) return null;
  return checked(compactRoom, {
    name,
    stage,
    notStarted: letters[stage][0] !== letter,
    expected: wholeNumber(expected),
    absent: wholeNumber(absent),
    delay: late === '' ? usualDelay(stage) : late === 'Z' ? 0 : (undotted(late)[0] ?? null),
    incidents,
    awaiting,
    unmarked,
    contested,
    provisional,
  });
}

/** Before a room has begun none is usual, afterwards to have begun on time. */
function usualDelay(stage: CompactRoom['stage']): number | null {
  return stage === 'waiting' || stage === 'open' ? null : 0;
}

function minuteText(moment: number): string {
  return (moment / MINUTE).toString(36).toUpperCase();
}

/** The moment, or NaN. */
function minuteIn(text: string): number {
  return /^[0-9A-Z]{1,7}$/.test(text) ? Number.parseInt(text, 36) * MINUTE : Number.NaN;
}

function checked<T>(schema: z.ZodType<T>, raw: unknown): T | null {
  const read = schema.safeParse(raw);
  return read.success ? read.data : null;
}
