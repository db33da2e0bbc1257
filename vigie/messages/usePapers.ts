import { useEffect, useState } from 'react';
import type { DesignatedPaper } from '../../shared/exam/papers/designation';
import type { CentreCode } from '../../shared/exchange/names';
import { type PapersOfCentres, papersOfCentres } from '../../shared/watch/papers';
import { type Answered, post } from '../server/ask';

/** How long after an answer that was not of all centres yet it is asked again, in milliseconds. */
const again = 2_000;

/**
 * The papers of the centres of a session that are meant, and how many of these hold one of those chosen; null while it
 * was never answered. `centres` null: all of the session.
 */
export function usePapers(asked: {
  readonly session: string | null;
  readonly centres: readonly CentreCode[] | null;
  readonly chosen: readonly DesignatedPaper[];
}): Answered<PapersOfCentres> | null {
  const [answer, setAnswer] = useState<Answered<PapersOfCentres> | null>(null);
  const { session, centres, chosen } = asked;
  const papers = chosen.map(({ labels: _, ...paper }) => paper);
  const body = JSON.stringify({ centres, papers });
  const empty = centres?.length === 0;
  useEffect(() => {
    if (session === null || empty) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const told = await post(papersOfCentres, `/sessions/${session}/papers`, JSON.parse(body));
      if (gone) return;
      setAnswer(told);
      if (!told.ok || told.value.reading > 0) timer = setTimeout(() => void ask(), again);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [session, body, empty]);
  return answer;
}
