import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { lentTo } from '../../../shared/exam/rooms/openTables';
import { rollOf } from '../../../shared/exam/rooms/roll';
import { zoneOf } from '../../../shared/exam/session/today';
import { boardStartOf } from '../../../shared/exam/timing/limits';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { RefusalNote } from '../../parts/RefusalNote';
import { useCentre, useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { refusalText } from '../../text/refusals';
import { hourText } from '../../text/times';
import { MatterFrame } from './MatterFrame';
import { type MatterOf, nameOf, subjectOf } from './matter';

const words = awaitingText.latecomer;

/** A latecomer at the door: only the head may grant the derogation, within the hour, and the end stays. */
export function LatecomerCard({ matter }: { readonly matter: MatterOf<'latecomer'> }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const [answer, setAnswer] = useState<'grant' | 'refuse' | null>(null);
  const zone = zoneOf(state);
  const name = nameOf(matter.line);
  const lent = lentTo(rollOf(state, matter.sitting, matter.room), matter.line);
  const start = boardStartOf(state, matter.sitting, matter.room, matter.line.paper);
  const decided = (granted: boolean, reason: string): Command => ({
    kind: 'latecomer.decided',
    about: subjectOf(matter),
    data: { granted, reason },
  });
  const noGrant = desk.refusalOf(decided(true, words.reason));
  const noRefusal = desk.refusalOf(decided(false, words.reason));
  const endRule = matter.endMoves
    ? words.endMoves
    : matter.endsAt
      ? words.endSame(hourText(matter.endsAt, zone))
      : words.endSameSoon;
  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      rule={
        <>
          {matter.due && <p>{words.limit(hourText(matter.due, zone))}</p>}
          <p>{endRule}</p>
          {lent && <p>{words.lent(nameOf(lent), lent.table)}</p>}
          {noGrant && <RefusalNote sentence={refusalText(noGrant, state)} />}
        </>
      }
      answers={
        <>
          <Button look="primary" isDisabled={noGrant !== null} onPress={() => setAnswer('grant')}>
            {words.grant}
          </Button>
          <Button isDisabled={noRefusal !== null} onPress={() => setAnswer('refuse')}>
            {words.refuse}
          </Button>
        </>
      }
    >
      <p>{words.asks(name, matter.line.table, start === null ? 0 : matter.arrivedAt - start)}</p>
      {matter.explanation && <p>{words.explanation(matter.explanation)}</p>}
      {answer && (
        <ReasonDialog
          title={answer === 'grant' ? words.grantTitle(name) : words.refuseTitle(name)}
          say={answer === 'grant' ? `${words.grantSay} ${endRule}` : words.refuseSay}
          reason={words.reason}
          hint={words.reasonHint}
          missing={words.reasonMissing}
          proposed={answer === 'grant' ? matter.explanation : ''}
          confirm={answer === 'grant' ? words.grant : words.refuse}
          danger={answer === 'refuse'}
          onConfirm={(reason) =>
            say([decided(answer === 'grant', reason)], answer === 'grant' ? words.granted(name) : words.refused(name))
          }
          onClose={() => setAnswer(null)}
        />
      )}
    </MatterFrame>
  );
}
