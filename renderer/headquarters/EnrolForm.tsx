import { type FormEvent, type ReactNode, useState } from 'react';
import { LONGEST_ADDRESS, LONGEST_CODE } from '../../shared/bridge/exchange';
import { ENROLMENT_CODE } from '../../shared/exchange/enrolment';
import { keyOfRecoveryCode } from '../../shared/kernel/recoveryCode';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { useTell } from '../parts/Toasts';
import { type EnrolmentFault, enrolmentFault, enrolmentText, typedCodeFaultText } from '../text/enrolment';
import styles from './headquarters.module.css';
import { OpenPortal } from './OpenPortal';

/** Shows headquarters the code it gave out for this machine; a mistyped group is told before anybody is asked. */
export function EnrolForm({ onEnrolled, other }: { onEnrolled?(): void; readonly other?: ReactNode }) {
  const { bridge } = usePorts();
  const tell = useTell();
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
    setBusy(false);
    if (!enrolled.ok) return setFault(enrolmentFault(enrolled.error));
    tell({ text: enrolmentText.arriving.enrolled(enrolled.value.centre) });
    onEnrolled?.();
  }

  const faultOf = (field: EnrolmentFault['field']) => (fault?.field === field ? fault.text : null);
  const Heading = onEnrolled ? 'h2' : 'h3';
  return (
    <form className={styles.sheet} aria-label={enrolmentText.title} onSubmit={(event) => void send(event)} noValidate>
      <Heading>{enrolmentText.title}</Heading>
      <p className={styles.quiet}>{enrolmentText.lead}</p>
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
