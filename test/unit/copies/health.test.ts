import { expect, test } from 'vitest';
import { healthOf, sittingsUnderWay } from '../../../renderer/copies/health';
import type { SafeCopyState } from '../../../shared/bridge/copies';
import { instant, MINUTE } from '../../../shared/kernel/instant';
import { at, centreWith, morning } from '../../support/pageCentre';
import { hardNames } from '../../support/people';

const key = 'A'.repeat(43);
const copied: SafeCopyState = {
  kept: { folder: '/usb', rooms: false, key },
  last: { madeAt: at('09:00'), entries: 40 },
  missing: 2,
  trouble: null,
  device: key,
  takenBack: [],
  tookBackNow: false,
};

test('R15 a copy that lacks entries is told as old after 15 minutes of a sitting, and only then', () => {
  expect(healthOf(copied, at('09:14'), true)).toEqual({ kind: 'recent', age: 14 * MINUTE });
  expect(healthOf(copied, at('09:15'), true)).toEqual({ kind: 'old', age: 15 * MINUTE });
  expect(healthOf(copied, at('19:00'), false)).toMatchObject({ kind: 'recent' });
  expect(healthOf({ ...copied, missing: 0 }, at('19:00'), true)).toEqual({ kind: 'fresh' });
});

test('R15 no copy at all is told during a sitting, and left in peace otherwise', () => {
  expect(healthOf({ ...copied, kept: null }, at('09:00'), true)).toEqual({ kind: 'none' });
  expect(healthOf({ ...copied, kept: null }, at('19:00'), false)).toEqual({ kind: 'off' });
});

test('trouble comes before age', () => {
  expect(healthOf({ ...copied, trouble: 'absent' }, at('09:01'), true)).toEqual({ kind: 'trouble', because: 'absent' });
});

test('a sitting is under way from the invigilators’ service to half an hour after its longest end', () => {
  const { state } = centreWith(hardNames);
  const under = (time: string) => sittingsUnderWay(state, at(time)).map(({ id }) => id);
  expect(under('09:30')).toEqual([morning]);
  expect(under('05:00')).toEqual([]);
  expect(sittingsUnderWay(state, instant.of(at('09:30') + 24 * 60 * MINUTE))).toEqual([]);
});
