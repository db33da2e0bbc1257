import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../launch';
import { edits } from './edits';

/** The version that the later application says it is. */
export const laterVersion = '99.0.0';

let made: Promise<string> | null = null;

/**
 * The folder of a later version of this application, built from the same sources with `edits`. It is built once for these
 * sources; every edit must find what it changes.
 */
export function laterApplication(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const app = path.join(root, 'out/app');
  const from = `${readFileSync(path.join(app, 'made-from'), 'utf8')}${JSON.stringify(edits)}`;
  const folder = path.join(root, 'out/later', createHash('sha256').update(from).digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const passing = `${folder}-${process.pid}`;
  mkdirSync(passing, { recursive: true });
  const missed = new Set(edits);
  await Promise.all([
    part('vite.node.ts', 'main', passing, missed),
    part('vite.renderer.ts', 'renderer', passing, missed),
  ]);
  if (missed.size > 0) throw new Error(`nothing to edit: ${JSON.stringify([...missed])}`);
  for (const same of ['preload', 'stretch'])
    cpSync(path.join(app, same), path.join(passing, same), { recursive: true });
  const said = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(
    path.join(passing, 'package.json'),
    JSON.stringify({ ...said, version: laterVersion, main: 'main/index.js' }),
  );
  try {
    renameSync(passing, folder);
  } catch {
    rmSync(passing, { recursive: true }); // another process was as quick
  }
  return folder;
}

async function part(configFile: string, name: 'main' | 'renderer', folder: string, missed: Set<object>): Promise<void> {
  await build({
    configFile: path.join(root, 'build', configFile),
    mode: name === 'main' ? 'main' : 'production',
    logLevel: 'error',
    plugins: [editing(missed)],
    worker: { plugins: () => [editing(missed)] },
    build: { outDir: path.join(folder, name), sourcemap: false },
  });
}

function editing(missed: Set<object>): Plugin {
  return {
    name: 'later-version',
    enforce: 'pre',
    transform(code, id) {
      const file = path.relative(root, id.split('?')[0] ?? '');
      let edited = code;
      for (const edit of edits) {
        if (edit.file !== file || !edited.includes(edit.from)) continue;
        edited = edited.replaceAll(edit.from, edit.to);
        missed.delete(edit);
      }
      return edited === code ? null : { code: edited, map: null };
    },
  };
}
