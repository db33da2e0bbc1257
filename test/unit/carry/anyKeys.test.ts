import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import { type Channel, channelNameOf } from '../../../shared/kernel/statement';
import { aMachine, Carrier, MemoryKey } from '../../support/carriers';

const channels: readonly Channel[] = ['session', 'rooms', 'contacts'];
const names = ['one', 'two', 'three', 'four'];
const who = fc.nat(names.length - 1);
const which = fc.nat(1);

const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      who,
      channel: fc.constantFrom(...channels),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), who, key: which }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('take' as const), who, key: which, times: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('spoil' as const),
      key: which,
      file: fc.nat(3),
      at: fc.nat(100_000),
      how: fc.constantFrom('cut' as const, 'flip' as const, 'remove' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pull-out' as const), who, key: which, after: fc.nat(20) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** A centre in which only the first two machines read contacts, and two keys that go round. */
class Rounds {
  readonly keys = [new MemoryKey(), new MemoryKey()];
  readonly machines = names.map((name, at) => aMachine(name, at < 2 ? channels : ['session', 'rooms']));
  readonly carriers: Carrier[] = [];
  private said = 0;

  static async open(): Promise<Rounds> {
    const rounds = new Rounds();
    for (const name of names) rounds.carriers.push(await Carrier.of(name, rounds.machines));
    return rounds;
  }

  async play(each: Deed): Promise<void> {
    switch (each.do) {
      case 'say':
        if (this.reads(each.who, each.channel)) {
          await this.at(each.who).say(each.count, each.channel);
          this.said += each.count;
        }
        return;
      case 'write':
        await this.at(each.who).write(this.key(each.key));
        return;
      case 'take':
        for (let time = 0; time < each.times; time++) await this.at(each.who).take(this.key(each.key));
        return;
      case 'spoil':
        return this.spoil(each);
      case 'pull-out': {
        const files = this.key(each.key).of();
        let operations = 0;
        files.trouble = () => (operations++ >= each.after ? { code: 'EIO', through: 3 } : null);
        await this.at(each.who).write(this.key(each.key));
        files.trouble = () => null;
        return;
      }
    }
  }

  /** Everybody writes and takes, in turn, until nothing comes any more. */
  async settle(): Promise<void> {
    const key = new MemoryKey();
    for (let round = 0; round < 3; round++)
      for (const each of this.carriers) {
        await each.take(key);
        await each.write(key);
      }
  }

  async mustHold(): Promise<void> {
    const all = new Set<string>();
    for (const { box } of this.carriers) for (const id of await this.idsIn(box, channels)) all.add(id);
    assert.equal(all.size, this.said, 'nothing is lost');
    for (const [at, { box }] of this.carriers.entries()) {
      const held = new Set(await this.idsIn(box, channels));
      const elsewhere = await Promise.all(
        this.carriers.map((other) => this.idsIn(other.box, this.machines[at]?.reads ?? [])),
      );
      for (const id of elsewhere.flat()) assert.ok(held.has(id), 'each holds all that it may read');
      for (const stream of (await box.frontier()).keys())
        assert.ok(this.reads(at, channelNameOf(stream)), 'and nothing that it may not');
      assert.equal(this.at(at).quarantine.kept.size, 0, 'nothing is mistrusted');
    }
  }

  private async idsIn(box: Carrier['box'], of: readonly string[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const [stream, { seq }] of await box.frontier()) {
      if (!of.includes(channelNameOf(stream))) continue;
      for (const { entry } of await box.after(stream, 0, seq)) ids.push(entry.id);
    }
    return ids;
  }

  private spoil({ key, file, at, how }: Extract<Deed, { do: 'spoil' }>): void {
    const files = this.key(key).of();
    const there = files.names();
    const name = there[file % Math.max(1, there.length)];
    if (!name) return;
    const bytes = files.contents(name);
    const place = at % Math.max(1, bytes.length);
    if (how === 'remove') files.delete(name);
    else
      files.put(
        name,
        how === 'cut' ? bytes.slice(0, place) : bytes.map((byte, index) => (index === place ? byte ^ 64 : byte)),
      );
  }

  private reads(who: number, channel: string): boolean {
    return this.machines[who]?.reads.includes(channel) ?? false;
  }

  private at(who: number): Carrier {
    const found = this.carriers[who];
    if (!found) throw new Error(`there is no machine ${who}`);
    return found;
  }

  private key(which: number): MemoryKey {
    const found = this.keys[which];
    if (!found) throw new Error(`there is no key ${which}`);
    return found;
  }
}

test('FAULT 69 any machines, any entries, keys in any order, repeated, spoilt and pulled out: all come level, nothing is lost, nothing is read by who may not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 25 }), async (deeds) => {
      const rounds = await Rounds.open();
      for (const each of deeds) await rounds.play(each);
      await rounds.settle();
      await rounds.mustHold();
    }),
    { numRuns: 60, seed: 69 },
  );
}, 120_000);
