import { useState } from 'react';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { clockText } from '../../text/clock';
import styles from '../sheet/sheet.module.css';

const longest = 160;

/** Beside the projected clock: a sentence to put on the wall, and the way to close the clock. */
export function ClockDialog(props: { readonly message: string; onMessage(message: string): void; onClose(): void }) {
  const { bridge } = usePorts();
  const [typed, setTyped] = useState(props.message);
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={clockText.title}
      footer={
        <>
          <Button
            look="primary"
            onPress={() => {
              props.onMessage(typed.trim());
              props.onClose();
            }}
          >
            {clockText.show}
          </Button>
          <Button onPress={props.onClose}>{clockText.close}</Button>
          <Button
            look="quiet"
            onPress={() => {
              void bridge.closeClock();
              props.onClose();
            }}
          >
            {clockText.closeClock}
          </Button>
        </>
      }
    >
      <div className={styles.form} data-density="roomy">
        <p>{clockText.opened}</p>
        <TextField
          label={clockText.message}
          hint={clockText.messageHint}
          value={typed}
          onChange={setTyped}
          maxLength={longest}
        />
      </div>
    </Dialog>
  );
}
