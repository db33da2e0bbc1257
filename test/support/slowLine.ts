import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { seededNumbers } from './seededNumbers';

/** What a line does, the same both ways. */
export interface LineQuality {
  /** Milliseconds that a frame is under way. */
  readonly delay: number;
  /** Of how many frames one is lost: 0.05 for one in twenty. */
  readonly loss: number;
  /** Bits in a second at most; what waits for longer than a second is lost. */
  readonly rate: number;
}

export const perfectLine: LineQuality = { delay: 0, loss: 0, rate: Number.POSITIVE_INFINITY };
const longestQueue = 1_000;

/**
 * A line between two VXLAN devices of one machine, whose frames this process carries: kernels that have no netem have
 * those. What is lost is the same for the same frames.
 */
export class SlowLine {
  quality = perfectLine;
  /** How many frames it has carried, and lost, since it began. */
  readonly frames = { carried: 0, lost: 0 };
  private readonly random = seededNumbers(70);
  private readonly waiting = new Set<NodeJS.Timeout>();
  private constructor(private readonly ends: readonly Socket[]) {}

  /** @param at where the devices send their frames @param from the devices' address, each with a port of its own */
  static async open(at: string, from: string, ports: readonly [number, number]): Promise<SlowLine> {
    const ends = ports.map(() => createSocket('udp4'));
    const line = new SlowLine(ends);
    for (const [index, end] of ends.entries()) {
      const [other, port] = [ends[1 - index], ports[1 - index]];
      let busyUntil = 0;
      end.on('message', (frame) => {
        const { delay, loss, rate } = line.quality;
        const now = performance.now();
        const isLost = line.random() < loss || busyUntil - now > longestQueue;
        line.frames[isLost ? 'lost' : 'carried']++;
        if (isLost) return;
        busyUntil = Math.max(now, busyUntil) + (frame.length * 8_000) / rate;
        line.later(busyUntil - now + delay, () => other?.send(frame, port, from));
      });
      end.bind(ports[index], at);
      await once(end, 'listening');
    }
    return line;
  }

  close(): void {
    for (const each of this.waiting) clearTimeout(each);
    for (const end of this.ends) end.close();
  }

  private later(milliseconds: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      then();
    }, milliseconds);
    this.waiting.add(timer);
  }
}
