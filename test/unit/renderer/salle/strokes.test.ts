import { expect, test } from 'vitest';
import { strokesOf } from '../../../../renderer/salle/report/strokes';
import { drawnSignature } from '../../../../shared/exam/scripts/kinds';

test('a signature is kept as strokes in thousandths of the box’s width', () => {
  expect(
    strokesOf(
      [
        {
          points: [
            { x: 50, y: 20 },
            { x: 100.4, y: 80 },
          ],
        },
      ],
      500,
    ),
  ).toEqual([[100, 40, 201, 160]]);
});

test('a long and wild signature still fits what a report may hold', () => {
  const points = Array.from({ length: 5000 }, (_, at) => ({ x: at * 3 - 900, y: (at % 70) * 40 }));
  const strokes = strokesOf(
    Array.from({ length: 90 }, () => ({ points })),
    500,
  );
  expect(drawnSignature.safeParse(strokes).success).toBe(true);
});
