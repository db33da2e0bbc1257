import { Printer, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { centreStatusModel } from '../../../shared/documents/centreStatusPage';
import type { CentreStatus } from '../../../shared/watch/centreStatus';
import { usePorts } from '../../app/ports';
import { openPressRoom } from '../../pages/pressRoom';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { QrCode } from '../../parts/QrCode';
import { useTell } from '../../parts/Toasts';
import { useDesk } from '../../store/useDesk';
import { centreStatusText as words } from '../../text/centreStatus';
import { printedText } from '../../text/pages';
import styles from './CentreStatusDialog.module.css';
import { SpokenGroups } from './SpokenGroups';

const codeSize = 400;

/** The status as it was made: a code to photograph, groups to read aloud, the figures they hold. It does not move on. */
export function CentreStatusDialog(props: { readonly status: CentreStatus; onAgain(): void; onClose(): void }) {
  const { status } = props;
  const { bridge, clock } = usePorts();
  const tell = useTell();
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const model = useMemo(() => centreStatusModel(desk.store.getState().state, status), [desk, status]);
  if (!model) throw new Error('there is no status without a session');

  const print = async () => {
    setBusy(true);
    const press = openPressRoom();
    try {
      const pressed = await press.print({ models: [model], printedAt: clock.now() }, () => undefined).result;
      if (pressed.outcome !== 'finished') return tell({ text: words.drawFailed, tone: 'fault' });
      const printed = await bridge.printPdf({ title: words.title, bytes: pressed.bytes });
      const well = printed.outcome === 'printed' || printed.outcome === 'opened';
      tell({ text: printedText(printed), tone: well ? 'done' : 'fault' });
    } finally {
      press.close();
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      shape="wide"
      onClose={props.onClose}
      title={words.title}
      footer={
        <>
          <Button look="primary" icon={Printer} isDisabled={busy} onPress={() => void print()}>
            {words.print}
          </Button>
          <Button icon={RotateCcw} onPress={props.onAgain}>
            {words.again}
          </Button>
          <Button onPress={props.onClose}>{words.close}</Button>
        </>
      }
    >
      <p className={styles.made}>
        <strong>{words.made(status.at, status.session.zone)}</strong> {words.say}
      </p>
      <div className={styles.both}>
        <section className={styles.whole} aria-labelledby="status-whole">
          <h3 id="status-whole">{words.whole.title}</h3>
          <QrCode text={model.text} label={words.whole.label} size={codeSize} />
          <p>{words.whole.say}</p>
          {model.otherRooms > 0 && <p>{words.whole.otherRooms(model.otherRooms)}</p>}
        </section>
        <section aria-labelledby="status-dictated">
          <h3 id="status-dictated">{words.dictated.title}</h3>
          {model.dictated === null ? <p>{words.dictated.tooLarge}</p> : <SpokenGroups code={model.dictated} />}
        </section>
      </div>
      <section aria-labelledby="status-figures">
        <h3 id="status-figures">{words.figures}</h3>
        <dl className={styles.figures}>
          {model.figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Dialog>
  );
}
