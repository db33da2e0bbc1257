import { useId } from 'react';
import type { Role } from '../../shared/kernel/role';
import { roleText } from '../text/roles';
import { unlockText } from '../text/unlock';
import styles from './RoleChoice.module.css';

/** In which of their roles a person comes in. */
export function RoleChoice(props: {
  readonly roles: readonly Role[];
  readonly value: Role;
  onChange(role: Role): void;
}) {
  const { roles, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.roles}>
      <legend>{unlockText.role}</legend>
      {roles.map((role) => (
        <label key={role} className={styles.role}>
          <input type="radio" name={name} checked={role === value} onChange={() => onChange(role)} />
          {roleText[role]}
        </label>
      ))}
    </fieldset>
  );
}
