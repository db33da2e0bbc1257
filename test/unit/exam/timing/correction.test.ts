import { expect, test } from 'vitest';
import { clockFaceOf } from '../../../../renderer/salle/clock/clockFace';
import { roomViewOf } from '../../../../renderer/salle/room/roomView';
import { consequencesOf } from '../../../../renderer/salle/start/consequences';
import { supposing } from '../../../../shared/exam/decide';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { reportOf } from '../../../../shared/exam/scripts/reported';
import { fact } from '../../../../shared/exam/state';
import { inRoomOfPaper } from '../../../../shared/exam/timing/kinds';
import { at, b12, french, head, invigilator, lead, number, paperOf, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { distributed, envelopeChecked, noticeRead, startCorrected, withdraws } from '../../../support/gestures';

const third = [{ kind: 'extraTime' as const, minutesPerHour: 20 }];
const sitters = [
  { name: 'Allard' },
  { name: 'Caron', accommodations: third },
  { name: 'Diallo', accommodations: third },
];
const started = () => new ExamDay({ sitters, minutes: 120 }).begun([number('B12', 3)]);
const startIn = (day: ExamDay) => fact(day.state, 'starts', sitting, inRoomOfPaper(b12, french));

test('A-84 a head corrects the start on the board: it supersedes what stood, and the distribution stays what it was', () => {
  const day = started();
  const [first] = day.statements.filter(({ kind }) => kind === 'subjects.distributed');
  const [corrected] = day.says(head, startCorrected('09:10', '09:00'));
  expect(corrected?.supersedes).toEqual([first?.id]);
  expect(startIn(day)).toEqual({ boardStart: at('09:10'), distributedAt: at('09:00') });
});

test('A-84 the room’s lead is told that the head alone changes a start that is on the board', () => {
  const day = started();
  expect(day.refusal(lead, startCorrected('09:10', '09:00'))).toEqual({
    rule: 'A-84',
    because: { kind: 'start-on-the-board', boardStart: at('09:00') },
    overridableBy: [],
  });
  expect(day.refusal(invigilator, startCorrected('09:10', '09:00'))).toMatchObject({
    because: { kind: 'not-entitled' },
  });
});

test('A-84 only a start that stands is corrected, from what the head saw, and to another hour', () => {
  const day = new ExamDay().called();
  expect(day.refusal(head, startCorrected('09:10', '09:00'))).toMatchObject({ because: { kind: 'not-started' } });
  const begun = started();
  expect(begun.refusal(head, startCorrected('09:00', '09:00'))).toMatchObject({ because: { kind: 'nothing-new' } });
  expect(begun.refusal(head, startCorrected('09:10', '08:50'))).toMatchObject({ because: { field: 'instead' } });
});

test('R-112 a closed report is reopened before its start is corrected', () => {
  const day = new ExamDay()
    .begun([number('B12', 4)])
    .at('13:00')
    .counted(3, 0, 1);
  day.says(lead, day.closing());
  expect(day.refusal(head, startCorrected('09:10', '09:00'))).toMatchObject({ because: { kind: 'report-closed' } });
});

test('R-087 UC: a start is never corrected to before everybody had the subject', () => {
  const day = new ExamDay({ diploma: 'uc', family: 'UC' }).called();
  day.says(lead, noticeRead(), envelopeChecked());
  day.says(lead, distributed('09:10', paperOf({}).id, '09:10'));
  expect(day.refusal(head, startCorrected('09:05', '09:10'))).toMatchObject({ rule: 'R-087' });
});

test('A-84 R-086 what a correction moves is seen before it is said: the ends, each extra time, the last entry', () => {
  const day = started();
  const after = supposing([startCorrected('09:15', '09:00')], day.state, head, day.now);
  expect(consequencesOf(day.state, after, { sitting, room: b12 }, [french])).toEqual([
    {
      paper: french,
      title: 'Français',
      shifts: [
        { of: 'start', before: at('09:00'), after: at('09:15') },
        { of: 'all', before: at('11:00'), after: at('11:15') },
        { of: 'extraTime', before: at('11:40'), after: at('11:55') },
        { of: 'lastEntry', before: at('10:00'), after: at('10:15') },
      ],
      people: [{ familyName: 'Caron', givenNames: 'Camille', table: 2, before: at('11:40'), after: at('11:55') }],
    },
  ]);
  expect(startIn(day)?.boardStart).toBe(at('09:00'));
});

test('A-84 once said, the roll, the projected clock and the report follow', () => {
  const day = started();
  day.says(head, startCorrected('09:15', '09:00', 'sujet incomplet'));
  expect(rollOf(day.state, sitting, b12).map(({ endsAt }) => endsAt)).toEqual([at('11:15'), at('11:55'), at('11:55')]);
  const view = roomViewOf(day.state, sitting, b12);
  expect(view && clockFaceOf(view, '').papers[0]).toMatchObject({
    start: at('09:15'),
    ends: [{ at: at('11:15') }, { at: at('11:55') }],
  });
  expect(reportOf(day.state, sitting, b12)).toMatchObject({
    papers: [{ boardStart: at('09:15'), end: at('11:15'), extendedEnd: at('11:55') }],
    startCorrections: [{ paper: french, boardStart: at('09:15'), instead: at('09:00'), reason: 'sujet incomplet' }],
  });
});

test('A-84 a head takes a correction back, and the start that stood before stands again; a lead may not', () => {
  const day = started();
  const [corrected] = day.says(head, startCorrected('09:15', '09:00'));
  expect(day.refusal(lead, withdraws(corrected))).toMatchObject({ because: { kind: 'not-yours' } });
  day.says(head, withdraws(corrected));
  expect(startIn(day)?.boardStart).toBe(at('09:00'));
  expect(reportOf(day.state, sitting, b12)?.startCorrections).toEqual([]);
});
