import type { DrawnSignature } from '../../../shared/exam/scripts/kinds';

interface Stroke {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const mostPoints = 600;
const mostStrokes = 60;
const thousand = 1000;

/** Strokes in thousandths of the box's width, `[x, y, x, y, …]`; long ones keep every second, third … point. */
export function strokesOf(drawn: readonly Stroke[], width: number): DrawnSignature {
  return drawn.slice(0, mostStrokes).map(({ points }) => {
    const every = Math.ceil(points.length / mostPoints);
    return points
      .filter((_point, at) => at % every === 0)
      .flatMap(({ x, y }) => [inBox((x / width) * thousand), inBox((y / width) * thousand)]);
  });
}

function inBox(value: number): number {
  return Math.max(-200, Math.min(2000, Math.round(value)));
}
