import type { Epoch, ServerId } from './names';
import { type Life, MAX_PASSED, type Passed, sameLife } from './passed';
import type { Receipt } from './receipt';

interface Numbered {
  readonly receipt: Receipt;
  readonly number: number;
}

/** What a relay has to pass on, numbered as it came. A new life of headquarters' store has a number too. */
export class ReceiptsToPass {
  private life: Life | null = null;
  private begun = 0;
  private count = 0;
  private held = new Map<string, Numbered>();

  /** Takes the receipts that stand now; whether there is anything new to pass on. */
  stand(server: ServerId, epoch: Epoch, receipts: Iterable<Receipt>): boolean {
    const before = this.count;
    const held = sameLife(this.life, { server, epoch }) ? this.held : new Map<string, Numbered>();
    if (held !== this.held) {
      this.life = { server, epoch };
      this.begun = ++this.count;
    }
    this.held = new Map();
    for (const receipt of receipts) {
      const known = held.get(receipt.signature);
      this.held.set(receipt.signature, known ?? { receipt, number: ++this.count });
    }
    return this.count > before;
  }

  /** What came after a number; null for nothing. A number that was never given is another relay's: then all of it. */
  after(number: number): Passed | null {
    const { life, count } = this;
    const from = number > count ? 0 : number;
    if (!life || from >= count) return null;
    const news = [...this.held.values()].filter((each) => each.number > from).sort((a, b) => a.number - b.number);
    if (news.length === 0 && this.begun <= from) return null;
    const some = news.slice(0, MAX_PASSED);
    const upTo = some.length < news.length ? (some.at(-1)?.number ?? count) : count;
    return { ...life, upTo, receipts: some.map(({ receipt }) => receipt) };
  }
}
