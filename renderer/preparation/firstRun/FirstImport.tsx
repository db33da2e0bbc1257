import { useMemo } from 'react';
import type { Person } from '../../../shared/exam/staff/kinds';
import { planImport } from '../../../shared/formats/plan';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { useDesk } from '../../store/useDesk';
import { firstRunText } from '../../text/firstRun';
import { importText } from '../../text/importing';
import { planFaultText } from '../../text/importPlan';
import type { ReadContent } from '../importing/content';
import { FaultList } from '../importing/FaultList';
import { FileDrop } from '../importing/FileDrop';
import { ImportPreview } from '../importing/ImportPreview';
import { useReading } from '../importing/useReading';
import { WritingProgress } from '../importing/WritingProgress';
import styles from './FirstRun.module.css';
import { HeadForm } from './HeadForm';
import { namesHead } from './headForm';
import { useInstalling } from './useInstalling';

/** The first list of a real centre: choose, look at what it holds, say who directs when it does not, write. */
export function FirstImport({ onDone, onBack }: { onDone(): void; onBack(): void }) {
  const { reading, read, cancel } = useReading();
  return (
    <div className={styles.flow}>
      {reading.kind === 'reading' && (
        <div className={styles.sheet}>
          <Progress label={importText.reading(reading.of)} value={reading.done / reading.of} />
          <div className={styles.buttons}>
            <Button onPress={cancel}>{importText.cancelReading}</Button>
          </div>
        </div>
      )}
      {reading.kind === 'faulty' && <FaultList faults={reading.faults} />}
      {reading.kind === 'read' && <Found read={reading.read} onDone={onDone} onOther={cancel} />}
      {(reading.kind === 'idle' || reading.kind === 'faulty') && (
        <>
          <FileDrop onFiles={(files) => read({ kind: 'files', files, official: [] })} />
          <div className={styles.buttons}>
            <Button onPress={onBack}>{firstRunText.back}</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** What was found, and who directs the centre. */
function Found(props: { readonly read: ReadContent; onDone(): void; onOther(): void }) {
  const { read, onDone, onOther } = props;
  const desk = useDesk();
  const { writing, interrupt, install, fault } = useInstalling(() => []);
  const plan = useMemo(() => planImport(read.content, desk.store.getState().state), [desk, read]);
  const refused = fault ?? (plan.ok ? null : planFaultText(plan.error));
  const other = <Button onPress={onOther}>{importText.otherFiles}</Button>;

  async function start(head: Person | null): Promise<void> {
    const staff = head ? [...read.content.staff, head] : read.content.staff;
    if (await install({ ...read.content, staff })) onDone();
  }

  if (refused || !plan.ok) {
    return (
      <div role="alert" className={styles.sheet}>
        <p>{refused}</p>
        <div className={styles.buttons}>{other}</div>
      </div>
    );
  }
  const known = namesHead(read.content.staff);
  return (
    <>
      <div hidden={writing.kind !== 'ready'} className={styles.flow}>
        <ImportPreview read={read} plan={plan.value} />
        {known ? (
          <div className={styles.buttons}>
            <Button look="primary" size="big" onPress={() => void start(null)}>
              {importText.write}
            </Button>
            {other}
          </div>
        ) : (
          <HeadForm onHead={start} other={other} />
        )}
      </div>
      <WritingProgress writing={writing} onInterrupt={interrupt} onResume={() => void install(read.content)} />
    </>
  );
}
