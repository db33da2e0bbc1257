import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubled, halved, type Portion, WHOLE } from '../../../shared/exchange/missing';
import { nextAct } from '../../../shared/exchange/next';
import { failed, succeeded } from '../../../shared/exchange/outcome';
import { backOff, chanceOf } from '../../../shared/exchange/pacing';
import { negotiated, SPEAKS } from '../../../shared/exchange/protocol';
import { emptyBook } from '../../../shared/exchange/receiptBook';
import { listening, networkChanged, newTalk, poked, type Talk } from '../../../shared/exchange/talk';
import type { Trouble } from '../../../shared/exchange/trouble';
import { deviceOfKey } from '../../../shared/journal/launch';
import { Chance } from '../../simulation/chance';
import { aSigner } from '../../support/devices';

const talk = newTalk(deviceOfKey(aSigner('desk').publicKey), emptyBook);
const down: Trouble = { kind: 'unreachable', how: 'refused' };
const nothing = { pushes: [], wants: [], broken: [] };
const at = (now: number, chance = 0) => ({ now, chance });

describe('R25 back-off', () => {
  test('waits a second, then twice as long each time, a minute at most; never less than half of that', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 400].map((failures) => backOff(failures, 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        (failures, chance) => {
          const [wait, longest] = [backOff(failures, chance), backOff(failures, 0)];
          expect(wait).toBeGreaterThanOrEqual(longest / 2 - 1);
          expect(wait).toBeLessThanOrEqual(longest);
        },
      ),
      { seed: 25 },
    );
  });

  test('FAULT 33 sixty machines that failed together do not come back together', () => {
    const chance = new Chance(60);
    const waits = Array.from({ length: 60 }, () => backOff(6, chanceOf(chance)));
    const slots = new Set(waits.map((wait) => Math.floor(wait / 1000)));
    expect(slots.size).toBeGreaterThan(10);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(10_000);
  });

  test('a success ends it', () => {
    const tired = failed(failed(talk, down, at(0)), down, at(1000));
    expect([tired.failures, tired.notBefore]).toEqual([2, 3000]);
    const well = succeeded(tired);
    expect([well.failures, well.notBefore, well.trouble]).toEqual([0, 0, null]);
  });

  test('a poke or another network ends the wait, but not within a second of the failure', () => {
    const tired: Talk = { ...failed(talk, down, at(10_000)), notBefore: 60_000 };
    for (const nudge of [poked, networkChanged]) {
      expect(nudge(tired, 30_000).notBefore).toBe(30_000);
      expect(nudge(tired, 10_100).notBefore).toBe(11_000);
    }
  });

  test('what the server asked to wait is waited, whoever nudges, and not by all for the same time', () => {
    const busy: Trouble = { kind: 'refused', refusal: { because: 'busy', retryAfter: 20_000 } };
    const told = failed(talk, busy, at(0, 0.5));
    expect(told.notBefore).toBe(30_000);
    expect(networkChanged(told, 5000).notBefore).toBe(30_000);
    expect(failed(talk, busy, at(0, 0)).notBefore).toBe(20_000);
  });

  test('nothing is done before its time', () => {
    expect(nextAct({ ...talk, notBefore: 500 }, nothing, 499)).toEqual({ kind: 'wait', until: 500 });
    expect(nextAct({ ...talk, notBefore: 500 }, nothing, 500)).toEqual({ kind: 'hello' });
  });

  test('a stream of pokes that opens or ends is a reason to ask: nobody knows what was missed', () => {
    const level: Talk = { ...talk, stale: false };
    expect(listening(level, true).stale).toBe(true);
    expect(listening(listening(level, true), true).stale).toBe(true);
    expect(listening(level, false)).toBe(level);
  });
});

describe('R25 FAULT 68 batches', () => {
  const tooLarge: Trouble = { kind: 'too-large' };
  const shrunk = (from: Talk, times: number) =>
    Array.from({ length: times }).reduce<Talk>((next) => failed(next, tooLarge, at(0)), from);

  test('halve at once when they are too large, down to a single entry, then wait like any failure', () => {
    expect(shrunk(talk, 1)).toMatchObject({ portion: { entries: 250 }, notBefore: 0, failures: 0 });
    expect(shrunk(talk, 8).portion.entries).toBe(1);
    expect(shrunk(talk, 8).failures).toBe(0);
    expect(shrunk(talk, 9)).toMatchObject({ failures: 1, notBefore: 1000 });
  });

  test('halve and wait when they were perhaps too large for the time or the line', () => {
    for (const how of ['timeout', 'reset'] as const)
      expect(failed(talk, { kind: 'unreachable', how }, at(0))).toMatchObject({
        portion: { entries: 250 },
        failures: 1,
      });
    expect(failed(talk, down, at(0)).portion).toEqual(WHOLE);
  });

  test('grow again after eight successes in a row', () => {
    let next = shrunk(talk, 2);
    for (let count = 0; count < 7; count++) next = succeeded(next);
    expect(next.portion.entries).toBe(125);
    next = succeeded(next);
    expect(next.portion.entries).toBe(250);
    expect(succeeded(succeeded(talk)).portion).toEqual(WHOLE);
  });

  test('always let the largest entry through', () => {
    let portion: Portion = WHOLE;
    for (let count = 0; count < 30; count++) portion = halved(portion);
    expect(portion).toEqual({ entries: 1, bytes: 65_604 });
    for (let count = 0; count < 30; count++) portion = doubled(portion);
    expect(portion).toEqual(WHOLE);
  });
});

describe('versions of the protocol', () => {
  test('a version speaks with the one before and the one after', () => {
    const version = (newest: number) => ({ oldest: Math.max(1, newest - 1), newest });
    expect(negotiated(version(3), version(3))).toEqual({ ok: true, value: 3 });
    expect(negotiated(version(3), version(2))).toEqual({ ok: true, value: 2 });
    expect(negotiated(version(2), version(3))).toEqual({ ok: true, value: 2 });
    expect(negotiated(version(1), version(3))).toEqual({ ok: false, error: 'mine-too-old' });
    expect(negotiated(version(4), version(2))).toEqual({ ok: false, error: 'theirs-too-old' });
  });

  test('this program speaks its own version and at most the one before', () => {
    expect(SPEAKS.newest - SPEAKS.oldest).toBeLessThanOrEqual(1);
  });
});
