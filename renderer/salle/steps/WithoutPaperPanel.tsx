import { candidateByNumber } from '../../../shared/exam/people/names';
import { capital } from '../../text/times';
import { unheldText } from '../../text/unheld';
import { useRoom } from '../room/RoomContext';
import { Panel, PanelList } from './Panel';
import styles from './Panel.module.css';

const text = unheldText.withoutPaper;

/** Those who were given a table here and of whom nothing else has arrived: greyed, with why. */
export function WithoutPaperPanel() {
  const { view } = useRoom();
  if (view.withoutPaper.length === 0) return null;
  return (
    <Panel title={text.title} count={view.withoutPaper.length} note={text.note}>
      <PanelList>
        {view.withoutPaper.map(({ candidate, table }) => (
          <li key={candidate} className={styles.greyed}>
            <b>{table}</b>
            <span>{capital(candidateByNumber(candidate))}</span>
          </li>
        ))}
      </PanelList>
    </Panel>
  );
}
