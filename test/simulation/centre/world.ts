import { type MachinePurpose, termsOfMachine } from '../../../shared/centre/machineTerms';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { day, type EntryId, personId } from '../../../shared/kernel/ids';
import type { Actor } from '../../../shared/kernel/statement';
import { aCentre, publishing } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { Chance } from '../chance';
import { Violation } from '../violation';
import { CentreMachine } from './machine';
import type { CentreParts } from './parts';
import { type Deed, type Name, names } from './steps';
import { asks, type Cut } from './talking';
import { Truth } from './truth';

const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
const invigilator: Actor = { person: personId.of('P-SURV'), role: 'invigilator', unlocked: 'pin' };
const days = { centre: aCentre.code, from: day.of('2020-01-01'), until: day.of('2099-12-31') };
const wrapping = 'A'.repeat(43);

/** The machines of one centre, somebody who is none of it, and what they do to each other. */
export class CentreWorld {
  readonly machines = new Map<Name, CentreMachine>();
  readonly truth: Truth;
  /** Machines that turned against their centre: what they make of it does not matter. */
  readonly turned = new Set<CentreMachine>();
  private readonly chance: Chance;
  private wall = Date.UTC(2026, 5, 16, 6);
  private replaced = 0;

  private constructor(
    seed: number,
    private readonly parts: CentreParts,
  ) {
    this.chance = new Chance(seed ^ 0xce47);
    for (const name of names) this.machines.set(name, new CentreMachine(name, parts));
    this.chief.roots = [];
    this.truth = new Truth(this.chief);
  }

  static async begun(seed: number, parts: CentreParts): Promise<CentreWorld> {
    const world = new CentreWorld(seed, parts);
    world.truth.said(await world.chief.says(aDraft('', publishing()), head, world.now()));
    return world;
  }

  get chief(): CentreMachine {
    return this.machine('chief');
  }

  machine(name: Name): CentreMachine {
    const machine = this.machines.get(name);
    if (!machine) throw new Error(`${name} is no machine`);
    return machine;
  }

  /** Those that are the centre's, and mean well. */
  get members(): readonly CentreMachine[] {
    return [...this.machines.values()].filter((each) => this.truth.isMember(each.device) && !this.turned.has(each));
  }

