import { TriangleAlert } from 'lucide-react';
import { EmptyState } from '../parts/EmptyState';
import { Progress } from '../parts/Progress';
import { openingText } from '../text/app';
import styles from './OpeningScreen.module.css';
import type { OpeningProgress } from './openCentre';

/** What is shown while the journal is compared, repaired and read. */
export function OpeningScreen({ progress }: { readonly progress: OpeningProgress | null }) {
  return (
    <main className={styles.screen}>
      <h1 className={styles.name}>{openingText.name}</h1>
      <div className={styles.progress}>
        <HowFar progress={progress} />
      </div>
    </main>
  );
}

/** How far the opening has come. */
export function HowFar({ progress }: { readonly progress: OpeningProgress | null }) {
  const share = progress?.kind === 'levelling' && progress.of > 0 ? progress.done / progress.of : null;
  return <Progress label={label(progress)} value={share} />;
}

/** What is shown when the journal would not open: nothing is written, and what is kept stays where it is. */
export function OpeningFailed({ error }: { readonly error: unknown }) {
  return (
    <main className={styles.screen}>
      <EmptyState icon={TriangleAlert} title={openingText.failed}>
        {openingText.failedSay}
      </EmptyState>
      <pre className={styles.detail}>{error instanceof Error ? error.message : String(error)}</pre>
    </main>
  );
}

function label(progress: OpeningProgress | null): string {
  if (progress === null) return openingText.opening;
  return progress.kind === 'levelling' ? openingText.levelling : openingText.reading(progress.done);
}
