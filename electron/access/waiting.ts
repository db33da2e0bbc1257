const freeTries = 3;
const firstWait = 5_000;
const longestWait = 300_000;

/** After three wrong tries each further one waits: 5 s, 10 s, 20 s … 5 min at most. In milliseconds. */
export function waitAfter(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (failures - freeTries));
}
