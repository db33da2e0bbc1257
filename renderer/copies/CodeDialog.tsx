import { Printer, Save } from 'lucide-react';
import { rescueSheetModel } from '../../shared/documents/rescueSheet';
import { usePorts } from '../app/ports';
import { useHandOver } from '../pages/useHandOver';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { useDesk } from '../store/useDesk';
import { copiesText } from '../text/copies';
import styles from './copies.module.css';

const { code: words } = copiesText;

/** The code, once: in large groups, and on a sheet for the sealed envelope. */
export function CodeDialog(props: { readonly code: string; readonly device: string; onClose(): void }) {
  const { clock } = usePorts();
  const desk = useDesk();
  const { busy, print, save } = useHandOver({
    model() {
      const { state } = desk.store.getState();
      const model = rescueSheetModel(state, props.code, props.device.slice(0, 6), clock.now());
      if (!model) throw new Error('copies are only set up once there is a session');
      return model;
    },
    ...{ title: words.file.replace('.pdf', ''), file: words.file, drawFailed: words.drawFailed },
  });

  return (
    <Dialog
      isOpen
      mustAnswer
      onClose={props.onClose}
      title={words.title}
      footer={
        <>
          <Button look="primary" icon={Printer} isDisabled={busy} onPress={print}>
            {words.print}
          </Button>
          <Button icon={Save} isDisabled={busy} onPress={save}>
            {words.save}
          </Button>
          <Button isDisabled={busy} onPress={props.onClose}>
            {words.kept}
          </Button>
        </>
      }
    >
      <p>{words.say}</p>
      <ol className={styles.code} aria-label={words.title}>
        {props.code.split('-').map((group) => (
          <li key={group}>{group}</li>
        ))}
      </ol>
    </Dialog>
  );
}
