import { useState } from 'react';
import type { Person } from '../../shared/exam/staff/kinds';
import { fact, facts } from '../../shared/exam/state';
import type { Trouble } from '../../shared/exchange/trouble';
import { Button } from '../parts/Button';
import { Facts } from '../parts/Facts';
import { Progress } from '../parts/Progress';
import { useTell } from '../parts/Toasts';
import { HeadForm } from '../preparation/firstRun/HeadForm';
import { namesHead } from '../preparation/firstRun/headForm';
import { useCentre, useDesk } from '../store/useDesk';
import { enrolmentText } from '../text/enrolment';
import { troubleTold } from '../text/exchangeTrouble';
import { notSaidText } from '../text/faults';
import { counted } from '../text/times';
import { EnrolForm } from './EnrolForm';
import styles from './headquarters.module.css';
import { useEnrolled } from './useExchange';

const words = enrolmentText.arriving;

/** A first run by headquarters' code: enrolled, what was published arrives, somebody directs the centre. */
export function EnrolFlow({ onDone, onBack }: { onDone(): void; onBack(): void }) {
  const enrolled = useEnrolled();
  const [accepted, setAccepted] = useState(false);
  if (!enrolled && !accepted) {
    return (
      <EnrolForm onEnrolled={() => setAccepted(true)} other={<Button onPress={onBack}>{enrolmentText.back}</Button>} />
    );
  }
  return <Arriving level={enrolled?.phase === 'level'} trouble={enrolled?.trouble?.what ?? null} onDone={onDone} />;
}

/** What headquarters published, counted as it comes; once all is there, the way on. */
function Arriving(props: { readonly level: boolean; readonly trouble: Trouble | null; onDone(): void }) {
  const { level, onDone } = props;
  const trouble = props.trouble && troubleTold(props.trouble);
  const state = useCentre((store) => store.state);
  const received = useCentre((store) => store.statements.length);
  const [naming, setNaming] = useState(false);
  const session = fact(state, 'session', 'session', 'session');
  const staff = [...facts(state, 'staff', 'session').values()];
  const count = (aspect: 'registrations' | 'papers' | 'rooms' | 'staff') =>
    facts(state, aspect, 'session').size.toLocaleString('fr');
  if (naming && session) return <NameHead onDone={onDone} />;
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h2>{session ? words.session(session.name, session.centre.name) : words.title}</h2>
      <p className={styles.quiet}>{words.say}</p>
      {trouble && (
        <div role="status" className={styles.trouble}>
          <b>{trouble.what}</b>
          <p>{trouble.remedy}</p>
        </div>
      )}
      {!level && !trouble && <Progress label={words.progress(received)} value={null} />}
      {level && <p role="status">{session ? words.progress(received) : words.nothing}</p>}
      {session && (
        <Facts>
          <dt>{words.candidates}</dt>
          <dd>{count('registrations')}</dd>
          <dt>{words.papers}</dt>
          <dd>{count('papers')}</dd>
          <dt>{words.rooms}</dt>
          <dd>{count('rooms')}</dd>
          <dt>{words.staff}</dt>
          <dd>{counted(staff.length, 'personne', 'personnes')}</dd>
        </Facts>
      )}
      <div className={styles.buttons}>
        <Button
          look="primary"
          size="big"
          isDisabled={!level || !session}
          onPress={() => (namesHead(staff) ? onDone() : setNaming(true))}
        >
          {words.open}
        </Button>
      </div>
    </section>
  );
}

/** Who directs the centre, where headquarters did not say it. */
function NameHead({ onDone }: { onDone(): void }) {
  const desk = useDesk();
  const tell = useTell();
  async function named(head: Person): Promise<void> {
    const { state } = desk.store.getState();
    const session = fact(state, 'session', 'session', 'session');
    if (!session) return;
    const said = await desk.say({
      kind: 'staff.published',
      about: { session: session.id },
      data: { people: [head] },
    });
    if (said.ok) onDone();
    else tell({ text: notSaidText(said.error, state), tone: 'fault' });
  }
  return <HeadForm onHead={named} other={null} />;
}
