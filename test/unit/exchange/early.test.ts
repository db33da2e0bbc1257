import { describe, expect, test } from 'vitest';
import { WHOLE } from '../../../shared/exchange/missing';
import { openTalk, type Side, type Stepped, step } from '../../../shared/exchange/step';
import { poked, type Talk } from '../../../shared/exchange/talk';
import type { Journal } from '../../../shared/journal/journal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { err, unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { TestServer, TestSide } from '../../support/exchange';

const small = { ...WHOLE, entries: 10 };

async function opened(desk: TestSide): Promise<Talk> {
  return { ...(await openTalk(desk.side)), portion: small };
}

const asked = ({ wire }: TestSide) => wire.map(({ type }) => type).join(' ');

/** Two machines of one centre: the second one lacks all that the first one wrote. */
async function lacking(entries: readonly VerifiedEntry[]) {
  const server = new TestServer();
  unwrap(await server.journal.append(entries));
  return { server, desk: new TestSide('desk', server) };
}

/** Steps up to the first batch, the next one being asked for by then. */
async function firstBatch(desk: TestSide, side: Side = desk.side): Promise<Stepped> {
  let stepped: Stepped = { talk: await opened(desk), waitUntil: null, early: null };
  while (!desk.wire.some(({ type }) => type === 'pull')) stepped = await step(stepped.talk, side, stepped.early);
  return stepped;
}

describe('a pull that is sent early', () => {
  test('is under way while the batch before it is being written', async () => {
    const { desk } = await lacking(new Writer('other').run(35));
    const whenWritten: string[] = [];
    const { journal } = desk;
    const watched: Journal = {
      ...journal,
      async append(entries) {
        await new Promise((resolve) => setImmediate(resolve));
        whenWritten.push(`${entries.length} written, ${asked(desk)}`);
        return journal.append(entries);
      },
    };
    const side = { ...desk.side, journal: watched };
    let stepped = await firstBatch(desk, side);
    while (stepped.waitUntil === null) stepped = await step(stepped.talk, side, stepped.early);
    expect(whenWritten).toEqual([
      '10 written, hello tell pull pull',
      '10 written, hello tell pull pull pull',
      '10 written, hello tell pull pull pull pull',
      '5 written, hello tell pull pull pull pull',
    ]);
    expect((await journal.frontier()).size).toBe(1);
  });

  test('asks for nothing twice, over many streams', async () => {
    const entries = Array.from({ length: 14 }, (_, at) => new Writer(`device ${at}`).run(1 + (at % 7))).flat();
    const { server, desk } = await lacking(entries);
    await desk.untilLevel(await opened(desk));
    expect(await contents(desk.journal)).toEqual(await contents(server.journal));
    expect(asked(desk)).toBe(`hello tell${' pull'.repeat(Math.ceil(entries.length / 10))}`);
  });

  test('is not sent where nobody would take its answer', async () => {
    const { desk } = await lacking(new Writer('other').run(35));
    const { talk } = await firstBatch(desk);
    desk.wire.length = 0;
    expect((await step(talk, desk.side)).early).toBeNull();
    expect(asked(desk)).toBe('pull');
  });

  test('brings nothing in past an entry that is set aside: what was sent early is forgotten', async () => {
    const other = new Writer('other');
    const run = other.run(35);
    const { desk } = await lacking(run);
    const bad = run[4]?.entry.id;
    desk.judge = (entry) => (entry.id === bad ? { because: 'no-grant', held: 'aside' } : null);
    const { talk, early } = await firstBatch(desk);
    expect(early).not.toBeNull();
    desk.wire.length = 0;
    const after = await step(talk, desk.side, early);
    expect(after).toMatchObject({ early: null, talk: { trouble: null } });
    expect(asked(desk)).toBe('push');
    expect((await desk.journal.frontier()).get(other.stream)?.seq).toBe(4);
    expect([...desk.quarantine.kept.keys()]).toEqual(run.slice(4, 10).map(({ entry }) => entry.id));
  });

  test('is left alone when the batch before it could not be written', async () => {
    const { server, desk } = await lacking(new Writer('other').run(35));
    const { journal } = desk;
    const full: Journal = { ...journal, append: async () => err({ kind: 'storage', reason: 'full' }) };
    const { talk, early } = await firstBatch(desk, { ...desk.side, journal: full });
    expect(talk.trouble).toEqual({ kind: 'storage', reason: 'full' });
    expect(early).toBeNull();
    await desk.untilLevel(talk);
    expect(await contents(journal)).toEqual(await contents(server.journal));
  });

  test('is of no use once something else was learnt: the same is asked anew', async () => {
    const other = new Writer('other');
    const { server, desk } = await lacking(other.run(35));
    const { talk, early } = await firstBatch(desk);
    desk.wire.length = 0;
    const smaller = { ...talk, portion: { ...small, entries: 5 } };
    const after = await step(smaller, desk.side, early);
    expect(asked(desk)).toBe('pull pull');
    expect((await desk.journal.frontier()).get(other.stream)?.seq).toBe(15);
    await desk.untilLevel(after.talk);
    expect(await contents(desk.journal)).toEqual(await contents(server.journal));
  });

  test('news wait for it, and nothing more is sent early before they were asked for', async () => {
    const other = new Writer('other');
    const { desk } = await lacking(other.run(35));
    const { talk, early } = await firstBatch(desk);
    desk.wire.length = 0;
    const second = await step(poked(talk, desk.now), desk.side, early);
    expect(second.early).toBeNull();
    await step(second.talk, desk.side, second.early);
    expect(asked(desk)).toBe('tell');
  });
});
