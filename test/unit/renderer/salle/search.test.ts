import { describe, expect, test } from 'vitest';
import { search } from '../../../../renderer/salle/find/search';
import { roomViewOf } from '../../../../renderer/salle/room/roomView';
import { b12, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

function find(typed: string) {
  const day = new ExamDay();
  const view = roomViewOf(day.state, sitting, b12);
  if (!view) throw new Error('the room is known');
  return search(day.state, view, typed).map((each) => ({ candidate: each.candidate, here: each.here }));
}

describe('finding somebody at the door', () => {
  test('a short number is a table of this room', () => {
    expect(find('2')).toEqual([{ candidate: number('B12', 2), here: true }]);
  });

  test('a scanned number finds its candidate alone, wherever they compose', () => {
    expect(find(number('B12', 3))).toEqual([{ candidate: number('B12', 3), here: true }]);
    expect(find(number('B07', 1))).toEqual([{ candidate: number('B07', 1), here: false }]);
  });

  test('a name is enough, without its accents', () => {
    expect(find('ben sal')).toEqual([{ candidate: number('B12', 2), here: true }]);
  });

  test('nothing typed finds nobody', () => {
    expect(find('  ')).toEqual([]);
  });
});
