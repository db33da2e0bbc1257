import { type PaperDesignation, papersHeld } from '../../shared/exam/papers/designation';
import { timedSittings } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import { watchedMessages } from '../../shared/watch/messages';
import type { PapersOfCentres } from '../../shared/watch/papers';
import { centreLineOf } from '../../shared/watch/watched';
import { ownJournal } from '../audit/trail';
import type { Database } from '../database/database';
import type { Pokes } from '../exchange/pokes';
import { bugFacts, type Log } from '../http/log';
import type { Metrics } from '../http/metrics';
import { type ContactBook, contacts } from './contacts';
import { enteredStatuses } from './enteredStatuses';
import { folds } from './folds';
import { lastNewsOf, reachOfCentres } from './journalReading';
import { keptStatuses, type Status } from './keptStatuses';
import { paperBook } from './paperBook';
import { type FeedEvent, watchFeed } from './watchFeed';

export interface WatchPorts {
  readonly database: Database;
  readonly pokes: Pokes;
  /** Headquarters' own key: what it published is no news of a centre. */
  readonly own: DeviceId;
  /** Names the program: what another one left of centres is made anew. */
  readonly program: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** All centres, kept up for those who look. Nothing is read before somebody does. */
export interface Watch {
  /** To be told of each machine that proved itself. */
  met(centre: CentreCode): void;
  /** See `WatchFeed.listen`. */
  listen(lastId: string | null, listener: (event: FeedEvent) => void): () => void;
  /** The papers of these centres, as far as their journals are read: whoever asks first begins the reading. */
  papers(centres: readonly CentreCode[], asked: readonly PaperDesignation[]): PapersOfCentres;
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

/** Bytes of entries whose fold is kept: about twice as much memory. */
const budget = 192 * 1024 * 1024;
const levelMs = 5_000;
/** How often all centres are asked for what no poke told of. */
const surveyMs = 20_000;
/** How often what is shown is left for whoever starts next. */
const keepMs = 60_000;

/** Watches on one node; any number of nodes see the same, by the pokes between them. */
export function openWatch(ports: WatchPorts): Watch {
  const { database, pokes, own, program, clock, random, log, metrics } = ports;
  const folded = folds(database, own, budget);
  // What headquarters may write in a centre, its key decides
  const kept = keptStatuses(database, `${program} ${own}`);
  const book: ContactBook = contacts(database, clock);
  const life = toBase64url(random.bytes(9));
  const later = (run: () => void, ms: number) => void setTimeout(run, ms).unref();
  const entered = enteredStatuses(database);
  const feed = watchFeed({ clock, later, life });
  const papers = paperBook();
  /** How many entries of each centre were there when it was last looked at, and when it changes by itself. */
  const reached = new Map<CentreCode, number>();
  const turns = new Map<CentreCode, Instant>();
  /** Those with news go before those that are only read for the first time. */
  const urgent = new Set<CentreCode>();
  const patient = new Set<CentreCode>();
  let begun: { stop(): void } | null = null;
  let working: Promise<void> | null = null;
  let levelling: Promise<void> | null = null;
  let writing: Promise<void> | null = null;
  let stopped = false;
  let keptShown = false;
  metrics.gauge('vigie_pages', () => feed.listeners);
  metrics.gauge('vigie_centres_to_read', () => urgent.size + patient.size);
  metrics.gauge('vigie_centres_folded', () => folded.held.centres);
  metrics.gauge('vigie_bytes_folded', () => folded.held.bytes);
  const failed = (error: unknown) => log('failed', bugFacts(error));

  async function look(centre: CentreCode): Promise<void> {
    const { state, heads } = await folded.read(centre);
    const now = clock.now();
    const turn = nextTurn(state, now);
    const news = await lastNewsOf(database, centre, own, now);
    const line = centreLineOf(state, now) ?? 'unpublished';
    const status: Status = {
      ...{ centre, heads, line, news, turn },
      messages: watchedMessages(state),
      papers: papersHeld(state),
    };
    show(status);
    kept.note(status);
  }

  function show({ centre, line, news, turn, messages, papers: held }: Status): void {
    if (turn === null) turns.delete(centre);
    else turns.set(centre, turn);
    papers.put(centre, held);
    for (const message of messages) feed.message(message);
    feed.put({ centre, line, news, entered: entered.of(centre) });
  }

  /** What was typed in is shown beside what is known already; nothing else of the centre is looked at. */
  async function lookAtEntered(): Promise<void> {
    for (const centre of await entered.read()) {
      const known = feed.of(centre);
      if (known) feed.put({ ...known, entered: entered.of(centre) });
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const [centre] = urgent.size > 0 ? urgent : patient;
      if (centre === undefined || stopped) return;
      urgent.delete(centre);
      patient.delete(centre);
      try {
        if (centre === ownJournal) await lookAtEntered();
        else await look(centre);
      } catch (error) {
        reached.delete(centre); // the next survey asks for it again
        if (!stopped) failed(error);
      }
    }
  }

  function awake(): void {
    if (stopped) return;
    working ??= work().finally(() => {
      working = null;
      if (urgent.size + patient.size > 0) awake();
    });
  }

  /** Shows, once, what was left of centres in which nothing was written since; the others are read. */
  async function showKept(reach: ReadonlyMap<CentreCode, number>): Promise<void> {
    if (keptShown) return;
    const fresh = await kept.fresh(clock.now()).catch((error: unknown) => {
      failed(error);
      return []; // then all of them are read
    });
    if (keptShown) return;
    keptShown = true;
    for (const status of fresh) {
      const entries = reach.get(status.centre);
      // Read since, or not there when `reach` was: then it is read
      if (entries === undefined || feed.of(status.centre) !== null) continue;
      reached.set(status.centre, entries);
      show(status);
    }
  }

  async function survey(): Promise<void> {
    await lookAtEntered();
    const reach = await reachOfCentres(database);
    await showKept(reach);
    for (const [centre, entries] of reach) {
      if (reached.get(centre) === entries) continue;
      reached.set(centre, entries);
      if (feed.of(centre) === null) feed.put({ centre, line: 'reading', news: null, entered: entered.of(centre) });
      patient.add(centre);
    }
    awake();
  }

  function turnDue(): void {
    const now = clock.now();
    for (const [centre, at] of turns) if (at <= now) patient.add(centre);
    awake();
  }

  async function level(): Promise<void> {
    for (const centre of pokes.listening()) book.met(centre);
    await book.write();
    if (!begun) return;
    for (const [centre, at] of await book.read()) feed.contact(centre, at);
    turnDue();
  }

  /** One at a time, and none once it is closed. */
  function levelNow(): void {
    if (stopped || levelling) return;
    levelling = level()
      .catch(failed)
      .finally(() => {
        levelling = null;
      });
  }
  const levels = setInterval(levelNow, levelMs).unref();
  const keeping = setInterval(keepNow, keepMs).unref();

  function keepNow(): void {
    writing ??= kept
      .write()
      .catch(failed)
      .finally(() => {
        writing = null;
      });
  }

  function begin(): { stop(): void } {
    const unwatch = pokes.watch((centre) => {
      if (centre === null) return void survey().catch(failed);
      urgent.add(centre);
      awake();
    });
    const surveys = setInterval(() => void survey().catch(failed), surveyMs);
    void survey().then(levelNow).catch(failed);
    return {
      stop() {
        clearInterval(surveys);
        unwatch();
      },
    };
  }

  return {
    met: book.met,
    listen(lastId, listener) {
      begun ??= begin();
      return feed.listen(lastId, listener);
    },
    papers(centres, asked) {
      begun ??= begin();
      return papers.of(centres, asked);
    },
    async close() {
      stopped = true;
      begun?.stop();
      clearInterval(levels);
      clearInterval(keeping);
      await Promise.all([working, levelling, writing]);
      await kept.write().catch(failed);
    },
  };
}

/** When the half-day that is shown may become another one; null when no later one begins. */
function nextTurn(state: CentreState, now: Instant): Instant | null {
  const openings = timedSittings(state).flatMap(({ settling, service }) => [settling, service]);
  return openings.filter((at) => at > now).sort((a, b) => a - b)[0] ?? null;
}
