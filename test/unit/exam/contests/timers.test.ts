import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockFaceOf } from '../../../../renderer/salle/clock/clockFace';
import { roomViewOf } from '../../../../renderer/salle/room/roomView';
import { apply } from '../../../../shared/exam/apply';
import { phaseOf } from '../../../../shared/exam/rooms/phase';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { earliestExit } from '../../../../shared/exam/timing/limits';
import { at, b12, invigilator, lead, number, paperOf, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { another, entry, one, outright } from '../../../support/differing';
import { distributed, leaves, paperEnded } from '../../../support/gestures';

const third = [{ kind: 'extraTime' as const, minutesPerHour: 20 }];
const sitters = [{ name: 'Allard' }, { name: 'Caron', accommodations: third }];
const ready = new ExamDay({ sitters, minutes: 120 }).called();

const minute = fc.integer({ min: 0, max: 59 }).map((minutes) => `09:${String(minutes).padStart(2, '0')}`);

test('A-84 no end that is shown is earlier than the latest that any version of the start gives', () => {
  fc.assert(
    fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 4 }), (starts) => {
      const said = starts.map((start, index) =>
        outright(distributed(start), index % 2 ? one : another, entry(index + 1)),
      );
      const state = apply(ready.state, said);
      const alone = said.map((each) => apply(ready.state, [each]));
      const ends = (of: typeof state) => rollOf(of, sitting, b12).map(({ endsAt }) => endsAt ?? 0);
      const faces = (of: typeof state) => {
        const view = roomViewOf(of, sitting, b12);
        return view ? clockFaceOf(view, '').papers.flatMap((paper) => paper.ends.map((end) => end.at)) : [];
      };
      for (const of of [ends, faces]) {
        const latest = of(state).map((_, index) => Math.max(...alone.map((each) => of(each)[index] ?? 0)));
        expect(of(state)).toEqual(latest);
      }
      const exits = alone.map((each) => earliestExit(each, sitting, b12, paperOf({ durationMinutes: 120 })) ?? 0);
      expect(earliestExit(state, sitting, b12, paperOf({ durationMinutes: 120 }))).toBe(Math.max(...exits));
    }),
    { seed: 84, numRuns: 40 },
  );
});

test('two starts on the board leave the room under way: it does not go back to its envelopes', () => {
  const state = apply(ready.state, [
    outright(distributed('09:00'), one, entry(1)),
    outright(distributed('09:05'), another, entry(2)),
  ]);
  expect(phaseOf(state, sitting, b12)).toMatchObject({
    kind: 'composition',
    firstStart: at('09:05'),
    papers: [{ end: at('11:05'), lastEnd: at('11:45') }],
  });
});

test('two hours of an end leave the paper ended, and two of a departure leave the candidate gone', () => {
  const day = new ExamDay({ sitters, minutes: 120 }).begun().at('11:40');
  const before = day.state;
  const gone = number('B12', 1);
  day.take([
    ...day.saysFrom(before, invigilator, leaves(gone, '10:40')),
    ...day.saysFrom(before, lead, leaves(gone, '10:45')),
    outright(paperEnded(at('11:40')), one, entry(1)),
    outright(paperEnded(at('11:42')), another, entry(2)),
  ]);
  expect(rollOf(day.state, sitting, b12)[0]?.departure?.at).toBe(at('10:45'));
  expect(phaseOf(day.state, sitting, b12).kind).toBe('scripts');
});

test('R-028 measures shown on two notices all hold until they are settled', () => {
  const about = { candidate: number('B12', 1) };
  const shown = (measure: (typeof third)[number] | { kind: 'computer' }) => ({
    kind: 'accommodations.shown' as const,
    about,
    data: { measures: [measure], notice: 'notification' },
  });
  const state = apply(ready.state, [
    outright(shown({ kind: 'computer' }), one, entry(1)),
    outright(shown({ kind: 'extraTime', minutesPerHour: 20 }), another, entry(2)),
    outright(distributed('09:00'), lead, entry(3)),
  ]);
  const [line] = rollOf(state, sitting, b12);
  expect(line?.accommodations.map(({ kind }) => kind).sort()).toEqual(['computer', 'extraTime']);
  expect(line?.endsAt).toBe(at('11:40'));
});
