import { readFileSync } from 'node:fs';

/** What a process has used so far: milliseconds of processor time in all, of its first thread alone, and MiB at most. */
export interface Cost {
  readonly all: number;
  readonly first: number;
  readonly peak: number;
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/** Reads it off Linux's own account: true on a busy machine as on an idle one, where seconds of a clock are not. */
export function costOf(pid: number): Cost {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return {
    all: timeIn(`/proc/${pid}/stat`),
    first: timeIn(`/proc/${pid}/task/${pid}/stat`),
    peak: Number(peak) / 1024,
  };
}

function timeIn(file: string): number {
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
