import { useCallback, useEffect, useState } from 'react';
import type { Answered, Refusal } from '../server/ask';

export type Asked<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'answered'; readonly value: T };

/** What headquarters answers, and how to ask anew. `ask` must stay the same as long as the question does. */
export function useAsked<T>(ask: () => Promise<Answered<T>>): readonly [Asked<T>, () => Promise<void>] {
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'asking' });
  const again = useCallback(async () => {
    const answered = await ask();
    setAsked(answered.ok ? { kind: 'answered', value: answered.value } : { kind: 'refused', refusal: answered.error });
  }, [ask]);
  useEffect(() => {
    void again();
  }, [again]);
  return [asked, again];
}
