import { Play } from 'lucide-react';
import { useState } from 'react';
import type { PaperId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { TextField } from '../../parts/TextField';
import { stepsText } from '../../text/salleSteps';
import { hourText } from '../../text/times';
import { Act } from '../room/Act';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import { timeOnDay } from '../room/timeOnDay';
import { CorrectStart } from '../start/CorrectStart';
import { BoardTable } from './BoardTable';
import styles from './step.module.css';

const text = stepsText.distribution;

/** The subjects are given out: the start written on the board starts the clock of the papers named. */
export function DistributionStep({ onDone }: { onDone(): void }) {
  const { view, here, now, readOnly } = useRoom();
  const { clock } = usePorts();
  const waiting = view.papers.filter((each) => each.sitters > 0 && each.start === null);
  const proposal = now <= view.scheduledStart ? view.scheduledStart : now;
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<PaperId>>(new Set());
  const given = waiting.filter((each) => !left.has(each.paper.id));
  const time = typed ?? hourText(proposal, view.zone);
  const boardStart = timeOnDay(time, view.sitting.day, view.zone);
  const first = view.papers.find((each) => each.start !== null);
  if (waiting.length === 0) {
    return (
      <>
        <section className={styles.page} aria-labelledby="distribution-title">
          <h2 id="distribution-title">{text.title}</h2>
          <BoardTable papers={view.papers.filter((each) => each.sitters > 0)} boardStart={null} />
          {first && <CorrectStart paper={first.paper.id} />}
          <p className={styles.intro}>{text.reminders}</p>
        </section>
        <Foot>
          {first?.start && (
            <StepOnwards
              from="distribution"
              done={text.distributedAt(clockTime(first.start.boardStart, view.zone))}
              onGo={onDone}
            />
          )}
        </Foot>
      </>
    );
  }
  return (
    <>
      <section className={styles.page} aria-labelledby="distribution-title">
        <h2 id="distribution-title">{text.title}</h2>
        <p className={styles.intro}>{text.intro}</p>
        {waiting.length > 1 && (
          <fieldset className={styles.papers}>
            <legend>{text.papers}</legend>
            {waiting.map(({ paper, title }) => (
              <Checkbox
                key={paper.id}
                value={!left.has(paper.id)}
                onChange={(on) =>
                  setLeft(new Set(on ? [...left].filter((id) => id !== paper.id) : [...left, paper.id]))
                }
              >
                {title}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <div className={`${styles.row} ${styles.low}`}>
          <TextField
            label={text.boardStart}
            hint={text.boardStartHint}
            value={time}
            onChange={setTyped}
            error={boardStart === null ? text.badTime : null}
            inputMode="numeric"
            isDisabled={readOnly}
          />
          <Button onPress={() => setTyped(view.sitting.start)}>{text.planned(view.sitting.start)}</Button>
          <Button onPress={() => setTyped(hourText(clock.now(), view.zone))}>
            {text.nowProposal(hourText(now, view.zone))}
          </Button>
        </div>
        <BoardTable papers={given} boardStart={boardStart} />
        <p className={styles.intro}>{text.reminders}</p>
      </section>
      <Foot>
        {boardStart !== null && given.length > 0 ? (
          <Act
            look="primary"
            size="big"
            icon={Play}
            command={{
              kind: 'subjects.distributed',
              about: here,
              data: { papers: given.map((each) => each.paper.id), boardStart, distributedAt: clock.now() },
            }}
            onSaid={onDone}
          >
            {text.go}
          </Act>
        ) : (
          <Button look="primary" size="big" icon={Play} isDisabled>
            {text.go}
          </Button>
        )}
      </Foot>
    </>
  );
}
