import type { PagesOrder } from './pagesMessages';
import { pagesNews } from './pagesMessages';

/** A finished PDF, or none: the work was called off, or the worker failed. */
type Pressed =
  | { readonly outcome: 'finished'; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly message: string };

export interface PressRun {
  readonly result: Promise<Pressed>;
  /** Stops at once; the result is then `cancelled`. */
  cancel(): void;
}

/** Draws PDFs in a worker of its own, one at a time; the worker is kept from one to the next with its fonts read. */
export class PressRoom {
  private worker: Worker | null = null;
  private running: PressRun | null = null;

  constructor(private readonly start: () => Worker) {}

  /** Begins a PDF; one that is still being drawn is called off. `drawn` hears how many documents are done. */
  print(order: PagesOrder, drawn: (documents: number) => void): PressRun {
    this.running?.cancel();
    const worker = this.worker ?? this.start();
    this.worker = worker;
    const listening = new AbortController();
    let settle: (pressed: Pressed) => void = () => undefined;
    const result = new Promise<Pressed>((resolve) => {
      settle = resolve;
    });
    const end = (pressed: Pressed) => {
      if (listening.signal.aborted) return;
      listening.abort();
      if (pressed.outcome !== 'finished') this.dismiss(worker);
      this.running = null;
      settle(pressed);
    };
    const { signal } = listening;
    worker.addEventListener(
      'message',
      ({ data }) => {
        const news = pagesNews.parse(data);
        if (news.kind === 'drawn') drawn(news.documents);
        else if (news.kind === 'failed') end({ outcome: 'failed', message: news.message });
        else end({ outcome: 'finished', bytes: news.bytes, pages: news.pages });
      },
      { signal },
    );
    worker.addEventListener('error', ({ message }) => end({ outcome: 'failed', message }), { signal });
    const run = { result, cancel: () => end({ outcome: 'cancelled' }) };
    this.running = run;
    worker.postMessage(order);
    return run;
  }

  close(): void {
    this.running?.cancel();
    if (this.worker) this.dismiss(this.worker);
  }

  private dismiss(worker: Worker): void {
    worker.terminate();
    if (this.worker === worker) this.worker = null;
  }
}

export function openPressRoom(): PressRoom {
  return new PressRoom(() => new Worker(new URL('../worker/pagesWorker.ts', import.meta.url), { type: 'module' }));
}
