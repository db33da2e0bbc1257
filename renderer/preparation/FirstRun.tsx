import { FileUp, FlaskConical, HardDriveDownload, Network, RadioTower } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePorts } from '../app/ports';
import { RestoreFlow } from '../copies/RestoreFlow';
import { EnrolFlow } from '../headquarters/EnrolFlow';
import { JoinFlow } from '../network/joining/JoinFlow';
import { Seal } from '../parts/Seal';
import { copiesText } from '../text/copies';
import { enrolmentText } from '../text/enrolment';
import { firstRunText } from '../text/firstRun';
import { joiningText } from '../text/joining';
import { Choice } from './firstRun/Choice';
import { DemonstrationChoice } from './firstRun/DemonstrationChoice';
import { FirstImport } from './firstRun/FirstImport';
import styles from './firstRun/FirstRun.module.css';

type Step = 'choice' | 'import' | 'enrolment' | 'join' | 'demonstration' | 'restore';

/** A machine with nothing on it: a real centre's files, or a made-up centre to try things on. */
export function FirstRun({ onDone }: { onDone(): void }) {
  const [step, setStep] = useState<Step>('choice');
  const { bridge } = usePorts();
  useEffect(() => {
    let open = true;
    void bridge.environment().then(({ demonstrationRequested }) => {
      if (open && demonstrationRequested) setStep('demonstration');
    });
    void bridge.exchangeState().then(({ kind }) => {
      if (open && kind === 'enrolled') setStep('enrolment');
    });
    void bridge.networkState().then(({ relays }) => {
      if (open && relays.length > 0) setStep('join');
    });
    return () => {
      open = false;
    };
  }, [bridge]);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <span className={styles.seal}>
          <Seal />
        </span>
        <div>
          <h1>{firstRunText.title}</h1>
          <p>{firstRunText.lead}</p>
        </div>
      </header>
      {step === 'choice' && (
        <div className={styles.choices}>
          <Choice icon={FileUp} {...firstRunText.real} primary onChoose={() => setStep('import')} />
          <Choice icon={RadioTower} {...enrolmentText.firstRun} onChoose={() => setStep('enrolment')} />
          <Choice icon={Network} {...joiningText.firstRun} onChoose={() => setStep('join')} />
          <Choice icon={FlaskConical} {...firstRunText.trial} onChoose={() => setStep('demonstration')} />
          <Choice icon={HardDriveDownload} {...copiesText.firstRun} onChoose={() => setStep('restore')} />
        </div>
      )}
      {step === 'import' && <FirstImport onDone={onDone} onBack={() => setStep('choice')} />}
      {step === 'enrolment' && <EnrolFlow onDone={onDone} onBack={() => setStep('choice')} />}
      {step === 'join' && <JoinFlow from="firstRun" onDone={onDone} onBack={() => setStep('choice')} />}
      {step === 'demonstration' && <DemonstrationChoice onDone={onDone} onBack={() => setStep('choice')} />}
      {step === 'restore' && <RestoreFlow onBack={() => setStep('choice')} />}
    </main>
  );
}
