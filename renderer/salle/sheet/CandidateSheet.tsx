import type { CandidateId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { Drawer } from '../../parts/Dialog';
import { listedName, salleText } from '../../text/salle';
import { sheetText } from '../../text/salleSheet';
import { unheldText } from '../../text/unheld';
import { useRoom } from '../room/RoomContext';
import { ActsSection } from './ActsSection';
import { AttendanceSection } from './AttendanceSection';
import { DepartureSection } from './DepartureSection';
import { ExitSection } from './ExitSection';
import { IdentitySection } from './IdentitySection';
import { LateSection } from './LateSection';
import { MeasuresSection } from './MeasuresSection';
import styles from './sheet.module.css';
import { TableSection } from './TableSection';

/** Everything about one candidate in this room, along the right edge. */
export function CandidateSheet(props: { readonly candidate: CandidateId | null; onClose(): void }) {
  const { view } = useRoom();
  const line = view.roll.find((each) => each.id === props.candidate);
  if (!line) return null;
  const started = line.endsAt !== null;
  return (
    <Drawer
      isOpen
      onClose={props.onClose}
      title={listedName(line)}
      footer={<Button onPress={props.onClose}>{sheetText.close}</Button>}
    >
      <div className={styles.head}>
        <span>{sheetText.table(line.table)}</span>
        <span>{line.paper.title}</span>
        {line.provisional ? <span>{salleText.offTheList}</span> : <span>{sheetText.number(line.id)}</span>}
        {line.birthDate && <span>{sheetText.born(line.birthDate.split('-').reverse().join('/'))}</span>}
        {line.division && <span>{sheetText.division(line.division)}</span>}
      </div>
      {line.unheld && <p>{unheldText.person.sheet}</p>}
      <div data-density="roomy">
        {!started && <AttendanceSection line={line} />}
        {(started || line.late.kind !== 'onTime') && <LateSection line={line} />}
        {started && <ExitSection line={line} />}
        {started && <DepartureSection line={line} />}
        {started && <AttendanceSection line={line} />}
        {line.provisional && <TableSection line={line} />}
        <IdentitySection line={line} />
        <MeasuresSection line={line} />
        <ActsSection line={line} />
      </div>
    </Drawer>
  );
}
