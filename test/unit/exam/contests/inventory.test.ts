import { describe, expect, test } from 'vitest';
import { contestInWords, contestSentence } from '../../../../shared/documents/contestWords';
import { apply } from '../../../../shared/exam/apply';
import { contestsOf } from '../../../../shared/exam/contests/contests';
import { aspects, type Handling, handling } from '../../../../shared/exam/contests/handling';
import { contestsIn } from '../../../../shared/exam/contests/place';
import { contentSaid, settlingOf } from '../../../../shared/exam/contests/settling';
import { decide } from '../../../../shared/exam/decide';
import { type Aspect, fact, reading } from '../../../../shared/exam/state';
import { canonical } from '../../../../shared/kernel/canonical';
import { clockTime } from '../../../../shared/kernel/instant';
import { at, b12, head, lead, sitting, zone } from '../../../support/cast';
import { another, differing, differingAspects, entry, one, outright, saidApart } from '../../../support/differing';

/** What everybody sees of an aspect that two machines tell differently. */
interface Row {
  /** By which version the day goes on until it is settled: the first or the second said, both together, or none. */
  readonly goesOnBy: 'first' | 'second' | 'both' | 'none';
  /** Whether the room's desk, its card and its report tell it; all that is contested stands in the head's list. */
  readonly inRoom: boolean;
}

/** Every aspect that a kind writes: one that is added is handled, and has its row here, before it compiles. */
const inventory: Readonly<Record<Aspect, Row | Exclude<Handling['when'], 'contested'>>> = {
  attendance: { goesOnBy: 'none', inRoom: true },
  identity: { goesOnBy: 'second', inRoom: true },
  identitySettled: { goesOnBy: 'none', inRoom: true },
  latecomers: { goesOnBy: 'second', inRoom: true },
  latecomersDecided: { goesOnBy: 'none', inRoom: true },
  provisional: { goesOnBy: 'first', inRoom: true },
  provisionalSettled: { goesOnBy: 'none', inRoom: true },
  seatsAsked: { goesOnBy: 'first', inRoom: true },
  seatsDenied: { goesOnBy: 'none', inRoom: true },
  departures: { goesOnBy: 'second', inRoom: true },
  noticesShown: { goesOnBy: 'both', inRoom: true },
  registrations: { goesOnBy: 'second', inRoom: true },
  seats: { goesOnBy: 'none', inRoom: true },
  exitsEnded: { goesOnBy: 'second', inRoom: true },
  incidentsDecided: { goesOnBy: 'none', inRoom: true },
  roomChecks: { goesOnBy: 'second', inRoom: true },
  observations: { goesOnBy: 'none', inRoom: true },
  reports: { goesOnBy: 'none', inRoom: true },
  teams: { goesOnBy: 'none', inRoom: true },
  envelopes: { goesOnBy: 'none', inRoom: true },
  starts: { goesOnBy: 'second', inRoom: true },
  ends: { goesOnBy: 'second', inRoom: true },
  scriptCounts: { goesOnBy: 'none', inRoom: true },
  signatures: { goesOnBy: 'second', inRoom: true },
  rooms: { goesOnBy: 'none', inRoom: true },
  papers: { goesOnBy: 'second', inRoom: false },
  sittings: { goesOnBy: 'second', inRoom: false },
  staff: { goesOnBy: 'first', inRoom: false },
  regulations: { goesOnBy: 'first', inRoom: false },
  specialities: { goesOnBy: 'first', inRoom: false },
  access: { goesOnBy: 'none', inRoom: false },
  session: { goesOnBy: 'first', inRoom: false },
  exits: 'never',
  incidents: 'never',
  noticesRead: 'never',
  overrides: 'never',
  startCorrections: 'never',
  settlements: 'never',
  changesSeen: 'never',
  decisionsSeen: 'beside',
  clones: 'beside',
  headquarters: 'beside',
  handed: 'beside',
  memberships: 'beside',
  machinePlaces: 'beside',
  relays: 'beside',
  machines: 'beside',
  machineKeys: 'beside',
  safeCopies: 'beside',
  copiesRestored: 'beside',
  messages: 'beside',
  messagesRead: 'beside',
};

const hour = (moment: Parameters<typeof clockTime>[0]) => clockTime(moment, zone);

test('every aspect that a kind writes is in the table, and is handled as the table says', () => {
  expect(Object.keys(inventory).sort()).toEqual([...aspects].sort());
  for (const aspect of aspects) {
    const row = inventory[aspect];
    expect(handling[aspect].when, aspect).toBe(typeof row === 'string' ? row : 'contested');
  }
  expect([...differingAspects].sort()).toEqual(aspects.filter((each) => handling[each].when === 'contested').sort());
});

describe.each(differingAspects)('FAULT 53 %s, said in two ways', (aspect) => {
  const row = inventory[aspect];
  const state = saidApart(aspect);
  const contest = contestsOf(state).find((each) => each.aspect === aspect);

  test('is in the head’s list with both versions in words, each with whose it is', () => {
    if (!contest) throw new Error('it is not listed');
    expect(contest.versions.map(({ words }) => words)).toEqual([
      [{ entry: entry(1), by: one.person }],
      [{ entry: entry(2), by: another.person }],
    ]);
    const told = contestInWords(state, contest, hour);
    expect(told.about).not.toContain(aspect);
    expect(new Set(told.versions.map(({ text }) => text)).size).toBe(2);
    for (const { text } of told.versions) expect(text).toMatch(/\p{L}/u);
    expect(contestSentence(told)).toContain('à trancher');
  });

  test('the day goes on by the careful version, or by none', () => {
    if (!contest || typeof row === 'string') throw new Error('it is not listed');
    const [first, second] = contest.versions.map(({ value }) => canonical(value));
    const by = canonical(fact(state, aspect, contest.scope, contest.key));
    const both = `${first?.slice(0, -1)},${second?.slice(1)}`;
    expect(by).toBe({ first, second, both, none: 'null' }[row.goesOnBy]);
    expect(reading(state, aspect, contest.scope, contest.key).kind).toBe('contested');
  });

  test('its room tells it', () => {
    if (typeof row === 'string') throw new Error('it cannot be contested');
    expect(
      contestsIn(state, sitting, b12)
        .map((each) => each.aspect)
        .includes(aspect),
    ).toBe(row.inRoom);
  });

  test('a head settles it with a reason, of all its versions; what is kept elsewhere is settled there', () => {
    if (!contest) throw new Error('it is not listed');
    const [kept] = differing[aspect];
    const settling = settlingOf(contest, contentSaid(kept), 'vu sur place');
    expect(decide([settling], state, lead, at('10:30'))).toMatchObject({
      error: { because: { kind: 'not-entitled' } },
    });
    const decided = decide([settling], state, head, at('10:30'));
    const how = handling[aspect];
    if (how.when === 'contested' && how.by === 'elsewhere') {
      expect(decided).toMatchObject({ error: { because: { kind: 'not-yours' } } });
      return;
    }
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const [draft] = decided.value;
    expect([...(draft?.supersedes ?? [])].sort()).toEqual([entry(1), entry(2)]);
    const after = apply(state, [outright(settling, head, entry(3), draft?.supersedes)]);
    expect(reading(after, aspect, contest.scope, contest.key)).toMatchObject({
      kind: 'known',
      value: contest.versions[0]?.value,
    });
    expect(contestsOf(after)).toEqual([]);
  });
});
