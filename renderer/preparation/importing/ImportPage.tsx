import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { useTell } from '../../parts/Toasts';
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
  const { reading, read, cancel } = useReading();
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
        {(reading.kind === 'idle' || reading.kind === 'faulty') && (
          <FileDrop onFiles={(files) => read({ kind: 'files', files })} />
        )}
      </div>
    </>
  );
}

/** What was read, compared with what the centre holds. */
function Planned(props: { readonly read: ReadContent; onDone(): void; onOther(): void }) {
  const { content, plan } = props.read;
  const tell = useTell();
  const { writing, write, resume, interrupt } = useWriting();
  const other = <Button onPress={props.onOther}>{importText.otherFiles}</Button>;
  if (!plan.ok) {
    return (
      <div role="alert" className={styles.stopped}>
        <p>{planFaultText(plan.error)}</p>
        {other}
      </div>
    );
  }
  const { commands } = plan.value;

  async function finish(written: Promise<boolean>): Promise<void> {
    if (!(await written)) return;
    tell({ text: importText.done(content.candidates.length) });
    props.onDone();
  }

  return (
    <>
      {writing.kind === 'ready' && (
        <>
          <ImportPreview read={props.read} plan={plan.value} />
          <div className={styles.buttons}>
            {commands.length > 0 && (
              <Button look="primary" onPress={() => void finish(write([() => commands]))}>
                {importText.write}
              </Button>
            )}
            {other}
          </div>
        </>
      )}
      <WritingProgress writing={writing} onInterrupt={interrupt} onResume={() => void finish(resume())} />
    </>
  );
}
