import { expect, test } from 'vitest';
import { ClosingsAudit } from '../../../shared/centre/closings';
import { type Command, catalogue, isEntryKind } from '../../../shared/exam/catalogue';
import { registrationOf } from '../../../shared/exam/people/registration';
import { closingOf } from '../../../shared/exam/scripts/reported';
import type { Entry } from '../../../shared/journal/entry';
import { deviceOf, deviceOfKey, launchId, streamOf } from '../../../shared/journal/launch';
import { type EntryId, entryId, type StreamId } from '../../../shared/kernel/ids';
import type { Channel, Statement } from '../../../shared/kernel/statement';
import { b12, head, lead, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { aSigner } from '../../support/devices';
import { attendance } from '../../support/gestures';

const streamIn = (channel: Channel) =>
  streamOf(deviceOfKey(aSigner('desk').publicKey), launchId.of('AAAAAAAAAAA'), channel);
const stream = streamIn('rooms');
const [first, second] = [number('B12', 1), number('B12', 2)];

/** The statements of a day as entries of one machine. */
function chained(statements: readonly Statement[]): readonly Entry[] {
  const last = new Map<StreamId, Entry>();
  return statements.map((each) => {
    const into = streamIn(isEntryKind(each.kind) ? catalogue[each.kind].channel : 'rooms');
    const before = last.get(into);
    const entry: Entry = { ...each, format: 1, stream: into, seq: (before?.seq ?? 0) + 1, prev: before?.id ?? null };
    last.set(into, entry);
    return entry;
  });
}

function checked(entries: readonly Entry[]) {
  const audit = new ClosingsAudit();
  for (const entry of entries) audit.meet(entry);
  const check = audit.check();
  let turn = check.next();
  while (!turn.done) turn = check.next();
  return turn.value;
}

/** A room closed on all that its machine holds, as its desk closes it. */
function closedDay(): ExamDay {
  return closes(countedDay());
}

function countedDay(): ExamDay {
  return new ExamDay().begun().at('13:00').counted(4, 0, 0);
}

function closes(day: ExamDay): ExamDay {
  const heads = new Map(chained(day.statements).map((each) => [each.stream, each]));
  const frontier = [...heads].map(([of, { seq, id }]): [StreamId, number, EntryId] => [of, seq, id]);
  const closing = closingOf(day.state, sitting, b12, day.now, frontier);
  if (!closing) throw new Error('the sitting is unknown');
  day.says(lead, closing);
  return day;
}

test('a report made again from the entries it was closed on states what its hash seals', () => {
  expect(checked(chained(closedDay().statements))).toEqual([
    expect.objectContaining({ outcome: 'agrees', missing: [], stands: true, signatures: 1, late: 0, by: lead.person }),
  ]);
});

/** As another machine keeps them, to which a box is closed and which reads these lists or does not. */
function keptElsewhere(entries: readonly Entry[], readsLists: boolean): readonly Entry[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'candidates.handed') return { ...entry, data: null };
    return readsLists || entry.kind !== 'candidates.published' ? entry : [];
  });
}

/** A day in which an office handed the room's list to the machine that closes its report, which does not read the lists. */
function closedOnARoomsMachine(): readonly Entry[] {
  const day = new ExamDay();
  const listed = day.statements.find(({ kind }) => kind === 'candidates.published');
  if (!listed) throw new Error('a list was published');
  const about = {
    device: deviceOf(stream),
    to: 'A'.repeat(43),
    candidates: day.everyoneIn().map((candidate) => ({ candidate, versions: [listed.id] })),
  };
  const registrations = day.everyoneIn().flatMap((id) => registrationOf(day.state, id) ?? []);
  day.take([{ ...listed, id: entryId.of('9'.repeat(64)), kind: 'candidates.handed', about, data: { registrations } }]);
  day.begun().at('13:00').counted(4, 0, 0);
  const heads = new Map(chained(day.statements).map((each) => [each.stream, each]));
  heads.delete(streamIn('people'));
  const frontier = [...heads].map(([of, { seq, id }]): [StreamId, number, EntryId] => [of, seq, id]);
  const closing = closingOf(day.state, sitting, b12, day.now, frontier);
  if (!closing) throw new Error('the sitting is unknown');
  day.says(lead, closing);
  return chained(day.statements);
}

test('a report closed on a room’s machine is made again where the lists are read, by the words that were handed to it', () => {
  expect(checked(keptElsewhere(closedOnARoomsMachine(), true))).toMatchObject([{ outcome: 'agrees', missing: [] }]);
});

test('a machine that does not hold the room’s list says that it cannot make its report again, and accuses nobody', () => {
  expect(checked(keptElsewhere(closedOnARoomsMachine(), false))).toMatchObject([{ outcome: 'unheld', missing: [] }]);
});

test('what came after a closing is counted, and does not make it disagree', () => {
  const day = countedDay();
  const elsewhere = day.saysFrom(day.state, head, attendance('absent', second));
  closes(day).take(elsewhere);
  expect(checked(chained(day.statements))).toMatchObject([{ outcome: 'agrees', stands: true, late: 1 }]);
});

test('a report opened again does not stand; the one closed anew does, and both agree', () => {
  const day = closedDay();
  const reopened: Command = {
    kind: 'report.reopened',
    about: { sitting, room: b12 },
    data: { reason: 'une signature oubliée' },
  };
  day.says(head, reopened);
  expect(checked(chained(day.statements))).toMatchObject([{ outcome: 'agrees', stands: false }]);
  closes(day.at('13:10'));
  expect(checked(chained(day.statements))).toMatchObject([
    { outcome: 'agrees', stands: false },
    { outcome: 'agrees', stands: true },
  ]);
});

test('a report closed on entries that are not there is told with the stream and the number', () => {
  const entries = chained(closedDay().statements);
  const before = (entries.at(-1)?.seq ?? 0) - 1;
  const without = entries.filter((each) => each.stream !== stream || each.seq !== before);
  expect(checked(without)).toMatchObject([{ outcome: 'lost', missing: [{ stream, seq: before }] }]);
});

test('a report whose entries say something else than it sealed disagrees', () => {
  const day = closedDay();
  const entries = chained(day.statements).map((entry) =>
    entry.kind === 'attendance.recorded' ? { ...entry, data: { status: 'absent', candidates: [first] } } : entry,
  );
  expect(checked(entries)).toMatchObject([{ outcome: 'differs' }]);
});

test('a report is made again from the branch of a forked stream on which it was closed', () => {
  const day = countedDay();
  const before = chained(day.statements).at(-2);
  if (!before) throw new Error('the day has entries');
  const said = day.saysFrom(day.state, head, attendance('absent', second));
  const entries = chained(closes(day).statements);
  const fork = said.map((each): Entry => ({ ...each, format: 1, stream, seq: before.seq + 1, prev: before.id }));
  expect(checked([...entries, ...fork])).toMatchObject([{ outcome: 'agrees' }]);
});
