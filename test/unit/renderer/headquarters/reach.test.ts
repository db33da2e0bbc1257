import { expect, test } from 'vitest';
import { type EntryPlace, type Received, reachOf, receivedFrom } from '../../../../renderer/headquarters/reach';
import { type EntryId, entryId, streamId } from '../../../../shared/kernel/ids';
import { instant } from '../../../../shared/kernel/instant';

const stream = streamId.of(`${'d'.repeat(43)}.${'l'.repeat(11)}.rooms`);
const id = (sign: string) => entryId.of(sign.repeat(64));
const reached = (received: Received, of: EntryId, at: EntryPlace | null) =>
  reachOf({ headquarters: received, relay: null }, of, at);
const place = (seq: number, beside = false) => ({ stream, seq, beside });
const told = (seq: number, ...hours: readonly (readonly [seq: number, at: number | null])[]) =>
  receivedFrom({
    chains: [
      { stream, seq, hours: hours.map(([until, at]) => ({ seq: until, at: at === null ? null : instant.of(at) })) },
    ],
    forks: [id('f')],
  });

test('received at headquarters is said only of what a receipt names', () => {
  const received = told(3);
  expect(reached(received, id('a'), place(3))).toEqual({ kind: 'there', at: null });
  expect(reached(received, id('b'), place(4))).toEqual({ kind: 'here' });
  expect(reached(received, id('c'), null)).toEqual({ kind: 'here' });
});

test('the hour is that of the first receipt that names an entry; where headquarters’ hour is not known there is none', () => {
  const received = told(9, [2, null], [5, 1_000], [7, 2_000]);
  const hourOf = (seq: number) => reached(received, id('a'), place(seq));
  expect([1, 2, 3, 5, 6, 8].map(hourOf).map((reach) => reach.kind === 'there' && reach.at)).toEqual([
    ...[null, null, 1_000, 1_000, 2_000, null],
  ]);
});

test('a fork has its own receipt: the chain’s says nothing of it', () => {
  expect(reached(told(9), id('a'), place(4, true))).toEqual({ kind: 'here' });
  expect(reached(told(9), id('f'), place(4, true))).toEqual({ kind: 'there', at: null });
});

test('three honest states: here, at a relay of the centre, at headquarters; the furthest is told', () => {
  const by = { headquarters: told(2), relay: told(5, [5, 1_000]) };
  const kindOf = (seq: number) => reachOf(by, id('a'), place(seq));
  expect([2, 5, 6].map(kindOf)).toEqual([{ kind: 'there', at: null }, { kind: 'relay', at: 1_000 }, { kind: 'here' }]);
  expect(reachOf({ headquarters: null, relay: null }, id('a'), place(1))).toEqual({ kind: 'here' });
});
