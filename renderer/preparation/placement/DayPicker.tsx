import type { Day } from '../../../shared/kernel/ids';
import { Select } from '../../parts/Select';
import { placementText } from '../../text/placement';
import { dayInWords } from '../../text/preparation';
import { capital } from '../../text/times';
import styles from './PlacementBoard.module.css';

export function DayPicker({
  days,
  chosen,
  onChoose,
}: {
  readonly days: readonly Day[];
  readonly chosen: Day;
  onChoose(day: Day): void;
}) {
  return (
    <div className={styles.picker}>
      <Select
        label={placementText.day}
        value={chosen}
        onChange={onChoose}
        options={days.map((day) => ({ value: day, label: capital(dayInWords(day)) }))}
      />
    </div>
  );
}
