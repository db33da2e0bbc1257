import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { importText } from '../../text/importing';
import styles from './Import.module.css';
import type { Writing } from './useWriting';

/** How far writing has come, or why it stopped and how to go on. */
export function WritingProgress(props: { readonly writing: Writing; onInterrupt(): void; onResume(): void }) {
  const { writing, onInterrupt, onResume } = props;
  if (writing.kind === 'ready') return null;
  if (writing.kind === 'writing') {
    return (
      <div className={styles.progress}>
        <Progress label={importText.writing} value={writing.share} />
        <Button onPress={onInterrupt}>{importText.interrupt}</Button>
      </div>
    );
  }
  return (
    <div role="alert" className={styles.stopped}>
      {writing.fault && <p>{writing.fault}</p>}
      <p>{writing.fault ? importText.stopped : importText.interrupted}</p>
      <Button look="primary" onPress={onResume}>
        {importText.resume}
      </Button>
    </div>
  );
}
