import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { programName } from '../../../headquarters/programName';

test('a program has another name as soon as one of its files is another, or has another name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cachet-program-'));
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await write('index.js', 'fold()');
  await write('part.js', 'line()');
  const first = await programName(folder);
  await write('index.js.map', '{}');
  expect(await programName(folder)).toBe(first);
  await write('part.js', 'otherLine()');
  const second = await programName(folder);
  expect(second).not.toBe(first);
  await write('more.js', '');
  expect(await programName(folder)).not.toBe(second);
  await rm(folder, { recursive: true });
});
