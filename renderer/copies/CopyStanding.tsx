import { useState } from 'react';
import type { SafeCopyState } from '../../shared/bridge/copies';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow, usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { ConfirmDialog } from '../parts/Dialog';
import { Facts } from '../parts/Facts';
import { useTell } from '../parts/Toasts';
import { useCentre } from '../store/useDesk';
import { copiesText, startFaultText, troubleText } from '../text/copies';
import { counted, dueText } from '../text/times';
import styles from './copies.module.css';

const { state: words, newCode, stop } = copiesText;

/** How the copy stands, and what may be done about it. */
export function CopyStanding(props: {
  readonly copy: SafeCopyState & { readonly kept: NonNullable<SafeCopyState['kept']> };
  readonly mayKeep: boolean;
  onState(state: SafeCopyState): void;
  onCode(made: { readonly code: string; readonly state: SafeCopyState }): void;
  onStopped(state: SafeCopyState): void;
}) {
  const { copy, mayKeep, onState, onCode, onStopped } = props;
  const { bridge } = usePorts();
  const tell = useTell();
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<'code' | 'stop' | null>(null);
  const { kept, last, missing, trouble } = copy;

  async function copyNow(): Promise<void> {
    setBusy(true);
    const next = await bridge.copyNow();
    setBusy(false);
    onState(next);
    if (!next.trouble) tell({ text: words.done });
  }

  async function change(): Promise<void> {
    const made = await bridge.newCopyCode();
    if (made.ok) onCode(made.value);
    else tell({ text: startFaultText(made.error), tone: 'fault' });
  }

  async function end(): Promise<void> {
    const stopped = await bridge.stopSafeCopy();
    if (stopped.ok) onStopped(stopped.value);
    else tell({ text: copiesText.headOnly, tone: 'fault' });
  }

  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      {trouble && (
        <p role="status" className={styles.trouble}>
          {troubleText[trouble]}
        </p>
      )}
      <Facts>
        <dt>{words.folder}</dt>
        <dd>{kept.folder}</dd>
        <dt>{words.last}</dt>
        <dd>
          {last ? `${dueText(last.madeAt, now, zone)}, ${counted(last.entries, 'saisie', 'saisies')}` : words.never}
        </dd>
        <dt>{words.missing}</dt>
        <dd>{counted(missing, 'saisie', 'saisies')}</dd>
        <dt>{words.rooms}</dt>
        <dd>{kept.rooms ? words.roomsOn : words.roomsOff}</dd>
      </Facts>
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={busy} onPress={() => void copyNow()}>
          {busy ? words.copying : words.now}
        </Button>
        {mayKeep && <Button onPress={() => setAsking('code')}>{words.code}</Button>}
        {mayKeep && (
          <Button look="quiet" onPress={() => setAsking('stop')}>
            {words.stop}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={asking === 'code'}
        onClose={() => setAsking(null)}
        title={newCode.title}
        confirm={newCode.confirm}
        cancel={newCode.cancel}
        onConfirm={change}
      >
        {newCode.say}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'stop'}
        onClose={() => setAsking(null)}
        title={stop.title}
        confirm={stop.confirm}
        cancel={stop.cancel}
        danger
        onConfirm={end}
      >
        {stop.say}
      </ConfirmDialog>
    </section>
  );
}
