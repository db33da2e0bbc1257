import { type Instant, instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';

/** A machine's wall clock: somewhere off the true time, or stopped. */
export class SimClock implements Clock {
  private frozenAt: Instant | null = null;

  constructor(
    private readonly trueNow: () => number,
    private offset = 0,
  ) {}

  now(): Instant {
    return this.frozenAt ?? instant.of(this.trueNow() + this.offset);
  }

  jump(milliseconds: number): void {
    this.offset += milliseconds;
    if (this.frozenAt !== null) this.frozenAt = instant.of(this.frozenAt + milliseconds);
  }

  freeze(): void {
    this.frozenAt = this.now();
  }

  thaw(): void {
    this.frozenAt = null;
  }

  copied(): SimClock {
    return new SimClock(this.trueNow, this.offset);
  }
}
