import type { Command } from '../../../shared/exam/catalogue';
import type { Person } from '../../../shared/exam/staff/kinds';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { firstRunText } from '../../text/firstRun';
import { importText } from '../../text/importing';
import { planFaultText } from '../../text/importPlan';
import type { ReadContent } from '../importing/content';
import { FaultList } from '../importing/FaultList';
import { FileDrop } from '../importing/FileDrop';
import { ImportPreview } from '../importing/ImportPreview';
import { useReading } from '../importing/useReading';
import { useWriting } from '../importing/useWriting';
import { WritingProgress } from '../importing/WritingProgress';
import styles from './FirstRun.module.css';
import { HeadForm } from './HeadForm';
import { namesHead } from './headForm';
import { staffLast } from './staffLast';

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
          <FileDrop onFiles={(files) => read({ kind: 'files', files })} />
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
  const { content, plan } = props.read;
  const { writing, write, resume, interrupt } = useWriting();
  const other = <Button onPress={props.onOther}>{importText.otherFiles}</Button>;
  if (!plan.ok) {
    return (
      <div role="alert" className={styles.sheet}>
        <p>{planFaultText(plan.error)}</p>
        <div className={styles.buttons}>{other}</div>
      </div>
    );
  }
  const { commands } = plan.value;

  async function start(...heads: readonly Person[]): Promise<void> {
    const named: Command[] = heads.map((head) => ({
      kind: 'staff.published',
      about: { session: content.session.id },
      data: { people: [head] },
    }));
    await finish(write([() => [...staffLast(commands), ...named]]));
  }

  async function finish(written: Promise<boolean>): Promise<void> {
    if (await written) props.onDone();
  }

  return (
    <>
      <div hidden={writing.kind !== 'ready'} className={styles.flow}>
        <ImportPreview read={props.read} plan={plan.value} />
        {namesHead(content.staff) ? (
          <div className={styles.buttons}>
            <Button look="primary" size="big" onPress={() => void start()}>
              {importText.write}
            </Button>
            {other}
          </div>
        ) : (
          <HeadForm onHead={start} other={other} />
        )}
      </div>
      <WritingProgress writing={writing} onInterrupt={interrupt} onResume={() => void finish(resume())} />
    </>
  );
}
