import fc from 'fast-check';
import type { Command } from '../../shared/exam/catalogue';
import { incidentCategory } from '../../shared/exam/incidents/kinds';
import { MINUTE } from '../../shared/kernel/clockTime';
import { candidateId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { Actor } from '../../shared/kernel/statement';
import { at, b07, b12, french, head, invigilator, lead, number, sitting } from './cast';
import { ExamDay } from './centre';
import { attendance, goesOut, late, lateDecided, leaves, unlisted } from './gestures';

/** One thing that may happen: `what` chooses it, `who` whom it is about, `minutes` pass before it. */
interface Happening {
  readonly what: number;
  readonly who: number;
  readonly minutes: number;
}

type Gesture = (day: ExamDay, who: number) => readonly [Actor, readonly Command[]];

const one = (who: number) => number('B12', 1 + (who % 4));
const clock = (day: ExamDay) => new Date(day.now + 2 * 60 * MINUTE).toISOString().slice(11, 16);
const elsewhere = { sitting, room: b07 };

const gestures: readonly Gesture[] = [
  (_day, who) => [invigilator, [attendance('present', one(who))]],
  (_day, who) => [invigilator, [attendance('absent', one(who))]],
  (day, who) => [invigilator, [late(one(who), clock(day))]],
  (_day, who) => [head, [lateDecided(one(who), who % 2 === 0)]],
  (day, who) => [invigilator, [goesOut(one(who), 'toilet', clock(day))]],
  (day, who) => [lead, [leaves(one(who), clock(day))]],
  (_day, who) => [
    lead,
    [{ kind: 'rule.overridden', about: { rule: 'R-076', sitting, room: b12 }, data: { reason: `${who}` } }],
  ],
  () => [lead, [unlisted(), attendance('present', candidateId.of('HL-1'))]],
  (day, who) => {
    const categories = incidentCategory.options;
    const category = categories[who % categories.length] ?? 'other';
    const about = who % 3 === 0 ? elsewhere : { sitting, room: b12 };
    return [
      lead,
      [{ kind: 'incident.recorded', about, data: { category, at: day.now, candidates: [], text: 'Constaté.' } }],
    ];
  },
  () => [lead, [{ kind: 'room.checked', about: elsewhere, data: { points: [], remark: '' } }]],
  () => [
    lead,
    [
      {
        kind: 'attendance.recorded',
        about: elsewhere,
        data: { status: 'present', candidates: [number('B07', 1)] },
      },
      { kind: 'notice.read', about: elsewhere, data: {} },
      {
        kind: 'envelope.checked',
        about: { ...elsewhere, paper: french },
        data: { sealed: true, labelMatches: true, subjectMatches: true, remark: '' },
      },
    ],
  ],
  (day) => [
    lead,
    [
      {
        kind: 'subjects.distributed',
        about: elsewhere,
        data: { papers: [french], boardStart: day.now, distributedAt: day.now },
      },
    ],
  ],
  (day) => [lead, [{ kind: 'paper.ended', about: { sitting, room: b12, paper: french }, data: { at: day.now } }]],
];

/** A morning in two rooms where anything happens in any order; what the rules refuse is left unsaid. */
export const randomMorning: fc.Arbitrary<ExamDay> = fc
  .record({
    begun: fc.boolean(),
    happenings: fc.array(fc.record({ what: fc.nat(gestures.length - 1), who: fc.nat(11), minutes: fc.nat(12) }), {
      maxLength: 40,
    }),
  })
  .map(({ begun, happenings }) => {
    const day = new ExamDay();
    if (begun) day.begun([one(3)]);
    else day.at('08:20');
    for (const each of happenings) happen(day, each);
    return day;
  });

function happen(day: ExamDay, { what, who, minutes }: Happening): void {
  day.now = instant.of(Math.min(day.now + minutes * MINUTE, at('18:00')));
  const gesture = gestures[what];
  if (!gesture) return;
  const [by, commands] = gesture(day, who);
  if (day.refusal(by, ...commands) === null) day.says(by, ...commands);
}
