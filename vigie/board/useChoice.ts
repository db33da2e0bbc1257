import { useCallback, useState } from 'react';
import { z } from 'zod';
import { type Choice, everything, orders, shownFilters } from './chosenRows';

export interface BoardChoice extends Choice {
  /** Minutes without contact after which a centre is silent. */
  readonly silentAfter: number;
}

const kept = 'cachet.vigie.board';
const schema = z.object({
  session: z.string().nullable(),
  authority: z.string().nullable(),
  text: z.string(),
  shown: z.enum(shownFilters),
  order: z.enum(orders),
  silentAfter: z.int().min(1).max(600),
});
const first: BoardChoice = { ...everything, silentAfter: 10 };

/** What this window's board is narrowed to; a reload, and coming back from a centre, leave it as it was. */
export function useChoice(): readonly [BoardChoice, (change: Partial<BoardChoice>) => void] {
  const [choice, setChoice] = useState(read);
  const choose = useCallback((change: Partial<BoardChoice>) => {
    setChoice((before) => {
      const next = { ...before, ...change };
      sessionStorage.setItem(kept, JSON.stringify(next));
      return next;
    });
  }, []);
  return [choice, choose];
}

function read(): BoardChoice {
  try {
    const found = schema.safeParse(JSON.parse(sessionStorage.getItem(kept) ?? 'null'));
    return found.success ? found.data : first;
  } catch {
    return first; // not what this page wrote
  }
}
