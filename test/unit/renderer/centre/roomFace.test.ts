import { expect, test } from 'vitest';
import { faceOf } from '../../../../renderer/centre/roomFace';
import { boardOf } from '../../../../shared/exam/rooms/board';
import type { RoomId } from '../../../../shared/kernel/ids';
import { at, b07, b12, invigilator, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance } from '../../../support/gestures';

function faceIn(day: ExamDay, room: RoomId, time: string) {
  const card = boardOf(day.state, sitting, at(time)).find((each) => each.room === room);
  if (!card) throw new Error('nobody is expected in that room');
  return faceOf(card, sitting, day.state, at(time));
}

test('a card stays as it is while something happens in another room, and changes with its own', () => {
  const day = new ExamDay();
  const before = { b07: faceIn(day, b07, '08:40'), b12: faceIn(day, b12, '08:40') };
  day.says(invigilator, attendance('absent', number('B12', 1)));
  expect(faceIn(day, b07, '08:41')).toEqual(before.b07);
  expect(faceIn(day, b12, '08:41')).toEqual({ ...before.b12, absent: before.b12.absent + 1 });
});

test('while they compose, a card tells how much of the time is behind', () => {
  const day = new ExamDay().begun([number('B12', 4)]);
  const elapsed = ['09:00', '10:15', '11:30'].map((time) => faceIn(day, b12, time).elapsed);
  expect(elapsed[0]).toBe(0);
  expect(elapsed).toEqual([...new Set(elapsed)].sort((a, b) => a - b));
});
