import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { zoneOf } from '../../../shared/exam/session/today';
import { useNow } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { useCentre, useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { dueText } from '../../text/times';
import { DocumentDialog } from './DocumentDialog';
import { MatterFrame } from './MatterFrame';
import { type MatterOf, nameOf, subjectOf } from './matter';

const words = awaitingText.identity;

/** An identity document still owed; composes meanwhile, shows one to the head in time. */
export function IdentityCard({ matter }: { readonly matter: MatterOf<'identity'> }) {
  const desk = useDesk();
  const say = useSay();
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const [answer, setAnswer] = useState<'shown' | 'notShown' | null>(null);
  const name = nameOf(matter.line);
  const settled = (outcome: 'shown' | 'notShown', document: string, remark: string): Command => ({
    kind: 'identity.settled',
    about: subjectOf(matter),
    data: { outcome, document, remark },
  });
  const refused = desk.refusalOf(settled('shown', words.documents.card, '')) !== null;
  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      answers={
        <>
          <Button isDisabled={refused} onPress={() => setAnswer('shown')}>
            {words.shown}
          </Button>
          {matter.overdue && (
            <Button isDisabled={refused} onPress={() => setAnswer('notShown')}>
              {words.notShown}
            </Button>
          )}
        </>
      }
    >
      <p>{words.asks(name, matter.due ? dueText(matter.due, now, zone) : '')}</p>
      {answer === 'shown' && (
        <DocumentDialog
          title={words.shownTitle(name)}
          onConfirm={(document, remark) => say([settled('shown', document, remark)], words.done(name))}
          onClose={() => setAnswer(null)}
        />
      )}
      {answer === 'notShown' && (
        <ReasonDialog
          title={words.notShownTitle(name)}
          say={words.notShownSay}
          reason={words.remark}
          confirm={words.confirm}
          onConfirm={(remark) => say([settled('notShown', '', remark)], words.done(name))}
          onClose={() => setAnswer(null)}
        />
      )}
    </MatterFrame>
  );
}
