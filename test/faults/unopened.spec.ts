import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/launch';
import { plainStart } from '../support/plainStart';

test('a journal that cannot be opened: the program says so with what to do, ends, and touches nothing', async ({
  profile,
}) => {
  const inItsPlace = path.join(profile, 'journal');
  writeFileSync(inItsPlace, 'not a folder');
  const { exitCode, said } = await plainStart(profile, ['--ozone-platform=headless', '--disable-gpu']);
  expect(said).toContain('Le journal de ce poste ne peut pas s’ouvrir\u202F: le disque a répondu par une erreur');
  expect(said).toContain('Rien n’est effacé. Continuez sur papier');
  expect(exitCode).toBe(1);
  expect(readFileSync(inItsPlace, 'utf8')).toBe('not a folder');
});
