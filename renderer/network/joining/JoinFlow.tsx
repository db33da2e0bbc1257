import { fact } from '../../../shared/exam/state';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Progress } from '../../parts/Progress';
import { type Step, Steps } from '../../parts/Steps';
import { useCentre } from '../../store/useDesk';
import { joiningText } from '../../text/joining';
import { shortName } from '../../text/machines';
import { JoinForm } from './JoinForm';
import type { JoinedFrom } from './joinedFrom';
import styles from './joining.module.css';
import { useJoining, useRelays } from './useJoining';

/** A machine joins a centre: by what the head's screen shows, then the entries arrive, then the desk opens. */
export function JoinFlow({ from, onDone, onBack }: { readonly from: JoinedFrom; onDone(): void; onBack(): void }) {
  const { bridge } = usePorts();
  const joining = useJoining();
  const relays = useRelays();
  if (!joining || !relays) return null;
  const back = () => void bridge.leaveJoining().then(onBack);
  // an empty machine that was let in goes on fetching after a restart; one with a journal knew relays before
  if (joining.step === 'joined' || (from === 'firstRun' && joining.step === 'nothing' && relays.length > 0)) {
    const joined = joining.step === 'joined' ? relays.find(({ device }) => `${device}` === joining.relay) : null;
    const relay = joined ?? relays[0];
    return (
      <Arriving
        from={from}
        name={joining.step === 'joined' ? joining.name : null}
        of={joining.step === 'joined' ? joining.entries : 0}
        phase={relay?.phase ?? 'opening'}
        onDone={onDone}
      />
    );
  }
  if (joining.step === 'reaching' || joining.step === 'awaiting') {
    const reached = joining.step === 'awaiting';
    return (
      <section className={styles.sheet} aria-label={joiningText.title[from]}>
        <h2>{joiningText.title[from]}</h2>
        <HowFar at={reached ? 1 : 0} />
        <Progress
          label={reached ? joiningText.awaiting(shortName(joining.relay)) : joiningText.reaching}
          value={null}
        />
        <div className={styles.buttons}>
          <Button onPress={() => void bridge.leaveJoining()}>{joiningText.leave}</Button>
        </div>
      </section>
    );
  }
  return <JoinForm from={from} because={joining.step === 'failed' ? joining.because : null} onBack={back} />;
}

/** The entries of the centre, counted as they come. */
function Arriving(props: {
  readonly from: JoinedFrom;
  readonly name: string | null;
  readonly of: number;
  readonly phase: 'opening' | 'exchanging' | 'level' | 'waiting';
  onDone(): void;
}) {
  const { from, name, of, phase, onDone } = props;
  const session = useCentre(({ state }) => fact(state, 'session', 'session', 'session'));
  const here = useCentre((store) => store.statements.length);
  const ready = phase === 'level' && session !== null;
  return (
    <section className={styles.sheet} aria-label={joiningText.title[from]}>
      <h2>{joiningText.joined(session?.centre.name ?? name ?? '')}</h2>
      <HowFar at={ready ? 3 : 2} />
      {phase === 'waiting' && (
        <p role="status" className={styles.trouble}>
          {joiningText.waiting}
        </p>
      )}
      {ready ? (
        <p role="status">
          {joiningText.arrived[from](here)} {joiningText.ready[from]}
        </p>
      ) : (
        <Progress label={joiningText.entries(here, of)} value={of > 0 ? Math.min(1, here / of) : null} />
      )}
      <div className={styles.buttons}>
        <Button look="primary" size="big" isDisabled={!ready} onPress={onDone}>
          {joiningText.open}
        </Button>
      </div>
    </section>
  );
}

const order = ['reached', 'accepted', 'fetched', 'ready'] as const;

/** @param at how many steps are done */
function HowFar({ at }: { readonly at: number }) {
  const steps = order.map(
    (id, place): Step => ({
      id,
      label: joiningText.steps[id],
      state: place < at || at === order.length - 1 ? 'done' : place === at ? 'current' : 'ahead',
    }),
  );
  return <Steps label={joiningText.progress} steps={steps} />;
}
