import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import { messagesOf } from '../../../../shared/exam/messages/messages';
import { phaseOf } from '../../../../shared/exam/rooms/phase';
import { arrivedAfterClosing } from '../../../../shared/exam/scripts/late';
import { reportOf, statedHash } from '../../../../shared/exam/scripts/reported';
import { fact } from '../../../../shared/exam/state';
import {
  at,
  b07,
  b12,
  french,
  head,
  headquarters,
  invigilator,
  lead,
  number,
  otherLead,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import {
  attendance,
  decisionSeen,
  distributed,
  goesOut,
  late,
  lateDecided,
  leaves,
  messageRead,
  messageSent,
  messageWithdrawn,
  paperEnded,
  scriptsCounted,
  setAside,
  signed,
  withdraws,
} from '../../../support/gestures';

const reopened: Command = {
  kind: 'report.reopened',
  about: { sitting, room: b12 },
  data: { reason: 'une signature oubliée' },
};

const fourth = number('B12', 4);

test('R-112 a report closes on a settled roll, an ended paper, a right count and the lead’s signature', () => {
  const day = new ExamDay().begun([fourth]).at('13:00');
  expect(day.refusal(lead, day.closing())).toMatchObject({ rule: 'R-085', because: { kind: 'paper-not-ended' } });
  day.says(lead, paperEnded(day.now));
  expect(day.refusal(lead, day.closing())).toMatchObject({
    rule: 'R-109',
    because: { kind: 'count-missing', paper: french },
  });
  expect(day.refusal(lead, signed(lead))).toMatchObject({ because: { kind: 'count-missing' } });
  day.says(lead, scriptsCounted(3, 0, 1));
  expect(day.refusal(lead, day.closing())).toMatchObject({
    rule: 'R-112',
    because: { kind: 'signature-missing', person: lead.person },
  });
  day.says(lead, signed(lead));
  expect(day.refusal(invigilator, day.closing())).toMatchObject({ because: { kind: 'not-entitled' } });
  expect(day.refusal(lead, day.closing())).toBe(null);
});

test('R-112 a head closes without the lead’s signature, the reason said in one breath with the closing', () => {
  const day = new ExamDay().begun().at('13:00');
  day.says(lead, paperEnded(day.now), scriptsCounted(4, 0, 0));
  expect(day.refusal(lead, setAside('R-112'), day.closing())).toMatchObject({ because: { kind: 'signature-missing' } });
  day.says(head, setAside('R-112', 'responsable évacué à 12:40'), day.closing());
  expect(phaseOf(day.state, sitting, b12)).toMatchObject({ kind: 'closed', lateArrivals: 0 });
});

test('R-109 registered is present plus absent: a roll with someone unmarked closes nothing', () => {
  const day = new ExamDay().called();
  day.says(invigilator, withdraws(day.statements.findLast((each) => each.kind === 'attendance.recorded')));
  expect(day.refusal(lead, day.closing())).toMatchObject({
    rule: 'R-109',
    because: { kind: 'roll-incomplete', missing: 4 },
  });
});

test('R-109 a count that was right when made and is not any more stops the closing', () => {
  const day = new ExamDay().begun([fourth]).at('13:00').counted(3, 0, 1);
  day.says(head, setAside('R-070', 'présent, marqué absent par erreur'), attendance('present', fourth));
  expect(day.refusal(lead, day.closing())).toMatchObject({ because: { kind: 'count-differs', present: 4, absent: 0 } });
});

test('R-112 one signs for oneself, or an invigilator of the room on the lead’s machine', () => {
  const day = new ExamDay().begun().at('13:00').counted(4, 0, 0);
  expect(day.refusal(lead, signed(invigilator))).toBe(null);
  expect(day.refusal(lead, signed(otherLead))).toMatchObject({ because: { kind: 'not-yours' } });
});

test('a report states what is known when it is closed: a hash of something else is refused', () => {
  const day = new ExamDay().begun().at('13:00').counted(4, 0, 0);
  const closing = day.closing();
  day.says(lead, {
    kind: 'observation.written',
    about: { sitting, room: b12 },
    data: { text: 'Coupure de courant à 10:12.' },
  });
  expect(day.refusal(lead, closing)).toMatchObject({ because: { kind: 'stated-otherwise' } });
  expect(day.refusal(lead, day.closing())).toBe(null);
});

test('R-112 once the report is closed nothing more is said of the room, until a head opens it again', () => {
  const day = new ExamDay().begun([fourth]).at('13:00').counted(3, 0, 1);
  day.says(lead, day.closing());
  const refused = [
    attendance('absent', number('B12', 1)),
    goesOut(number('B12', 1), 'illness', '12:00'),
    leaves(number('B12', 1), '12:00'),
    late(fourth, '09:10'),
    lateDecided(fourth, true),
    paperEnded(at('13:05')),
    scriptsCounted(4, 0, 0),
    distributed('09:05'),
    signed(lead),
    day.closing(),
  ].map((command) => day.refusal(head, command)?.because);
  expect(new Set(refused.map((because) => because?.kind))).toEqual(new Set(['report-closed']));
  expect(day.refusal(lead, reopened)).toMatchObject({ because: { kind: 'not-entitled' } });
  day.says(head, reopened);
  expect(day.refusal(head, reopened)).toMatchObject({ because: { kind: 'not-closed' } });
  expect(day.refusal(head, scriptsCounted(3, 0, 1))).toBe(null);
  day.says(lead, day.closing());
  expect(phaseOf(day.state, sitting, b12)).toMatchObject({ kind: 'closed' });
});

test('what arrives after the closing changes the state, is counted, and leaves the report as it was', () => {
  const day = new ExamDay().begun([fourth]).at('10:30');
  const offline = day.saysFrom(day.state, invigilator, goesOut(number('B12', 1), 'toilet', '10:30'));
  day.at('13:00').counted(3, 0, 1);
  day.says(lead, day.closing());
  const stated = fact(day.state, 'reports', sitting, b12)?.statedHash;
  expect(phaseOf(day.state, sitting, b12)).toMatchObject({ kind: 'closed', lateArrivals: 0 });
  day.take(offline);
  expect(phaseOf(day.state, sitting, b12)).toMatchObject({ kind: 'closed', lateArrivals: 1 });
  expect(arrivedAfterClosing(day.state, day.statements, sitting, b12)).toEqual(offline);
  expect(fact(day.state, 'reports', sitting, b12)?.statedHash).toBe(stated);
});

test('a report states what was read aloud in its room, each text that it had', () => {
  const day = new ExamDay().begun([fourth]).at('09:30');
  day.says(headquarters, messageSent('09:30'));
  const before = reportOf(day.state, sitting, b12);
  const read = (time: string) => {
    const [message] = messagesOf(day.state);
    if (!message) throw new Error('no such message');
    return day.at(time).says(lead, messageRead(message, lead, day.now, b12));
  };
  expect(before?.readAloud).toBeUndefined();
  read('09:42');
  const after = reportOf(day.state, sitting, b12);
  const aloud = { subject: 'erratum', title: 'Question 3', papers: [french], sentAt: at('09:30'), by: lead.person };
  expect(after?.readAloud).toMatchObject([{ ...aloud, at: at('09:42'), since: 'nothing' }]);
  expect(before && after && statedHash(before) === statedHash(after)).toBe(false);
  day.says(headquarters, messageSent('09:50', { title: 'Question 4' }));
  read('09:55');
  day.says(headquarters, messageWithdrawn('10:00'));
  expect(reportOf(day.state, sitting, b12)?.readAloud).toMatchObject([
    { at: at('09:42'), title: 'Question 3', since: 'withdrawn' },
    { at: at('09:55'), title: 'Question 4', since: 'withdrawn' },
  ]);
  expect(reportOf(day.state, sitting, b07)?.readAloud).toBeUndefined();
});

test('what a room only took note of is no part of its report', () => {
  const day = new ExamDay().begun([fourth]).at('09:30');
  day.says(headquarters, messageSent('09:30', { readOut: false }));
  const [message] = messagesOf(day.state);
  if (!message) throw new Error('no such message');
  const before = day.closing();
  day.says(lead, messageRead(message, lead, day.now, b12));
  expect(day.closing().data).toEqual(before.data);
});

test('a reading aloud that arrives after the closing is told as such', () => {
  const day = new ExamDay().begun([fourth]).at('09:30');
  day.says(headquarters, messageSent('09:30'));
  const [message] = messagesOf(day.state);
  if (!message) throw new Error('no such message');
  const offline = day.saysFrom(day.state, lead, messageRead(message, lead, at('09:42'), b12));
  day.at('13:00').counted(3, 0, 1);
  day.says(lead, day.closing());
  day.take(offline);
  expect(arrivedAfterClosing(day.state, day.statements, sitting, b12)).toEqual(offline);
});

test('an undo that arrives after the closing is told too', () => {
  const day = new ExamDay().begun([fourth]).at('13:00').counted(3, 0, 1);
  const roll = day.statements.find((each) => each.kind === 'attendance.recorded');
  const offline = day.saysFrom(day.state, invigilator, withdraws(roll));
  day.says(lead, day.closing());
  day.take(offline);
  expect(arrivedAfterClosing(day.state, day.statements, sitting, b12)).toEqual(offline);
});

test('R-024 R-109 R-113 the report states range, presence, absentees, exits, departures and incidents', () => {
  const sitters = [
    { name: 'Allard' },
    { name: 'Ben Salah', accommodations: [{ kind: 'extraTime' as const, minutesPerHour: 20 }] },
    { name: 'Caron' },
    { name: 'Diallo' },
  ];
  const day = new ExamDay({ minutes: 120, sitters }).begun([fourth]).at('10:30');
  day.says(invigilator, goesOut(number('B12', 1), 'toilet', '10:30'));
  day.says(lead, {
    kind: 'incident.recorded',
    about: { sitting, room: b12 },
    data: { category: 'premises', at: at('10:40'), candidates: [], text: 'Alarme pendant deux minutes.' },
  });
  day.at('11:30').says(invigilator, leaves(number('B12', 2), '11:30'));
  expect(reportOf(day.state, sitting, b12)).toMatchObject({
    range: { from: number('B12', 1), to: fourth },
    lead: lead.person,
    others: [invigilator.person],
    noticeRead: true,
    tally: { expected: 4, present: 3, absent: 1, unmarked: 0, contested: 0 },
    papers: [{ boardStart: at('09:00'), end: at('11:00'), extendedEnd: at('11:40') }],
    absent: [{ familyName: 'Diallo', table: 4 }],
    exits: [{ candidate: number('B12', 1), at: at('10:30'), returnedAt: null, reason: 'toilet' }],
    departures: [{ candidate: number('B12', 2), at: at('11:30'), extraTime: true }],
    incidents: [{ category: 'premises', text: 'Alarme pendant deux minutes.' }],
  });
});

test('R-071 A-82 a derogation and a rule set aside stand on the report', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  day.says(invigilator, late(fourth, '09:40'));
  day.says(head, lateDecided(fourth, true));
  day.says(lead, attendance('present', fourth));
  day.says(head, setAside('R-076', 'évacué par les secours'), leaves(number('B12', 1), '09:50'));
  expect(reportOf(day.state, sitting, b12)).toMatchObject({
    latecomers: [{ candidate: fourth, arrivedAt: at('09:40'), granted: true, reason: 'train en retard' }],
    overrides: [{ rule: 'R-076', reason: 'évacué par les secours' }],
  });
});

