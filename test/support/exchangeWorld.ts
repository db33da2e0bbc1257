import assert from 'node:assert/strict';
import { holdingsOf } from '../../shared/exchange/holdings';
import { WHOLE } from '../../shared/exchange/missing';
import { type EarlyPull, openTalk, type Side, step } from '../../shared/exchange/step';
import { networkChanged, poked, type Talk, wrote } from '../../shared/exchange/talk';
import type { Journal } from '../../shared/journal/journal';
import { deviceOf } from '../../shared/journal/launch';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { type EntryId, entryId, streamId } from '../../shared/kernel/ids';
import { unwrap } from '../../shared/kernel/result';
import { Chance } from '../simulation/chance';
import { Writer } from './devices';
import { TestServer, TestSide } from './exchange';
import {
  BadNetwork,
  Crash,
  Doom,
  doomedJournal,
  doomedQuarantine,
  doomedReceipts,
  receiptsIn,
  type Weather,
} from './exchangeFaults';

/** Everything a journal holds, by name. */
export async function everything(journal: Journal): Promise<Map<EntryId, VerifiedEntry>> {
  const found = new Map<EntryId, VerifiedEntry>();
  for (const [stream, head] of await journal.frontier())
    for (const each of await journal.after(stream, 0, head.seq)) found.set(each.entry.id, each);
  for (const each of await journal.forks()) found.set(each.entry.id, each);
  return found;
}

/** A server that may die at any await, and whose every receipt is checked as it leaves. */
class CheckedServer extends TestServer {
  readonly doom = new Doom();

  override get ports() {
    const ports = super.ports;
    return {
      ...ports,
      epoch: () => this.doom.through(ports.epoch),
      firstUse: (used: Parameters<typeof ports.firstUse>[0], device: Parameters<typeof ports.firstUse>[1]) =>
        this.doom.through(() => ports.firstUse(used, device)),
      guest: async (...asked: Parameters<typeof ports.guest>) => {
        const guest = await this.doom.through(() => ports.guest(...asked));
        if (!guest.ok) return guest;
        const journal = doomedJournal(guest.value.journal, this.doom);
        return {
          ok: true as const,
          value: { ...guest.value, journal, quarantine: doomedQuarantine(guest.value.quarantine, this.doom) },
        };
      },
    };
  }

  override async answer(frame: Uint8Array) {
    const answered = await super.answer(frame);
    for (const { stream, seq, head } of receiptsIn(answered.frame)) {
      const held = (await holdingsOf(this.journal)).of(streamId.of(stream));
      assert.ok(await held.entry([seq, entryId.of(head)]), `a receipt for what is not held: ${stream} ${seq}`);
    }
    return answered;
  }
}

/** One device of the world: its replica, what it writes, its talk if its program runs. */
class Member {
  readonly doom = new Doom();
  readonly network: BadNetwork;
  talk: Talk | null = null;
  early: EarlyPull | null = null;
  requests = 0;

  constructor(
    readonly at: TestSide,
    public writer: Writer,
    server: TestServer,
    chance: Chance,
  ) {
    this.network = new BadNetwork(() => server, chance);
    at.net = this.network;
  }

  get side(): Side {
    const side = this.at.side;
    return {
      ...side,
      journal: doomedJournal(side.journal, this.doom),
      quarantine: doomedQuarantine(side.quarantine, this.doom),
      receipts: doomedReceipts(side.receipts, this.doom),
      net: { ask: (type, body) => this.doom.through(() => side.net.ask(type, body)) },
    };
  }

  /** Takes a step, in that weather, or begins the program; true when it was at rest. */
  async step(weather: Weather): Promise<boolean> {
    this.network.weather = weather;
    try {
      this.talk ??= { ...(await openTalk(this.side)), portion: { ...WHOLE, entries: 3 } };
      const { talk, waitUntil, early } = await step(this.talk, this.side, this.early);
      this.talk = talk;
      this.early = early;
      if (waitUntil === null) this.requests++;
      else if (talk.failures === 0 && waitUntil >= talk.recheckAt) return true;
      else this.at.now = Math.max(this.at.now, waitUntil);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.talk = null;
      this.early = null;
    }
    return false;
  }
}

export type Deed =
  | { readonly do: 'write'; readonly who: number; readonly count: number }
  | { readonly do: 'step'; readonly who: number; readonly weather: Weather; readonly times: number }
  | { readonly do: 'crash'; readonly who: number; readonly after: number }
  | { readonly do: 'crash-server'; readonly after: number }
  | { readonly do: 'restart'; readonly who: number; readonly forgets: boolean }
  | { readonly do: 'clone'; readonly who: number }
  | { readonly do: 'back-up' }
  | { readonly do: 'restore'; readonly knows: boolean }
  | { readonly do: 'poke'; readonly who: number }
  | { readonly do: 'revoke'; readonly who: number }
  | { readonly do: 'wait'; readonly minutes: number };

/** Some devices and one server, over a bad network. */
export class ExchangeWorld {
  readonly server: CheckedServer;
  readonly members: Member[] = [];
  readonly written = new Map<EntryId, VerifiedEntry>();
  private readonly chance: Chance;
  private image: Journal | null = null;
  private launches = 0;

