import { expect, test } from 'vitest';
import { isLone } from '../../../../shared/exam/rooms/team';
import { head, invigilator } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { team } from '../../../support/gestures';

test('R-048 A-26 a lead alone in a room is warned of, and not refused', () => {
  const day = new ExamDay();
  expect(isLone(team([]).data)).toBe(true);
  expect(isLone(team([invigilator.person]).data)).toBe(false);
  expect(day.refusal(head, team([]))).toBeNull();
});
