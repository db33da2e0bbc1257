import { zodResolver } from '@hookform/resolvers/zod';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { writesOf } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { zoneOf } from '../../shared/exam/session/today';
import type { Aspect, CentreState } from '../../shared/exam/state';
import { heads } from '../../shared/kernel/register';
import type { Statement } from '../../shared/kernel/statement';
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
import { notSaidText } from '../text/faults';
import { refusalText } from '../text/refusals';
import { roleSaid } from '../text/roles';
import { capital, dayText, hourText } from '../text/times';
import styles from './LineDrawer.module.css';
import type { Line } from './lines';

const text = chronicleText.detail;
const undoForm = z.object({ reason: z.string().trim().min(1, chronicleText.undo.reasonMissing).max(500) });

/** All there is to know of one entry, and the way to take it back. */
export function LineDrawer({ line, onClose }: { readonly line: Line; onClose(): void }) {
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const reach = useReach();
  const withdrawal = state.withdrawn.get(line.id) ?? null;
  const standing = withdrawal ? 'withdrawn' : isReplaced(state, line.statement) ? 'replaced' : 'valid';
  return (
    <Drawer isOpen onClose={onClose} title={line.roomName ?? chronicleText.noRoom}>
      <p className={withdrawal ? styles.struck : styles.sentence}>{line.sentence}</p>
      <dl className={styles.facts}>
        <Fact name={text.state}>
          <Tag tone={standing === 'withdrawn' ? 'seal' : standing === 'replaced' ? 'plain' : 'present'}>
            {text[standing]}
          </Tag>
        </Fact>
        <Fact name={text.by}>
          {line.author}
          {line.role !== 'setup' && <span className={styles.role}>{roleSaid(line.role)}</span>}
        </Fact>
        <Fact name={text.at}>{`${capital(dayText(line.at, zone))}, ${hourText(line.at, zone)}`}</Fact>
        {reach && line.role !== 'headquarters' && (
          <Fact name={text.reach}>{reachText(reach(line.id), (moment) => hourText(moment, zone))}</Fact>
        )}
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

/** True when every register the entry wrote holds something later in its place. */
function isReplaced(state: CentreState, statement: Statement): boolean {
  const writes = writesOf(statement) ?? [];
  return (
    writes.length > 0 &&
    writes.every((said) => {
      const register = state.shelves.get<Aspect>(said.aspect)?.get(said.scope)?.get(said.key);
      return !heads<unknown>(register, state.withdrawn).some((head) => head.id === statement.id);
    })
  );
}
