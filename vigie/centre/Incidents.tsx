import { Feed } from '../../renderer/parts/Feed';
import { incidentText } from '../../renderer/text/sentences/procedure';
import { capital, hourText } from '../../renderer/text/times';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { type CentreState, facts } from '../../shared/exam/state';
import type { SittingId } from '../../shared/kernel/ids';
import { centreText } from '../text/centre';
import styles from './SittingBoard.module.css';

/** What was told of incidents at a sitting, the latest first, in the words of those who were there. */
export function Incidents(props: { readonly state: CentreState; readonly sitting: SittingId; readonly zone: string }) {
  const { state, sitting, zone } = props;
  const incidents = [...facts(state, 'incidents', sitting)].sort(([, a], [, b]) => b.at - a.at);
  return (
    <section className={styles.incidents}>
      <h3>{centreText.incidents}</h3>
      {incidents.length === 0 ? (
        <p className={styles.none}>{centreText.noIncident}</p>
      ) : (
        <Feed
          label={centreText.incidents}
          lines={incidents.map(([id, { at, room, category, text }]) => ({
            id,
            lead: hourText(at, zone),
            content: (
              <>
                <b>
                  {roomNameOf(state, room)} · {capital(incidentText[category])}
                </b>
                {text !== '' && <span className={styles.said}> {text}</span>}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
