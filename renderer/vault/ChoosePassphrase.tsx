import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Bridge } from '../../shared/bridge/bridge';
import { LONGEST_PASSPHRASE, type VaultState } from '../../shared/bridge/vault';
import { Bound } from '../parts/Bound';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { strengthText, vaultText } from '../text/vault';
import { isTaken, strengthOf } from './strength';
import styles from './vault.module.css';

const { choose } = vaultText;

const form = z
  .object({ passphrase: z.string().refine((text) => isTaken(strengthOf(text)), choose.refused), again: z.string() })
  .refine(({ passphrase, again }) => passphrase === again, { path: ['again'], message: choose.differs });

/** A machine without keychain: whoever sets it up chooses the passphrase that will protect it. */
export function ChoosePassphrase(props: {
  readonly bridge: Pick<Bridge, 'choosePassphrase'>;
  readonly because: Extract<VaultState, { step: 'choose' }>['because'];
  onState(state: VaultState): void;
}) {
  const { bridge, because, onState } = props;
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { passphrase: '', again: '' },
  });
  const strength = strengthOf(useWatch({ control, name: 'passphrase' }));
  const submit = handleSubmit(async ({ passphrase }) => onState(await bridge.choosePassphrase({ passphrase })));
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.title}>{choose.title}</h2>
      <p>{because === 'first-start' ? choose.first : choose.changed}</p>
      <div>
        <Bound control={control} name="passphrase">
          {(bind) => (
            <TextField
              type="password"
              label={choose.phrase}
              hint={choose.hint}
              maxLength={LONGEST_PASSPHRASE}
              autoFocus
              {...bind}
            />
          )}
        </Bound>
        <p className={styles.strength} data-strength={strength.kind} role="status">
          {strengthText[strength.kind](strength)}
        </p>
      </div>
      <Bound control={control} name="again">
        {(bind) => <TextField type="password" label={choose.again} {...bind} />}
      </Bound>
      <p className={styles.aside}>
        {choose.keep} {choose.recorded}
      </p>
      <Button type="submit" look="primary" size="big" isDisabled={formState.isSubmitting}>
        {choose.done}
      </Button>
    </form>
  );
}
