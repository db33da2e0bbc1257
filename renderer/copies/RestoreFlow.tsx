import { FolderOpen } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { CopyPreview } from '../../shared/bridge/copies';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { copiesText } from '../text/copies';
import { copyFaultText, openFaultText, restoreFaultText } from '../text/copyTaken';
import styles from './copies.module.css';
import { Previewed } from './Previewed';

const { restore: words } = copiesText;

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'code'; readonly name: string }
  | { readonly kind: 'preview'; readonly name: string; readonly preview: CopyPreview };

/** A copy taken back: file, code, what it holds against what is here, one confirmation. `onBack`, on a first run. */
export function RestoreFlow({ onBack }: { onBack?(): void }) {
  const { bridge } = usePorts();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => () => void bridge.leaveCopy(), [bridge]);

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseCopy();
    if (chosen.outcome === 'cancelled') return;
    setFault(null);
    if (chosen.outcome === 'chosen') setStep({ kind: 'code', name: chosen.name });
    else {
      setStep({ kind: 'choose' });
      setFault(chosen.outcome === 'refused' ? copyFaultText(chosen.because) : words.unreadable(chosen.name));
    }
  }

  async function open(event: FormEvent, name: string): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    const opened = await bridge.openCopy({ code });
    setBusy(false);
    if (opened.ok) setStep({ kind: 'preview', name, preview: opened.value });
    else setFault(openFaultText(opened.error));
  }

  async function restore(): Promise<void> {
    setBusy(true);
    setFault(null);
    const restored = await bridge.restoreCopy();
    if (restored.ok) {
      window.location.reload(); // the journal is opened anew, with all that it now holds
      return;
    }
    setBusy(false);
    setFault(restoreFaultText(restored.error));
  }

  async function leave(): Promise<void> {
    await bridge.leaveCopy();
    setCode('');
    setFault(null);
    setStep({ kind: 'choose' });
  }

  const Heading = onBack ? 'h2' : 'h3';
  const chooseButton = (
    <Button
      icon={FolderOpen}
      look={step.kind === 'choose' && onBack ? 'primary' : 'plain'}
      onPress={() => void choose()}
    >
      {step.kind === 'choose' ? words.choose : words.otherFile}
    </Button>
  );
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <Heading>{words.title}</Heading>
      <p className={styles.aside}>{words.lead}</p>
      {step.kind !== 'choose' && <p>{words.file(step.name)}</p>}
      {step.kind === 'code' && (
        <form className={styles.option} onSubmit={(event) => void open(event, step.name)} noValidate>
          <TextField
            label={words.code}
            hint={words.codeHint}
            value={code}
            maxLength={200}
            autoFocus
            onChange={(typed) => {
              setCode(typed);
              setFault(null);
            }}
            error={fault}
          />
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isDisabled={busy || code.trim() === ''}>
              {busy ? words.opening : words.open}
            </Button>
            {chooseButton}
          </div>
        </form>
      )}
      {step.kind === 'preview' && (
        <Previewed preview={step.preview} busy={busy} onConfirm={() => void restore()} onLeave={() => void leave()} />
      )}
      {step.kind !== 'code' && fault && (
        <p role="alert" className={styles.trouble}>
          {fault}
        </p>
      )}
      {step.kind !== 'preview' && (
        <div className={styles.buttons}>
          {step.kind === 'choose' && chooseButton}
          {onBack && <Button onPress={onBack}>{words.back}</Button>}
        </div>
      )}
    </section>
  );
}
