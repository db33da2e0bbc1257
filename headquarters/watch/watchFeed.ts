import { designationKey, inOrderOfDesignation } from '../../shared/exam/papers/designation';
import type { CentreCode } from '../../shared/exchange/names';
import type { MessageId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import type { ChangesEvent, SnapshotEvent, WatchedCentre, WatchedMessage } from '../../shared/watch/live';

/** Events are told together, four times a second at the most. */
export const togetherMs = 250;
const inOnePiece = 400;

/** One event of a stream: its id is what a page that was cut off goes on from. */
export interface FeedEvent {
  readonly id: string;
  readonly type: 'snapshot' | 'changes';
  readonly data: string;
}

export interface FeedPorts {
  readonly clock: Clock;
  /** Runs something once, after so many milliseconds. */
  later(run: () => void, ms: number): void;
  /** Names this life of the feed: a version says nothing to another one. */
  readonly life: string;
}

interface Told<What> {
  readonly what: What;
  readonly text: string;
  readonly version: number;
}

/**
 * What every open page shows, kept once: the line of each centre and when it was last in contact. Whoever listens gets
 * all of it or, when it was cut off, what has changed since; then changes, together.
 */
export function watchFeed({ clock, later, life }: FeedPorts) {
  const lines = new Map<CentreCode, Told<WatchedCentre>>();
  const messages = new Map<MessageId, Told<WatchedMessage>>();
  const contacts = new Map<CentreCode, { readonly at: Instant; readonly version: number }>();
  const listeners = new Set<(event: FeedEvent) => void>();
  /** Of the last thing that was put here, and of the last that listeners were told. */
  let version = 0;
  let told = 0;
  let waiting = false;

  function since(from: number) {
    return {
      centres: [...lines.values()].filter((each) => each.version > from).map(({ what }) => what),
      messages: [...messages.values()].filter((each) => each.version > from).map(({ what }) => what),
      contacts: [...contacts].flatMap(([code, { at, version: put }]) =>
        put > from ? [[code, at] satisfies [CentreCode, Instant]] : [],
      ),
    };
  }

  function tell(): void {
    waiting = false;
    if (told === version) return;
    const data: ChangesEvent = { now: clock.now(), ...since(told) };
    told = version;
    const event: FeedEvent = { id: `${life}.${told}`, type: 'changes', data: JSON.stringify(data) };
    for (const listener of [...listeners]) listener(event);
  }

  function changed(): number {
    if (!waiting && listeners.size > 0) {
      waiting = true;
      later(tell, togetherMs);
    }
    version += 1;
    return version;
  }

  function* beginning(from: number | null): Generator<FeedEvent> {
    const id = `${life}.${told}`;
    if (from !== null) {
      const data: ChangesEvent = { now: clock.now(), ...since(from) };
      yield { id, type: 'changes', data: JSON.stringify(data) };
      return;
    }
    const all = since(-1);
    const pieces = Math.max(1, Math.ceil(all.centres.length / inOnePiece));
    for (let piece = 0; piece < pieces; piece++) {
      const last = piece === pieces - 1;
      const data: SnapshotEvent = {
        now: clock.now(),
        first: piece === 0,
        last,
        centres: all.centres.slice(piece * inOnePiece, (piece + 1) * inOnePiece),
        messages: last ? all.messages : [],
        contacts: last ? all.contacts : [],
      };
      // a page that is cut off before the last piece begins anew
      yield { id: last ? id : '', type: 'snapshot', data: JSON.stringify(data) };
    }
  }

  return {
    /** Takes what is known of a centre by now; what is as it was is told to nobody. */
    put(centre: WatchedCentre): void {
      const text = JSON.stringify(centre);
      if (lines.get(centre.centre)?.text === text) return;
      lines.set(centre.centre, { what: centre, text, version: changed() });
    },
    /** Takes a message as it stands in one centre; where centres differ, what was said last counts, and all papers. */
    message(told: WatchedMessage): void {
      const known = messages.get(told.message);
      const message = known?.what.at === told.at ? withPapersOf(known.what, told) : told;
      const text = JSON.stringify(message);
      if (known && (known.text === text || lastSaid(known.what) > lastSaid(message))) return;
      messages.set(message.message, { what: message, text, version: changed() });
    },
    contact(centre: CentreCode, at: Instant): void {
      if ((contacts.get(centre)?.at ?? 0) >= at) return;
      contacts.set(centre, { at, version: changed() });
    },
    of: (centre: CentreCode): WatchedCentre | null => lines.get(centre)?.what ?? null,
    /**
     * Tells a listener what it lacks, then what changes. `lastId` is the id of the last event it had, if any.
     * Returns what stops it.
     */
    listen(lastId: string | null, listener: (event: FeedEvent) => void): () => void {
      const from = versionIn(lastId, life);
      // those who listen already are told first, so that all have come as far
      if (waiting) tell();
      told = version;
      for (const event of beginning(from !== null && from <= told ? from : null)) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get listeners() {
      return listeners.size;
    },
  };
}

export type WatchFeed = ReturnType<typeof watchFeed>;

function lastSaid({ at, withdrawn }: WatchedMessage): number {
  return withdrawn ?? at;
}

/** No centre need hold all papers that a message is about. */
function withPapersOf(before: WatchedMessage, message: WatchedMessage): WatchedMessage {
  const papers = new Map([...before.papers, ...message.papers].map((each) => [designationKey(each), each]));
  return { ...message, papers: [...papers.values()].sort(inOrderOfDesignation) };
}

function versionIn(id: string | null, life: string): number | null {
  const [of, version = ''] = id?.split('.') ?? [];
  return of === life && /^\d{1,15}$/.test(version) ? Number(version) : null;
}
