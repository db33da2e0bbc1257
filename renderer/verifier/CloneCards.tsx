import { useState } from 'react';
import { anyHead } from '../../shared/exam/kind';
import { zoneOf } from '../../shared/exam/session/today';
import type { PersonId } from '../../shared/kernel/ids';
import { useSay } from '../app/useSay';
import { personName } from '../chronicle/names';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { ReasonDialog } from '../parts/ReasonDialog';
import { useCentre } from '../store/useDesk';
import { cloneText } from '../text/audit';
import { dayText, hourText } from '../text/times';
import { type Clone, useClones } from './useClones';
import styles from './VerifierDesk.module.css';

/** A card for each machine that wrote several histories, until a head says what was done. */
export function CloneCards() {
  return useClones().map((clone) => <CloneCard key={clone.device} clone={clone} />);
}

/** What happened to one machine, and the way to say that it was dealt with. */
export function CloneCard({ clone: { device, branching, seen } }: { readonly clone: Clone }) {
  const say = useSay();
  const [settling, setSettling] = useState(false);
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const mayDecide = useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
  const zone = zoneOf(state);
  const since = `${dayText(branching.since, zone)} à ${hourText(branching.since, zone)}`;
  const first = new Set(branching.branches.map((each) => each.first.id));
  const people = new Set<PersonId>(statements.flatMap(({ id, by }) => (first.has(id) ? by.person : [])));
  const who = [...people].map((person) => personName(state, person)).join(', ');
  const title = cloneText.title(device);
  const words = cloneText.dialog;
  return (
    <Card urgent label={title}>
      <div className={styles.clone}>
        <h3 className={styles.title}>{title}</h3>
        <p>
          {cloneText.which(
            device,
            since,
            who,
            branching.branches.map(({ entries }) => entries),
          )}
        </p>
        <p>{cloneText.keep}</p>
        <p>{cloneText.stop}</p>
        {mayDecide && <Button onPress={() => setSettling(true)}>{cloneText.settle}</Button>}
      </div>
      {settling && (
        <ReasonDialog
          title={words.title}
          say={words.say}
          reason={words.reason}
          hint={words.hint}
          missing={words.missing}
          confirm={words.confirm}
          onConfirm={(remark) =>
            say([{ kind: 'machine.cloneSettled', about: { device }, data: { seen, remark } }], cloneText.done)
          }
          onClose={() => setSettling(false)}
        />
      )}
    </Card>
  );
}
