import { expect, test } from 'vitest';
import { reachOf, receivedSince } from '../../../../renderer/headquarters/reach';
import { entryId, streamId } from '../../../../shared/kernel/ids';
import { instant } from '../../../../shared/kernel/instant';

const stream = streamId.of(`${'d'.repeat(43)}.${'l'.repeat(11)}.rooms`);
const id = (sign: string) => entryId.of(sign.repeat(64));
const place = (seq: number, beside = false) => ({ stream, seq, beside });
const told = (seq: number, ...forks: readonly string[]) => ({ chains: [{ stream, seq }], forks: forks.map(id) });
const [nine, ten] = [instant.of(9), instant.of(10)];

test('received at headquarters is said only of what a receipt names', () => {
  const received = receivedSince(null, told(3), nine);
  expect(reachOf({ headquarters: received, relay: null }, id('a'), place(3))).toEqual({ kind: 'there', at: null });
  expect(reachOf({ headquarters: received, relay: null }, id('b'), place(4))).toEqual({ kind: 'here' });
  expect(reachOf({ headquarters: received, relay: null }, id('c'), null)).toEqual({ kind: 'here' });
});

test('the time is when this window learnt of it, and stays; what was received before it opened has none', () => {
  const first = receivedSince(null, told(3), nine);
  const second = receivedSince(first, told(5), ten);
  const third = receivedSince(second, told(5), instant.of(11));
  expect(reachOf({ headquarters: third, relay: null }, id('a'), place(2))).toEqual({ kind: 'there', at: null });
  expect(reachOf({ headquarters: third, relay: null }, id('b'), place(4))).toEqual({ kind: 'there', at: ten });
});

test('a fork has its own receipt: the chain’s says nothing of it', () => {
  const received = receivedSince(null, told(9), nine);
  expect(reachOf({ headquarters: received, relay: null }, id('f'), place(4, true))).toEqual({ kind: 'here' });
  const then = receivedSince(received, told(9, 'f'), ten);
  expect(reachOf({ headquarters: then, relay: null }, id('f'), place(4, true))).toEqual({ kind: 'there', at: ten });
});

test('headquarters restored: what no receipt names any more is here alone again, until it is received anew', () => {
  const lost = receivedSince(receivedSince(null, told(9), nine), told(4), ten);
  expect(reachOf({ headquarters: lost, relay: null }, id('a'), place(6))).toEqual({ kind: 'here' });
  expect(reachOf({ headquarters: lost, relay: null }, id('b'), place(4)).kind).toBe('there');
  const again = receivedSince(lost, told(9), instant.of(12));
  expect(reachOf({ headquarters: again, relay: null }, id('a'), place(6))).toEqual({
    kind: 'there',
    at: instant.of(12),
  });
});
