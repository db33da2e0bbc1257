import { type FormEvent, useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { TextField } from '../../renderer/parts/TextField';
import type { Refusal } from '../server/ask';
import { type Member, signIn } from '../server/staff';
import { signInText } from '../text/vigie';
import styles from './Entrance.module.css';
import { Fault } from './Fault';

/** Name, password and the six digits of the moment. */
export function SignIn({ onEntered }: { onEntered(member: Member): void }) {
  const [person, setPerson] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    const entered = await signIn(person.trim(), password, totp.replaceAll(/\s/g, ''));
    setBusy(false);
    if (entered.ok) return onEntered(entered.value);
    setTotp('');
    setRefusal(entered.error);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <h1>{signInText.title}</h1>
      <p>{signInText.say}</p>
      <TextField label={signInText.person} value={person} onChange={setPerson} name="username" autoFocus isRequired />
      <TextField
        label={signInText.password}
        type="password"
        value={password}
        onChange={setPassword}
        name="password"
        isRequired
      />
      <TextField
        label={signInText.totp}
        hint={signInText.totpHint}
        value={totp}
        onChange={setTotp}
        inputMode="numeric"
        name="totp"
        isRequired
      />
      <Fault refusal={refusal} />
      <Button look="primary" type="submit" isDisabled={busy}>
        {signInText.submit}
      </Button>
    </form>
  );
}
