import { ClipboardCopy, Stethoscope } from 'lucide-react';
import { useState } from 'react';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { useTell } from '../../parts/Toasts';
import { attemptLines, doctorText, examinationReport, ownText } from '../../text/networkDoctor';
import { useMachineNames } from '../machineNames';
import network from '../network.module.css';
import styles from './doctor.module.css';
import { type Examination, examined } from './examined';
import { Findings } from './Findings';

/** Finds out, when asked, what keeps this machine from the others, and says what to do about it. */
export function Doctor() {
  const { bridge } = usePorts();
  const [isUnderWay, setUnderWay] = useState(false);
  const [examination, setExamination] = useState<Examination | null>(null);

  async function examine(): Promise<void> {
    setUnderWay(true);
    setExamination(null);
    setExamination(await examined(bridge).finally(() => setUnderWay(false)));
  }

  return (
    <section className={network.sheet} aria-label={doctorText.title}>
      <h3>{doctorText.title}</h3>
      <p>{doctorText.lead}</p>
      <div className={network.buttons}>
        <Button icon={Stethoscope} isDisabled={isUnderWay} onPress={() => void examine()}>
          {examination ? doctorText.again : doctorText.examine}
        </Button>
      </div>
      <div role="status" className={styles.outcome}>
        {isUnderWay && <Progress label={doctorText.under} value={null} />}
        {examination && <Findings found={examination.found} />}
      </div>
      {examination && <Tried examination={examination} />}
    </section>
  );
}

/** What the findings rest on, and the way to send all of it to somebody. */
function Tried({ examination }: { readonly examination: Examination }) {
  const tell = useTell();
  const name = useMachineNames().of;

  async function copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(examinationReport(examination, name)).then(
      () => true,
      () => false,
    );
    tell(copied ? { text: doctorText.copied } : { text: doctorText.notCopied, tone: 'fault' });
  }

  return (
    <>
      <details className={styles.tried}>
        <summary>{doctorText.details}</summary>
        <p>{`${doctorText.own}\u202F: ${ownText(examination.facts)}`}</p>
        <ul>
          {attemptLines(examination.facts, name).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <div className={network.buttons}>
        <Button icon={ClipboardCopy} onPress={() => void copy()}>
          {doctorText.copy}
        </Button>
      </div>
    </>
  );
}
