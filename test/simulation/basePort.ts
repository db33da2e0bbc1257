import type { JournalAsks } from '../../renderer/journal/journalClient';
import type { Journal } from '../../shared/journal/journal';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { err, unwrap } from '../../shared/kernel/result';
import type { StorageReason } from '../../shared/kernel/storage';
import { Turns } from '../../shared/kernel/turns';
import { baseSide } from '../support/memoryDesk';
import type { Process, Schedule } from './schedule';

/** The window's database on one machine: what is committed, and whether it takes anything more. */
export class Base {
  ailment: StorageReason | null = null;
  private readonly side;

  constructor(journal: Journal = memoryJournal()) {
    this.side = baseSide(journal);
  }

  held(): Journal {
    return this.side.held();
  }

  async copied(): Promise<Base> {
    const [held, copy] = [this.held(), memoryJournal()];
    for (const stream of (await held.frontier()).keys()) unwrap(await copy.append(await held.after(stream, 0, 1e6)));
    unwrap(await copy.append(await held.forks()));
    return new Base(copy);
  }

  /** The journal worker of one process. Each transaction is a job: all of it is committed, or nothing. */
  port(process: Process, schedule: Schedule): JournalAsks {
    const { client } = this.side;
    const turns = new Turns();
    const commits = <T>(label: string, work: () => Promise<T>) =>
      turns.take(async () => {
        const committed = await schedule.job(process, `${process.name}:base`, label, () =>
          this.ailment ? null : { work: work() },
        );
        return committed ? committed.work : err({ kind: 'storage' as const, reason: this.ailment ?? 'failed' });
      });
    return {
      census: (input) => turns.take(() => schedule.alive(process, client.census(input))),
      after: (input) => turns.take(() => schedule.alive(process, client.after(input))),
      forks: (input) => turns.take(() => schedule.alive(process, client.forks(input))),
      append: (input) => commits('commit to the database', () => client.append(input)),
      retract: (input) => commits('take out of the database', () => client.retract(input)),
      clear: (input) => commits('empty the database', () => client.clear(input)),
    };
  }
}
