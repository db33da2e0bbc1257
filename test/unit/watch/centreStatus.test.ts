import { expect, test } from 'vitest';
import type { Command } from '../../../shared/exam/catalogue';
import { emptyState } from '../../../shared/exam/state';
import { paperId } from '../../../shared/kernel/ids';
import { centreStatusOf } from '../../../shared/watch/centreStatus';
import { gravestOf } from '../../../shared/watch/figures';
import {
  at,
  b07,
  b12,
  candidateOf,
  french,
  head,
  invigilator,
  lead,
  number,
  paperOf,
  session,
  sitting,
} from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { envelopeChecked, noticeRead } from '../../support/gestures';
import { at as inTold, b12 as toldRoom } from '../../support/pageCentre';
import { closedMorning, toldMorning } from '../../support/toldMorning';

function statusOf({ state, now }: Pick<ExamDay, 'state' | 'now'>) {
  const status = centreStatusOf(state, now);
  if (!status) throw new Error('the session is published');
  return status;
}

function roomOf(day: Pick<ExamDay, 'state' | 'now'>, id = b12) {
  const room = statusOf(day).sittings[0]?.rooms.find((each) => each.room === id);
  if (!room) throw new Error(`no ${id}`);
  return room;
}

test('a centre without a session has no status; without a sitting it has one that says so', () => {
  expect(centreStatusOf(emptyState, at('08:00'))).toBeNull();
  const day = new ExamDay();
  day.says(head, { kind: 'sitting.removed', about: { sitting }, data: {} });
  expect(statusOf(day)).toMatchObject({ halfDay: null, sittings: [], figures: { rooms: { planned: 0 } } });
});

test('the status names the centre, its session and the half-day under way', () => {
  const day = new ExamDay().at('08:30');
  expect(statusOf(day)).toMatchObject({
    at: at('08:30'),
    session: { name: 'Session 2019', zone: 'Europe/Paris', demonstration: true },
    centre: { code: '0010001A', name: 'Lycée des Cèdres', town: 'Cèdreville' },
    halfDay: { day: '2019-06-17', half: 'morning' },
    sittings: [{ sitting, start: at('09:00'), papers: [{ id: french, code: 'E51', title: 'Français' }] }],
    unread: 0,
  });
});

test('a room passes from waiting to closed, and is counted at every stage it has reached', () => {
  const day = new ExamDay({ others: [] });
  const seen = () => {
    const { rooms } = statusOf(day).figures;
    return [roomOf(day).stage, rooms.planned, rooms.open, rooms.started, rooms.ended, rooms.closed];
  };
  expect(seen()).toEqual(['waiting', 1, 0, 0, 0, 0]);
  day.called();
  expect(seen()).toEqual(['open', 1, 1, 0, 0, 0]);
  day.says(lead, noticeRead(), envelopeChecked());
  day.at('09:04').says(lead, {
    kind: 'subjects.distributed',
    about: { sitting, room: b12 },
    data: { papers: [french], boardStart: at('09:05'), distributedAt: at('09:04') },
  });
  expect(seen()).toEqual(['started', 1, 1, 1, 0, 0]);
  day.at('13:06').counted(4, 0, 0);
  expect(seen()).toEqual(['ended', 1, 1, 1, 1, 0]);
  day.says(head, day.closing());
  expect(seen()).toEqual(['closed', 1, 1, 1, 1, 1]);
  expect(roomOf(day)).toMatchObject({
    startedAt: at('09:05'),
    endsAt: at('13:05'),
    endedAt: at('13:06'),
    closedAt: at('13:06'),
    delay: 5,
    notStarted: false,
  });
});

test('a room that should have begun says by how much it is late, and the half-day the longest delay', () => {
  const day = new ExamDay().begun().at('09:00');
  expect(roomOf(day, b07)).toMatchObject({ delay: 0, notStarted: false });
  day.at('09:17');
  expect(roomOf(day)).toMatchObject({ delay: 0, notStarted: false });
  expect(roomOf(day, b07)).toMatchObject({ delay: 17, notStarted: true, startedAt: null });
  expect(statusOf(day).figures).toMatchObject({ delay: 17, rooms: { notStarted: 1 } });
  expect(roomOf(new ExamDay().at('08:59'))).toMatchObject({ delay: null, notStarted: false });
});

test('a room whose candidates are all absent is not late', () => {
  const day = new ExamDay({ others: [] }).called(new ExamDay().everyoneIn()).at('09:30');
  expect(roomOf(day)).toMatchObject({ delay: null, notStarted: false, stage: 'ended', startedAt: null });
});

test('a room where one of two papers has begun is late for the other', () => {
  const second = paperOf({ id: paperId.of('droit'), code: 'E11', title: 'Droit', specialities: ['DROIT'] });
  const sitters = [{ name: 'Allard' }, { name: 'Caron' }];
  const day = new ExamDay({ paper: { specialities: ['ELEC'] }, otherPapers: [second], sitters });
  const candidates = sitters.map((each, at) => ({
    ...candidateOf(each, number('B12', at + 1)),
    speciality: at === 0 ? 'ELEC' : 'DROIT',
  }));
  day.says(head, { kind: 'candidates.published', about: { session }, data: { source: 'essai', candidates } });
  day.begun().at('09:12');
  expect(roomOf(day)).toMatchObject({ stage: 'started', startedAt: at('09:00'), delay: 12, notStarted: true });
});

test('what waits for the head and what happened are counted, the gravest named', () => {
  const day = new ExamDay().begun([number('B12', 4)]).at('09:40');
  const incident = (category: 'premises' | 'fraud', room = b12): Command => {
    const data = { category, at: day.now, candidates: [], text: '…' };
    return { kind: 'incident.recorded', about: { sitting, room }, data };
  };
  expect(gravestOf(statusOf(day).figures.incidents)).toBeNull();
  day.says(lead, incident('premises'), incident('premises', b07), incident('fraud'));
  day.says(invigilator, {
    kind: 'latecomer.announced',
    about: { sitting, room: b12, candidate: number('B12', 4) },
    data: { arrivedAt: at('09:40'), explanation: 'train', forceMajeure: false },
  });
  const { figures } = statusOf(day);
  expect(figures.incidents).toEqual({ subject: 0, fraud: 1, health: 0, disruption: 0, premises: 2, other: 0 });
  expect(gravestOf(figures.incidents)).toBe('fraud');
  expect(figures.awaiting).toEqual({ total: 4, overdue: 0 });
  expect(statusOf({ state: day.state, now: at('10:01') }).figures.awaiting).toEqual({ total: 4, overdue: 1 });
  expect(figures.candidates.late).toEqual({ awaiting: 1, granted: 0, refused: 0 });
});

test('the morning of room B12 in figures', () => {
  const room = roomOf({ state: toldMorning().state, now: inTold('12:25') }, toldRoom);
  expect(room).toMatchObject({
    stage: 'started',
    candidates: {
      provisional: 1,
      absent: 2,
      contested: 1,
      unmarked: 0,
      late: { awaiting: 0, granted: 1, refused: 0 },
      out: 0,
      left: 2,
      identityOwed: 1,
    },
    startedAt: inTold('09:05'),
    delay: 5,
  });
  expect(room.incidents.premises).toBe(1);
  const closed = roomOf({ state: closedMorning().state, now: inTold('13:00') }, toldRoom);
  expect(closed).toMatchObject({ stage: 'closed', closedAt: inTold('12:35'), lateArrivals: 1 });
});
