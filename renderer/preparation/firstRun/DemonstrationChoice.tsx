import { useState } from 'react';
import { type Size, sizes } from '../../../shared/formats/demonstration/tiers';
import { day } from '../../../shared/kernel/ids';
import { dayOf } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { Radios } from '../../parts/Radios';
import { useDesk } from '../../store/useDesk';
import { firstRunText } from '../../text/firstRun';
import { planFaultText } from '../../text/importPlan';
import type { ReadContent } from '../importing/content';
import { useReading } from '../importing/useReading';
import { useWriting } from '../importing/useWriting';
import { WritingProgress } from '../importing/WritingProgress';
import styles from './FirstRun.module.css';
import { rehearsal } from './rehearsal';
import { staffLast } from './staffLast';

/** Every demonstration of a size is the same centre, person by person. */
const seed = 2026;

/** A made-up centre, in one of four sizes; its exam begins today, with everyone seated and every room staffed. */
export function DemonstrationChoice({ onDone, onBack }: { onDone(): void; onBack(): void }) {
  const { clock } = usePorts();
  const desk = useDesk();
  const [size, setSize] = useState<Size>('M');
  const { writing, write, resume, interrupt } = useWriting();
  const { reading, read, cancel } = useReading((drawn) => void install(drawn));

  async function install({ content, plan }: ReadContent): Promise<void> {
    if (!plan.ok) return;
    const { commands } = plan.value;
    await finish(write([() => staffLast(commands), ...rehearsal(content, () => desk.store.getState().state)]));
  }

  async function finish(written: Promise<boolean>): Promise<void> {
    if (await written) onDone();
  }

  const back = (
    <Button size="big" onPress={onBack}>
      {firstRunText.back}
    </Button>
  );
  if (reading.kind === 'read' && !reading.read.plan.ok) {
    return (
      <div role="alert" className={styles.sheet}>
        <p>{planFaultText(reading.read.plan.error)}</p>
        <div className={styles.buttons}>{back}</div>
      </div>
    );
  }
  if (reading.kind === 'read') {
    return <WritingProgress writing={writing} onInterrupt={interrupt} onResume={() => void finish(resume())} />;
  }
  if (reading.kind === 'reading') {
    return (
      <div className={styles.sheet}>
        <Progress label={firstRunText.drawing} value={null} />
        <div className={styles.buttons}>
          <Button onPress={cancel}>{firstRunText.back}</Button>
        </div>
      </div>
    );
  }

  function draw(): void {
    read({ kind: 'demonstration', request: { size, seed, day: day.of(dayOf(clock.now(), 'Europe/Paris')) } });
  }

  return (
    <section className={styles.sheet} aria-label={firstRunText.demonstrationTitle}>
      <h2>{firstRunText.demonstrationTitle}</h2>
      <p className={styles.lead}>{firstRunText.demonstrationLead}</p>
      <Radios<Size>
        label={firstRunText.size}
        value={size}
        onChange={setSize}
        options={sizes.map((each) => ({ value: each, ...firstRunText.sizes[each] }))}
      />
      <div className={styles.buttons}>
        <Button look="primary" size="big" onPress={draw}>
          {firstRunText.demonstrationStart}
        </Button>
        {back}
      </div>
    </section>
  );
}
