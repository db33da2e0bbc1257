import type { JournalAsks, JournalClient } from '../../renderer/journal/journalClient';
import type { Delivery } from '../../shared/bridge/delivery';

/** A database that takes what it is asked to append, and what main delivers, as the journal worker does. */
export function delivered(asks: JournalAsks) {
  const expected = new Map<number, (appended: ReturnType<JournalAsks['append']>) => void>();
  let count = 0;
  const client: JournalClient = {
    ...asks,
    connect: () => undefined,
    expect() {
      const number = ++count;
      const appended = new Promise<Awaited<ReturnType<JournalAsks['append']>>>((resolve) => {
        expected.set(number, resolve);
      });
      return { number, appended, forget: () => expected.delete(number) };
    },
  };
  const deliver = ({ number, cased }: Delivery) => expected.get(number)?.(asks.append({ cased }));
  return { client, deliver };
}
