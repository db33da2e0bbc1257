import { setImmediate as turn } from 'node:timers/promises';
import type { Chance } from './chance';

/** One run of the program on one machine. What it asked for before it died is never done, and never answered. */
export class Process {
  alive = true;
  /** How many jobs of this process were done. */
  jobs = 0;
  private doom: Doom | null = null;

  constructor(
    readonly name: string,
    private readonly died: (doom: Doom) => void,
  ) {}

  /** From now on the process has this many jobs left to live. */
  sentence(doom: Doom): void {
    this.doom = { ...doom, after: this.jobs + doom.after };
  }

  /** Whether it is still to crash. */
  get sentenced(): boolean {
    return this.doom !== null;
  }

  /** A crash that has not come while there was something to do comes now, at rest. */
  endIfSentenced(): void {
    if (this.doom) this.end(this.doom);
  }

  end(doom: Doom): void {
    this.alive = false;
    this.doom = null;
    this.died(doom);
  }

  /** The sentence, when it falls on the job that is due. */
  due(phase: Doom['phase']): Doom | null {
    return this.doom && this.jobs + 1 === this.doom.after && this.doom.phase === phase ? this.doom : null;
  }
}

/** A crash: before or after the process's n-th job from now is done; in the latter case it is never answered. */
export interface Doom {
  readonly after: number;
  readonly phase: 'before' | 'after';
  /** `power` loses what was not synced, `kill` does not. */
  readonly how: 'kill' | 'power';
}

interface Job {
  readonly due: number;
  readonly order: number;
  readonly process: Process;
  readonly label: string;
  readonly run: (answered: boolean) => void;
}

const quietTurns = 3;
const mostJobs = 4000;

/**
 * Virtual time. Everything that takes time on a machine is a job here; jobs of one lane keep their order, and the
 * others are done in the order of when they are due, which chance decides.
 */
export class Schedule {
  private jobs: Job[] = [];
  private order = 0;
  private readonly lanes = new Map<string, number>();

  constructor(
    private readonly chance: Chance,
    /** Milliseconds of the one true clock, which no machine has. */
    public now: number,
    private readonly log: (line: string) => void,
  ) {}

  /** Does something in its turn, and answers unless the process has died meanwhile. */
  job<T>(process: Process, lane: string, label: string, act: () => T, slow = false): Promise<T> {
    return new Promise((answer, fail) => {
      if (!process.alive) return;
      const latency = slow ? this.chance.between(2000, 8000) : this.chance.below(4);
      const due = Math.max(this.now, this.lanes.get(lane) ?? 0) + latency;
      this.lanes.set(lane, due);
      const run = (answered: boolean) => {
        try {
          const value = act();
          if (answered) answer(value);
        } catch (error) {
          if (answered) fail(error);
        }
      };
      this.jobs.push({ due, order: this.order++, process, label, run });
    });
  }

  /** Never answers once the process is dead: what a dead process waits for does not matter. */
  async alive<T>(process: Process, value: T | Promise<T>): Promise<T> {
    return process.alive ? value : new Promise(() => undefined);
  }

  /** Lets everything that is under way come to rest. */
  async rest(): Promise<void> {
    for (let quiet = 0, done = 0; quiet < quietTurns; done++) {
      await turn();
      const job = this.take();
      quiet = job ? 0 : quiet + 1;
      if (job) this.work(job);
      if (done > mostJobs) throw new Error('it never comes to rest');
    }
  }

  private take(): Job | null {
    let first: Job | null = null;
    for (const job of this.jobs) {
      if (!first || job.due < first.due || (job.due === first.due && job.order < first.order)) first = job;
    }
    this.jobs = this.jobs.filter((job) => job !== first && job.process.alive);
    return first?.process.alive ? first : null;
  }

  private work({ due, process, label, run }: Job): void {
    this.now = Math.max(this.now, due);
    const before = process.due('before');
    if (before) {
      this.crash(process, before, `before it could ${label}`);
      return;
    }
    const after = process.due('after');
    process.jobs++;
    if (!after) this.log(`${process.name} ${label}`);
    run(!after);
    if (after) this.crash(process, after, `just after it could ${label}`);
  }

  private crash(process: Process, doom: Doom, when: string): void {
    this.log(`${process.name} ${doom.how === 'power' ? 'loses power' : 'is killed'} ${when}`);
    process.end(doom);
  }
}
