import type { JournalAudited } from '../../shared/bridge/audit';
import { zoneOf } from '../../shared/exam/session/today';
import { namesIn, personName, roomName } from '../chronicle/names';
import { Table } from '../parts/Table';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { auditText, closingText } from '../text/audit';
import { hourText } from '../text/times';
import styles from './VerifierDesk.module.css';

const words = auditText.closed;

function toneOf({ outcome, late }: JournalAudited['closings'][number]) {
  if (outcome === 'unheld') return 'plain';
  if (outcome !== 'agrees') return 'seal';
  return late > 0 ? 'late' : 'present';
}

/** Every closed room report, made again from the entries it was closed on. */
export function ClosedReports({ closings }: { readonly closings: JournalAudited['closings'] }) {
  const state = useCentre((store) => store.state);
  const names = namesIn(state, () => null);
  if (closings.length === 0) return <p className={styles.soft}>{words.none}</p>;
  return (
    <section className={styles.part} aria-label={words.title}>
      <Table
        caption={words.title}
        showCaption
        rows={[...closings].sort((a, b) => a.at - b.at)}
        idOf={({ entry }) => entry}
        columns={[
          { id: 'room', head: words.room, names: true, cell: ({ room }) => roomName(state, room) },
          { id: 'sitting', head: words.sitting, cell: ({ sitting }) => names.sitting(sitting) },
          { id: 'at', head: words.at, cell: ({ at }) => hourText(at, zoneOf(state)) },
          { id: 'by', head: words.by, cell: ({ by }) => personName(state, by) },
          { id: 'signatures', head: words.signatures, align: 'end', cell: ({ signatures }) => signatures },
          {
            id: 'outcome',
            head: words.outcome,
            cell: (closing) => <Tag tone={toneOf(closing)}>{closingText(closing)}</Tag>,
          },
        ]}
      />
    </section>
  );
}
