import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { fact } from '../../../shared/exam/state';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { useCentre, useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { MatterFrame } from './MatterFrame';
import type { MatterOf } from './matter';

/** An envelope that does not fit its paper: nothing is given out before it is settled with headquarters. */
export function EnvelopeCard({ matter }: { readonly matter: MatterOf<'envelope'> }) {
  const paper = useCentre(({ state }) => fact(state, 'papers', 'session', matter.paper)?.title ?? matter.paper);
  return (
    <MatterFrame matter={matter} title={awaitingText.envelope.title}>
      <p>{awaitingText.envelope.asks(paper)}</p>
      {matter.remark && <p>{matter.remark}</p>}
    </MatterFrame>
  );
}

/** Something reported about the subject itself. */
export function SubjectCard({ matter }: { readonly matter: MatterOf<'subject'> }) {
  const desk = useDesk();
  const say = useSay();
  const [answering, setAnswering] = useState(false);
  const words = awaitingText.subject;
  const answer = (decision: string): Command => ({
    kind: 'incident.decided',
    about: { sitting: matter.sitting, room: matter.room, incident: matter.incident },
    data: { decision },
  });
  const refused = desk.refusalOf(answer(words.answer)) !== null;
  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      rule={<p>{words.asks}</p>}
      answers={
        <Button look="primary" isDisabled={refused} onPress={() => setAnswering(true)}>
          {words.answer}
        </Button>
      }
    >
      <p>{matter.text}</p>
      {answering && (
        <ReasonDialog
          title={words.answerTitle}
          say={words.answerSay}
          reason={words.decision}
          hint={words.decisionHint}
          missing={words.decisionMissing}
          confirm={words.send}
          onConfirm={(decision) => say([answer(decision)], words.sent)}
          onClose={() => setAnswering(false)}
        />
      )}
    </MatterFrame>
  );
}