test('the hash of a report does not depend on the order in which its entries arrived', () => {
  const day = new ExamDay().begun([fourth]).at('13:00').counted(3, 0, 1);
  const other = new ExamDay();
  other.take([...day.statements].reverse());
  const [one, two] = [reportOf(day.state, sitting, b12), reportOf(other.state, sitting, b12)];
  expect(one && two && statedHash(one) === statedHash(two)).toBe(true);
});

test('a decision said to the candidates is in the report, with who said it; one only seen is not', () => {
  const day = new ExamDay().begun([fourth]).at('09:10');
  day.says(invigilator, late(fourth, '09:10'));
  const [decision] = day.at('09:12').says(head, lateDecided(fourth, true));
  const before = reportOf(day.state, sitting, b12);
  expect(before?.passedOn).toBeUndefined();
  const [seen] = day.at('09:13').says(lead, decisionSeen(decision?.id, lead, day.now, b12, false));
  expect(reportOf(day.state, sitting, b12)).toEqual(before);
  day.says(lead, withdraws(seen));
  day.at('09:14').says(lead, decisionSeen(decision?.id, lead, day.now));
  const said = { at: at('09:14'), by: lead.person, takenBack: false };
  expect(reportOf(day.state, sitting, b12)?.passedOn).toMatchObject([{ ...said, since: 'nothing' }]);
  day.at('09:20').says(head, withdraws(decision));
  expect(reportOf(day.state, sitting, b12)?.passedOn).toMatchObject([{ ...said, since: 'withdrawn' }]);
});
