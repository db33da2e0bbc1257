import { expect, test } from 'vitest';
import { openDesk, type WriteFault } from '../../../renderer/store/centreStore';
import type { Command } from '../../../shared/exam/catalogue';
import { reading } from '../../../shared/exam/state';
import { channelKeyId, type EntryId, entryId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import { err, ok, type Result } from '../../../shared/kernel/result';
import type { Draft, Statement } from '../../../shared/kernel/statement';
import { lead, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { attendance } from '../../support/gestures';

const now = instant.of(1_750_000_000_000);
const candidate = number('B12', 1);
const published = new ExamDay().statements;

/** A journal whose writes wait until the test lets them through. */
function gate() {
  const drafts: Draft[][] = [];
  const waiting: (() => void)[] = [];
  let fault: WriteFault | null = null;
  let count = 0;
  const names: EntryId[] = [];
  return {
    drafts,
    names,
    fail: (with_: WriteFault | null) => {
      fault = with_;
    },
    /** Lets the oldest write through. */
    async open() {
      while (waiting.length === 0) await Promise.resolve();
      waiting.shift()?.();
    },
    inscribe(batch: readonly Draft[]): Promise<Result<readonly Statement[], WriteFault>> {
      drafts.push([...batch]);
      return new Promise((resolve) => {
        waiting.push(() => {
          if (fault) return resolve(err(fault));
          resolve(
            ok(
              batch.map((each) => {
                const id = entryId.of((++count).toString(16).padStart(64, '0'));
                names.push(id);
                return {
                  ...each,
                  id,
                  at: { wall: now, logical: [now, count], zone: 'Europe/Paris', offset: null },
                  by: lead,
                };
              }),
            ),
          );
        });
      });
    },
  };
}

function desk() {
  const journal = gate();
  let drawn = 0;
  const opened = openDesk({
    clock: { now: () => now },
    random: { bytes: (length) => new Uint8Array(length).fill(0xa0 + drawn++) },
    zone: 'Europe/Paris',
    inscriber: journal,
  });
  opened.receive(published);
  opened.act(lead);
  return { desk: opened, journal };
}

const mark = (status: 'present' | 'absent'): Command => attendance(status, candidate);

test('a gesture is on screen at once, and saved only when the journal says so', async () => {
  const { desk: opened, journal } = desk();
  const said = opened.say(mark('present'));
  expect(reading(opened.store.getState().state, 'attendance', sitting, candidate)).toMatchObject({ kind: 'known' });
  expect(opened.store.getState()).toMatchObject({ saving: 1, statements: published });
  await journal.open();
  expect(await said).toMatchObject({ ok: true });
  expect(opened.store.getState().saving).toBe(0);
  expect(opened.store.getState().statements).toHaveLength(published.length + 1);
});

test('a second tap before the first is saved supersedes the saved entry: nobody contests themselves', async () => {
  const { desk: opened, journal } = desk();
  const first = opened.say(mark('present'));
  const second = opened.say(mark('absent'));
  await journal.open();
  await first;
  await journal.open();
  await second;
  expect(journal.drafts[1]?.[0]?.supersedes).toEqual([journal.names[0]]);
  expect(reading(opened.store.getState().state, 'attendance', sitting, candidate)).toMatchObject({
    kind: 'known',
    value: { status: 'absent' },
  });
});

test('FAULT 17 the same gesture said again while it waits for the disk, as by a double click, is one entry and one answer', async () => {
  const { desk: opened, journal } = desk();
  const twice = [opened.say(mark('present')), opened.say(mark('present'))];
  expect(opened.store.getState().saving).toBe(1);
  await journal.open();
  const [first, second] = await Promise.all(twice);
  expect(first).toMatchObject({ ok: true });
  expect(second).toBe(first);
  expect(journal.drafts).toHaveLength(1);
});

test('FAULT 17 a gesture that comes back to an earlier one before any is saved is an entry of its own, in order', async () => {
  const { desk: opened, journal } = desk();
  const said = [opened.say(mark('present')), opened.say(mark('absent')), opened.say(mark('present'))];
  for (const _ of said) await journal.open();
  await Promise.all(said);
  expect(journal.drafts.flat().map(({ data }) => data)).toMatchObject([
    { status: 'present' },
    { status: 'absent' },
    { status: 'present' },
  ]);
});

test('what the disk refuses leaves the screen as it was, and says why', async () => {
  const { desk: opened, journal } = desk();
  journal.fail({ kind: 'storage', reason: 'full' });
  const said = opened.say(mark('present'));
  await journal.open();
  expect(await said).toEqual({ ok: false, error: { kind: 'storage', reason: 'full' } });
  expect(reading(opened.store.getState().state, 'attendance', sitting, candidate)).toEqual({ kind: 'unknown' });
});

test('a locked desk says nothing', async () => {
  const { desk: opened } = desk();
  opened.act(null);
  expect(await opened.say(mark('present'))).toEqual({ ok: false, error: { kind: 'locked' } });
});

test('CLOSED CHANNELS a statement that was closed, and is not any more, stands where it stood, once', () => {
  const { desk: opened } = desk();
  const [first, second] = published;
  if (!first || !second) throw new Error('a session has statements');
  const before = opened.store.getState().statements.length;
  const closed = { ...first, about: null, data: null, closed: { key: channelKeyId.of('0'.repeat(16)), box: '' } };
  opened.receive([closed, second]);
  opened.receive([first]);
  expect(opened.store.getState().statements.slice(before)).toEqual([first, second]);
});

test('what was not its device’s to write stays in the main courante and changes nothing, before and after it comes', () => {
  const day = new ExamDay();
  const [roll] = day.says(lead, attendance('present', candidate));
  if (!roll) throw new Error('the roll was called');
  const { store, receive, disbelieve } = openDesk(
    {
      clock: { now: () => now },
      random: { bytes: (count) => new Uint8Array(count) },
      zone: 'Europe/Paris',
      inscriber: gate(),
    },
    { state: new ExamDay().state, statements: new ExamDay().statements },
  );
  const said = () => reading(store.getState().state, 'attendance', sitting, candidate).kind;
  receive([roll]);
  expect(said()).toBe('known');
  disbelieve(new Set([roll.id]));
  expect(said()).toBe('unknown');
  expect(store.getState().statements).toContain(roll);
  receive([roll]);
  expect(said()).toBe('unknown');
  disbelieve(new Set());
  expect(said()).toBe('known');
});
