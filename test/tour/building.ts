import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { atHour } from '../support/atHour';
import { LocalNetwork, type Machine, on } from '../support/localNetwork';
import { demonstrationPin } from '../support/preparation';
import { morning } from './headquarters';
import { Stage } from './stage';

/** A machine of the building, with its data, whether or not Cachet is open on it. */
export interface Laptop {
  readonly name: string;
  readonly plug: Machine;
}

/** Where a centre's machines are: each on its cable, all with the hour that one file says, with one USB key for all. */
export class Building {
  private readonly stages = new Map<Laptop, Stage>();
  private laptops = 0;

  private constructor(
    readonly network: LocalNetwork,
    private readonly folder: string,
    private readonly pictures: string,
    private readonly clock: string,
  ) {
    mkdirSync(this.key);
  }

  /**
   * To be removed, whatever happens.
   * @param folder where the machines keep their data, and the key is
   * @param pictures the folder of the pictures that its machines leave
   */
  static async open(folder: string, pictures: string, clock: string): Promise<Building> {
    return new Building(await LocalNetwork.open(), folder, pictures, clock);
  }

  get key(): string {
    return path.join(this.folder, 'CLE-CENTRE');
  }

  async laptop(name: string): Promise<Laptop> {
    this.laptops += 1;
    return { name, plug: await this.network.machine(name, this.laptops + 1) };
  }

  /** Opens Cachet on a machine. @param pictures the folder of its pictures: each opening has one of its own */
  async open(laptop: Laptop, pictures: string, time: string): Promise<Stage> {
    const { dist } = await on(laptop.plug);
    const stage = await Stage.open(path.join(this.folder, laptop.name), `${this.pictures}/${pictures}`, morning, time, {
      dist: atHour(dist, this.clock),
      clock: this.clock,
      env: { CACHET_KEY_AT: this.key },
    });
    this.stages.set(laptop, stage);
    return stage;
  }

  /** The battery is empty: everything that runs on it stops at once (SIGKILL). */
  async dies(laptop: Laptop): Promise<void> {
    const { app } = this.stages.get(laptop)?.desk ?? {};
    this.stages.delete(laptop);
    const closed = app?.waitForEvent('close', { timeout: 60_000 });
    app?.process().kill('SIGKILL');
    await closed;
  }

  /** Every machine shows the hour that the file says now; somebody has been at each of them. */
  async timeIs(time: string): Promise<void> {
    for (const stage of this.stages.values()) {
      await stage.attend(demonstrationPin);
      await stage.timeIs(time);
    }
  }

  /** Closes every machine that still runs; none of them has complained. */
  async close(): Promise<void> {
    for (const stage of this.stages.values()) await stage.close();
    this.stages.clear();
  }

  async debug() {
    for (const [{ name }, stage] of this.stages)
      await stage.page.screenshot({ path: `/tmp/morning/fail-${name}.png` }).catch(console.error);
  }

  /** Whatever happened: nothing of it stays on this machine. */
  async remove(): Promise<void> {
    for (const laptop of [...this.stages.keys()]) await this.dies(laptop);
    this.network.close();
  }
}
