import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { QrModules } from '../../shared/documents/qrCode';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The code drawn on each page of a PDF, read from what is painted there: the one shape made of many rectangles. */
export async function codesOf(pdf: Uint8Array): Promise<readonly QrModules[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const opened = await task.promise;
  const codes: QrModules[] = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const shapes = fnArray.flatMap((op, at) => (op === OPS.constructPath ? [boxesOf(argsArray[at])] : []));
    const code = shapes.toSorted((a, b) => b.length - a.length)[0];
    codes.push(code ? modulesOf(code) : []);
  }
  await task.destroy();
  return codes;
}

/** The subpaths of a painted path, as the boxes around them. A path is `operator, x, y, …`: 0 moves, 1 draws, 4 closes. */
function boxesOf(args: unknown): readonly Box[] {
  const path = Array.isArray(args) && Array.isArray(args[1]) ? args[1][0] : null;
  if (!(path instanceof Float32Array)) return [];
  const boxes: Box[] = [];
  for (let at = 0; at < path.length; ) {
    const operator = path[at];
    if (operator === 4) {
      at += 1;
      continue;
    }
    if (operator !== 0 && operator !== 1) return [];
    const [x = 0, y = 0] = path.subarray(at + 1, at + 3);
    const box = operator === 0 ? undefined : boxes.pop();
    boxes.push({
      left: Math.min(x, box?.left ?? x),
      right: Math.max(x, box?.right ?? x),
      bottom: Math.min(y, box?.bottom ?? y),
      top: Math.max(y, box?.top ?? y),
    });
    at += 3;
  }
  return boxes;
}

/** The grid on which the boxes lie: a row is as high as any box. */
function modulesOf(boxes: readonly Box[]): QrModules {
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.max(...boxes.map((box) => box.top));
  const side = Math.min(...boxes.map((box) => box.top - box.bottom));
  const size = Math.round((right - left) / side);
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const box of boxes) {
    const row = modules[Math.round((top - box.top) / side)];
    for (let x = Math.round((box.left - left) / side); x < Math.round((box.right - left) / side); x++) {
      if (row) row[x] = true;
    }
  }
  return modules;
}
