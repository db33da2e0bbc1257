import { useState } from 'react';
import type { CommandOf } from '../../../shared/exam/catalogue';
import { placeOf } from '../../../shared/exam/staff/kinds';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/TextField';
import { useDesk } from '../../store/useDesk';
import { reportText } from '../../text/salleReport';
import { Because } from '../room/Because';
import { useRoom } from '../room/RoomContext';
import count from './ScriptCounter.module.css';

const text = reportText.scripts;

/** A count that does not agree: kept only with a reason, by somebody who may set the rule aside. */
export function CountDifference(props: { readonly command: CommandOf<'scripts.counted'>; onSaid(): void }) {
  const { here, say } = useRoom();
  const desk = useDesk();
  const [reason, setReason] = useState('');
  const refusal = desk.refusalOf(props.command);
  const role = desk.store.getState().actor?.role;
  const mayOverride = role !== undefined && refusal !== null && refusal.overridableBy.includes(role);
  async function keep() {
    const place = placeOf(here.sitting, here.room);
    const override = refusal && {
      kind: 'rule.overridden' as const,
      about: { rule: refusal.rule },
      data: { reason: reason.trim(), place },
    };
    const said = override ? await say(override, props.command) : await say(props.command);
    if (said) props.onSaid();
  }
  return (
    <div className={count.explain}>
      {refusal && <Because refusal={refusal} />}
      {(mayOverride || refusal === null) && (
        <>
          <TextField label={text.why} hint={text.whyHint} value={reason} onChange={setReason} maxLength={500} long />
          <Button isDisabled={reason.trim() === ''} onPress={() => void keep()}>
            {text.explain}
          </Button>
        </>
      )}
    </div>
  );
}
