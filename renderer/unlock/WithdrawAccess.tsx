import { useState } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { displayName } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { useSay } from '../app/useSay';
import { Button } from '../parts/Button';
import { ReasonDialog } from '../parts/ReasonDialog';
import { RefusalNote } from '../parts/RefusalNote';
import { useCentre, useDesk } from '../store/useDesk';
import { refusalText } from '../text/refusals';
import { teamText } from '../text/unlock';

/** Takes someone's code and roles away, with a reason; says why where that may not be. */
export function WithdrawAccess({ person }: { readonly person: Person }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const mine = useCentre((store) => store.actor?.person === person.id);
  const [asking, setAsking] = useState(false);
  const name = displayName(person);
  const command = (reason: string): Command => ({
    kind: 'access.withdrawn',
    about: { person: person.id },
    data: { reason },
  });
  const refusal = desk.refusalOf(command(teamText.withdrawReason));
  if (refusal) return <RefusalNote sentence={refusalText(refusal, state)} />;
  return (
    <>
      <Button size="small" look="quiet" aria-label={`${teamText.withdraw} – ${name}`} onPress={() => setAsking(true)}>
        {teamText.withdraw}
      </Button>
      {asking && (
        <ReasonDialog
          title={teamText.withdrawTitle(name)}
          say={mine ? `${teamText.withdrawSay} ${teamText.withdrawSelf}` : teamText.withdrawSay}
          reason={teamText.withdrawReason}
          hint={teamText.withdrawHint}
          missing={teamText.withdrawMissing}
          confirm={teamText.withdraw}
          danger
          onConfirm={(reason) => say([command(reason)], teamText.withdrawn(name))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
