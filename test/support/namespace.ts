import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A network namespace of Linux that a process of its own keeps. It has no name, so that two never meet, and its keeper
 * ends with this process however that ends, so that nothing is left of it.
 */
export class Namespace {
  private constructor(private readonly keeper: ChildProcess) {}

  static async open(): Promise<Namespace> {
    const keeper = spawn('unshare', ['--net', 'sh', '-c', 'ip link set lo up && echo open && exec cat >/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(keeper, 'exit').then(([code]) => {
      throw new Error(`no network namespace: unshare ended with ${code}`);
    });
    await Promise.race([once(keeper.stdout, 'data'), ended]);
    ended.catch(() => undefined); // it ends when it is closed
    return new Namespace(keeper);
  }

  /** The process that keeps it: how `ip` names it. */
  get pid(): string {
    return `${this.keeper.pid}`;
  }

  /** What runs a program in it. */
  get within(): readonly string[] {
    return ['nsenter', `--net=/proc/${this.pid}/ns/net`];
  }

  /** Runs a program in it and returns what it printed. Throws with what it complained of. */
  run(program: string, ...args: readonly string[]): string {
    const [nsenter = '', ...rest] = this.within;
    return execFileSync(nsenter, [...rest, program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** It is gone once no process is left in it. */
  close(): void {
    this.keeper.kill('SIGKILL');
  }
}
