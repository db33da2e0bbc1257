import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { SafeCopyState } from '../../shared/bridge/copies';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { Checkbox } from '../parts/Checkbox';
import { Facts } from '../parts/Facts';
import { copiesText, startFaultText } from '../text/copies';
import styles from './copies.module.css';

const { setUp: words } = copiesText;

/** Where the copies go and what goes along; a first good copy puts them in place. */
export function SetUp({ onMade }: { onMade(made: { readonly code: string; readonly state: SafeCopyState }): void }) {
  const { bridge } = usePorts();
  const [folder, setFolder] = useState<string | null>(null);
  const [rooms, setRooms] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseCopyFolder();
    setFolder((before) => chosen.folder ?? before);
    setFault(null);
  }

  async function start(): Promise<void> {
    setBusy(true);
    const started = await bridge.startSafeCopy({ rooms });
    setBusy(false);
    if (started.ok) onMade(started.value);
    else setFault(startFaultText(started.error));
  }

  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      <Facts>
        <dt>{words.where}</dt>
        <dd>{folder ?? words.none}</dd>
      </Facts>
      <div className={styles.buttons}>
        <Button icon={FolderOpen} onPress={() => void choose()} isDisabled={busy}>
          {folder === null ? words.choose : words.other}
        </Button>
      </div>
      <div className={styles.ticked}>
        <Checkbox value={rooms} onChange={setRooms}>
          {words.rooms}
        </Checkbox>
        <p>{words.roomsSay}</p>
      </div>
      {fault && (
        <p role="alert" className={styles.trouble}>
          {fault}
        </p>
      )}
      <div className={styles.buttons}>
        <Button look="primary" size="big" isDisabled={folder === null || busy} onPress={() => void start()}>
          {busy ? words.starting : words.start}
        </Button>
      </div>
      <p className={styles.aside}>{words.afterwards}</p>
    </section>
  );
}
