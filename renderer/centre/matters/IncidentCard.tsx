import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { useNow } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { personName } from '../../chronicle/names';
import { AnswerDialog } from '../../decisions/AnswerDialog';
import { familiesConcerned, namesConcerned } from '../../decisions/incidentPeople';
import { Button } from '../../parts/Button';
import { useCentre, useDesk } from '../../store/useDesk';
import { incidentMatterText, incidentAnswerText as words } from '../../text/incidentAnswers';
import { reminderOf } from '../../text/readyAnswers';
import { listed } from '../../text/sentences/sentence';
import { MatterFrame } from './MatterFrame';
import type { MatterOf } from './matter';

/** Longer accounts are read in full where they are answered. */
const most = 280;

/** What a room reports, read by the head and answered: what the room does, and what it says. */
export function IncidentCard({ matter }: { readonly matter: MatterOf<'incident'> }) {
  const desk = useDesk();
  const say = useSay();
  const now = useNow();
  const state = useCentre((store) => store.state);
  const [answering, setAnswering] = useState(false);
  const { sitting, room, incident, category, text, since } = matter;
  const about = { sitting, room, incident };
  const reminder = reminderOf(category, familiesConcerned(state, sitting, matter));
  const names = namesConcerned(state, sitting, matter);
  const concerned = names.length > 0 ? [words.concerns(listed(names))] : [];
  const read: Command = { kind: 'incident.decided', about, data: { decision: '', say: '' } };
  const refused = desk.refusalOf(read) !== null;
  return (
    <MatterFrame
      matter={matter}
      title={incidentMatterText[category]}
      rule={reminder && <p>{reminder}</p>}
      answers={
        <>
          <Button look="primary" isDisabled={refused} onPress={() => setAnswering(true)}>
            {words.answer}
          </Button>
          <Button isDisabled={refused} onPress={() => void say([read], words.readDone)}>
            {words.read}
          </Button>
        </>
      }
    >
      <p>{text.length > most ? `${text.slice(0, most).trimEnd()}…` : text}</p>
      <p>{[...concerned, words.noted(personName(state, matter.by), now - (since ?? now))].join(' ')}</p>
      {answering && <AnswerDialog about={about} onClose={() => setAnswering(false)} />}
    </MatterFrame>
  );
}
