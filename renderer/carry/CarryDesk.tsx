import { HardDriveDownload, HardDriveUpload } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CarriedPreview, CarryState } from '../../shared/bridge/carry';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow, usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { PageHead } from '../preparation/PageHead';
import { useCentre } from '../store/useDesk';
import { carryText, notReadText, notWrittenText, takenDone, writtenDone } from '../text/carry';
import { dueText } from '../text/times';
import { CarriedFiles } from './CarriedFiles';
import styles from './carry.module.css';
import { KeyStanding } from './KeyStanding';
import { useCarry } from './useCarry';

type Said = { readonly tone: 'done' | 'fault'; readonly text: string };

/** The key that goes round between the centre's machines when there is no network: written here, read here. */
export function CarryDesk() {
  const { bridge } = usePorts();
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const [state, again] = useCarry();
  const [busy, setBusy] = useState<'write' | 'read' | 'take' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [preview, setPreview] = useState<CarriedPreview | null>(null);
  useEffect(() => () => void bridge.leaveKey(), [bridge]);

  /** Whether there is a key, or the person has chosen one now. */
  async function keyAtHand(): Promise<boolean> {
    if (state?.key && !state.key.gone) return true;
    return choose();
  }

  async function choose(): Promise<boolean> {
    const { outcome } = await bridge.chooseKey();
    if (outcome === 'cancelled') return false;
    setPreview(null);
    setSaid(null);
    await again();
    return true;
  }

  async function write(): Promise<void> {
    if (!(await keyAtHand())) return;
    setBusy('write');
    setSaid(null);
    const written = await bridge.writeKey();
    setBusy(null);
    if (written.ok)
      setSaid({ tone: 'done', text: writtenDone(written.value, dueText(written.value.writtenAt, now, zone)) });
    else setSaid({ tone: 'fault', text: notWrittenText(written.error) });
    await again();
  }

  async function read(): Promise<void> {
    if (!(await keyAtHand())) return;
    setBusy('read');
    setSaid(null);
    const seen = await bridge.readKey();
    setBusy(null);
    setPreview(seen.ok ? seen.value : null);
    if (!seen.ok) setSaid({ tone: 'fault', text: notReadText(seen.error) });
    else if (seen.value.receipts > 0) setSaid({ tone: 'done', text: carryText.preview.receipts });
    await again();
  }

  async function take(): Promise<void> {
    const mayKnowMore = preview?.refused.some(({ because }) => because.kind === 'unknown-writer');
    setBusy('take');
    const taken = await bridge.takeFromKey();
    setPreview(null);
    // What was taken may say that a machine which was not known is one of the centre's
    if (taken.ok && mayKnowMore) await read();
    setBusy(null);
    setSaid(
      taken.ok ? { tone: 'done', text: takenDone(taken.value) } : { tone: 'fault', text: notReadText(taken.error) },
    );
    await again();
  }

  async function leave(): Promise<void> {
    await bridge.leaveKey();
    setPreview(null);
  }

  const warning = state?.key ? warningOf(state.key) : null;
  return (
    <div className={styles.desk}>
      <PageHead title={carryText.title} lead={carryText.lead} />
      <div className={styles.gestures}>
        <section className={styles.gesture} aria-label={carryText.write.act}>
          <Button
            size="big"
            look="primary"
            icon={HardDriveUpload}
            isDisabled={busy !== null}
            onPress={() => void write()}
          >
            {busy === 'write' ? carryText.write.busy : carryText.write.act}
          </Button>
          <p>{carryText.write.say}</p>
        </section>
        <section className={styles.gesture} aria-label={carryText.read.act}>
          <Button
            size="big"
            look="primary"
            icon={HardDriveDownload}
            isDisabled={busy !== null}
            onPress={() => void read()}
          >
            {busy === 'read' ? carryText.read.busy : carryText.read.act}
          </Button>
          <p>{carryText.read.say}</p>
        </section>
      </div>
      <div role="status" className={styles.status}>
        {warning && <p className={styles.fault}>{warning}</p>}
        {said && <p className={styles[said.tone]}>{said.text}</p>}
      </div>
      {preview && (
        <CarriedFiles
          preview={preview}
          busy={busy === 'take'}
          onTake={() => void take()}
          onLeave={() => void leave()}
        />
      )}
      {state && <KeyStanding state={state} onChoose={() => void choose()} />}
    </div>
  );
}

/** What is wrong with the key that was chosen, if anything. */
function warningOf({ gone, ownDisk }: NonNullable<CarryState['key']>): string | null {
  if (gone) return carryText.key.gone;
  return ownDisk ? carryText.key.ownDisk : null;
}
