import { type Answered, answering } from '../../shared/exchange/answering';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { WHOLE } from '../../shared/exchange/missing';
import { challenge, epoch, serverId } from '../../shared/exchange/names';
import { REQUEST_TIMEOUT } from '../../shared/exchange/pacing';
import type { Reply, Zip } from '../../shared/exchange/reply';
import { type EarlyPull, openTalk, type Side, type Stepped, step } from '../../shared/exchange/step';
import type { Talk } from '../../shared/exchange/talk';
import type { NoAnswer } from '../../shared/exchange/trouble';
import { toBase64url } from '../../shared/kernel/bytes';
import { instant } from '../../shared/kernel/instant';
import { err, ok, type Result } from '../../shared/kernel/result';
import { centre, welcomesAll } from '../support/exchange';
import { receiptsIn } from '../support/exchangeFaults';
import { Chance } from './chance';
import type { Machine } from './machine';
import type { Program } from './program';
import { Violation } from './violation';
import type { World } from './world';

/** What the network between two machines does to one request in four; `fair`: nothing. */
export const weathers = ['fair', 'lossy', 'repeating', 'cutting', 'stale'] as const;
export type Weather = (typeof weathers)[number];

const most = 60;
const timeout: NoAnswer = { kind: 'unreachable', how: 'timeout' };
/** These networks carry bytes as they are. */
const unzipped: Zip = { gzip: async (bytes) => bytes, gunzip: async (bytes) => ok(bytes) };

/**
 * One machine asks another, which is its hub for the while, until they are level or one dies; by the product's step and
 * answer over their black boxes. Whatever a receipt names, the hub owes from then on.
 */
export async function exchanged(
  world: World,
  [asker, asking]: readonly [Machine, Program],
  [hub, serving]: readonly [Machine, Program],
  weather: Weather,
  chance: Chance,
): Promise<string> {
  const network = new SimNetwork(world, asking, serving, hub, weather, chance);
  const side = sideOf(world, asker, asking, hub, network, chance);
  let talk: Talk | null = inSmallBatches(await world.answered(asking.process, openTalk(side)));
  let early: EarlyPull | null = null;
  let rests = false;
  for (let count = 0; talk && !rests && count < most && serving.process.alive; count++) {
    const stepped: Stepped | null = await world.answered(asking.process, step(talk, side, early));
    talk = stepped?.talk ?? null;
    early = stepped?.early ?? null;
    if (stepped?.waitUntil) {
      rests = stepped.talk.failures === 0 && stepped.waitUntil >= stepped.talk.recheckAt;
      if (!rests) world.schedule.now = Math.max(world.schedule.now, stepped.waitUntil);
    }
  }
  for (const [machine, program] of [
    [asker, asking],
    [hub, serving],
  ] as const) {
    if (machine.quarantine.kept.size > 0) throw new Violation('an honest entry is welcome', `on ${machine.name}`);
    await world.takenIn(machine, program);
  }
  if (weather === 'fair' && !asker.ailed && !hub.ailed && asking.process.alive && serving.process.alive)
    await mustBeLevel(world, asking, serving, rests);
  return `${network.requests} requests, ${talk?.trouble?.kind ?? (rests ? 'level' : 'not level')}`;
}

/** A talk whose batches are small enough for there to be several of them. */
function inSmallBatches(talk: Talk | null): Talk | null {
  return talk && { ...talk, portion: { ...WHOLE, entries: 4 } };
}

async function mustBeLevel(world: World, asking: Program, serving: Program, rests: boolean): Promise<void> {
  const [here, there] = [(await world.held(asking)).ids, (await world.held(serving)).ids];
  const same = here.size === there.size && [...here].every((id) => there.has(id));
  if (!rests || !same) throw new Violation('an exchange ends level', `${here.size} here, ${there.size} there`);
}

function sideOf(
  world: World,
  asker: Machine,
  { box }: Program,
  hub: Machine,
  network: SimNetwork,
  chance: Chance,
): Side {
  const { keys, parts } = world.ports;
  return {
    server: nameOf(world, hub),
    centre,
    signer: keys.signer(asker.device),
    clock: asker.clock,
    random: new Chance(chance.seed()),
    journal: parts.exchanges(box),
    check: keys.check,
    ahead: async () => keys.check,
    quarantine: asker.quarantine,
    judge: welcomesAll,
    receipts: asker.receipts,
    zip: unzipped,
    steady: () => world.schedule.now,
    net: network,
  };
}

