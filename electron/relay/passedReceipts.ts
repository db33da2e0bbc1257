import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Epoch, ServerId } from '../../shared/exchange/names';
import {
  type BelievesHeadquarters,
  emptyPassedBook,
  type Life,
  type Passed,
  type PassedBook,
  passedBook,
  passedIn,
  trulyPassed,
} from '../../shared/exchange/passed';
import type { Receipt } from '../../shared/exchange/receipt';
import type { StreamId } from '../../shared/kernel/ids';
import { writeWhole } from '../journal/writeWhole';

const kept = z.object({ format: z.literal(1), book: passedBook });

/** What headquarters signed for, in one life of its store. */
export interface HeadquartersReceipts extends Life {
  readonly receipts: readonly Receipt[];
}

/** How far one relay has passed on, in one of its own lives. */
interface Heard {
  readonly of: Epoch;
  readonly upTo: number;
  readonly life: Life;
}

/** Headquarters' receipts as relays passed them on to this machine, in one file. They name streams and entries, and nobody. */
export class PassedReceipts {
  private readonly heard = new Map<ServerId, Heard>();

  private constructor(
    private readonly file: string,
    private readonly believes: BelievesHeadquarters,
    private book: PassedBook,
  ) {}

  /** Goes on with what was kept; what cannot be read is passed on anew. */
  static async open(file: string, believes: BelievesHeadquarters): Promise<PassedReceipts> {
    const book = await readFile(file, 'utf8').then(
      (text) => bookIn(text),
      () => emptyPassedBook,
    );
    return new PassedReceipts(file, believes, trulyPassed(book, believes.check));
  }

  /** What headquarters has signed for, by what is believed now; null where nothing was passed on. */
  get standing(): HeadquartersReceipts | null {
    const { life, receipts } = this.book;
    return life && this.believes.isHeadquarters(life.server) ? { ...life, receipts } : null;
  }

  get byStream(): ReadonlyMap<StreamId, readonly Receipt[]> {
    const found = new Map<StreamId, Receipt[]>();
    for (const each of this.standing?.receipts ?? []) found.set(each.stream, [...(found.get(each.stream) ?? []), each]);
    return found;
  }

  /** The last that a relay passed on in this life of its own. */
  after(relay: ServerId, life: Epoch | null): number {
    const heard = this.heard.get(relay);
    return heard && heard.of === life ? heard.upTo : 0;
  }

  /** Takes in what a relay passed on; whether it told anything new. */
  async take(relay: ServerId, of: Epoch, passed: Passed): Promise<boolean> {
    const { server, epoch, upTo } = passed;
    const book = passedIn(this.book, passed, this.heard.get(relay)?.life ?? null, this.believes);
    this.heard.set(relay, { of, upTo, life: { server, epoch } });
    if (book === this.book) return false;
    this.book = book;
    const text = JSON.stringify({ format: 1, book } satisfies z.infer<typeof kept>);
    await writeWhole(this.file, text).catch(() => undefined); // a disk that takes nothing: passed on anew at the next start
    return true;
  }
}

function bookIn(text: string): PassedBook {
  try {
    return kept.parse(JSON.parse(text)).book;
  } catch {
    return emptyPassedBook;
  }
}
