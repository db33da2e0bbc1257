import { useMemo, useState } from 'react';
import type { Contest } from '../../shared/exam/contests/contests';
import { placeOf } from '../../shared/exam/contests/place';
import { contentOf, settlingOf } from '../../shared/exam/contests/settling';
import { supposing } from '../../shared/exam/decide';
import { zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import { day } from '../../shared/kernel/ids';
import { dayOf } from '../../shared/kernel/instant';
import { useNow } from '../app/ports';
import { useSay } from '../app/useSay';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Radios } from '../parts/Radios';
import { RefusalNote } from '../parts/RefusalNote';
import { TextField } from '../parts/TextField';
import { timeOnDay } from '../salle/room/timeOnDay';
import { useCentre, useDesk } from '../store/useDesk';
import { contestsText as text } from '../text/contests';
import { partsText } from '../text/parts';
import { refusalText } from '../text/refusals';
import { settlingConsequences } from './consequences';
import styles from './contests.module.css';
import { otherwiseOf, saidOtherwise } from './otherwise';
import type { ContestShown } from './shown';

const another = 'another';

/** A head says which version is true, or what is, once the consequence was seen and a reason given (R33). */
export function SettleDialog(props: { readonly contest: Contest; readonly shown: ContestShown; onClose(): void }) {
  const { contest, shown, onClose } = props;
  const desk = useDesk();
  const say = useSay();
  const now = useNow();
  const state = useCentre((store) => store.state);
  const actor = useCentre((store) => store.actor);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const zone = zoneOf(state);
  const place = useMemo(() => placeOf(state, contest), [state, contest]);
  const other = otherwiseOf(contest.aspect);
  const on = (place.sitting && fact(state, 'sittings', 'session', place.sitting)?.day) ?? day.of(dayOf(now, zone));
  const value = other?.of === 'hour' ? timeOnDay(typed, on, zone) : typed.trim() || null;
  const command = useMemo(() => {
    const at = shown.versions.findIndex(({ entries }) => entries[0] === chosen);
    const statement = (shown.versions[at] ?? shown.versions[0])?.statement;
    if (!statement || chosen === null) return null;
    const said =
      chosen === another ? other && value !== null && saidOtherwise(statement, other, value) : contentOf(statement);
    return said ? settlingOf(contest, said, reason.trim() || text.why) : null;
  }, [chosen, contest, shown, other, value, reason]);
  const refusal = command && desk.refusalOf(command);
  const consequences = useMemo(
    () => (command && actor ? settlingConsequences(state, supposing([command], state, actor, now), place) : []),
    [command, actor, state, now, place],
  );

  async function settle() {
    setTried(true);
    if (!command || reason.trim() === '') return;
    if (await say([command], text.done(shown.about))) onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.dialog(shown.about)}
      shape="wide"
      footer={
        <>
          <Button look="primary" isDisabled={!command || refusal !== null} onPress={() => void settle()}>
            {text.confirm}
          </Button>
          <Button onPress={onClose}>{partsText.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <Radios
          label={text.which}
          value={chosen}
          onChange={(key: string) => setChosen(key)}
          options={[
            ...shown.versions.map(({ text: said, who, entries }) => ({
              value: String(entries[0]),
              label: said,
              detail: who,
            })),
            ...(other ? [{ value: another, label: text.another[other.of] }] : []),
          ]}
        />
        {chosen === another && other && (
          <TextField
            label={other.of === 'hour' ? text.hour : text.text}
            value={typed}
            onChange={setTyped}
            long={other.of === 'text'}
            maxLength={4000}
            error={other.of === 'hour' && typed !== '' && value === null ? text.badHour : null}
            {...(other.of === 'hour' ? { hint: text.hourHint, inputMode: 'numeric' as const } : {})}
          />
        )}
        {refusal && <RefusalNote sentence={refusalText(refusal, state)} />}
        {command && (
          <section className={styles.consequences} aria-label={text.consequences}>
            <b>{text.consequences}</b>
            {consequences.length === 0 ? (
              <p>{text.noConsequence}</p>
            ) : (
              <ul>
                {consequences.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
          </section>
        )}
        <TextField
          label={text.why}
          hint={text.whyHint}
          value={reason}
          onChange={setReason}
          long
          maxLength={500}
          error={tried && reason.trim() === '' ? text.whyMissing : null}
        />
      </div>
    </Dialog>
  );
}
