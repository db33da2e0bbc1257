import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { importText } from '../../text/importing';
import styles from './FileDrop.module.css';

/** Takes files by a button, or dropped anywhere on the window while this is in sight. */
export function FileDrop({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const over = useWindowDrop(onFiles);
  return (
    <section aria-label={importText.zone} className={classes(styles.zone, over && styles.over)}>
      <FileUp size={30} strokeWidth={1.5} aria-hidden="true" />
      {over ? (
        <p className={styles.now}>{importText.dropNow}</p>
      ) : (
        <>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={['.csv', '.txt', '.json', 'text/csv', 'application/json']}
            onSelect={(list) => {
              const files = [...(list ?? [])];
              if (files.length > 0) onFiles(files);
            }}
          >
            <Button look="primary">{importText.choose}</Button>
          </FileTrigger>
          <p>{importText.drop}</p>
        </>
      )}
      <p className={styles.accepted}>{importText.accepted}</p>
    </section>
  );
}

/** True while files are held over the window; without this a dropped file would be opened as a page. */
function useWindowDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over;
}