  constructor(seed: number, devices: number) {
    this.chance = new Chance(seed);
    this.server = new CheckedServer('headquarters', new Chance(this.chance.seed()));
    this.server.judge = (entry) =>
      this.server.revoked.has(deviceOf(entry.stream)) && this.written.get(entry.id) && this.afterCutOff.has(entry.id)
        ? { because: 'revoked', held: 'aside' }
        : null;
    for (let at = 0; at < devices; at++) this.join(`device ${at}`, memoryJournal());
  }

  readonly afterCutOff = new Set<EntryId>();

  private join(name: string, journal: Journal, writer?: Writer): Member {
    const side = new TestSide(name, this.server, new Chance(this.chance.seed()));
    side.journal = journal;
    const member = new Member(side, writer ?? this.launch(name), this.server, new Chance(this.chance.seed()));
    this.members.push(member);
    return member;
  }

  private launch(name: string): Writer {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    return new Writer(name, `${letters.charAt(this.launches % 26)}${String(++this.launches).padStart(10, '0')}`);
  }

  member(at: number): Member {
    const member = this.members[at % this.members.length];
    if (!member) throw new Error('a world without devices');
    return member;
  }

  async play(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'write': {
        const member = this.member(deed.who);
        const entries = member.writer.run(deed.count, this.written.size);
        for (const each of entries) {
          this.written.set(each.entry.id, each);
          if (this.server.revoked.has(member.at.device)) this.afterCutOff.add(each.entry.id);
        }
        unwrap(await member.at.journal.append(entries));
        if (member.talk) member.talk = wrote(member.talk, member.at.now);
        return;
      }
      case 'step':
        for (let time = 0; time < deed.times; time++) await this.member(deed.who).step(deed.weather);
        return;
      case 'crash':
        this.member(deed.who).doom.in(deed.after);
        return;
      case 'crash-server':
        this.server.doom.in(deed.after);
        return;
      case 'restart': {
        const member = this.member(deed.who);
        member.talk = null;
        member.early = null;
        if (deed.forgets) member.at.receipts.books.clear();
        return;
      }
      case 'clone': {
        const member = this.member(deed.who);
        if (this.members.length >= 5) return;
        const copy = memoryJournal();
        unwrap(await copy.append([...(await everything(member.at.journal)).values()].sort(bySeq)));
        this.join(`device ${this.members.indexOf(member)}`, copy, member.writer.cloned());
        return;
      }
      case 'back-up': {
        this.image = memoryJournal();
        unwrap(await this.image.append([...(await everything(this.server.journal)).values()].sort(bySeq)));
        return;
      }
      case 'restore':
        if (!this.image) return;
        this.server.journal = this.image;
        this.image = null;
        if (deed.knows) this.server.newEpoch();
        return;
      case 'poke': {
        const member = this.member(deed.who);
        if (member.talk) member.talk = poked(member.talk, member.at.now);
        return;
      }
      case 'revoke': {
        if (this.server.revoked.size === 0) this.server.revoked.add(this.member(deed.who).at.device);
        return;
      }
      case 'wait':
        this.server.now += deed.minutes * 60_000;
        for (const { at } of this.members) at.now += deed.minutes * 60_000;
        return;
    }
  }

  /** All faults end: everyone steps until all rest, each poked by the others' news. */
  async heal(): Promise<void> {
    this.server.doom.in(null);
    for (const member of this.members) {
      member.doom.in(null);
      member.requests = 0;
      if (member.talk) member.talk = networkChanged(member.talk, member.at.now);
    }
    for (let round = 0; round < 4; round++) {
      for (const member of this.members) {
        const from = member.at.now;
        if (member.talk) member.talk = poked(member.talk, member.at.now);
        for (let count = 0; !(await member.step('fair')); count++) assert.ok(count < 500, 'never level');
        assert.ok(member.at.now - from <= 62_000, `level only after ${member.at.now - from} ms`);
      }
    }
  }

  /** What must hold once healed. */
  async mustBeLevel(): Promise<void> {
    const there = await everything(this.server.journal);
    const expected = new Set([...this.written.keys()].filter((id) => !this.afterCutOff.has(id)));
    assert.deepEqual([...there.keys()].sort(), [...expected].sort(), 'the server holds all that was ever written');
    for (const id of this.afterCutOff)
      assert.equal(this.server.quarantine.kept.get(id)?.why.held, 'aside', 'what a revoked device wrote is in sight');
    for (const { at, talk, requests } of this.members) {
      const here = await everything(at.journal);
      if (this.server.revoked.has(at.device)) continue;
      for (const id of expected) assert.ok(here.has(id), 'every device holds all that was ever written');
      assert.equal(here.size, expected.size, 'and nothing else');
      for (const { head } of [...(talk?.receipts.values() ?? [])].flat())
        assert.ok(there.has(head), 'receipts are true');
      const bound = 40 + 2 * this.written.size;
      assert.ok(requests <= bound, `${requests} requests, more than ${bound}`);
      assert.equal(talk?.trouble, null);
    }
  }
}

function bySeq(a: VerifiedEntry, b: VerifiedEntry): number {
  return a.entry.seq - b.entry.seq;
}
