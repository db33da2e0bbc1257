import { Printer, RotateCcw, Save } from 'lucide-react';
import { useMemo } from 'react';
import { centreStatusModel, leftOutInWords } from '../../../shared/documents/centreStatusPage';
import { roomNameOf } from '../../../shared/exam/rooms/contested';
import { roomsUnheld } from '../../../shared/exam/rooms/heldLists';
import type { CentreStatus } from '../../../shared/watch/centreStatus';
import { useHandOver } from '../../pages/useHandOver';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { QrCode } from '../../parts/QrCode';
import { useDesk } from '../../store/useDesk';
import { centreStatusText as words } from '../../text/centreStatus';
import { roomTitle } from '../../text/preparation';
import { unheldText } from '../../text/unheld';
import styles from './CentreStatusDialog.module.css';
import { SpokenGroups } from './SpokenGroups';

const codeSize = 400;

/** The status as it was made: a code to photograph, groups to read aloud, the figures they hold. It does not move on. */
export function CentreStatusDialog(props: { readonly status: CentreStatus; onAgain(): void; onClose(): void }) {
  const { status } = props;
  const desk = useDesk();
  const model = useMemo(() => centreStatusModel(desk.store.getState().state, status), [desk, status]);
  if (!model) throw new Error('there is no status without a session');

  const { state } = desk.store.getState();
  const unheld = [...new Set(status.sittings.flatMap(({ sitting }) => roomsUnheld(state, sitting)))].map((room) =>
    roomTitle(roomNameOf(state, room)),
  );
  const { busy, print, save } = useHandOver({
    model: () => model,
    ...{ title: words.title, file: words.file, drawFailed: words.drawFailed },
  });

  return (
    <Dialog
      isOpen
      shape="wide"
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
          <Button onPress={props.onClose}>{words.close}</Button>
        </>
      }
    >
      {unheld.length > 0 && <p className={styles.partial}>{unheldText.board.status(unheld)}</p>}
      <div className={styles.made}>
        <p>
          <strong>{words.made(status.at, status.session.zone)}</strong> {words.say}
        </p>
        <Button icon={RotateCcw} onPress={props.onAgain}>
          {words.again}
        </Button>
      </div>
      <div className={styles.both}>
        <section className={styles.whole} aria-labelledby="status-whole">
          <h3 id="status-whole">{words.whole.title}</h3>
          <QrCode text={model.text} label={words.whole.label} size={codeSize} />
          <p>{words.whole.say}</p>
          {model.otherRooms > 0 && <p>{leftOutInWords(model.otherRooms)}</p>}
        </section>
        <div className={styles.aside}>
          <section aria-labelledby="status-dictated">
            <h3 id="status-dictated">{words.dictated.title}</h3>
            {model.dictated === null ? <p>{words.dictated.tooLarge}</p> : <SpokenGroups code={model.dictated} />}
          </section>
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
        </div>
      </div>
    </Dialog>
  );
}
