import { type ReactNode, useState } from 'react';
import { OpeningNotices } from '../journal/OpeningNotices';
import { Button } from '../parts/Button';
import { openingText } from '../text/app';
import type { Notice } from '../text/opening';
import styles from './Notified.module.css';

/** Tells what the opening found before anything else is shown; nothing to tell, nothing to press. */
export function Notified({ notices, children }: { readonly notices: readonly Notice[]; readonly children: ReactNode }) {
  const [read, setRead] = useState(notices.length === 0);
  if (read) return children;
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <h1>{openingText.found}</h1>
        <OpeningNotices notices={notices} />
        <Button look="primary" size="big" autoFocus onPress={() => setRead(true)}>
          {openingText.go}
        </Button>
      </div>
    </main>
  );
}
