import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { anyHead } from '../../shared/exam/kind';
import { displayName } from '../../shared/exam/people/names';
import { personId } from '../../shared/kernel/ids';
import type { Actor } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { Bound } from '../parts/Bound';
import { Button } from '../parts/Button';
import { Select } from '../parts/Select';
import { useTell } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { notSaidText } from '../text/faults';
import { rolesText } from '../text/roles';
import { unlockText } from '../text/unlock';
import styles from './FirstHead.module.css';
import { PinField } from './PinField';
import { staffByName } from './people';
import { chosenPin } from './pin';

const form = z
  .object({ person: z.string().min(1, unlockText.pinRules.person) })
  .and(chosenPin)
  .transform(({ person, pin }) => ({ person: personId.of(person), pin }));

/** The first person who may unlock this machine: whoever directs the centre chooses a code. */
export function FirstHead({ onUnlock }: { onUnlock(actor: Actor): void }) {
  const heads = useCentre((store) => store.state);
  const candidates = staffByName(heads).filter(({ roles }) => roles.some((each) => isHead(each)));
  const { bridge } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { person: candidates[0]?.id ?? '', pin: '', again: '' },
  });

  const submit = handleSubmit(async ({ person, pin }) => {
    const chosen = candidates.find((each) => each.id === person);
    if (!chosen) return;
    const pinHash = await bridge.hashPin({ pin });
    const said = await desk.say({ kind: 'access.granted', about: { person }, data: { roles: chosen.roles, pinHash } });
    if (!said.ok) return tell({ text: notSaidText(said.error, desk.store.getState().state), tone: 'fault' });
    const role = chosen.roles.find(isHead);
    if (!role) return;
    const unlocked = await bridge.unlock({ person, role, pin });
    if (unlocked.ok) onUnlock(unlocked.value);
  });

  if (candidates.length === 0) return <p>{unlockText.first.nobody}</p>;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.title}>{unlockText.first.title}</h2>
      <p>{unlockText.first.say}</p>
      <Bound control={control} name="person">
        {(bind) => (
          <Select
            label={unlockText.first.person}
            options={candidates.map((each) => ({
              value: each.id,
              label: displayName(each),
              detail: rolesText(each.roles),
            }))}
            {...bind}
          />
        )}
      </Bound>
      <Bound control={control} name="pin">
        {(bind) => <PinField label={unlockText.first.pin} hint={unlockText.pinHint} {...bind} />}
      </Bound>
      <Bound control={control} name="again">
        {(bind) => <PinField label={unlockText.first.again} {...bind} />}
      </Bound>
      <Button type="submit" look="primary" size="big" isDisabled={formState.isSubmitting}>
        {unlockText.first.done}
      </Button>
    </form>
  );
}

function isHead(role: string): role is (typeof anyHead)[number] {
  return anyHead.some((each) => each === role);
}
