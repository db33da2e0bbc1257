import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../shared/bridge/bridge';
import type { Granted } from '../../shared/centre/cover';
import type { PersonId } from '../../shared/kernel/ids';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { roleText } from '../text/roles';
import { type UnlockFault, unlockFaultText, unlockText } from '../text/unlock';
import { ChooseName } from './ChooseName';
import { PinPad } from './PinPad';
import { RoleChoice } from './RoleChoice';
import styles from './UnlockForm.module.css';
import { useWait } from './useWait';

/** What coming in needs of the rest of the program. */
export interface Door {
  readonly unlock: Bridge['unlock'];
  /** Told in which role someone is about to come in, so that their desk may be fetched meanwhile. */
  readonly expected: (role: Role) => void;
}

/** One's name, one's role where there are several, one's code. `last` is who is proposed first. */
export function UnlockForm(props: {
  readonly people: readonly Granted[];
  readonly last: Actor | null;
  readonly door: Door;
  onUnlock(actor: Actor): void;
}) {
  const { people, last, door, onUnlock } = props;
  const [chosen, setChosen] = useState<PersonId | null>(last?.person ?? null);
  const granted = people.find((each) => each.person === chosen);
  if (!granted) {
    return (
      <div className={styles.form}>
        <h2 className={styles.title}>{unlockText.who}</h2>
        <ChooseName people={people} onChoose={setChosen} />
      </div>
    );
  }
  return (
    <Code
      key={granted.person}
      granted={granted}
      role={last?.person === granted.person ? last.role : null}
      door={door}
      onUnlock={onUnlock}
      onOther={() => setChosen(null)}
    />
  );
}

function Code(props: {
  readonly granted: Granted;
  readonly role: Role | null;
  readonly door: Door;
  onUnlock(actor: Actor): void;
  onOther(): void;
}) {
  const { granted, door, onUnlock, onOther } = props;
  const [role, setRole] = useState<Role>(props.role ?? granted.roles[0] ?? 'invigilator');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<UnlockFault | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const left = useWait(fault?.kind === 'wait' ? fault.milliseconds : null, () => setFault(null));
  const waiting = left === null ? null : unlockFaultText({ kind: 'wait', milliseconds: left });

  useEffect(() => {
    door.expected(role);
  }, [door, role]);

  useEffect(() => {
    if (!busy && !waiting) input.current?.focus();
  }, [busy, waiting]);

  async function unlock(): Promise<void> {
    if (pin.length < 4 || busy || waiting) return;
    setBusy(true);
    const answer = await door.unlock({ person: granted.person, role, pin });
    setBusy(false);
    setPin('');
    if (answer.ok) onUnlock(answer.value);
    else setFault(answer.error);
  }

  return (
    <div className={styles.form}>
      <div>
        <h2 className={styles.title}>{granted.name}</h2>
        {granted.roles.length === 1 && <p className={styles.role}>{roleText[role]}</p>}
      </div>
      {granted.roles.length > 1 && <RoleChoice roles={granted.roles} value={role} onChange={setRole} />}
      <PinPad
        value={pin}
        onChange={(value) => {
          setPin(value);
          if (fault?.kind !== 'wait') setFault(null);
        }}
        onEnter={() => void unlock()}
        error={waiting ?? (fault && unlockFaultText(fault))}
        isDisabled={busy || waiting !== null}
        inputRef={input}
      />
      <button type="button" className={styles.other} onClick={onOther}>
        <ArrowLeft aria-hidden="true" />
        {unlockText.notMe}
      </button>
    </div>
  );
}
