import { type ReactNode, useEffect, useState } from 'react';
import { OpeningNotices } from '../journal/OpeningNotices';
import { Button } from '../parts/Button';
import { useTell } from '../parts/Toasts';
import { openingText } from '../text/app';
import type { Notice } from '../text/opening';
import { CodeLater } from '../vault/CodeLater';
import styles from './Notified.module.css';

/** Tells what the opening found: in passing when it only reassures, before anything else when it must be read. */
export function Notified({ notices, children }: { readonly notices: readonly Notice[]; readonly children: ReactNode }) {
  const tell = useTell();
  const grave = notices.some(({ tone }) => tone !== 'calm');
  const [found, setFound] = useState(false);
  const [read, setRead] = useState(!grave);
  useEffect(() => {
    if (!grave) for (const { text } of notices) tell({ text });
  }, [grave, notices, tell]);
  if (read) return children;
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <h1>{openingText.found}</h1>
        <OpeningNotices notices={notices} />
        {notices.some(({ cure }) => cure === 'recovery-code') && <CodeLater onFound={() => setFound(true)} />}
        <Button look={found ? 'plain' : 'primary'} size="big" autoFocus onPress={() => setRead(true)}>
          {openingText.go}
        </Button>
      </div>
    </main>
  );
}
