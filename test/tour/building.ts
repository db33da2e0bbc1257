import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/launch';
import { LocalNetwork, type Machine, on } from '../support/localNetwork';
import { morning } from './headquarters';
import { Stage } from './stage';

const atHour = path.join(root, 'test/support/atHour.sh');
const shiftedClock = pathToFileURL(path.join(root, 'test/support/shiftedClock.mjs')).href;

/** A machine of the building, with its data, whether or not Cachet is open on it. */
export interface Laptop {
  readonly name: string;
  readonly plug: Machine;
}

/** Where a centre's machines are: each on its cable, all with the hour that one file says, with one USB key for all. */
export class Building {
  readonly network = new LocalNetwork();
  private readonly stages = new Map<Laptop, Stage>();
  private laptops = 0;

  /** @param folder where the machines keep their data, and the key is */
  constructor(
    private readonly folder: string,
    private readonly pictures: string,
    private readonly clock: string,
  ) {
    mkdirSync(this.key);
  }

  get key(): string {
    return path.join(this.folder, 'CLE-CENTRE');
  }

  laptop(name: string): Laptop {
    this.laptops += 1;
    return { name, plug: this.network.machine(name, this.laptops + 1) };
  }

  /** Opens Cachet on a machine. @param pictures the folder of its pictures: each opening has one of its own */
  async open(laptop: Laptop, pictures: string, time: string): Promise<Stage> {
    const { executable, env } = await on(laptop.plug);
    const stage = await Stage.open(path.join(this.folder, laptop.name), `${this.pictures}/${pictures}`, morning, time, {
      executable: atHour,
      clock: this.clock,
      env: {
        ...env,
        CACHET_KEY_AT: this.key,
        CACHET_AT_HOUR_PROGRAM: executable,
        CACHET_AT_HOUR_CLOCK: shiftedClock,
        CACHET_TEST_CLOCK: this.clock,
      },
    });
    this.stages.set(laptop, stage);
    return stage;
  }

  /** The machine's battery is empty: everything on it stops at once. */
  async dies({ plug: { namespace } }: Laptop): Promise<void> {
    const [laptop, stage] = [...this.stages].find(([{ plug }]) => plug.namespace === namespace) ?? [];
    const closed = stage?.desk.app.waitForEvent('close', { timeout: 60_000 });
    const running = execFileSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' });
    for (const pid of running.trim().split('\n')) if (pid !== '') process.kill(Number(pid), 'SIGKILL');
    await closed;
    if (laptop) this.stages.delete(laptop);
  }

  /** Every machine whose clock goes by the file shows the hour that it says now. */
  async timeIs(time: string): Promise<void> {
    for (const stage of this.stages.values()) await stage.timeIs(time);
  }

  /** Closes every machine that still runs; none of them has complained. */
  async close(): Promise<void> {
    for (const stage of this.stages.values()) await stage.close();
    this.stages.clear();
  }

  async debug() {
    for (const [{ name }, stage] of this.stages) await stage.page.screenshot({ path: `/tmp/morning/fail-${name}.png` }).catch(console.error);
  }

  /** Whatever happened: nothing of it stays on this machine. */
  async remove(): Promise<void> {
    for (const [laptop] of this.stages) await this.dies(laptop);
    this.network.close();
  }
}