  async plays(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'write':
        return this.writes(this.machine(deed.who), deed.candidate, deed.status);
      case 'admit':
        return this.admits(this.machine(deed.who), this.machine(deed.by), deed.who === 'deputy' ? 'office' : 'room');
      case 'dismiss':
        return this.dismisses(this.machine(deed.who));
      case 'replace': {
        const old = this.machine(deed.who);
        if (this.chief.membershipOf(old.device)?.is !== 'member') return;
        await this.dismisses(old);
        const next = new CentreMachine(`${deed.who} ${++this.replaced}`, this.parts);
        this.machines.set(deed.who, next);
        return this.admits(next, this.chief, deed.who === 'deputy' ? 'office' : 'room');
      }
      case 'meet':
        return this.meet(this.machine(deed.who), this.machine(deed.whom), deed.cut);
      case 'carry':
        return this.carry(this.machine(deed.from), this.machine(deed.to));
      case 'kill':
        return this.machine(deed.who).killed();
      case 'start':
        this.machine(deed.who).runs = true;
        return;
      case 'turn':
        return this.turns(this.machine(deed.who), deed.backdated);
    }
  }

  /** One asks another for what it lacks, and brings what the other lacks. */
  async meet(asker: CentreMachine, relay: CentreMachine, cut: Cut | null): Promise<void> {
    const stranger = this.machine('stranger');
    if (asker === relay || relay === stranger || !asker.runs || !relay.runs) return;
    const theirs = relay.membershipOf(asker.device);
    const joins = asker.roots === null && [this.chief, this.machine('deputy')].includes(relay);
    if (joins && theirs?.is === 'member' && this.truth.isMember(relay.device)) {
      asker.roots = relay.told;
      asker.joinedBy = relay.device;
    }
    const known = asker.joinedBy === relay.device || asker.membershipOf(relay.device)?.is === 'member';
    const trusts = asker.roots !== null && known && asker.membershipOf(relay.device)?.is !== 'dismissed';
    if (!trusts && asker !== stranger && !this.turned.has(asker)) return;
    const before = await idsOf(asker);
    await asks(asker, relay, { now: this.now(), chance: new Chance(this.chance.seed()), cut });
    if (theirs?.is === 'member' && asker !== stranger) return;
    for (const id of await idsOf(asker))
      if (!before.has(id))
        throw new Violation('nobody dismissed gains, and no stranger', `${asker.name} at ${relay.name}`);
  }

  now(): number {
    this.wall += 60_000;
    return this.wall;
  }

  private async writes(machine: CentreMachine, candidate: string, status: string): Promise<void> {
    const about = { sitting: 'S-1', room: 'R-1' };
    const known = (await machine.believed()).filter(({ kind, data }) => speaksOf(kind, data, candidate));
    const gone = new Set(known.flatMap(({ supersedes }) => supersedes));
    const supersedes = known.map(({ id }) => id).filter((id) => !gone.has(id));
    const draft = aDraft('', { about, data: { status, candidates: [candidate] }, supersedes });
    this.truth.said(await machine.says(draft, invigilator, this.now()));
  }

  private async admits(machine: CentreMachine, by: CentreMachine, purpose: MachinePurpose): Promise<void> {
    const mayAdmit = by === this.chief || by.membershipOf(by.device)?.is === 'member';
    if (!by.runs || !mayAdmit || by === machine || by.membershipOf(machine.device) !== null) return;
    this.truth.admitted(machine.device, await by.says(admission(machine, purpose), head, this.now()));
  }

  private async dismisses(machine: CentreMachine): Promise<void> {
    if (this.chief.membershipOf(machine.device)?.is !== 'member') return;
    const cutOff = await this.chief.endsOf(machine.device);
    const about = { device: machine.device };
    const given = (await this.chief.held()).filter(({ entry }) => isAdmissionOf(entry, machine));
    const draft = aDraft('', {
      ...{ channel: 'session', kind: 'admission.ended', about },
      data: { reason: 'volé', cutOff },
      supersedes: given.map(({ entry }) => entry.id),
    });
    this.truth.dismissed(machine.device, await this.chief.says(draft, head, this.now()), cutOff);
  }

  /** A key is carried to a machine that who carries it takes for one of the centre's. */
  private async carry(from: CentreMachine, to: CentreMachine): Promise<void> {
    if (from === to || this.turned.has(from) || from.roots === null || to.roots === null) return;
    await to.takes(await from.carriedFor(to.device));
  }

  private async turns(machine: CentreMachine, backdated: boolean): Promise<void> {
    this.turned.add(machine);
    const when = () => (backdated ? this.wall - 36_000_000 : this.now());
    const stranger = this.machine('stranger');
    const says = (draft: ReturnType<typeof aDraft>) => machine.says(draft, head, when());
    await says(aDraft('', publishing()));
    await says(admission(stranger, 'office'));
    const about = { device: this.chief.device };
    const data = { reason: 'volé', cutOff: [] };
    await says(aDraft('', { channel: 'session', kind: 'admission.ended', about, data }));
  }
}

function admission(machine: CentreMachine, purpose: MachinePurpose) {
  const terms = termsOfMachine(purpose, days);
  const data = { name: machine.name, rooms: [], wrapping, terms, replaces: null };
  return aDraft('', { channel: 'session', kind: 'admission.given', about: { device: machine.device }, data });
}

function isAdmissionOf({ kind, about }: VerifiedEntry['entry'], { device }: CentreMachine): boolean {
  return kind === 'admission.given' && JSON.stringify(about).includes(device);
}

/** Whether an entry says who was there, of this candidate. */
export function speaksOf(kind: string, data: unknown, candidate: string): boolean {
  return kind === 'attendance.recorded' && JSON.stringify(data).includes(`"${candidate}"`);
}

async function idsOf(machine: CentreMachine): Promise<ReadonlySet<EntryId>> {
  return new Set((await machine.held()).map(({ entry }) => entry.id));
}
