import { ClipboardCopy, Save } from 'lucide-react';
import { utf8 } from '../../../shared/kernel/bytes';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { useTell } from '../../parts/Toasts';
import { faultLine, faultReport } from '../../text/faultLines';
import { importText } from '../../text/importing';
import { VirtualRows } from '../VirtualRows';
import type { AnyFault } from './content';
import styles from './FaultList.module.css';

/** Every reason why nothing was taken, where it is and what to do; to be copied, or kept as a file. */
export function FaultList({ faults }: { readonly faults: readonly AnyFault[] }) {
  const { bridge } = usePorts();
  const tell = useTell();
  const lines = faults.map((fault, at) => ({ ...faultLine(fault, 'centre'), at }));

  async function copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(faultReport(faults)).then(
      () => true,
      () => false,
    );
    tell(copied ? { text: importText.copied } : { text: importText.copyRefused, tone: 'fault' });
  }

  async function save(): Promise<void> {
    const outcome = await bridge.saveFile({
      suggestedName: importText.reportName,
      bytes: new Uint8Array(utf8(faultReport(faults))),
    });
    if (outcome.outcome === 'saved') tell({ text: importText.saved(outcome.path) });
    if (outcome.outcome === 'failed') tell({ text: importText.saveFailed[outcome.because], tone: 'fault' });
  }

  return (
    <section aria-label={importText.faultsLabel} className={styles.faults}>
      <div className={styles.head} role="alert">
        <h2>{importText.faultsTitle(faults.length)}</h2>
        <p>{importText.faultsLead}</p>
      </div>
      <VirtualRows
        label={importText.faultsLabel}
        rows={lines}
        rowHeight={76}
        maxHeight={380}
        idOf={(line) => String(line.at)}
        draw={(line) => (
          <div className={styles.line}>
            <span className={styles.place}>
              <b>{line.file}</b>
              <span>{line.place}</span>
            </span>
            <span className={styles.what} title={`${line.what} ${line.remedy}`}>
              <b>{line.what}</b> {line.remedy}
            </span>
          </div>
        )}
      />
      <div className={styles.actions}>
        <Button icon={ClipboardCopy} onPress={() => void copy()}>
          {importText.copy}
        </Button>
        <Button icon={Save} onPress={() => void save()}>
          {importText.save}
        </Button>
      </div>
    </section>
  );
}
