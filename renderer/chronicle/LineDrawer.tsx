import { zodResolver } from '@hookform/resolvers/zod';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Command } from '../../shared/exam/catalogue';
import { zoneOf } from '../../shared/exam/session/today';
import { decisionStatus } from '../decisions/status';
import { useDecisions } from '../decisions/useDecisions';
import { useReach } from '../headquarters/useExchange';
import { Bound } from '../parts/Bound';
import { Button } from '../parts/Button';
import { Drawer } from '../parts/Dialog';
import { RefusalNote } from '../parts/RefusalNote';
import { Tag } from '../parts/Tag';
import { TextField } from '../parts/TextField';
import { useTell } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { chronicleText, reachText } from '../text/chronicle';
import { decisionsText } from '../text/decisions';
import { notSaidText } from '../text/faults';
import { refusalText } from '../text/refusals';
import { roleSaid } from '../text/roles';
import { capital, correctedText, dayText, hourText } from '../text/times';
import styles from './LineDrawer.module.css';
import type { Line } from './lines';
import { type Standing, standingOf } from './standing';

const text = chronicleText.detail;
const undoForm = z.object({ reason: z.string().trim().min(1, chronicleText.undo.reasonMissing).max(500) });

const tones = {
  valid: 'present',
  replaced: 'plain',
  withdrawn: 'seal',
  later: 'plain',
  powerless: 'seal',
  waits: 'plain',
} as const satisfies Record<Standing, unknown>;

/** All there is to know of one entry, and the way to take it back. */
export function LineDrawer({ line, onClose }: { readonly line: Line; onClose(): void }) {
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const reach = useReach();
  const inRooms = useDecisions().filter(({ entry }) => entry === line.id);
  const withdrawal = state.withdrawn.get(line.id) ?? null;
  const aside = useCentre((store) => store.aside);
  const standing = standingOf(state, line.statement, aside);
  return (
    <Drawer isOpen onClose={onClose} title={line.roomName ?? chronicleText.noRoom}>
      <p className={withdrawal ? styles.struck : styles.sentence}>{line.sentence}</p>
      <dl className={styles.facts}>
        <Fact name={text.state}>
          <Tag tone={tones[standing]}>{text[standing]}</Tag>
        </Fact>
        <Fact name={text.by}>
          {line.author}
          {line.role !== 'setup' && <span className={styles.role}>{roleSaid(line.role)}</span>}
        </Fact>
        <Fact name={text.at}>{`${capital(dayText(line.at, zone))}, ${hourText(line.at, zone)}`}</Fact>
        {line.behind !== null && (
          <Fact name={text.clock}>
            {`${capital(correctedText.clock(line.behind))}\u202F: ${correctedText.says(hourText(line.statement.at.wall, zone))}`}
          </Fact>
        )}
        {reach && line.role !== 'headquarters' && (
          <Fact name={text.reach}>{reachText(reach(line.id), (moment) => hourText(moment, zone))}</Fact>
        )}
        {inRooms.map((decision) => (
          <Fact key={decision.room} name={decisionsText.inRoom}>
            {decisionStatus(state, decision, null)}
          </Fact>
        ))}
        {line.statement.supersedes.length > 0 && (
          <Fact name={text.replaces}>{text.entries(line.statement.supersedes.length)}</Fact>
        )}
        <Fact name={text.seal}>
          <code>{line.id.slice(0, 16)}</code>
        </Fact>
      </dl>
      {withdrawal ? (
        <p className={styles.reason}>{chronicleText.withdrawn(withdrawal.reason)}</p>
      ) : line.statement.closed ? (
        <p className={styles.reason}>{text.closed}</p>
      ) : standing === 'later' || standing === 'powerless' || standing === 'waits' ? (
        <p className={styles.reason}>{text.why[standing]}</p>
      ) : (
        <Undo line={line} onDone={onClose} />
      )}
    </Drawer>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Undo({ line, onDone }: { readonly line: Line; onDone(): void }) {
  const desk = useDesk();
  const tell = useTell();
  const state = useCentre((store) => store.state);
  const [open, setOpen] = useState(false);
  const command = (reason: string): Command => ({
    kind: 'entry.withdrawn',
    about: { entry: line.id },
    data: { reason },
  });
  const refused = desk.refusalOf(command(chronicleText.undo.title));
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(undoForm),
    defaultValues: { reason: '' },
  });
  if (refused) return <RefusalNote sentence={refusalText(refused, state)} />;
  if (!open) {
    return (
      <Button icon={Undo2} onPress={() => setOpen(true)}>
        {chronicleText.undo.open}
      </Button>
    );
  }
  const submit = handleSubmit(async ({ reason }) => {
    const said = await desk.say(command(reason));
    if (said.ok) {
      tell({ text: chronicleText.undo.done });
      onDone();
    } else tell({ text: notSaidText(said.error, desk.store.getState().state), tone: 'fault' });
  });
  return (
    <form className={styles.undo} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{chronicleText.undo.title}</h3>
      <p>{chronicleText.undo.say}</p>
      <Bound control={control} name="reason">
        {(bind) => (
          <TextField label={chronicleText.undo.reason} hint={chronicleText.undo.reasonHint} long autoFocus {...bind} />
        )}
      </Bound>
      <div className={styles.buttons}>
        <Button type="submit" look="danger" isDisabled={formState.isSubmitting}>
          {chronicleText.undo.confirm}
        </Button>
        <Button onPress={() => setOpen(false)}>{chronicleText.undo.keep}</Button>
      </div>
    </form>
  );
}
