import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../shared/kernel/result';
import { centreStatusOf } from '../../../shared/watch/centreStatus';
import { compactOf, isEventful } from '../../../shared/watch/compactStatus';
import { compactText, fitted, MOST_BYTES, readCompactText } from '../../../shared/watch/compactText';
import { together } from '../../../shared/watch/figures';
import { randomMorning } from '../../support/randomMorning';
import { statuses } from '../../support/statuses';

const fixed = { seed: 20_190_617, numRuns: 60 };
const [small] = fc.sample(statuses(3), { seed: 7, numRuns: 1 });
if (!small) throw new Error('one sample');
const text = compactText(compactOf(small));

test('a status of random mornings is read back as it was written', () => {
  fc.assert(
    fc.property(randomMorning, ({ state, now }) => {
      const status = centreStatusOf(state, now);
      if (!status) throw new Error('the session is published');
      const compact = compactOf(status);
      expect(unwrap(readCompactText(compactText(compact)))).toEqual(compact);
    }),
    fixed,
  );
});

test.each([0, 1, 24, 130, 400])(
  '%i rooms pass in 2,000 signs that a QR code holds, and come back as they went',
  (count) => {
    fc.assert(
      fc.property(statuses(count), (status) => {
        const whole = compactOf(status);
        const compact = fitted(whole);
        const written = compactText(compact);
        expect(written.length).toBeLessThanOrEqual(MOST_BYTES);
        expect(written).toMatch(/^[0-9A-Z+\-.:/]+$/);
        expect(unwrap(readCompactText(written))).toEqual(compact);
      }),
      { ...fixed, numRuns: 15 },
    );
  },
);

test('130 rooms: what does not fit is counted, is in the figures, and is what there is least to say of', () => {
  fc.assert(
    fc.property(statuses(130), (status) => {
      const [sitting] = fitted(compactOf(status)).sittings;
      const [whole] = compactOf(status).sittings;
      if (!sitting || !whole) throw new Error('one sitting');
      expect(sitting.rooms.length + sitting.otherRooms).toBe(130);
      expect(sitting.rooms.length).toBeGreaterThan(80);
      expect(sitting.figures).toEqual(status.figures);
      const kept = new Set(sitting.rooms.map(({ name }) => name));
      const leftOut = whole.rooms.filter(({ name }) => !kept.has(name));
      if (sitting.rooms.some((room) => !isEventful(room))) expect(leftOut.some(isEventful)).toBe(false);
    }),
    { ...fixed, numRuns: 15 },
  );
});

test('130 rooms where nothing happens all fit', () => {
  const [busy] = fc.sample(statuses(130), { seed: 7, numRuns: 1 });
  const [sitting] = busy?.sittings ?? [];
  if (!busy || !sitting) throw new Error('one sample');
  const rooms = sitting.rooms.map((room) => ({
    ...room,
    stage: 'started' as const,
    delay: 0,
    notStarted: false,
    incidents: together([]).incidents,
    awaiting: together([]).awaiting,
    candidates: { ...together([]).candidates, registered: 24, present: 22, absent: 2 },
  }));
  const [fits] = fitted(compactOf({ ...busy, sittings: [{ ...sitting, rooms }] })).sittings;
  expect(fits).toMatchObject({ otherRooms: 0, rooms: { length: 130 } });
});

describe('a text that was typed', () => {
  test('may be in small letters and broken into lines', () => {
    const broken = text.toLowerCase().replaceAll(/(.{30})/g, '$1 \n');
    expect(unwrap(readCompactText(broken))).toEqual(compactOf(small));
  });

  test('with any one wrong sign is refused, and the line named', () => {
    const places = [...text].map((_sign, at) => text.slice(0, at).split('/').length);
    for (let at = 0; at < text.length; at++) {
      for (const wrong of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-.:/%é') {
        if (wrong === text[at]) continue;
        const read = readCompactText(text.slice(0, at) + wrong + text.slice(at + 1));
        if (read.ok) throw new Error(`${wrong} at ${at} passed`);
        if (at < 'CACHET1:'.length) continue;
        expect(read.error).toMatchObject({ kind: 'line', line: places[at] });
      }
    }
  });

  test('with a sign too many or too few, or two lines exchanged, is refused', () => {
    for (let at = 0; at < text.length; at++) {
      expect(readCompactText(text.slice(0, at) + text.slice(at + 1)).ok).toBe(false);
      expect(readCompactText(`${text.slice(0, at)}7${text.slice(at)}`).ok).toBe(false);
    }
    const [head, first, second, ...rest] = text.split('/');
    expect(readCompactText([head, second, first, ...rest].join('/'))).toMatchObject({ ok: false });
    expect(readCompactText([head, first, ...rest].join('/'))).toMatchObject({ ok: false });
    expect(readCompactText([head, first, second, ...rest.slice(0, -1)].join('/'))).toMatchObject({ ok: false });
  });

  test('that is something else, or of a later program, is told as that', () => {
    expect(readCompactText('Bonjour')).toEqual({ ok: false, error: { kind: 'not-ours' } });
    expect(readCompactText(text.replace('CACHET1', 'CACHET2'))).toEqual({
      ok: false,
      error: { kind: 'newer', version: '2' },
    });
  });
});
