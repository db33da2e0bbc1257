import { describe, expect, test } from 'vitest';
import { centreCode } from '../../../shared/exchange/names';
import { sessionId } from '../../../shared/kernel/ids';
import { type Instant, instant, MINUTE } from '../../../shared/kernel/instant';
import { type Figures, noFigures } from '../../../shared/watch/figures';
import { type CentreLine, figuresAt } from '../../../shared/watch/watched';
import { everything, inOrder, shownBy, withinChoice } from '../../../vigie/board/chosenRows';
import { type Row, rowOf } from '../../../vigie/board/troubles';

const start = instant.of(Date.UTC(2026, 5, 16, 7));
const later = (minutes: number): Instant => instant.of(start + minutes * MINUTE);

function aLine(change: Partial<CentreLine> = {}): CentreLine {
  return {
    name: 'Lycée des Cèdres',
    town: 'Cèdreville',
    authority: 'Académie des Cèdres',
    session: { id: sessionId.of('juin'), name: 'Session de juin', zone: 'Europe/Paris', demonstration: false },
    halfDay: null,
    start,
    lastEnd: later(240),
    figures: noFigures,
    pending: [],
    messages: [],
    unread: 0,
    ...change,
  };
}

const rooms = (change: Partial<Figures['rooms']>): Figures => ({
  ...noFigures,
  rooms: { ...noFigures.rooms, planned: 4, ...change },
});

function aRow(line: CentreLine, told: { code?: string; contact?: Instant | null; now?: Instant } = {}): Row {
  const { code = '0010001A', contact = start, now = later(30) } = told;
  const centre = centreCode.of(code);
  const contacts = new Map(contact === null ? [] : [[centre, contact] as const]);
  return rowOf({ centre, line, news: null, entered: null }, { now, contacts, silentAfter: 10 * MINUTE });
}

describe('figures at another moment', () => {
  const line = aLine({ figures: { ...rooms({}), delay: 3 }, pending: [{ start, rooms: 2 }] });

  test('rooms that have not begun grow later by themselves', () => {
    expect(figuresAt(line, later(7))).toMatchObject({ delay: 7, rooms: { notStarted: 2 } });
  });

  test('nothing is late before its hour, nor within its first minute', () => {
    expect(figuresAt(line, later(-1))).toMatchObject({ delay: 3, rooms: { notStarted: 0 } });
    expect(figuresAt(line, instant.of(start + MINUTE - 1))).toMatchObject({ rooms: { notStarted: 0 } });
  });

  test('a room that began late counts for as long as no other is later', () => {
    expect(figuresAt(line, later(2)).delay).toBe(3);
  });
});

describe('which centres somebody should look at', () => {
  test('one that was not heard for too long is silent, while its exam is on or near', () => {
    const line = aLine({ figures: rooms({ started: 4 }) });
    expect(aRow(line, { contact: later(19) }).silent).toBe(true);
    expect(aRow(line, { contact: later(20) }).silent).toBe(false);
    expect(aRow(line, { contact: null }).silent).toBe(true);
    expect(aRow(line, { contact: null, now: later(-61) }).silent).toBe(false);
    expect(aRow(line, { contact: null, now: later(301) }).silent).toBe(false);
  });

  test('what concerns the subject comes before silence, silence before fraud, fraud before delay', () => {
    const incident = (category: 'subject' | 'fraud') =>
      aLine({ figures: { ...rooms({}), incidents: { ...noFigures.incidents, [category]: 1 } } });
    const contact = later(30);
    const all = [
      aRow(aLine({ figures: { ...rooms({}), delay: 20 } }), { contact, code: '0000004A' }),
      aRow(incident('fraud'), { contact, code: '0000003A' }),
      aRow(aLine({ figures: rooms({}) }), { contact: null, code: '0000002A' }),
      aRow(incident('subject'), { contact, code: '0000001A' }),
      aRow(aLine({ figures: rooms({}) }), { contact, code: '0000005A' }),
    ];
    expect(inOrder(all, 'trouble').map(({ watched }) => watched.centre)).toEqual([
      '0000001A',
      '0000002A',
      '0000003A',
      '0000004A',
      '0000005A',
    ]);
    expect(all.filter(shownBy('trouble'))).toHaveLength(4);
  });

  test.each([
    [rooms({}), 'ahead', 'ahead'],
    [rooms({ open: 1 }), 'open', 'ahead'],
    [rooms({ open: 4, started: 1 }), 'running', 'running'],
    [rooms({ open: 4, started: 4, ended: 4 }), 'ended', 'over'],
    [rooms({ open: 4, started: 4, ended: 4, closed: 4 }), 'closed', 'over'],
  ] as const)('a centre is told at its stage, and found under it: %#', (figures, stage, filter) => {
    const row = aRow(aLine({ figures }));
    expect(row.stage).toBe(stage);
    expect(shownBy(filter)(row)).toBe(true);
  });
});

describe('looking for centres', () => {
  const rows = [
    aRow(aLine({ name: 'Lycée des Étangs', town: 'Lac-la-Forêt' }), { code: '0020002B' }),
    aRow(aLine({ name: 'Lycée Œrsted', authority: 'Académie de Valombre' }), { code: '0030003C' }),
  ];
  test.each([
    ['etangs', ['0020002B']],
    ['lac la FORET', ['0020002B']],
    ['oersted', ['0030003C']],
    ['0030003c', ['0030003C']],
    ['lycee', ['0020002B', '0030003C']],
    ['ailleurs', []],
  ])('« %s » finds by name, town and number, accents and order left aside', (text, found) => {
    expect(withinChoice(rows, { ...everything, text }).map(({ watched }) => watched.centre)).toEqual(found);
  });

  test('a session or an authority leaves out all others', () => {
    expect(withinChoice(rows, { ...everything, authority: 'Académie de Valombre' })).toEqual([rows[1]]);
    expect(withinChoice(rows, { ...everything, session: 'mai' })).toEqual([]);
  });
});
