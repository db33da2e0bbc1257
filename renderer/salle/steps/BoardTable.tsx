import { clockTime, type Instant } from '../../../shared/kernel/instant';
import { endLabel } from '../../text/clock';
import { stepsText } from '../../text/salleSteps';
import { endsOf } from '../clock/clockFace';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper } from '../room/roomView';
import styles from './step.module.css';

const text = stepsText.distribution;

/** What to write on the board: the start, and every end that somebody here needs. */
export function BoardTable(props: { readonly papers: readonly RoomPaper[]; readonly boardStart: Instant | null }) {
  const { view } = useRoom();
  const start = props.boardStart ?? view.scheduledStart;
  const rows = props.papers.map((each) => ({ each, ends: endsOf(each, start, view.roll) }));
  const most = Math.max(...rows.map(({ ends }) => ends.length));
  return (
    <table className={styles.board}>
      <caption>{text.board}</caption>
      <tbody>
        {rows.map(({ each, ends }) => (
          <tr key={each.paper.id}>
            <th scope="row">{[each.paper.title, each.regulation?.label].filter((part) => part).join(' · ')}</th>
            <td>
              <small>{text.start}</small>
              {clockTime(each.start?.boardStart ?? start, view.zone)}
            </td>
            {ends.map((end) => (
              <td key={end.at}>
                <small>{endLabel(end)}</small>
                {clockTime(end.at, view.zone)}
              </td>
            ))}
            {ends.length < most && <td colSpan={most - ends.length} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
