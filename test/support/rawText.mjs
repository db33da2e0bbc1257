import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Lets Node load what Vite and Vitest take as text: `import sql from './some.sql?raw'`.
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, next) {
  if (!url.endsWith('?raw')) return next(url, context);
  const text = await readFile(fileURLToPath(url.slice(0, -'?raw'.length)), 'utf8');
  return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}
