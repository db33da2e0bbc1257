import { encode } from 'uqr';

/** The modules of a code: `true` is dark. Square, without its quiet border. */
export type QrModules = readonly (readonly boolean[])[];

/** The code of a text; 15 % of it may be spoilt. */
export function qrModules(text: string): QrModules {
  return encode(text, { ecc: 'M', border: 0 }).data;
}

/** Dark runs of a code `[x, y, width, height]`, drawn `size` mm wide with its upper left corner at `x`, `y`. */
export function qrRectangles(
  modules: QrModules,
  x: number,
  y: number,
  size: number,
): readonly (readonly [number, number, number, number])[] {
  const side = size / modules.length;
  return modules.flatMap((row, line) => darkRuns(row).map(([from, length]) => run(from, length, line)));

  function run(from: number, length: number, line: number): readonly [number, number, number, number] {
    return [x + from * side, y + line * side, length * side, side];
  }
}

function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, at) => {
    const current = runs.at(-1);
    if (!dark) return;
    if (current && current[0] + current[1] === at) current[1] += 1;
    else runs.push([at, 1]);
  });
  return runs;
}
