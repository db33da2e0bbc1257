import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { MatterFrame } from './MatterFrame';
import { type MatterOf, nameOf, subjectOf } from './matter';

const words = awaitingText.unlisted;

/** Someone who is on no list and composes until their registration is verified. */
export function UnlistedCard({ matter }: { readonly matter: MatterOf<'unlisted'> }) {
  const desk = useDesk();
  const say = useSay();
  const [answer, setAnswer] = useState<'registered' | 'notRegistered' | null>(null);
  const name = nameOf(matter.line);
  const settled = (outcome: 'registered' | 'notRegistered', remark: string): Command => ({
    kind: 'provisional.settled',
    about: subjectOf(matter),
    data: { outcome, remark },
  });
  const refused = desk.refusalOf(settled('registered', '')) !== null;
  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      answers={
        <>
          <Button isDisabled={refused} onPress={() => setAnswer('registered')}>
            {words.registered}
          </Button>
          <Button isDisabled={refused} onPress={() => setAnswer('notRegistered')}>
            {words.notRegistered}
          </Button>
        </>
      }
    >
      <p>{words.asks(name, matter.line.table)}</p>
      {matter.explanation && <p>{awaitingText.latecomer.explanation(matter.explanation)}</p>}
      {answer && (
        <ReasonDialog
          title={answer === 'registered' ? words.registeredTitle(name) : words.notRegisteredTitle(name)}
          say={answer === 'registered' ? words.registeredSay : words.notRegisteredSay}
          reason={words.remark}
          confirm={answer === 'registered' ? words.registered : words.notRegistered}
          danger={answer === 'notRegistered'}
          onConfirm={(remark) => say([settled(answer, remark)], words.done(name))}
          onClose={() => setAnswer(null)}
        />
      )}
    </MatterFrame>
  );
}
