import { describe, expect, test } from 'vitest';
import { type FeedEvent, togetherMs, watchFeed } from '../../../headquarters/watch/watchFeed';
import type { DesignatedPaper } from '../../../shared/exam/papers/designation';
import { centreCode } from '../../../shared/exchange/names';
import { messageId, sessionId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import { changesEvent, snapshotEvent, type WatchedCentre, type WatchedMessage } from '../../../shared/watch/live';

const at = instant.of(Date.UTC(2026, 5, 16, 8));
const centre = (number: number) => centreCode.of(`${String(number).padStart(7, '0')}A`);
const unpublished = (number: number, news: number | null = null): WatchedCentre => ({
  centre: centre(number),
  line: 'unpublished',
  news: news === null ? null : instant.of(news),
  entered: null,
});

function aFeed(life = 'life') {
  const due: (() => void)[] = [];
  const waits: number[] = [];
  const later = (run: () => void, ms: number) => {
    due.push(run);
    waits.push(ms);
  };
  const feed = watchFeed({ clock: { now: () => at }, later, life });
  const pass = () => {
    for (const run of due.splice(0)) run();
  };
  return { feed, pass, waits };
}

function listening(feed: ReturnType<typeof aFeed>['feed'], lastId: string | null = null) {
  const events: FeedEvent[] = [];
  const stop = feed.listen(lastId, (event) => events.push(event));
  return { events, stop };
}

const centresIn = ({ type, data }: FeedEvent) => {
  const schema = type === 'snapshot' ? snapshotEvent : changesEvent;
  return schema.parse(JSON.parse(data)).centres.map((each) => each.centre);
};

describe('what headquarters tells the pages that watch', () => {
  test('begins with every centre, in pieces of which the last one alone can be gone on from', () => {
    const { feed } = aFeed();
    for (let number = 0; number < 900; number++) feed.put(unpublished(number));
    const { events } = listening(feed);
    expect(events.map(({ type }) => type)).toEqual(['snapshot', 'snapshot', 'snapshot']);
    const pieces = events.map(({ data }) => snapshotEvent.parse(JSON.parse(data)));
    expect(pieces.map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(new Set(events.flatMap(centresIn)).size).toBe(900);
    expect(events.map(({ id }) => id !== '')).toEqual([false, false, true]);
  });

  test('changes of one moment come together, four times a second at the most', () => {
    const { feed, pass, waits } = aFeed();
    feed.put(unpublished(1));
    const { events } = listening(feed);
    feed.put(unpublished(2));
    feed.put(unpublished(3));
    feed.put(unpublished(2, 5));
    expect(events).toHaveLength(1);
    expect(waits).toEqual([togetherMs]);
    expect(1_000 / togetherMs).toBeLessThanOrEqual(4);
    pass();
    expect(events.slice(1).map(centresIn)).toEqual([[centre(2), centre(3)]]);
  });

  test('a message is about all papers that its centres hold, and about others once it is said anew', () => {
    const { feed, pass } = aFeed();
    const named = (code: string): DesignatedPaper => ({
      ...{ diploma: 'bac-pro', code, title: 'Une épreuve', specialities: [], labels: [] },
    });
    const told = (later: number, ...codes: readonly string[]): WatchedMessage => ({
      ...{
        message: messageId.of('M-1'),
        session: sessionId.of('juin'),
        at: instant.of(at + later),
        subject: 'erratum',
      },
      ...{ title: 'Question 4', text: 'Lire « 1914 ».', readOut: true, papers: codes.map(named), withdrawn: null },
    });
    const { events } = listening(feed);
    const papers = () => {
      pass();
      const [message] = changesEvent.parse(JSON.parse(events.at(-1)?.data ?? '')).messages;
      return message?.papers.map(({ code }) => code);
    };
    feed.message(told(0, 'E51'));
    feed.message(told(0, 'E2'));
    feed.message(told(0));
    expect(papers()).toEqual(['E2', 'E51']);
    const before = events.length;
    feed.message(told(0, 'E51'));
    pass();
    expect(events).toHaveLength(before);
    feed.message(told(1, 'E11'));
    expect(papers()).toEqual(['E11']);
  });

  test('what is as it was is told to nobody', () => {
    const { feed, pass, waits } = aFeed();
    feed.put(unpublished(1));
    const { events } = listening(feed);
    feed.put(unpublished(1));
    feed.contact(centre(1), at);
    pass();
    feed.contact(centre(1), at);
    feed.contact(centre(1), instant.of(at - 1));
    pass();
    expect([events.length, waits.length]).toEqual([2, 1]);
  });

  test('a page that was cut off goes on with what changed meanwhile, and nothing else', () => {
    const { feed, pass } = aFeed();
    for (let number = 0; number < 5; number++) feed.put(unpublished(number));
    const { events, stop } = listening(feed);
    stop();
    feed.put(unpublished(3, 7));
    feed.contact(centre(4), at);
    const again = listening(feed, events.at(-1)?.id ?? null);
    expect(again.events.map(centresIn)).toEqual([[centre(3)]]);
    const [first] = again.events;
    expect(first && changesEvent.parse(JSON.parse(first.data)).contacts).toEqual([[centre(4), at]]);
    feed.put(unpublished(1, 8));
    pass();
    expect(again.events.slice(1).map(centresIn)).toEqual([[centre(1)]]);
  });

  test.each([
    ['another life of the node', 'other.3'],
    ['more than was ever told', 'life.99'],
    ['no id of ours', 'life.3; drop'],
  ])('%s is no place to go on from: all is told anew', (_what, lastId) => {
    const { feed } = aFeed();
    feed.put(unpublished(1));
    expect(listening(feed, lastId).events.map(({ type }) => type)).toEqual(['snapshot']);
  });

  test('one that comes while changes wait misses none of them, and neither do the others', () => {
    const { feed, pass } = aFeed();
    feed.put(unpublished(1));
    const early = listening(feed);
    feed.put(unpublished(2));
    const late = listening(feed);
    pass();
    expect(early.events.slice(1).flatMap(centresIn)).toEqual([centre(2)]);
    expect(late.events.flatMap(centresIn)).toEqual([centre(1), centre(2)]);
    feed.put(unpublished(3));
    pass();
    expect(late.events.at(-1)).toEqual(early.events.at(-1));
  });
});
