import type { ListPlan } from '../../../shared/formats/comparison';
import type { ImportPlan } from '../../../shared/formats/plan';
import { importText } from '../../text/importing';
import styles from './Import.module.css';

/** What a file changes besides candidates: rooms, papers, sittings, staff. */
export function OtherLists({ plan }: { readonly plan: ImportPlan }) {
  const lists: readonly (readonly [string, ListPlan<unknown>])[] = [
    [importText.lists.specialities, plan.specialities],
    [importText.lists.papers, plan.papers],
    [importText.lists.sittings, plan.sittings],
    [importText.lists.rooms, plan.rooms],
    [importText.lists.staff, plan.staff],
  ];
  const shown = lists.filter(([, { added, changed }]) => added.length + changed.length > 0);
  if (shown.length === 0) return null;
  return (
    <dl className={styles.lists}>
      {shown.map(([label, { added, changed }]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{importText.listNews(added.length, changed.length)}</dd>
        </div>
      ))}
    </dl>
  );
}
