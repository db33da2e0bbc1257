import { useState } from 'react';
import type { CommandOf } from '../../shared/exam/catalogue';
import { type Decision, isAwaited } from '../../shared/exam/decisions/decisions';
import { zoneOf } from '../../shared/exam/session/today';
import type { SittingId } from '../../shared/kernel/ids';
import { briefRoomName } from '../chronicle/names';
import { useSilentRooms } from '../network/SilentRooms';
import { Button } from '../parts/Button';
import { Feed } from '../parts/Feed';
import { Shape } from '../parts/Tag';
import { useCentre, useDesk } from '../store/useDesk';
import { decisionsText as text } from '../text/decisions';
import { incidentAnswerText as words } from '../text/incidentAnswers';
import { capital, hourText } from '../text/times';
import { AnswerDialog } from './AnswerDialog';
import styles from './decisions.module.css';
import { decisionStatus } from './status';
import { whatWasBriefly } from './whatWas';

/** Seen ones beyond these are folded; what waits never is. */
const most = 5;

/** What was decided for the rooms of a half-day, each with whether its room has seen it. */
export function SentDecisions({
  decisions,
  sitting,
}: {
  readonly decisions: readonly Decision[];
  readonly sitting: SittingId;
}) {
  const state = useCentre((store) => store.state);
  const silent = useSilentRooms();
  const [whole, setWhole] = useState(false);
  const zone = zoneOf(state);
  const here = decisions.filter((each) => each.sitting === sitting);
  const awaited = here.filter(isAwaited);
  const past = here.filter((each) => !isAwaited(each));
  const shown = [...awaited, ...(whole ? past : past.slice(0, most))];
  if (here.length === 0) return null;
  return (
    <section aria-labelledby="decisions-sent">
      <h2 id="decisions-sent">{text.sent}</h2>
      <Feed
        label={text.sent}
        lines={shown.map((decision) => ({
          id: `${decision.entry} ${decision.room}`,
          lead: <time>{hourText(decision.at, zone)}</time>,
          content: (
            <>
              <b>{briefRoomName(state, decision.room)} · </b>
              {capital(whatWasBriefly(state, decision))}
              <span className={styles.status}>
                <Shape tone={decision.seen ? 'present' : decision.over ? 'absent' : 'late'} />{' '}
                {decisionStatus(state, decision, silent.find(({ room }) => room === decision.room)?.last ?? null)}
              </span>
              <AnswerAgain decision={decision} />
            </>
          ),
        }))}
      />
      {past.length > most && !whole && (
        <Button look="quiet" wide onPress={() => setWhole(true)}>
          {text.sentMore(past.length - most)}
        </Button>
      )}
    </section>
  );
}

/** A way to answer an incident anew, as long as its room is not closed. */
function AnswerAgain({ decision }: { readonly decision: Decision }) {
  const desk = useDesk();
  const [answering, setAnswering] = useState(false);
  const { sitting, room, matters, takenBack } = decision;
  const incident = matters.find((matter) => matter.kind === 'incident')?.incident;
  if (incident === undefined || takenBack) return null;
  const about: CommandOf<'incident.decided'>['about'] = { sitting, room, incident };
  const another = { decision: words.again, say: '' };
  if (desk.refusalOf({ kind: 'incident.decided', about, data: another }) !== null) return null;
  return (
    <>
      <Button size="small" onPress={() => setAnswering(true)}>
        {words.again}
      </Button>
      {answering && <AnswerDialog about={about} onClose={() => setAnswering(false)} />}
    </>
  );
}
