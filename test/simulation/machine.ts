import type { EntryId } from '../../shared/kernel/ids';
import { personId } from '../../shared/kernel/ids';
import type { Actor } from '../../shared/kernel/statement';
import { Base } from './basePort';
import type { Chance } from './chance';
import type { SimClock } from './clock';
import { Disk } from './disk';
import type { Program } from './program';
import type { Doom } from './schedule';

/** A copy of a machine's whole profile, and what it was known to hold. */
export interface Image {
  readonly device: string;
  readonly disk: Disk;
  readonly base: Base;
  readonly owed: ReadonlySet<EntryId>;
  readonly baseLacks: boolean;
  readonly boxWounded: boolean;
}

/** One machine: what stays when its program ends, and the program while it runs. */
export class Machine {
  disk = new Disk();
  base = new Base();
  program: Program | null = null;
  image: Image | null = null;
  /** Entries it has acknowledged, and so must always give back. */
  owed = new Set<EntryId>();
  /** The database may lack something that the black box has. */
  baseLacks = false;
  /** The black box may lack something that the database has. */
  boxWounded = false;
  /** The black box may hold a gesture that nobody was told of, and that the database has never seen. */
  unlevelled = false;
  /** Whether disk or database was ailing at any time of this step. */
  ailed = false;
  readonly actor: Actor;

  constructor(
    readonly name: string,
    /** The name of the key in the profile: two machines share it once one was cloned. */
    public device: string,
    readonly clock: SimClock,
    /** Whence its launches take their number. */
    public random: Chance,
  ) {
    this.actor = { person: personId.of(`head-${name}`), role: 'centreHead', unlocked: 'pin' };
  }

  died(doom: Doom, chance: Chance): void {
    this.program = null;
    this.unlevelled = true;
    if (doom.how === 'power') {
      const { ailment } = this.disk;
      this.disk = this.disk.afterPowerCut(chance);
      this.disk.ailment = ailment;
    }
  }

  async imaged(): Promise<Image> {
    const { device, owed, baseLacks, boxWounded } = this;
    return {
      device,
      disk: this.disk.copied(),
      base: await this.base.copied(),
      owed: new Set(owed),
      baseLacks,
      boxWounded,
    };
  }

  /** Puts a copy of an image in the place of what the machine holds. */
  async take({ device, disk, base, owed, baseLacks, boxWounded }: Image): Promise<void> {
    this.device = device;
    this.disk = disk.copied();
    this.base = await base.copied();
    this.owed = new Set(owed);
    this.baseLacks = baseLacks;
    this.boxWounded = boxWounded;
    this.unlevelled = true;
  }

  /** Another machine in its place, with the same clock and an empty profile. */
  replace(device: string): void {
    this.device = device;
    this.disk = new Disk();
    this.base = new Base();
    this.owed = new Set();
    this.baseLacks = false;
    this.boxWounded = false;
    this.unlevelled = false;
  }

  get ailing(): boolean {
    return this.disk.ailment !== null || this.base.ailment !== null;
  }
}
