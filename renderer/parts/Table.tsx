import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  cell(row: Row): ReactNode;
  readonly align?: 'start' | 'end';
  /** The cell that names the row for a screen reader. */
  readonly names?: boolean;
}

/** A plain table with a caption; for hundreds of rows rather than thousands. */
export function Table<Row>(props: {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<NoInfer<Row>>[];
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  isCurrent?(row: Row): boolean;
}) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={props.showCaption ? styles.caption : 'unseen'}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.id} scope="col" className={classes(column.align === 'end' && styles.end)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.idOf(row)} className={classes(props.isCurrent?.(row) && styles.current)}>
              {props.columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" className={classes(column.align === 'end' && styles.end)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={classes(column.align === 'end' && styles.end)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
