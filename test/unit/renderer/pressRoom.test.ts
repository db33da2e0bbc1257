import { describe, expect, test, vi } from 'vitest';
import { PressRoom } from '../../../renderer/pages/pressRoom';
import { printedAt } from '../../support/pageCentre';

/** A worker that does nothing by itself: the test says what it tells. */
class SilentWorker extends EventTarget {
  readonly orders: unknown[] = [];
  ended = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  postMessage(order: unknown): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.ended = true;
  }
  tell(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const order = { models: [], printedAt };
const bytes = new Uint8Array([37, 80, 68, 70]);

function pressRoom() {
  const workers: SilentWorker[] = [];
  const room = new PressRoom(() => {
    const worker = new SilentWorker();
    workers.push(worker);
    return worker;
  });
  return { room, workers };
}

describe('the press room', () => {
  test('tells how far it has come, then gives the finished bytes', async () => {
    const { room, workers } = pressRoom();
    const drawn = vi.fn();
    const { result } = room.print(order, drawn);
    workers[0]?.tell({ kind: 'drawn', documents: 1, pages: 2 });
    workers[0]?.tell({ kind: 'drawn', documents: 2, pages: 3 });
    workers[0]?.tell({ kind: 'finished', bytes, pages: 3 });
    expect(await result).toEqual({ outcome: 'finished', bytes, pages: 3 });
    expect(drawn.mock.calls).toEqual([[1], [2]]);
  });

  test('keeps its worker, with the fonts read, for the next PDF', async () => {
    const { room, workers } = pressRoom();
    const first = room.print(order, () => undefined);
    workers[0]?.tell({ kind: 'finished', bytes, pages: 1 });
    await first.result;
    room.print(order, () => undefined);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.orders).toHaveLength(2);
  });

  test('stops at once when it is called off: the worker ends in the middle of its work', async () => {
    const { room, workers } = pressRoom();
    const { result, cancel } = room.print(order, () => undefined);
    cancel();
    expect(await result).toEqual({ outcome: 'cancelled' });
    expect(workers[0]?.ended).toBe(true);
  });

  test('gives up an older PDF when another is asked for, and never mixes the two', async () => {
    const { room, workers } = pressRoom();
    const older = room.print(order, () => undefined);
    const newer = room.print(order, () => undefined);
    expect(await older.result).toEqual({ outcome: 'cancelled' });
    workers[0]?.tell({ kind: 'finished', bytes: new Uint8Array([1]), pages: 9 });
    workers[1]?.tell({ kind: 'finished', bytes, pages: 1 });
    expect(await newer.result).toEqual({ outcome: 'finished', bytes, pages: 1 });
  });

  test('says that it failed, and works again the next time', async () => {
    const { room, workers } = pressRoom();
    const { result } = room.print(order, () => undefined);
    workers[0]?.tell({ kind: 'failed', message: 'no more memory' });
    expect(await result).toEqual({ outcome: 'failed', message: 'no more memory' });
    room.print(order, () => undefined);
    expect(workers).toHaveLength(2);
  });
});
