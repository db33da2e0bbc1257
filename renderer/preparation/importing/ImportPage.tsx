import { useMemo } from 'react';
import { officialSpecialities } from '../../../shared/formats/content';
import { planImport } from '../../../shared/formats/plan';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { useTell } from '../../parts/Toasts';
import { useDesk } from '../../store/useDesk';
import { importText } from '../../text/importing';
import { planFaultText } from '../../text/importPlan';
import { PageHead } from '../PageHead';
import type { ReadContent } from './content';
import { FaultList } from './FaultList';
import { FileDrop } from './FileDrop';
import styles from './Import.module.css';
import { ImportPreview } from './ImportPreview';
import { useReading } from './useReading';
import { useWriting } from './useWriting';
import { WritingProgress } from './WritingProgress';

/** A new list for a session that is open: what it changes is shown before it is written. */
export function ImportPage() {
  const desk = useDesk();
  const { reading, read, cancel } = useReading();
  const choose = (files: readonly File[]) =>
    read({ kind: 'files', files, official: officialSpecialities(desk.store.getState().state) });
  return (
    <>
      <PageHead title={importText.title} lead={importText.lead} />
      <div className={styles.flow}>
        {reading.kind === 'reading' && (
          <div className={styles.progress}>
            <Progress label={importText.reading(reading.of)} value={reading.done / reading.of} />
            <Button onPress={cancel}>{importText.cancelReading}</Button>
          </div>
        )}
        {reading.kind === 'faulty' && <FaultList faults={reading.faults} />}
        {reading.kind === 'read' && <Planned read={reading.read} onDone={cancel} onOther={cancel} />}
        {(reading.kind === 'idle' || reading.kind === 'faulty') && <FileDrop onFiles={choose} />}
      </div>
    </>
  );
}

/** What was read, compared with what the centre holds. */
function Planned(props: { readonly read: ReadContent; onDone(): void; onOther(): void }) {
  const { read, onDone, onOther } = props;
  const desk = useDesk();
  const tell = useTell();
  const plan = usePlan(read);
  const { writing, write, interrupt } = useWriting();
  const other = <Button onPress={onOther}>{importText.otherFiles}</Button>;
  if (!plan.ok) {
    return (
      <div role="alert" className={styles.stopped}>
        <p>{planFaultText(plan.error)}</p>
        {other}
      </div>
    );
  }
  const planned = plan.value;

  async function start(): Promise<void> {
    const fresh = planImport(read.content, desk.store.getState().state);
    if (!fresh.ok || !(await write(fresh.value.commands))) return;
    tell({ text: importText.done(read.content.candidates.length) });
    onDone();
  }

  return (
    <>
      {writing.kind === 'ready' && (
        <>
          <ImportPreview read={read} plan={planned} />
          <div className={styles.buttons}>
            {planned.commands.length > 0 && (
              <Button look="primary" onPress={() => void start()}>
                {importText.write}
              </Button>
            )}
            {other}
          </div>
        </>
      )}
      <WritingProgress writing={writing} onInterrupt={interrupt} onResume={() => void start()} />
    </>
  );
}

/** The plan as it was when the files were read: it does not change under the reader's eyes while it is written. */
function usePlan(read: ReadContent): ReturnType<typeof planImport> {
  const desk = useDesk();
  return useMemo(() => planImport(read.content, desk.store.getState().state), [desk, read]);
}
