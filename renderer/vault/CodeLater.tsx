import { useState } from 'react';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { vaultText } from '../text/vault';
import { CodeForm } from './CodeForm';
import styles from './vault.module.css';

const { later } = vaultText;

/** The recovery code, once it has come: what it gives back is read at the next start. */
export function CodeLater({ onFound }: { onFound(): void }) {
  const { bridge } = usePorts();
  const [step, setStep] = useState<'offered' | 'typing' | 'found'>('offered');
  function found() {
    setStep('found');
    onFound();
  }
  if (step === 'offered') {
    return (
      <div className={styles.buttons}>
        <Button onPress={() => setStep('typing')}>{later.label}</Button>
      </div>
    );
  }
  if (step === 'typing') return <CodeForm bridge={bridge} onState={found} />;
  return (
    <Card>
      <div className={styles.found}>
        <p role="status">{later.found}</p>
        <div className={styles.buttons}>
          <Button look="primary" autoFocus onPress={() => void bridge.restart()}>
            {later.restart}
          </Button>
        </div>
      </div>
    </Card>
  );
}