function nameOf(world: World, { device }: Machine) {
  return serverId.of(toBase64url(world.ports.keys.signer(device).publicKey));
}

/** The way from one program to the other, and the other's answering. */
class SimNetwork {
  requests = 0;
  private readonly earlier: Uint8Array[] = [];
  private readonly nonces = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly asking: Program,
    private readonly serving: Program,
    private readonly hub: Machine,
    private readonly weather: Weather,
    private readonly chance: Chance,
  ) {}

  async ask(_type: string, body: Uint8Array): Promise<Result<Reply, NoAnswer>> {
    this.requests++;
    const bad = this.weather !== 'fair' && this.chance.happens(0.25);
    if (bad && this.weather === 'lossy' && this.chance.happens(0.5)) return err(timeout);
    const first = await this.served(body);
    const frame = bad && this.weather === 'repeating' ? await this.served(body) : first;
    if (!frame || (bad && this.weather === 'lossy')) return err(timeout);
    this.earlier.push(frame);
    if (bad && this.weather === 'cutting') return ok(replyWith(frame.slice(0, this.chance.below(frame.length))));
    if (bad && this.weather === 'stale') return ok(replyWith(this.chance.pick(this.earlier)));
    return ok(replyWith(frame));
  }

  /** The hub's answer; null when it died over it, or took too long: then it goes on with it all the same. */
  private async served(body: Uint8Array): Promise<Uint8Array | null> {
    const { schedule } = this.world;
    const came: { answered?: Answered; thrown?: unknown } = {};
    answering(this.ports(), body).then(
      (answered) => {
        came.answered = answered;
      },
      (thrown: unknown) => {
        came.thrown = thrown;
      },
    );
    const until = schedule.now + REQUEST_TIMEOUT;
    for (let waits = 0; schedule.now < until && this.serving.process.alive; waits++) {
      if (came.answered || came.thrown !== undefined) break;
      await schedule.job(this.asking.process, 'network', 'wait for an answer', () => undefined, waits > 40);
    }
    if (came.thrown !== undefined) throw came.thrown;
    if (!came.answered || !this.serving.process.alive) return null;
    await this.owe(came.answered.frame);
    return came.answered.frame;
  }

  /** What a receipt names, and all before it in its stream, is owed: it said so. */
  private async owe(frame: Uint8Array): Promise<void> {
    for (const { stream, head } of receiptsIn(frame)) {
      const { entries } = await this.world.held(this.serving);
      const byId = new Map(entries.map((entry) => [entry.id.toString(), entry]));
      if (!byId.has(head)) throw new Violation('a receipt is true', `${head.slice(0, 8)} is not on ${this.hub.name}`);
      for (let at = byId.get(head); at?.stream === stream; at = at.prev === null ? undefined : byId.get(at.prev))
        this.hub.owed.add(at.id);
    }
  }

  private ports(): Parameters<typeof answering>[0] {
    const { keys, parts } = this.world.ports;
    const { hub } = this;
    return {
      server: nameOf(this.world, hub),
      signer: keys.signer(hub.device),
      check: keys.check,
      clock: { now: () => instant.of(hub.clock.now()) },
      epoch: async () => epoch.of(toBase64url(new Uint8Array(16))),
      ahead: async () => keys.check,
      challengeFor: () => challenge.of('one-for-this-network'),
      takesBack: () => true,
      firstUse: async (used) => {
        const first = !this.nonces.has(used);
        this.nonces.add(used);
        return first;
      },
      guest: async (device) =>
        ok({
          device,
          standing: 'granted',
          reads: ['session', 'rooms', 'contacts', 'scripts', 'marks', 'jury', 'finance'],
          journal: parts.exchanges(this.serving.box),
          quarantine: hub.quarantine,
          judge: welcomesAll,
        }),
      certificate: null,
    };
  }
}

function replyWith(body: Uint8Array): Reply {
  const headers = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' } as const;
  return { status: 200, headers, redirection: null, certificate: null, body };
}
