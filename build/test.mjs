// Node's built-ins only until the packages are there: this is the first thing run on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureNodeModules, root } from './nodeModules.mjs';
import { playwright } from './playwright.mjs';

/**
 * @typedef {{ passed: number, failed: number, notRun?: number, secondTry?: number }} Count
 * `notRun`: this machine does not allow it, and its output says why; `secondTry`: of those passed, after they had failed once
 */
/** @typedef {{ numTotalTests: number, numPassedTests: number, numPendingTests: number }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

const reports = path.join(root, 'out/reports');
const total = { passed: 0, failed: 0, notRun: 0, secondTry: 0 };

/**
 * Runs one step, adds what it counted to the total, and says whether nothing failed. A step that throws counts as one
 * failure: the later ones still run, so that one run tells everything.
 * @param {string} name
 * @param {() => Count | Promise<Count>} run
 */
async function step(name, run) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  /** @type {Count} */
  let count;
  try {
    count = await run();
  } catch (error) {
    console.error(error);
    count = { passed: 0, failed: 1 };
  }
  total.passed += count.passed;
  total.failed += count.failed;
  total.notRun += count.notRun ?? 0;
  total.secondTry += count.secondTry ?? 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.failed === 0 ? 'well' : `${count.failed} failed`} (${seconds} s)`);
  return count.failed === 0;
}

/** @param {boolean} well @returns {Count} */
const one = (well) => (well ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} script @param {readonly string[]} args */
function node(script, ...args) {
  return spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}

/** @param {string} name */
function reportFile(name) {
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * What a runner's report counts. Its exit code has a say too: a run that failed without a failing test counts as one.
 * @template Report
 * @param {string} file
 * @param {boolean} well
 * @param {(report: Report) => Count} count
 */
function counted(file, well, count) {
  if (!existsSync(file)) return one(false);
  const { failed, ...rest } = count(JSON.parse(readFileSync(file, 'utf8')));
  return { ...rest, failed: well ? failed : Math.max(failed, 1) };
}

function unitTests() {
  const file = reportFile('unit');
  const well = node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=build/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  return counted(file, well, (/** @type {VitestReport} */ report) => ({
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests - report.numPendingTests,
    notRun: report.numPendingTests,
  }));
}

/**
 * A test of several Electrons that failed once is tried again, for a machine that was busy elsewhere refuses nobody's work;
 * it is told by its name all the same, and is to be mended.
 * @param {'desk' | 'vigie'} project
 */
function windowTests(project) {
  const file = reportFile(project);
  const status = playwright(project, {
    args: ['--reporter=list,json', '--retries=1'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return counted(file, status === 0, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    secondTry: stats.flaky,
    notRun: stats.skipped,
  }));
}

ensureNodeModules();
mkdirSync(reports, { recursive: true });
await step('format and lint', () =>
  one(node('node_modules/@biomejs/biome/bin/biome', 'check', '--config-path=build/biome.rules.json')),
);
await step('layers', () => one(node('build/layers.mjs')));
await step('house rules', () => one(node('build/house.mjs')));
await step('lock file', () => one(node('build/lockcheck.mjs')));
await step('types', () => one(node('build/typecheck.mjs')));
await step('unit, property and contract tests', unitTests);
const built = await step('build', () => one(node('build/bundle.mjs')));
const able = await step('Electron and its libraries', () => one(node('build/system.mjs', '--pdf')));
for (const project of /** @type {const} */ (['desk', 'vigie']))
  await step(`${project} tests`, () => (built && able ? windowTests(project) : one(false)));
if (total.secondTry > 0) console.log(`\n${total.secondTry} passed at the second try only, named above as flaky`);
const notRun = total.notRun > 0 ? `, ${total.notRun} not run on this machine` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${notRun}`);
process.exitCode = total.failed === 0 ? 0 : 1;
