import { classes } from '../../renderer/parts/classes';
import { hashOf } from '../frame/routes';
import { type Member, mayActAs } from '../server/staff';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';
import { SessionsPart } from './SessionsPart';
import { StaffPart } from './StaffPart';

/** What publishers and administrators do: sessions, centres, dossiers, codes; who works here. */
export function AdministrationDesk({ part, member }: { readonly part: string | null; readonly member: Member }) {
  const staff = part === 'personnel' && mayActAs(member, 'administrator');
  const links = [
    { part: null, label: adminText.sessions, on: !staff },
    ...(mayActAs(member, 'administrator') ? [{ part: 'personnel', label: adminText.staff, on: staff }] : []),
  ];
  return (
    <div className={styles.desk}>
      <h2>{adminText.title}</h2>
      {links.length > 1 && (
        <nav className={styles.parts} aria-label={adminText.parts}>
          {links.map((each) => (
            <a
              key={each.label}
              className={classes(styles.part, each.on && styles.on)}
              href={hashOf({ path: 'administration', part: each.part })}
              aria-current={each.on ? 'page' : undefined}
            >
              {each.label}
            </a>
          ))}
        </nav>
      )}
      {staff ? <StaffPart member={member} /> : <SessionsPart />}
    </div>
  );
}
