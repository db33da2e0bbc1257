import type { z } from 'zod';
import { type Instant, instant } from '../../shared/kernel/instant';
import { changesEvent, pulseEvent, snapshotEvent, WATCH } from '../../shared/watch/live';
import { whoAmI } from '../server/staff';
import { afterChanges, afterSnapshot, type Known, nothingKnown } from './known';

/** How the page stands with headquarters: `cut` since when it has heard nothing. */
export type Line =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'cut'; readonly since: Instant };

export interface LiveCentres {
  readonly known: Known;
  readonly line: Line;
  /** Milliseconds by which headquarters' clock is ahead of this machine's. */
  readonly ahead: number;
}

const tooLong = 3 * WATCH.pulse;
const again = 3_000;

/** Listens to headquarters for as long as somebody looks, and goes on from where it was cut off. */
export function liveCentres() {
  let current: LiveCentres = { known: nothingKnown, line: { kind: 'opening' }, ahead: 0 };
  const watchers = new Set<() => void>();
  let source: EventSource | null = null;
  let heardAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function become(next: Partial<LiveCentres>): void {
    current = { ...current, ...next };
    for (const watcher of [...watchers]) watcher();
  }

  function heard(now: Instant, known: Known): void {
    heardAt = Date.now();
    const ahead = now - heardAt;
    // a clock that is read again and again is not a reason to draw again
    const steady = Math.abs(ahead - current.ahead) < 1_000 ? current.ahead : ahead;
    become({ known, ahead: steady, line: current.line.kind === 'open' ? current.line : { kind: 'open' } });
  }

  function cut(): void {
    if (current.line.kind !== 'cut') become({ line: { kind: 'cut', since: instant.of(heardAt || Date.now()) } });
  }

  function open(): void {
    source?.close();
    const opened = new EventSource(WATCH.path);
    source = opened;
    heardAt = Date.now();
    const on = <T>(type: string, schema: z.ZodType<T>, act: (event: T) => void) =>
      opened.addEventListener(type, ({ data }: MessageEvent<string>) => act(schema.parse(JSON.parse(data))));
    on('snapshot', snapshotEvent, (event) => heard(event.now, afterSnapshot(current.known, event)));
    on('changes', changesEvent, (event) => heard(event.now, afterChanges(current.known, event)));
    on('pulse', pulseEvent, ({ now }) => heard(now, current.known));
    opened.addEventListener('error', () => {
      cut();
      // closed for good: headquarters has refused, or what answered is not headquarters
      if (opened.readyState === EventSource.CLOSED)
        void whoAmI().then(() => setTimeout(() => source === opened && open(), again));
    });
  }

  function begin(): void {
    open();
    timer = setInterval(() => {
      if (Date.now() - heardAt <= tooLong) return;
      cut();
      open();
    }, WATCH.pulse);
  }

  function end(): void {
    clearInterval(timer);
    source?.close();
    source = null;
  }

  return {
    subscribe(watcher: () => void): () => void {
      watchers.add(watcher);
      if (watchers.size === 1) begin();
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) end();
      };
    },
    current: () => current,
  };
}
export type LiveCentresSource = ReturnType<typeof liveCentres>;
