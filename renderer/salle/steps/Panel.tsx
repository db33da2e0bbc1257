import type { ReactNode } from 'react';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { listedName } from '../../text/salle';
import { capital } from '../../text/times';
import styles from './Panel.module.css';

/** A titled list beside the plan, one line per candidate. */
export function Panel(props: {
  readonly title: string;
  readonly count?: number;
  readonly note?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.panel} aria-label={props.title}>
      <h2>
        {props.title} {props.count ? <span className={styles.count}>{props.count}</span> : null}
      </h2>
      {props.note && <p className={styles.note}>{props.note}</p>}
      {props.children}
    </section>
  );
}

export function PanelList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

/** A candidate in a panel: their table, their name which opens their sheet, a word about them, one thing to do. */
export function PanelLine(props: {
  readonly line: Pick<RollLine, 'id' | 'table' | 'familyName' | 'givenNames'>;
  readonly say?: ReactNode;
  readonly urgent?: boolean;
  readonly action?: ReactNode;
  onOpen(candidate: CandidateId): void;
}) {
  const { line } = props;
  return (
    <li className={styles.line}>
      <button type="button" className={styles.who} onClick={() => props.onOpen(line.id)}>
        <b>{line.table}</b>
        <span>
          {capital(listedName(line))}
          {props.say && <small className={props.urgent ? styles.urgent : styles.quiet}>{props.say}</small>}
        </span>
      </button>
      {props.action}
    </li>
  );
}
