import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { root } from './nodeModules.mjs';

/**
 * A source file: its path from the repository's root, with slashes, and its text.
 * @typedef {{ file: string, text: string }} Source
 */

/** @typedef {{ type: string, start: number, [field: string]: unknown }} Node */

const code = /\.(ts|tsx|mts|mjs)$/;

/**
 * The code of some top-level folders.
 * @param {readonly string[]} folders
 * @returns {Source[]}
 */
export function sourcesOf(folders) {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && code.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file: path.relative(root, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Every node of a file's syntax tree, types included. Throws on a file that cannot be parsed.
 * @param {Source} source
 * @returns {Node[]}
 */
export function nodesOf({ file, text }) {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  /** @type {Node[]} */
  const nodes = [];
  /** @param {unknown} value */
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isNode(value)) {
      nodes.push(value);
      Object.values(value).forEach(walk);
    }
  };
  walk(program);
  return nodes;
}

/** @param {unknown} value @returns {value is Node} */
export function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * The line of a position, from 1.
 * @param {Source} source
 * @param {number} position
 */
export function lineAt({ text }, position) {
  return text.slice(0, position).split('\n').length;
}

/**
 * What a file imports or exports from elsewhere, types included.
 * @param {Source} source
 * @returns {{ specifier: string, line: number }[]}
 */
export function importsOf(source) {
  return nodesOf(source).flatMap((node) => {
    const from = importing.has(node.type) ? node.source : null;
    if (!isNode(from) || typeof from.value !== 'string') return [];
    return [{ specifier: from.value, line: lineAt(source, node.start) }];
  });
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);
