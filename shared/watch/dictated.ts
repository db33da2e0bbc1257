import { z } from 'zod';
import { incidentCategory } from '../exam/incidents/kinds';
import { sessionFacts } from '../exam/session/kinds';
import { dayOf, instant, MINUTE } from '../kernel/instant';
import { err, ok, type Result } from '../kernel/result';
import { type CodeFault, heard, SIGNS_PER_GROUP, signOf, spoken } from '../kernel/spokenCode';
import type { CentreStatus } from './centreStatus';
import { gravestOf, gravity, incidentsIn, roomFigures } from './figures';
import { sessionMark } from './sessionMark';

const count = z.int().min(0);

/** The most that is told of incidents and of what waits: this many, or more. */
export const MOST_TOLD = 127;

/** Delays are told from two hours ahead to fifteen hours late; beyond, the bound stands. */
const delays = { least: -120, most: 900 } as const;

/** The few figures that matter of a half-day, as they are read aloud when everything else is down. */
export const dictatedStatus = z.object({
  centre: sessionFacts.shape.centre.shape.code,
  /** The first sign of the session's mark. */
  session: z.string().regex(/^[0-9A-HJKMNP-TV-Z]$/),
  /** When it was made, to the minute. */
  at: instant.schema,
  /** The half-day it tells of: of that day, of another one, or none while the session has no sitting. */
  half: z.enum(['none', 'morning', 'afternoon', 'otherDay']),
  rooms: roomFigures,
  candidates: z.object({ present: count, absent: count, unmarked: count, contested: count }),
  /** `MOST_TOLD`: this many, or more. */
  incidents: count.max(MOST_TOLD),
  gravest: incidentCategory.nullable(),
  awaiting: count.max(MOST_TOLD),
  delay: z.int().min(delays.least).max(delays.most).nullable(),
});
export type DictatedStatus = z.infer<typeof dictatedStatus>;

/** `nonsense`: every group is right, yet together they say nothing that a centre could have said. */
export type DictatedFault = CodeFault | { readonly kind: 'nonsense' } | { readonly kind: 'newer' };

export function dictatedOf(status: CentreStatus): DictatedStatus {
  const { present, absent, unmarked, contested } = status.figures.candidates;
  const { incidents, awaiting, delay, rooms } = status.figures;
  const { halfDay } = status;
  const today = halfDay?.day === dayOf(status.at, status.session.zone);
  return {
    centre: status.centre.code,
    session: sessionMark(status.session.id).charAt(0),
    at: instant.of(Math.floor(status.at / MINUTE) * MINUTE),
    half: halfDay ? (today ? halfDay.half : 'otherDay') : 'none',
    rooms,
    candidates: { present, absent, unmarked, contested },
    incidents: Math.min(MOST_TOLD, incidentsIn(incidents)),
    gravest: gravestOf(incidents),
    awaiting: Math.min(MOST_TOLD, awaiting.total),
    delay: delay === null ? null : Math.max(delays.least, Math.min(delays.most, delay)),
  };
}

const VERSION = 0;
const MOST_GROUPS = 10;
const LEAST_GROUPS = 5;
/** Minutes are counted from the first of January 2026 and fit until 2057. */
const epoch = Date.UTC(2026, 0, 1);
const halves = dictatedStatus.shape.half.options;
const WHOLE_CHECK = 61n;

/**
 * Five to ten groups of five signs with dashes, 59 characters at most, which `readDictated` reads back: as few groups as
 * the figures need. Null when ten do not hold them, which takes several hundred rooms or a clock set before 2026.
 */
export function dictated(status: DictatedStatus): string | null {
  for (let groups = LEAST_GROUPS; groups <= MOST_GROUPS; groups++) {
    const values = valuesOf({ ...numbersOf(status), groups });
    if (values) return spoken(values);
  }
  return null;
}

/** What was dictated; the first group that is wrong when one is. Nothing of it is signed: it is what somebody said. */
export function readDictated(typed: string): Result<DictatedStatus, DictatedFault> {
  const values = heard(typed, MOST_GROUPS, LEAST_GROUPS);
  if (!values.ok) return values;
  const whole = values.value.reduceRight((sum, value) => sum * 32n + BigInt(value), 0n);
  let rest = whole / WHOLE_CHECK;
  const sound = rest % WHOLE_CHECK === whole % WHOLE_CHECK;
  const numbers = walk((radix) => {
    const value = Number(rest % BigInt(radix));
    rest /= BigInt(radix);
    return value;
  }, nothing);
  const typedGroups = values.value.length / 4;
  if (sound && numbers.version !== VERSION) return err({ kind: 'newer' });
  if (numbers.groups !== typedGroups) return err({ kind: 'length', typed: typedGroups * SIGNS_PER_GROUP });
  const status = dictatedStatus.safeParse(statusOf(numbers));
  return sound && rest === 0n && status.success ? ok(status.data) : err({ kind: 'nonsense' });
}

