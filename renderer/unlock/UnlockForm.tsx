import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { displayName } from '../../shared/exam/people/names';
import type { PersonId } from '../../shared/kernel/ids';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { fetchFirstDesk } from '../app/desks';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { Radios } from '../parts/Radios';
import { useCentre } from '../store/useDesk';
import { roleText } from '../text/roles';
import { type UnlockFault, unlockFaultText, unlockText } from '../text/unlock';
import { ChooseName } from './ChooseName';
import { PinPad } from './PinPad';
import { type Granted, grantedPeople } from './people';
import styles from './UnlockForm.module.css';
import { useWait } from './useWait';

/** One's name, one's role where there are several, one's code. `last` is who is proposed first. */
export function UnlockForm({ last, onUnlock }: { readonly last: Actor | null; onUnlock(actor: Actor): void }) {
  const state = useCentre((store) => store.state);
  const people = useMemo(() => grantedPeople(state), [state]);
  const [chosen, setChosen] = useState<PersonId | null>(last?.person ?? null);
  const granted = people.find((each) => each.person.id === chosen);
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
      key={granted.person.id}
      granted={granted}
      role={last?.person === granted.person.id ? last.role : null}
      onUnlock={onUnlock}
      onOther={() => setChosen(null)}
    />
  );
}

function Code(props: {
  readonly granted: Granted;
  readonly role: Role | null;
  onUnlock(actor: Actor): void;
  onOther(): void;
}) {
  const { granted, onUnlock, onOther } = props;
  const { bridge } = usePorts();
  const [role, setRole] = useState<Role>(props.role ?? granted.roles[0] ?? 'invigilator');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<UnlockFault | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const left = useWait(fault?.kind === 'wait' ? fault.milliseconds : null, () => setFault(null));
  const waiting = left === null ? null : unlockFaultText({ kind: 'wait', milliseconds: left });

  useEffect(() => {
    void fetchFirstDesk(role);
  }, [role]);

  useEffect(() => {
    if (!busy && !waiting) input.current?.focus();
  }, [busy, waiting]);

  async function unlock(): Promise<void> {
    if (pin.length < 4 || busy || waiting) return;
    setBusy(true);
    const answer = await bridge.unlock({ person: granted.person.id, role, pin });
    setBusy(false);
    setPin('');
    if (answer.ok) onUnlock(answer.value);
    else setFault(answer.error);
  }

  return (
    <div className={styles.form}>
      <div>
        <h2 className={styles.title}>{displayName(granted.person)}</h2>
        {granted.roles.length === 1 && <p className={styles.role}>{roleText[role]}</p>}
      </div>
      {granted.roles.length > 1 && (
        <Radios
          label={unlockText.role}
          value={role}
          onChange={setRole}
          options={granted.roles.map((each) => ({ value: each, label: roleText[each] }))}
        />
      )}
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
      <Button look="quiet" icon={ArrowLeft} onPress={onOther}>
        {unlockText.notMe}
      </Button>
    </div>
  );
}
