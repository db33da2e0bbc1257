import { isNode, nodesOf } from './sources.mjs';

/** @import { Source } from './sources.mjs' */

/** The tables whose last column names tests, and the folder that their paths begin from. */
export const testTables = ['test/faults/README.md', 'README.md'];

const running = new Set(['test', 'it', 'describe']);

/**
 * What a table says of tests that is not so: each `path` of its last column must be a file of tests (its ending may be
 * left out), and each title in « » after it must begin, end or stand in one of the file's titles.
 * @param {Source} table
 * @param {readonly Source[]} tests
 * @returns {string[]} one line per fault
 */
export function testTableFaults(table, tests) {
  const titles = new Map(tests.map((source) => [source.file, titlesOf(source)]));
  return table.text.split('\n').flatMap((line, at) => {
    const here = `${table.file}:${at + 1}`;
    return claimsOf(line).flatMap(({ path, fragments }) => {
      const file = endings.map((ending) => `test/${path}${ending}`).find((name) => titles.has(name));
      if (file === undefined) return [`${here}: there is no ${path}`];
      const known = titles.get(file) ?? [];
      return fragments
        .filter((fragment) => !known.some((title) => title.includes(fragment)))
        .map((fragment) => `${here}: no test of ${file} is called « ${fragment} »`);
    });
  });
}

const endings = ['', '.spec.ts', '.test.ts'];

/**
 * The files that the last column of a table's row names, each with the titles quoted after it.
 * @param {string} line
 */
function claimsOf(line) {
  if (!line.startsWith('| ')) return [];
  const cell =
    line
      .slice(0, line.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .at(-1) ?? '';
  return [...cell.matchAll(/`((?:e2e|faults|unit|contract|simulation|fuzz|golden)\/[^`]+)`([^`]*)/g)].map(
    ([, path = '', after = '']) => ({
      path,
      fragments: [...after.matchAll(/«\s*(.+?)\s*»/g)].map(([, title = '']) => title.replaceAll('…', '').trim()),
    }),
  );
}

/**
 * The titles of the tests of a file, of their steps and of the lists that they run through; what a title takes from
 * elsewhere is left out.
 * @param {Source} source
 */
function titlesOf(source) {
  return nodesOf(source).flatMap((node) => {
    if (node.type === 'CallExpression' && running.has(rootOf(node.callee)) && Array.isArray(node.arguments))
      return textOf(node.arguments[0]);
    if (node.type === 'Property' && isNode(node.key) && node.key.name === 'name') return textOf(node.value);
    return [];
  });
}

/** @param {unknown} callee @returns {string} the name that a call such as `test.each(list)(…)` begins with */
function rootOf(callee) {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  return rootOf(callee.type === 'CallExpression' ? callee.callee : callee.object);
}

/** @param {unknown} node @returns {string[]} */
function textOf(node) {
  if (!isNode(node)) return [];
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return [];
  return node.quasis.map(({ value }) => String(value.cooked));
}
