import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './Filters.module.css';

/** One filter of a few, each with how many it would show. */
export function Filters<Id extends string>(props: {
  readonly label: string;
  readonly filters: readonly { readonly id: Id; readonly label: string; readonly count: number }[];
  readonly chosen: Id;
  onChoose(id: NoInfer<Id>): void;
}) {
  const { label, filters, chosen, onChoose } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.filters ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = filters.find((each) => keys.has(each.id));
        if (next) onChoose(next.id);
      }}
    >
      {filters.map((each) => (
        <ToggleButton key={each.id} id={each.id} className={styles.filter ?? ''}>
          {each.label} <span className={styles.count}>{each.count}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