/** Null when the numbers do not fit into their groups. */
function valuesOf(numbers: Numbers): readonly number[] | null {
  const fields: { readonly value: number; readonly radix: number }[] = [];
  walk((radix, value) => {
    fields.push({ value, radix });
    return value;
  }, numbers);
  if (fields.some(({ value, radix }) => value < 0 || value >= radix)) return null;
  const all = fields.reduceRight((sum, { value, radix }) => sum * BigInt(radix) + BigInt(value), 0n);
  let rest = all * WHOLE_CHECK + (all % WHOLE_CHECK);
  const values = Array.from({ length: numbers.groups * 4 }, () => {
    const value = Number(rest % 32n);
    rest /= 32n;
    return value;
  });
  return rest === 0n ? values : null;
}

interface Numbers {
  readonly version: number;
  readonly groups: number;
  readonly half: number;
  readonly school: number;
  readonly letter: number;
  readonly session: number;
  readonly minute: number;
  readonly rooms: DictatedStatus['rooms'];
  readonly expected: number;
  readonly absent: number;
  readonly unmarked: number;
  readonly contested: number;
  readonly gravest: number;
  readonly incidents: number;
  readonly awaiting: number;
  readonly delay: number;
}

const nothing: Numbers = {
  version: 0,
  groups: 0,
  half: 0,
  school: 0,
  letter: 0,
  session: 0,
  minute: 0,
  rooms: { planned: 0, open: 0, started: 0, ended: 0, closed: 0, notStarted: 0 },
  expected: 0,
  absent: 0,
  unmarked: 0,
  contested: 0,
  gravest: 0,
  incidents: 0,
  awaiting: 0,
  delay: 0,
};

/**
 * Every field in its order, with how many values it may have: the one description of the form, for both ways. Those that
 * are most often nought come last, where they cost nothing.
 */
function walk(step: (radix: number, value: number) => number, given: Numbers): Numbers {
  const version = step(4, given.version);
  const groups = step(MOST_GROUPS + 1, given.groups);
  const half = step(halves.length, given.half);
  const school = step(10_000_000, given.school);
  const letter = step(26, given.letter);
  const session = step(32, given.session);
  const minute = step(2 ** 24, given.minute);
  const planned = step(512, given.rooms.planned);
  const open = step(planned + 1, given.rooms.open);
  const started = step(open + 1, given.rooms.started);
  const ended = step(started + 1, given.rooms.ended);
  const closed = step(ended + 1, given.rooms.closed);
  const notStarted = step(planned + 1, given.rooms.notStarted);
  const expected = step(16_384, given.expected);
  const absent = step(expected + 1, given.absent);
  const unmarked = step(expected - absent + 1, given.unmarked);
  const delay = step(delays.most - delays.least + 2, given.delay);
  const contested = step(expected - absent - unmarked + 1, given.contested);
  const awaiting = step(MOST_TOLD + 1, given.awaiting);
  const incidents = step(MOST_TOLD + 1, given.incidents);
  const gravest = step(gravity.length + 1, given.gravest);
  const rooms = { planned, open, started, ended, closed, notStarted };
  const marked = { expected, absent, unmarked, contested };
  return {
    version,
    groups,
    half,
    school,
    letter,
    session,
    minute,
    rooms,
    ...marked,
    gravest,
    incidents,
    awaiting,
    delay,
  };
}

function numbersOf(status: DictatedStatus): Numbers {
  const { present, absent, unmarked, contested } = status.candidates;
  return {
    version: VERSION,
    groups: 0,
    half: halves.indexOf(status.half),
    school: Number(status.centre.slice(0, 7)),
    letter: status.centre.charCodeAt(7) - firstLetter,
    session: signs.indexOf(status.session),
    minute: Math.floor((status.at - epoch) / MINUTE),
    rooms: status.rooms,
    expected: present + absent + unmarked + contested,
    absent,
    unmarked,
    contested,
    gravest: status.gravest === null ? 0 : gravity.indexOf(status.gravest) + 1,
    incidents: status.incidents,
    awaiting: status.awaiting,
    delay: status.delay === null ? 0 : status.delay >= 0 ? status.delay + 1 : delays.most + 1 - status.delay,
  };
}

function statusOf(numbers: Numbers): z.input<typeof dictatedStatus> {
  const { expected, absent, unmarked, contested, rooms, incidents, awaiting } = numbers;
  return {
    centre: String(numbers.school).padStart(7, '0') + String.fromCharCode(firstLetter + numbers.letter),
    session: signOf(numbers.session),
    at: epoch + numbers.minute * MINUTE,
    half: halves[numbers.half] ?? 'none',
    rooms,
    candidates: { present: expected - absent - unmarked - contested, absent, unmarked, contested },
    incidents,
    gravest: gravity[numbers.gravest - 1] ?? null,
    awaiting,
    delay: delayOf(numbers.delay),
  };
}

/** Nought is none, then on time, the delays, and those ahead. */
function delayOf(told: number): number | null {
  if (told === 0) return null;
  return told <= delays.most + 1 ? told - 1 : delays.most + 1 - told;
}

const firstLetter = 'A'.charCodeAt(0);
const signs = Array.from({ length: 32 }, (_, value) => signOf(value));
