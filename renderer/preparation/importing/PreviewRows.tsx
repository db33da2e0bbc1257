import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { inFigures } from '../../text/preparation';
import { NamedRow } from '../NamedRow';
import { VirtualRows } from '../VirtualRows';
import styles from './PreviewRows.module.css';

export interface PreviewRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** The candidates behind a count, folded away until asked for; nothing at all when there is none. */
export function PreviewRows(props: {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly PreviewRow[];
}) {
  const { title, note, rows } = props;
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section className={styles.rows}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={17} className={styles.arrow} aria-hidden="true" />
        <b>{title}</b> {inFigures(rows.length)}
      </button>
      {note && <p className={styles.note}>{note}</p>}
      {open && (
        <VirtualRows
          label={title}
          rows={rows}
          rowHeight={34}
          maxHeight={272}
          idOf={(row) => row.id}
          draw={({ name, detail }) => (
            <NamedRow name={name} title={detail}>
              {detail}
            </NamedRow>
          )}
        />
      )}
    </section>
  );
}
