import { type Column, Table } from '../../renderer/parts/Table';
import type { FaultLine } from '../../renderer/text/faultLines';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';

const text = adminText.faults;
const most = 200;

interface Row extends FaultLine {
  readonly at: number;
}

const columns: readonly Column<Row>[] = [
  { id: 'file', head: text.file, names: true, cell: ({ file }) => file },
  { id: 'place', head: text.place, cell: ({ place }) => place },
  {
    id: 'what',
    head: text.what,
    cell: ({ what, remedy }) => (
      <>
        <b>{what}</b> {remedy}
      </>
    ),
  },
];

/** Why files are not published: where each fault is, what is wrong and what to do. */
export function ImportFaults({ lines }: { readonly lines: readonly FaultLine[] }) {
  const rows = lines.slice(0, most).map((line, at) => ({ ...line, at }));
  return (
    <section className={styles.quarantine} aria-label={text.title}>
      <p role="alert">{text.say(lines.length)}</p>
      {lines.length > most && <p className={styles.quiet}>{text.most(most)}</p>}
      <Table caption={text.title} columns={columns} rows={rows} idOf={({ at }) => String(at)} />
    </section>
  );
}
