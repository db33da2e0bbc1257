import { HardDrive } from 'lucide-react';
import { diskText } from '../text/disk';
import styles from './FrameNotice.module.css';
import { useDiskSpace } from './ports';

/** Says how little room the disk has, for as long as it has little. */
export function DiskNotice() {
  const space = useDiskSpace();
  const text = diskText(space);
  return (
    <div role="status">
      {text !== null && (
        <p className={styles.notice} data-level={space.level}>
          <HardDrive size={18} aria-hidden="true" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
