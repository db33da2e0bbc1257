import { type FormEvent, type ReactNode, useState } from 'react';
import { LONGEST_ADDRESS, LONGEST_CODE } from '../../shared/bridge/exchange';
import { ENROLMENT_CODE } from '../../shared/exchange/enrolment';
import { keyOfRecoveryCode } from '../../shared/kernel/recoveryCode';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { useTell } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { type EnrolmentFault, enrolmentFault, enrolmentText, namedText, typedCodeFaultText } from '../text/enrolment';
import { notSaidText } from '../text/faults';
import styles from './headquarters.module.css';
import { namesNobody, namingOf } from './naming';
import { OpenPortal } from './OpenPortal';

/** Shows headquarters the code it gave out for this machine; a mistyped group is told before anybody is asked. */
export function EnrolForm({ onEnrolled, other }: { onEnrolled?(): void; readonly other?: ReactNode }) {
  const { bridge } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const unnamed = useCentre(({ state }) => namesNobody(state));
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<EnrolmentFault | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = keyOfRecoveryCode(code, ENROLMENT_CODE);
    if (!typed.ok) return setFault({ field: 'code', text: typedCodeFaultText(typed.error), portal: false });
    setBusy(true);
    setFault(null);
    const enrolled = await bridge.enrol({ address: address.trim(), code });
    if (!enrolled.ok) {
      setBusy(false);
      return setFault(enrolmentFault(enrolled.error));
    }
    await nameIt();
    setBusy(false);
    tell({ text: enrolmentText.arriving.enrolled(enrolled.value.centre) });
    onEnrolled?.();
  }

  /** Whoever showed the code takes the server that accepted it for headquarters. */
  async function nameIt(): Promise<void> {
    const now = await bridge.exchangeState();
    const { state } = desk.store.getState();
    const naming = now.kind === 'enrolled' ? namingOf(state, now.server) : null;
    const said = naming && (await desk.say(naming));
    if (said && !said.ok) tell({ text: notSaidText(said.error, state), tone: 'fault' });
  }

  const faultOf = (field: EnrolmentFault['field']) => (fault?.field === field ? fault.text : null);
  const Heading = onEnrolled ? 'h2' : 'h3';
  return (
    <form className={styles.sheet} aria-label={enrolmentText.title} onSubmit={(event) => void send(event)} noValidate>
      <Heading>{enrolmentText.title}</Heading>
      <p className={styles.quiet}>{enrolmentText.lead}</p>
      {unnamed && <p className={styles.quiet}>{namedText.before}</p>}
      <TextField
        label={enrolmentText.address}
        hint={enrolmentText.addressHint}
        value={address}
        maxLength={LONGEST_ADDRESS}
        onChange={(typed) => {
          setAddress(typed);
          setFault(null);
        }}
        error={faultOf('address')}
      />
      <TextField
        label={enrolmentText.code}
        hint={enrolmentText.codeHint}
        value={code}
        maxLength={LONGEST_CODE}
        onChange={(typed) => {
          setCode(typed);
          setFault(null);
        }}
        error={faultOf('code')}
      />
      {fault && fault.field === null && (
        <p role="alert" className={styles.trouble}>
          {fault.text}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={busy || address.trim() === '' || code.trim() === ''}>
          {busy ? enrolmentText.sending : enrolmentText.send}
        </Button>
        {fault?.portal && <OpenPortal />}
        {other}
      </div>
    </form>
  );
}
