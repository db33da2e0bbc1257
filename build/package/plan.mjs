/** @typedef {'linux' | 'win32' | 'darwin'} System */
/**
 * What is to be packaged.
 * @typedef {{ system: System, targets: readonly string[], trial: boolean, boot: boolean }} Plan
 */

/** @type {ReadonlyMap<string, System>} */
const systemOf = new Map([
  ['tar.gz', 'linux'],
  ['deb', 'linux'],
  ['nsis', 'win32'],
  ['portable', 'win32'],
  ['dmg', 'darwin'],
  ['zip', 'darwin'],
]);

/** What `--boot` can start: an unpacked folder, or what this system unpacks without installing. */
const bootable = ['dir', 'deb'];

const usage = `npm run package -- [dir | ${[...systemOf.keys()].join(' | ')}]… [--trial] [--boot]`;

/**
 * Reads the command line of `npm run package`: targets (`dir`, an unpacked folder, when none is named), `--trial` and
 * `--boot`. Returns what to do, or why not.
 * @param {readonly string[]} args
 * @param {string} here this machine's system
 * @returns {{ plan: Plan } | { refusal: string }}
 */
export function planOf(args, here) {
  const options = new Set(args.filter((arg) => arg.startsWith('--')));
  const targets = args.filter((arg) => !arg.startsWith('--'));
  const trial = options.delete('--trial');
  const boot = options.delete('--boot');
  const unknown = [...options, ...targets.filter((target) => target !== 'dir' && !systemOf.has(target))];
  if (unknown.length > 0) return { refusal: `unknown: ${unknown.join(', ')}. Usage: ${usage}` };
  const systems = new Set(targets.map((target) => systemOf.get(target) ?? here));
  const [system = here] = systems;
  if (systems.size > 1) return { refusal: 'one system at a time: ask for its targets alone' };
  if (system !== 'linux' && system !== 'win32' && system !== 'darwin') return { refusal: `no packages for ${system}` };
  const chosen = targets.length === 0 ? ['dir'] : targets;
  if (boot && (system !== here || chosen.length > 1 || !chosen.every((target) => bootable.includes(target))))
    return { refusal: `--boot starts one of ${bootable.join(', ')}, made for this system` };
  return { plan: { system, targets: chosen, trial, boot } };
}

/**
 * Why a release may not ship this Electron, or null. A trial may ship any.
 * @param {{ trial: boolean }} plan
 * @param {{ official: boolean, version: string }} electron
 * @param {string} locked the version that package-lock.json names
 */
export function electronRefusal({ trial }, { official, version }, locked) {
  if (trial || (official && version === locked)) return null;
  const what = official ? `Electron ${version}` : `Electron ${version} from another source than its makers`;
  return `a release ships Electron ${locked} as its makers publish it, and this machine has ${what}.
Where the official download can be reached, "npm run package" takes it by itself; a build to try things with is made by
"npm run package -- --trial" and says so wherever its name is shown.`;
}
