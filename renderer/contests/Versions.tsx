import { contestsText } from '../text/contests';
import styles from './contests.module.css';
import type { ContestShown } from './shown';

/** Every version of a fact, side by side, none before another: what it says, who says so, and who corroborates it. */
export function Versions({ shown }: { readonly shown: ContestShown }) {
  return (
    <ul className={styles.versions}>
      {shown.versions.map((version) => (
        <li key={version.entries[0]}>
          <b>{version.text}</b>
          <span>{version.who}</span>
          {version.corroborated.map((who) => (
            <span key={who}>{contestsText.corroborated(who)}</span>
          ))}
          {version.reason !== null && <span>{contestsText.reason(version.reason)}</span>}
          {version.before.length > 0 && <span>{contestsText.instead(version.before)}</span>}
        </li>
      ))}
    </ul>
  );
}
