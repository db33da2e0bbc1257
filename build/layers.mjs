import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf, sourcesOf } from './sources.mjs';

/** @import { Source } from './sources.mjs' */

const shared = [
  'kernel',
  'journal',
  'exchange',
  'exam',
  'allocation',
  'centre',
  'documents',
  'formats',
  'bridge',
  'watch',
];
const sharedLayers = shared.map((folder) => `shared/${folder}`);
const anything = null;

/**
 * Who may import whom. A layer may always import itself; `null` means anything. Every file belongs to one of these.
 * @type {ReadonlyMap<string, readonly string[] | null>}
 */
const mayImport = new Map([
  ['shared/kernel', []],
  ['shared/journal', ['shared/kernel']],
  ['shared/exam', ['shared/kernel']],
  ['shared/bridge', ['shared/kernel', 'shared/journal', 'shared/exchange']],
  ['shared/exchange', ['shared/kernel', 'shared/journal']],
  ['shared/allocation', ['shared/kernel', 'shared/exam']],
  ['shared/documents', ['shared/kernel', 'shared/exam', 'shared/watch']],
  ['shared/formats', ['shared/kernel', 'shared/exam']],
  ['shared/centre', ['shared/kernel', 'shared/journal', 'shared/exam']],
  ['shared/watch', ['shared/kernel', 'shared/journal', 'shared/exchange', 'shared/exam', 'shared/centre']],
  ['shared/globals.d.ts', []], // the few globals that every runtime has
  // what Node does alike for the desk's main process and for headquarters: signatures, secrets closed and sealed
  ['node', ['shared/kernel', 'shared/journal', 'shared/exchange']],
  ['electron', ['node', 'shared/kernel', 'shared/journal', 'shared/exchange', 'shared/bridge', 'shared/centre']],
  // what the desk and headquarters' page are both made of: colours, parts, words
  ['renderer/look', []],
  ['renderer/parts', ['renderer/look', 'renderer/text', 'shared/documents']],
  ['renderer/text', [...sharedLayers, 'renderer']],
  ['renderer', [...sharedLayers, 'renderer/look', 'renderer/parts', 'renderer/text']],
  [
    'vigie',
    [...sharedLayers.filter((layer) => layer !== 'shared/bridge'), 'renderer/look', 'renderer/parts', 'renderer/text'],
  ],
  ['headquarters', ['node', ...sharedLayers.filter((layer) => layer !== 'shared/bridge')]],
  ['build', anything],
  ['test', anything],
]);

const pure = ['zod', '@noble/hashes', '@date-fns/tz', 'jspdf', 'uqr', 'papaparse'];

/**
 * The packages each top-level folder may import; a trailing `*` stands for any rest.
 * @type {ReadonlyMap<string, readonly string[] | null>}
 */
const packages = new Map([
  ['shared', pure],
  ['node', ['node:*', 'zod']],
  [
    'electron',
    [
      'electron',
      'original-fs',
      'node:*',
      'zod',
      'hash-wasm',
      '@noble/hashes',
      '@serenity-kit/opaque',
      'bonjour-service',
    ],
  ],
  [
    'renderer',
    [
      ...pure,
      '@expo-google-fonts/*',
      '@fontsource-variable/*',
      '@hookform/resolvers',
      'dexie',
      'hash-wasm',
      'lucide-react',
      'pdfjs-dist',
      'qr',
      'react',
      'react-aria-components',
      'react-dom',
      'react-hook-form',
      'signature_pad',
      'zustand',
    ],
  ],
  [
    'vigie',
    [
      'zod',
      '@expo-google-fonts/*',
      '@fontsource-variable/*',
      'lucide-react',
      'react',
      'react-aria-components',
      'react-dom',
    ],
  ],
  [
    'headquarters',
    ['node:*', 'zod', '@noble/hashes', 'fastify', '@fastify/*', 'hash-wasm', 'pg', 'postgres', '@electric-sql/pglite'],
  ],
  ['build', anything],
  ['test', anything],
]);

/** @param {string} file */
const topOf = (file) => file.split('/')[0] ?? '';

/** @param {string} file */
function layerOf(file) {
  const [top = '', folder = '', ...rest] = file.split('/');
  if (top === 'renderer' && mayImport.has(`renderer/${folder}`)) return `renderer/${folder}`;
  if (top !== 'shared') return top;
  return rest.length > 0 ? `${top}/${folder}` : file;
}

/**
 * Everything that breaks the order of the layers: an import of a layer or a package that is not allowed, a file outside
 * every layer, and rings of files. Types count as much as values.
 * @param {readonly Source[]} sources
 * @returns {string[]} one line per fault
 */
export function layerFaults(sources) {
  const known = new Set(sources.map(({ file }) => file));
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  /** @type {string[]} */
  const faults = [];
  for (const source of sources) {
    const layer = layerOf(source.file);
    const allowed = mayImport.get(layer);
    if (allowed === undefined) {
      faults.push(`${source.file}: belongs to no layer`);
      continue;
    }
    /** @type {string[]} */
    const targets = [];
    for (const { specifier, line } of importsOf(source)) {
      const here = `${source.file}:${line}`;
      if (!specifier.startsWith('.')) {
        if (!packageAllowed(topOf(source.file), specifier))
          faults.push(`${here}: may not import the package ${specifier}`);
        continue;
      }
      const target = resolved(source.file, specifier, known);
      targets.push(target);
      const other = layerOf(target);
      if (other !== layer && allowed !== anything && !allowed.includes(other))
        faults.push(`${here}: ${layer} may not import ${other} (${specifier})`);
    }
    graph.set(source.file, targets);
  }
  return [...faults, ...rings(graph).map((ring) => `a ring of imports: ${ring.join(' → ')}`)];
}

/** @param {string} top @param {string} specifier */
function packageAllowed(top, specifier) {
  const allowed = packages.get(top);
  if (allowed === undefined || allowed === anything) return true;
  return allowed.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '/index.ts', '/index.tsx'];

/**
 * The file an import leads to; for one that is not among the sources (a style sheet, a font) its path as written.
 * @param {string} from @param {string} specifier @param {ReadonlySet<string>} known
 */
function resolved(from, specifier, known) {
  const target = path.posix.join(path.posix.dirname(from), specifier.split('?')[0] ?? '');
  const ending = endings.find((end) => known.has(target + end));
  return target + (ending ?? '');
}

/**
 * The rings of a graph, each as the files on it, the first repeated at the end.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 */
function rings(graph) {
  /** @type {string[][]} */
  const found = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const trail = [];
  /** @param {string} file */
  const visit = (file) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    trail.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    trail.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = layerFaults(sourcesOf([...packages.keys()]));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
