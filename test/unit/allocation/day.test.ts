import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate';
import { allocationRequest, dayCandidates } from '../../../shared/allocation/day';
import { concerns } from '../../../shared/exam/papers/entitled';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import { candidateId, day } from '../../../shared/kernel/ids';
import { told } from '../../support/told';

const made = demonstration({ size: 'S', seed: 4, day: day.of('2027-06-14') });
const about = { session: made.session.id };
const published = told([
  { kind: 'papers.published', about, data: { papers: made.papers } },
  { kind: 'sittings.published', about, data: { sittings: made.sittings } },
  { kind: 'rooms.published', about, data: { rooms: made.rooms } },
  { kind: 'candidates.published', about, data: { source: 'test', candidates: made.candidates.slice(0, 100) } },
  { kind: 'candidates.published', about, data: { source: 'test', candidates: made.candidates.slice(100) } },
]);
const [first] = made.candidates;
const [opening] = made.sittings;
if (!first || !opening) throw new Error('a demonstration without anybody');

test('the candidates of a day are those who sit a paper on it', () => {
  for (const { day: each } of made.sittings) {
    const papers = made.papers.filter(({ id }) =>
      made.sittings.some((one) => one.day === each && one.papers.includes(id)),
    );
    const expected = made.candidates.filter((who) => papers.some((paper) => concerns(paper, who)));
    expect(
      dayCandidates(published, each)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(expected.map(({ id }) => id).sort());
  }
  expect(dayCandidates(published, day.of('2030-01-01'))).toEqual([]);
});

test('a candidate struck off the list is not seated', () => {
  const after = told(
    [{ kind: 'candidates.struckOff', about, data: { source: 'test', candidates: [first] } }],
    published,
  );
  expect(dayCandidates(after, opening.day).some(({ id }) => id === first.id)).toBe(false);
});

test('R-028 a measure shown on the day counts like one that was granted', () => {
  const plain = made.candidates.find(({ accommodations }) => accommodations.length === 0);
  if (!plain) throw new Error('everyone has measures');
  const after = told(
    [
      {
        kind: 'accommodations.shown',
        about: { candidate: plain.id },
        data: { measures: [{ kind: 'extraTime', minutesPerHour: 20 }], notice: 'Notification du 3 mars' },
      },
    ],
    published,
  );
  const apart = allocationRequest(after, opening.day, 'nothing').candidates.find(({ id }) => id === plain.id)?.apart;
  expect(apart).toBe(true);
});

test('R-062 the table of somebody admitted off the list is not given away', () => {
  const [given] = allocate(allocationRequest(published, opening.day, 'nothing')).seats;
  const paper = opening.papers[0];
  if (!given || !paper) throw new Error('a demonstration without seats');
  const { room, table } = given.seat;
  const after = told(
    [
      {
        kind: 'candidate.admittedProvisionally',
        about: { sitting: opening.id, room, candidate: candidateId.of('HL-1') },
        data: {
          familyName: 'INCONNU',
          givenNames: 'Alix',
          birthDate: null,
          diploma: 'bac-pro',
          paper,
          table,
          explanation: '',
        },
      },
    ],
    published,
  );
  const { seats } = allocate(allocationRequest(after, opening.day, 'nothing'));
  expect(seats.some(({ seat }) => seat.room === room && seat.table === table)).toBe(false);
  expect(seats.length).toBe(made.candidates.length);
});

test('an allocation asked to keep seats gives back the published ones', () => {
  const { seats } = allocate(allocationRequest(published, opening.day, 'nothing'));
  const seated = told(
    [{ kind: 'seats.assigned', about: { day: opening.day }, data: { seats: [...seats] } }],
    published,
  );
  const again = allocate(allocationRequest(seated, opening.day, 'seats'));
  expect(again.seats).toEqual(seats);
  expect(again.released).toEqual([]);
});

test('the table of a candidate struck off after being seated is not given away', () => {
  const { seats } = allocate(allocationRequest(published, opening.day, 'nothing'));
  const [own, ...others] = seats;
  const gone = made.candidates.filter(({ id }) => id === own?.candidate);
  if (!own) throw new Error('a demonstration without seats');
  const after = told(
    [
      { kind: 'seats.assigned', about: { day: opening.day }, data: { seats: [own] } },
      { kind: 'candidates.struckOff', about, data: { source: 'test', candidates: gone } },
    ],
    published,
  );
  for (const keep of ['seats', 'nothing'] as const) {
    const again = allocate(allocationRequest(after, opening.day, keep)).seats;
    expect(again.some(({ seat }) => seat.room === own.seat.room && seat.table === own.seat.table)).toBe(false);
    expect(again.length).toBe(others.length);
  }
});
