import type { OpenTables } from '../../../shared/exam/rooms/openTables';
import { Radios } from '../../parts/Radios';
import { listedName } from '../../text/salle';
import { unlistedSeatText as text } from '../../text/unlistedSeat';
import styles from './sheet.module.css';

/** Where somebody off the list goes when every table has its candidate: an absentee's table, or the head's choice. */
export type Where = { readonly kind: 'lent'; readonly table: number } | { readonly kind: 'elsewhere' };

/** The choice, each with what follows from it. */
export function FullRoom(props: {
  readonly absentees: OpenTables['absentees'];
  readonly where: Where | null;
  onChoose(where: Where): void;
}) {
  const { absentees, where } = props;
  const lent = where?.kind === 'lent' ? absentees.find(({ table }) => table === where.table) : undefined;
  return (
    <>
      <p className={styles.late}>{text.full}</p>
      <Radios
        label={text.where}
        value={where?.kind === 'lent' ? String(where.table) : (where?.kind ?? null)}
        options={[
          ...absentees.map((line) => ({ value: String(line.table), label: text.lend(line.table, listedName(line)) })),
          { value: 'elsewhere', label: text.elsewhere },
        ]}
        onChange={(value) =>
          props.onChoose(value === 'elsewhere' ? { kind: 'elsewhere' } : { kind: 'lent', table: Number(value) })
        }
      />
      {lent && <p>{text.lendSay(lent.table, listedName(lent))}</p>}
      {where?.kind === 'elsewhere' && <p>{text.elsewhereSay}</p>}
    </>
  );
}
