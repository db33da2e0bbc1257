import { Printer, Save } from 'lucide-react';
import { useState } from 'react';
import { rescueSheetModel } from '../../shared/documents/rescueSheet';
import { usePorts } from '../app/ports';
import { openPressRoom } from '../pages/pressRoom';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { useTell } from '../parts/Toasts';
import { useDesk } from '../store/useDesk';
import { copiesText } from '../text/copies';
import { printedText, savedText } from '../text/pages';
import styles from './copies.module.css';

const { code: words } = copiesText;

/** The code, once: in large groups, and on a sheet for the sealed envelope. */
export function CodeDialog(props: { readonly code: string; readonly device: string; onClose(): void }) {
  const { bridge, clock } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const [busy, setBusy] = useState(false);

  async function withSheet(act: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
    const now = clock.now();
    const model = rescueSheetModel(desk.store.getState().state, props.code, props.device.slice(0, 6), now);
    if (!model) throw new Error('copies are only set up once there is a session');
    setBusy(true);
    const press = openPressRoom();
    const pressed = await press.print({ models: [model], printedAt: now }, () => undefined).result;
    press.close();
    if (pressed.outcome === 'finished') await act(pressed.bytes);
    else tell({ text: words.drawFailed, tone: 'fault' });
    setBusy(false);
  }

  const print = (bytes: Uint8Array<ArrayBuffer>) =>
    bridge.printPdf({ title: copiesText.code.file.replace('.pdf', ''), bytes }).then((printed) => {
      const well = printed.outcome === 'printed' || printed.outcome === 'opened';
      tell({ text: printedText(printed), tone: well ? 'done' : 'fault' });
    });
  const save = (bytes: Uint8Array<ArrayBuffer>) =>
    bridge.saveFile({ suggestedName: words.file, bytes }).then((saved) => {
      const text = savedText(saved);
      if (text !== null) tell({ text, tone: saved.outcome === 'saved' ? 'done' : 'fault' });
    });

  return (
    <Dialog
      isOpen
      mustAnswer
      onClose={props.onClose}
      title={words.title}
      footer={
        <>
          <Button look="primary" icon={Printer} isDisabled={busy} onPress={() => void withSheet(print)}>
            {words.print}
          </Button>
          <Button icon={Save} isDisabled={busy} onPress={() => void withSheet(save)}>
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
