import { type FormEvent, useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { TextField } from '../../renderer/parts/TextField';
import type { Refusal } from '../server/ask';
import { acceptInvitation, type Invitation, type Member, openInvitation } from '../server/staff';
import { joinText } from '../text/vigie';
import styles from './Entrance.module.css';
import { Fault } from './Fault';
import { QrCode } from './QrCode';

/** An account from a one-use code: first the code, then who one is and what will prove it. */
export function Join({ onEntered }: { onEntered(member: Member): void }) {
  const [code, setCode] = useState('');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function open(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    const opened = await openInvitation(code.trim());
    if (opened.ok) setInvitation(opened.value);
    else setRefusal(opened.error);
  }

  if (invitation) return <Accept code={code.trim()} invitation={invitation} onEntered={onEntered} />;
  return (
    <form className={styles.form} onSubmit={(event) => void open(event)}>
      <h1>{joinText.title}</h1>
      <TextField label={joinText.code} hint={joinText.codeHint} value={code} onChange={setCode} autoFocus isRequired />
      <Fault refusal={refusal} />
      <Button look="primary" type="submit">
        {joinText.open}
      </Button>
    </form>
  );
}

function Accept(props: { readonly code: string; readonly invitation: Invitation; onEntered(member: Member): void }) {
  const { code, invitation, onEntered } = props;
  const [person, setPerson] = useState(invitation.person ?? '');
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [totp, setTotp] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const differ = again !== '' && again !== password;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (again !== password) return;
    setRefusal(null);
    const joined = await acceptInvitation({
      code,
      person: person.trim(),
      name,
      password,
      totp: totp.replaceAll(/\s/g, ''),
    });
    if (joined.ok) return onEntered(joined.value);
    setTotp('');
    setRefusal(joined.error);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <h1>{joinText.title}</h1>
      <TextField
        label={joinText.person}
        hint={joinText.personHint}
        value={person}
        onChange={setPerson}
        isDisabled={invitation.person !== null}
        autoFocus
        isRequired
      />
      <TextField label={joinText.name} value={name} onChange={setName} isRequired />
      <TextField
        label={joinText.password}
        hint={joinText.passwordHint}
        type="password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <TextField
        label={joinText.again}
        type="password"
        value={again}
        onChange={setAgain}
        error={differ ? joinText.notSame : null}
        isRequired
      />
      <div className={styles.secret}>
        <h2>{joinText.secretTitle}</h2>
        <QrCode text={invitation.otpauth} label={joinText.qrLabel} className={styles.qr ?? ''} />
        <p>
          {joinText.secretSay}
          <br />
          {joinText.secretKey}
          {'\u202F: '}
          <span className={styles.key} data-testid="totp-key">
            {keyIn(invitation.otpauth)}
          </span>
        </p>
      </div>
      <TextField label={joinText.totp} value={totp} onChange={setTotp} inputMode="numeric" isRequired />
      <Fault refusal={refusal} />
      <Button look="primary" type="submit">
        {joinText.submit}
      </Button>
    </form>
  );
}

/** The secret in fours, for those who type it. */
function keyIn(otpauth: string): string {
  const secret = new URL(otpauth).searchParams.get('secret') ?? '';
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
