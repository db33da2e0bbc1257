import { CheckCheck, History } from 'lucide-react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Change, Changed } from '../../../shared/exam/changes/changes';
import { zoneOf } from '../../../shared/exam/session/today';
import { useNow } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { namesIn } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { EmptyState } from '../../parts/EmptyState';
import { Tag } from '../../parts/Tag';
import { PageHead } from '../../preparation/PageHead';
import { useCentre, useDesk } from '../../store/useDesk';
import { changesText, changeTold } from '../../text/changes';
import { capital, dueText } from '../../text/times';
import styles from './changes.module.css';
import { useChanges } from './useChanges';

/** A list sent again may change hundreds of lines: so many are drawn of each. */
const most = 50;

/** What was changed from elsewhere, before and after, until a head has taken note of it. */
export function ChangesPage() {
  const changed = useChanges();
  const desk = useDesk();
  const say = useSay();
  const unseen = changed.filter(({ seen }) => !seen);
  const noted = unseen.map(({ entry }): Command => seenCommand(entry));
  const [first] = noted;
  return (
    <>
      <PageHead
        title={changesText.title}
        lead={changesText.lead}
        actions={
          first &&
          noted.length > 1 && (
            <Button
              icon={CheckCheck}
              isDisabled={desk.refusalOf(first) !== null}
              onPress={() => void say(noted, changesText.allSeenDone)}
            >
              {changesText.allSeen}
            </Button>
          )
        }
      />
      {first && desk.refusalOf(first) !== null && <p className={styles.quiet}>{changesText.headOnly}</p>}
      {changed.length === 0 ? (
        <EmptyState icon={History} title={changesText.none}>
          {changesText.noneSay}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {changed.map((each) => (
            <li key={each.entry}>
              <ChangedCard changed={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function seenCommand(entry: Changed['entry']): Command {
  return { kind: 'change.seen', about: { entry }, data: {} };
}

function ChangedCard({ changed }: { readonly changed: Changed }) {
  const desk = useDesk();
  const say = useSay();
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const { entry, at, role, changes, seen } = changed;
  const title = capital(dueText(at, now, zone));
  return (
    <article className={classes(styles.card, seen && styles.calm)} aria-label={title}>
      <header className={styles.head}>
        <div>
          <h3>{title}</h3>
          <p className={styles.quiet}>
            {role === 'headquarters' ? changesText.headquarters : changesText.elsewhere}
            {seen && ` · ${changesText.isSeen}`}
          </p>
        </div>
        {!seen && (
          <Button
            isDisabled={desk.refusalOf(seenCommand(entry)) !== null}
            onPress={() => void say([seenCommand(entry)], changesText.seenDone)}
          >
            {changesText.seen}
          </Button>
        )}
      </header>
      <ul className={styles.changes}>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.aspect} ${change.scope} ${change.key}`} className={styles.change}>
            <ChangeLines change={change} />
          </li>
        ))}
      </ul>
      {changes.length > most && <p className={styles.quiet}>{changesText.more(changes.length - most)}</p>}
    </article>
  );
}

function ChangeLines({ change }: { readonly change: Change }) {
  const state = useCentre((store) => store.state);
  const { subject, kind, lines } = changeTold(
    change,
    namesIn(state, () => null),
  );
  return (
    <>
      <div className={styles.subject}>
        <b>{subject}</b>
        {kind !== 'changed' && <Tag tone={kind === 'added' ? 'present' : 'absent'}>{changesText[kind]}</Tag>}
        {change.replaced && <Tag tone="plain">{changesText.replaced}</Tag>}
      </div>
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map(({ label, before, after }) => (
            <div key={label} className={styles.line}>
              <dt>{label}</dt>
              <dd>
                {before !== null && (
                  <>
                    <span className="unseen">{changesText.before} </span>
                    <del>{before}</del>
                    <span aria-hidden="true"> → </span>
                    <span className="unseen">{changesText.after} </span>
                  </>
                )}
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
