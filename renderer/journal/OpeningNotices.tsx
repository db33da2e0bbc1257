import { Card } from '../parts/Card';
import type { Notice } from '../text/opening';
import styles from './OpeningNotices.module.css';

/** What was repaired or is missing since the last start, the gravest first. */
export function OpeningNotices({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    <section role="status" aria-live="polite" className={styles.notices}>
      {notices.map(({ tone, text }) => (
        <Card key={text} urgent={tone === 'alarm'}>
          <p data-tone={tone}>{text}</p>
        </Card>
      ))}
    </section>
  );
}
