import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chronology } from '../../../shared/centre/chronicle';
import { invigilator, number } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { attendance } from '../../support/gestures';

const day = new ExamDay();
for (let turn = 0; turn < 20; turn++) {
  day.says(invigilator, attendance(turn % 2 === 0 ? 'present' : 'absent', number('B12', 1)));
}
const statements = day.statements;
const latestFirst = [...statements].reverse();

test('the main courante is in order of hybrid time, whatever the order and the batches of arrival', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...statements], { minLength: statements.length }),
      fc.array(fc.nat(statements.length), { maxLength: 5 }),
      (order, cuts) => {
        const chronology = new Chronology();
        for (const cut of [...cuts].sort((a, b) => a - b)) chronology.latestFirst(order.slice(0, cut));
        expect(chronology.latestFirst(order)).toEqual(latestFirst);
      },
    ),
    { seed: 20_190_617, numRuns: 100 },
  );
});

test('nothing new, the same list; another journal, another list', () => {
  const chronology = new Chronology();
  const list = chronology.latestFirst(statements);
  expect(chronology.latestFirst(statements)).toBe(list);
  expect(chronology.latestFirst(statements.slice(0, 3))).toEqual(latestFirst.slice(-3));
});
