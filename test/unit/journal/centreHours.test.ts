import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Scribe } from '../../../electron/journal/scribe';
import { Chronology } from '../../../shared/centre/chronicle';

import { compare } from '../../../shared/journal/hybridClock';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { instant, MINUTE } from '../../../shared/kernel/instant';
import { centreHour, clockPutRight } from '../../../shared/kernel/statement';
import { aDraft, aSigner, someone } from '../../support/devices';
import { kept } from '../../support/inscribed';
import { unlimited } from '../../support/unlimited';

const noon = Date.UTC(2026, 5, 16, 10);
let launches = 0;

/** A machine whose clock is wrong by so many milliseconds, and that knows it from the moment it is told. */
class SkewedMachine {
  readonly wrote: VerifiedEntry[] = [];
  private knowsItsOffset = false;
  private readonly scribe: Scribe;

  constructor(
    name: string,
    private readonly wrongBy: number,
    private readonly trueTime: () => number,
  ) {
    const launch = ++launches;
    this.scribe = new Scribe({
      breath: () => Promise.resolve(),
      journal: memoryJournal(),
      known: () => new Map(),
      signer: aSigner(name),
      clock: { now: () => instant.of(this.trueTime() + this.wrongBy) },
      random: { bytes: (count) => new Uint8Array(count).fill(launch) },
      zone: () => 'Europe/Paris',
      offset: () => (this.knowsItsOffset ? -this.wrongBy : null),
      actor: () => someone,
      permit: () => true,
      granted: unlimited,
    });
  }

  learnsItsOffset(): this {
    this.knowsItsOffset = true;
    return this;
  }

  async write(text: string): Promise<VerifiedEntry> {
    const { entries } = await kept(this.scribe.inscribe([aDraft(text)]));
    const [entry] = entries;
    if (!entry) throw new Error('nothing was written');
    this.wrote.push(entry);
    return entry;
  }

  hears(entries: readonly VerifiedEntry[]): void {
    this.scribe.heard(entries);
  }
}

type Step = 'here' | 'there' | 'heard';
const skew = fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE });
const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step>('here', 'there', 'heard'),
    after: fc.integer({ min: 1, max: 3 * MINUTE }),
  }),
  { minLength: 2, maxLength: 25 },
);

test('two machines whose clocks are minutes apart show the same hours, in the order in which things happened', async () => {
  await fc.assert(
    fc.asyncProperty(skew, skew, steps, async (wrongHere, wrongThere, told) => {
      let now = noon;
      const here = new SkewedMachine('desk', wrongHere, () => now).learnsItsOffset();
      const there = new SkewedMachine('room', wrongThere, () => now).learnsItsOffset();
      const happened: { readonly id: string; readonly at: number }[] = [];
      for (const { does, after } of told) {
        now += after;
        if (does === 'heard') {
          here.hears(there.wrote);
          there.hears(here.wrote);
          continue;
        }
        const { entry } = await (does === 'here' ? here : there).write(does);
        happened.push({ id: entry.id, at: now });
      }
      const entries = [...here.wrote, ...there.wrote].map(({ entry }) => entry);
      const onTheDesk = new Chronology().latestFirst(entries);
      const inTheRoom = new Chronology().latestFirst([...entries].reverse());
      expect(inTheRoom).toEqual(onTheDesk);
      const shown = onTheDesk.map(({ id, at }) => ({ id: String(id), at: Number(centreHour(at)) }));
      expect(shown).toEqual([...happened].reverse());
    }),
    { seed: 44, numRuns: 60 },
  );
});

test('a machine that learns late how wrong its clock is never writes before what it had heard or said', async () => {
  await fc.assert(
    fc.asyncProperty(skew, steps, fc.nat(24), async (wrongBy, told, learns) => {
      let now = noon;
      const here = new SkewedMachine('desk', wrongBy, () => now);
      const there = new SkewedMachine('room', 0, () => now).learnsItsOffset();
      for (const [turn, { does, after }] of told.entries()) {
        now += after;
        if (turn === learns) here.learnsItsOffset();
        const known = [...here.wrote, ...(does === 'heard' ? there.wrote : [])];
        if (does === 'there') {
          await there.write(does);
          continue;
        }
        here.hears(known);
        const { entry } = await here.write(does);
        for (const earlier of known) expect(compare(earlier.entry.at.logical, entry.at.logical)).toBeLessThan(0);
      }
    }),
    { seed: 45, numRuns: 60 },
  );
});

test('an hour is marked as put right where the clock was over a minute wrong, not for seconds, not where nobody knows', () => {
  expect(clockPutRight({ offset: -4 * MINUTE })).toBe(-4 * MINUTE);
  expect(clockPutRight({ offset: 61_000 })).toBe(61_000);
  expect(clockPutRight({ offset: MINUTE })).toBe(null);
  expect(clockPutRight({ offset: null })).toBe(null);
});
