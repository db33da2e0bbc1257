import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { aGesture, launchJournal } from '../support/deskJournal';
import { type Desk, expect, test } from '../support/launch';

const gestures = 20;
/** O_DSYNC on Linux: a write returns once its bytes are durable. */
const durable = 0o10000;

/** Why system calls cannot be listened to here, or null. */
function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'system calls are traced on Linux only';
  try {
    execFileSync('strace', ['-e', 'trace=write', '-o', '/dev/null', 'true'], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `strace is not there or may not trace: ${error instanceof Error ? error.message.trim() : error}`;
  }
}

function mainOf({ app }: Desk): number {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the application has no process');
  return pid;
}

/** How main opened the file, as the kernel says. */
function flagsOf(pid: number, file: string): number {
  const held = readdirSync(`/proc/${pid}/fd`).find((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === file);
  const flags = /^flags:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${held}`, 'utf8'))?.[1];
  return Number.parseInt(flags ?? '0', 8);
}

/** When each write to the file ended, in milliseconds since 1970, from what strace wrote down. */
function writesEnded(trace: string, file: string): readonly number[] {
  const underWay = new Set<string>();
  const ended: number[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', at = '', rest = ''] = /^(\d+)\s+(\d+\.\d+) (.*)$/.exec(line) ?? [];
    const began = rest.startsWith('write(') && rest.includes(`<${file}>`);
    if (began && rest.endsWith('<unfinished ...>')) underWay.add(thread);
    const resumed = rest.startsWith('<... write resumed>') && underWay.delete(thread);
    const took = /<(\d+\.\d+)>$/.exec(rest)?.[1];
    if (began && took) ended.push((Number(at) + Number(took)) * 1000);
    if (resumed) ended.push(Number(at) * 1000);
  }
  return ended;
}

/** Listens to the writes of a process from when it says so; returns what stops it and tells what it heard. */
async function listen(pid: number, to: string): Promise<() => Promise<string>> {
  const strace = spawn('strace', ['-f', '-y', '-ttt', '-T', '-e', 'trace=write', '-o', to, '-p', `${pid}`]);
  await new Promise((attached) => strace.stderr.once('data', attached));
  return async () => {
    const left = new Promise((exit) => strace.once('exit', exit));
    strace.kill('SIGINT');
    await left;
    return readFileSync(to, 'utf8');
  };
}

test('R11 a durable write reaches the journal’s file before each acknowledgement, as the kernel saw it', async ({
  profile,
}) => {
  const reason = whyNoTrace();
  if (reason !== null) console.warn(`not run here: ${test.info().title}\n  ${reason}`);
  test.info().skip(reason !== null, reason ?? undefined);
  const desk = await launchJournal(profile);
  const file = path.join(profile, 'journal/journal-000001.cachet');
  expect(flagsOf(mainOf(desk), file) & durable).toBe(durable);

  const stop = await listen(mainOf(desk), test.info().outputPath('writes'));
  const acknowledged = await desk.page.evaluate(
    async ({ gesture, gestures }) => {
      const times: number[] = [];
      for (let number = 0; number < gestures; number++) {
        const written = await window.journalPage.write(JSON.parse(gesture));
        if (!written.ok) throw new Error(JSON.stringify(written.fault));
        times.push(performance.timeOrigin + performance.now());
      }
      return times;
    },
    { gesture: JSON.stringify(aGesture('durable')), gestures },
  );
  const ended = writesEnded(await stop(), file);
  expect(ended.length).toBe(gestures);
  for (const [at, time] of acknowledged.entries())
    expect(ended.filter((end) => end <= time).length, `acknowledgement ${at}`).toBeGreaterThan(at);
  await desk.app.close();
});
