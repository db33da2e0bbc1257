import { fileURLToPath } from 'node:url';
import { isNode, lineAt, nodesOf, sourcesOf } from './sources.mjs';

/** @import { Node, Source } from './sources.mjs' */

const longest = 400;
const product = ['shared', 'electron', 'renderer', 'headquarters', 'vigie', 'node'];
/** The only file that may tell the compiler what something is. */
const branding = 'shared/kernel/brand.ts';

/**
 * Breaches of the house rules that no linter knows: a file that is too long, a cast, and in shared/ the clock or chance.
 * @param {readonly Source[]} sources the product's files
 * @returns {string[]} one line per fault
 */
export function houseFaults(sources) {
  return sources.flatMap((source) => {
    const nodes = nodesOf(source);
    const here = (/** @type {Node} */ node) => `${source.file}:${lineAt(source, node.start)}`;
    const lines = source.text.trimEnd().split('\n').length;
    const inShared = source.file.startsWith('shared/');
    return [
      ...(lines > longest
        ? [`${source.file}: ${lines} lines, more than ${longest}: it has more than one subject`]
        : []),
      ...(source.file === branding ? [] : nodes.filter(isCast).map((node) => `${here(node)}: a cast`)),
      ...(inShared
        ? nodes.filter(isImpure).map((node) => `${here(node)}: reads the clock or chance: take a port`)
        : []),
    ];
  });
}

/** @param {Node} node */
function isCast(node) {
  if (node.type === 'TSTypeAssertion') return true;
  return node.type === 'TSAsExpression' && !isConst(node.typeAnnotation);
}

/** @param {unknown} type */
function isConst(type) {
  return isNode(type) && isNode(type.typeName) && type.typeName.name === 'const';
}

/** @param {Node} node */
function isImpure(node) {
  if (node.type === 'NewExpression')
    return isNamed(node.callee, 'Date') && Array.isArray(node.arguments) && node.arguments.length === 0;
  if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return true;
  if (node.type !== 'MemberExpression') return false;
  return impure.some(([object, property]) => isNamed(node.object, object) && isNamed(node.property, property));
}

/** @type {readonly (readonly [string, string])[]} */
const impure = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
  ['crypto', 'getRandomValues'],
  ['crypto', 'randomUUID'],
];

/** @param {unknown} node @param {string} name */
function isNamed(node, name) {
  return isNode(node) && node.type === 'Identifier' && node.name === name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = houseFaults(sourcesOf(product));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
