import type { ReactNode } from 'react';
import { Seal } from '../parts/Seal';
import { vaultText } from '../text/vault';
import styles from '../unlock/UnlockScreen.module.css';

/** The cover of a desk whose journal is still closed: nothing of the centre is known yet, not even its name. */
export function VaultCover({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.screen}>
      <div className={styles.cover}>
        <Seal />
        <div className={styles.names}>
          <h1>{vaultText.product}</h1>
          <p>{vaultText.cover}</p>
        </div>
      </div>
      <div className={styles.entry}>{children}</div>
    </main>
  );
}
