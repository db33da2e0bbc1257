import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../renderer/parts/Button';
import { Dialog } from '../../renderer/parts/Dialog';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { hourText } from '../../renderer/text/times';
import { centreCode } from '../../shared/exchange/names';
import { enteredOf } from '../../shared/watch/entered';
import { readTold } from '../../shared/watch/told';
import { useLive, useNow } from '../live/useLive';
import { post } from '../server/ask';
import { enteredText, toldFaultText } from '../text/entered';
import { refusalText } from '../text/vigie';
import { EnteredFigures } from './EnteredFigures';
import styles from './EnteredPanel.module.css';

/** Signs before which nobody is told that something is wrong. */
const fewest = 25;

/** Types in what a centre reads aloud: shown as it is understood, checked group by group, then kept. */
export function DictatedDialog({ onClose }: { onClose(): void }) {
  const { known } = useLive();
  const now = useNow();
  const tell = useTell();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const told = readTold(typed);
  const centre = told.ok ? centreCode.parse(told.value.centre) : null;
  const watched = centre?.ok ? known.centres.get(centre.value) : undefined;
  const line = watched && typeof watched.line !== 'string' ? watched.line : null;
  const zone = line?.session.zone ?? 'Europe/Paris';
  const partial = typed.replaceAll(/[\s-]/g, '').length < fewest && !/^\s*CACHET/i.test(typed);

  async function enter() {
    const answered = await post(z.object({ centre: z.string() }), '/statuses', { typed });
    if (!answered.ok) return setRefused(refusalText(answered.error));
    tell({ text: enteredText.done(line?.name ?? answered.value.centre) });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={enteredText.title}
      footer={
        <>
          <Button look="primary" isDisabled={!told.ok || !watched} onPress={() => void enter()}>
            {enteredText.confirm}
          </Button>
          <Button onPress={onClose}>{enteredText.cancel}</Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>{enteredText.say}</p>
        <TextField
          label={enteredText.typed}
          hint={enteredText.hint}
          long
          autoFocus
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setRefused(null);
          }}
          error={refused ?? (told.ok || partial ? unknown(told.ok, watched !== undefined) : toldFaultText(told.error))}
        />
        <div role="status">
          {told.ok && watched && (
            <>
              <h3>{enteredText.heard(line?.name ?? watched.centre, hourText(told.value.at, zone))}</h3>
              <EnteredFigures entered={enteredOf(told.value, now, '')} />
              <p>{enteredText.readBack}</p>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function unknown(told: boolean, watched: boolean): string | null {
  return told && !watched ? enteredText.otherCentre : null;
}
