import { useMemo, useState } from 'react';
import type { CommandOf } from '../../../shared/exam/catalogue';
import { supposing } from '../../../shared/exam/decide';
import type { PaperId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { useCentre, useDesk } from '../../store/useDesk';
import { startText as text } from '../../text/salleStart';
import { hourText } from '../../text/times';
import { Because } from '../room/Because';
import { useRoom } from '../room/RoomContext';
import { timeOnDay } from '../room/timeOnDay';
import sheet from '../sheet/sheet.module.css';
import { ConsequenceTable } from './ConsequenceTable';
import { consequencesOf } from './consequences';
import styles from './start.module.css';

/** Changes the start on the board and every end with it, once the consequence was seen and a reason given. */
export function StartDialog({ paper, onClose }: { readonly paper: PaperId; onClose(): void }) {
  const { view, here, now, say } = useRoom();
  const desk = useDesk();
  const state = useCentre((store) => store.state);
  const actor = useCentre((store) => store.actor);
  const begun = view.papers.flatMap((each) => (each.start ? [{ ...each, start: each.start }] : []));
  const stands = begun.find((each) => each.paper.id === paper)?.start.boardStart ?? view.scheduledStart;
  const together = begun.filter((each) => each.start.boardStart === stands);
  const [left, setLeft] = useState<ReadonlySet<PaperId>>(new Set());
  const [time, setTime] = useState(() => hourText(stands, view.zone));
  const [reason, setReason] = useState('');
  const boardStart = timeOnDay(time, view.sitting.day, view.zone);
  const commands = useMemo(
    () =>
      boardStart === null
        ? []
        : together
            .filter((each) => !left.has(each.paper.id))
            .map(
              ({ paper, start }): CommandOf<'start.corrected'> => ({
                kind: 'start.corrected',
                about: { ...here, paper: paper.id },
                data: {
                  boardStart,
                  instead: start.boardStart,
                  distributedAt: start.distributedAt,
                  reason: reason.trim() || text.reasons[0],
                },
              }),
            ),
    [boardStart, together, left, here, reason],
  );
  const [first] = commands;
  const refusal = first ? desk.refusalOf(first) : null;
  const changes = boardStart !== null && boardStart !== stands;
  const consequences =
    actor && changes
      ? consequencesOf(
          state,
          supposing(commands, state, actor, now),
          here,
          commands.map((each) => each.about.paper),
        )
      : [];

  async function correct() {
    if (await say(...commands)) onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.title}
      shape="wide"
      footer={
        <>
          <Button
            look="primary"
            isDisabled={!first || !changes || refusal !== null || reason.trim() === ''}
            onPress={() => void correct()}
          >
            {text.confirm}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <div className={sheet.form} data-density="roomy">
        <p>{text.say}</p>
        {refusal && changes && <Because refusal={refusal} />}
        {together.length > 1 && (
          <fieldset className={styles.papers}>
            <legend>{text.papers}</legend>
            {together.map((each) => (
              <Checkbox
                key={each.paper.id}
                value={!left.has(each.paper.id)}
                onChange={(on) =>
                  setLeft(new Set(on ? [...left].filter((id) => id !== each.paper.id) : [...left, each.paper.id]))
                }
              >
                {each.title}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <TextField
          label={text.time}
          hint={text.hint(clockTime(stands, view.zone))}
          value={time}
          onChange={setTime}
          error={boardStart === null ? text.badTime : null}
          inputMode="numeric"
          autoFocus
        />
        {consequences.length > 0 && <ConsequenceTable consequences={consequences} />}
        <div className={sheet.row}>
          {text.reasons.map((each) => (
            <Button key={each} size="small" onPress={() => setReason(each)}>
              {each}
            </Button>
          ))}
        </div>
        <TextField label={text.reason} hint={text.reasonHint} value={reason} onChange={setReason} maxLength={500} />
      </div>
    </Dialog>
  );
}
