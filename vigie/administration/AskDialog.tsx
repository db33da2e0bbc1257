import { type ReactNode, useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { Dialog } from '../../renderer/parts/Dialog';
import type { Refusal } from '../server/ask';
import { Fault } from '../signIn/Fault';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';

/** A few fields that headquarters is asked with; it stays open, saying why, when headquarters refuses. */
export function AskDialog(props: {
  readonly title: string;
  readonly shape?: 'normal' | 'wide';
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  /** Resolves to why not, `told` where what is inside says it by itself, or null when it is done. */
  onConfirm(): Promise<Refusal | 'told' | null>;
  onClose(): void;
}) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function confirm() {
    setBusy(true);
    const refused = await props.onConfirm();
    setBusy(false);
    if (refused === null) props.onClose();
    else setRefusal(refused === 'told' ? null : refused);
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      shape={props.shape ?? 'normal'}
      footer={
        <>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            isDisabled={busy || props.isDisabled === true}
            onPress={() => void confirm()}
          >
            {props.confirm}
          </Button>
          <Button onPress={props.onClose}>{adminText.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        {props.children}
        <Fault refusal={refusal} />
      </div>
    </Dialog>
  );
}

/** A one-use code, shown once. */
export function CodeDialog(props: {
  readonly title: string;
  readonly say: string;
  readonly code: string;
  onClose(): void;
}) {
  return (
    <Dialog
      isOpen
      mustAnswer
      onClose={props.onClose}
      title={props.title}
      footer={
        <Button look="primary" onPress={props.onClose}>
          {adminText.close}
        </Button>
      }
    >
      <p>{props.say}</p>
      <p className={styles.code}>{props.code}</p>
    </Dialog>
  );
}
