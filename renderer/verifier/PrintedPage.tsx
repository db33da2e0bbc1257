import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Chronology } from '../../shared/centre/chronicle';
import { type Recalled, recall } from '../../shared/documents/recall';
import { zoneOf } from '../../shared/exam/session/today';
import { ChronicleRow } from '../chronicle/ChronicleRow';
import { LineBook } from '../chronicle/lines';
import { useReach } from '../headquarters/useExchange';
import { Button } from '../parts/Button';
import { Progress } from '../parts/Progress';
import { TextField } from '../parts/TextField';
import { breath } from '../store/inSlices';
import { useCentre, useDesk } from '../store/useDesk';
import { recallText } from '../text/audit';
import { dayText, hourText } from '../text/times';
import styles from './VerifierDesk.module.css';

/** How long the journal is read again in one go, in milliseconds. */
const patience = 8;

/** Takes what a scanner reads off a page, as typed text, and says whether the journal still says the same. */
export function PrintedPage() {
  const desk = useDesk();
  const [text, setText] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [answer, setAnswer] = useState<Recalled | null>(null);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function compare(): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    const { state, statements } = desk.store.getState();
    const oldestFirst = [...new Chronology().latestFirst(statements)].reverse();
    const walk = recall(text, state, oldestFirst);
    setAnswer(null);
    setShare(0);
    for (let begun = performance.now(); turn.current === mine; ) {
      const step = walk.next();
      if (step.done) {
        setShare(null);
        setAnswer(step.value);
        return;
      }
      if (performance.now() - begun < patience) continue;
      setShare(step.value / oldestFirst.length);
      await breath();
      begun = performance.now();
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void compare();
  }

  return (
    <section className={styles.part} aria-labelledby="printed-page">
      <h3 id="printed-page" className={styles.title}>
        {recallText.title}
      </h3>
      <p className={styles.soft}>{recallText.say}</p>
      <form className={styles.scan} onSubmit={submit}>
        <TextField label={recallText.label} value={text} onChange={setText} maxLength={600} />
        <Button type="submit" isDisabled={text.trim() === ''}>
          {recallText.check}
        </Button>
      </form>
      {share !== null && <Progress label={recallText.reading} value={share} />}
      <div role="status">{answer && <Answer answer={answer} />}</div>
    </section>
  );
}

function Answer({ answer }: { readonly answer: Recalled }) {
  const reach = useReach();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const zone = zoneOf(state);
  switch (answer.kind) {
    case 'no-seal':
      return <p>{recallText.noSeal}</p>;
    case 'unknown-document':
      return <p>{recallText.unknown}</p>;
    case 'same':
      return <p className={styles.good}>{recallText.same}</p>;
    case 'never':
      return <p className={styles.bad}>{recallText.never}</p>;
    case 'changed': {
      const book = new LineBook();
      book.meet(statements);
      const until = `${dayText(answer.until, zone)} à ${hourText(answer.until, zone)}`;
      return (
        <>
          <p className={styles.changed}>{recallText.changed(until, answer.changes.length)}</p>
          <ul className={styles.changes} aria-label={recallText.changes}>
            {answer.changes.map((statement) => (
              <li key={statement.id}>
                <ChronicleRow
                  line={book.lineOf(statement, state)}
                  withdrawal={state.withdrawn.get(statement.id) ?? null}
                  reach={reach?.(statement.id) ?? null}
                />
              </li>
            ))}
          </ul>
        </>
      );
    }
  }
}
