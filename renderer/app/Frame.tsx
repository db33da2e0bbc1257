import { Suspense, useEffect } from 'react';
import type { Actor } from '../../shared/kernel/statement';
import { Mended } from '../parts/Mended';
import { Progress } from '../parts/Progress';
import { appText } from '../text/app';
import { DiskNotice } from './DiskNotice';
import { type DeskEntry, desks } from './desks';
import styles from './Frame.module.css';
import { Rail } from './Rail';
import { goInstead, startOf, useRoute } from './routes';
import { TopBar } from './TopBar';

/** The rail, the top bar, and the desk one is at; where one may not be leads to one's first desk. */
export function Frame({ actor, onLock }: { readonly actor: Actor; onLock(): void }) {
  const route = useRoute();
  const mine = desks.filter((desk) => desk.roles.includes(actor.role));
  const desk = mine.find((each) => each.path === route.path);
  const [first] = mine;
  useEffect(() => {
    if (!desk && first) goInstead(startOf(first.path));
  }, [desk, first]);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skip}>
        {appText.skip}
      </button>
      <Rail desks={mine} at={route.path} />
      <div className={styles.side}>
        <TopBar actor={actor} onLock={onLock} />
        <DiskNotice />
        <main id="content" className={styles.main} data-desk={route.path} tabIndex={-1}>
          <Mended words={appText.crash} key={route.path}>
            {desk && <Desk desk={desk} />}
          </Mended>
        </main>
      </div>
    </div>
  );
}

function Desk({ desk: { component: Screen } }: { readonly desk: DeskEntry }) {
  return (
    <Suspense fallback={<Opening />}>
      <Screen />
    </Suspense>
  );
}

function Opening() {
  return (
    <div className={styles.opening}>
      <Progress label={appText.loading} value={null} />
    </div>
  );
}

function skip(): void {
  document.getElementById('content')?.focus();
}
