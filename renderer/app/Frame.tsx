import { Suspense, useEffect } from 'react';
import type { Actor } from '../../shared/kernel/statement';
import { Mended } from '../parts/Mended';
import { PageFrame } from '../parts/PageFrame';
import { Progress } from '../parts/Progress';
import { appText } from '../text/app';
import { DeskRail } from './DeskRail';
import { DiskNotice } from './DiskNotice';
import { type DeskEntry, desks } from './desks';
import styles from './Frame.module.css';
import { LaterEntries } from './LaterEntries';
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
    <PageFrame
      skip={appText.skip}
      rail={<DeskRail desks={mine} at={route.path} />}
      wideRail={false}
      above={
        <>
          <TopBar actor={actor} onLock={onLock} />
          <DiskNotice />
          <LaterEntries />
        </>
      }
      desk={route.path}
      // these two never scroll as a whole
      steady={route.path !== 'pages' && route.path !== 'journal'}
    >
      <Mended words={appText.crash} key={route.path}>
        {desk && <Desk desk={desk} />}
      </Mended>
    </PageFrame>
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
