import { useState } from 'react';
import { zoneOf } from '../../shared/exam/session/today';
import { MINUTE } from '../../shared/kernel/clockTime';
import type { Instant } from '../../shared/kernel/instant';
import { useNow, usePorts } from '../app/ports';
import { hashOf, startOf } from '../app/routes';
import { Button } from '../parts/Button';
import { ConfirmDialog } from '../parts/Dialog';
import { Facts } from '../parts/Facts';
import { useTell } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { carryText } from '../text/carry';
import { enrolmentText, namedText } from '../text/enrolment';
import { exchangeText, noticesTold, readsText, revokedTold } from '../text/exchange';
import { troubleTold } from '../text/exchangeTrouble';
import { notSaidText } from '../text/faults';
import { keyText } from '../text/machines';
import { counted, dueText, lengthText } from '../text/times';
import styles from './headquarters.module.css';
import { namingOf, takenForHeadquarters } from './naming';
import { OpenPortal } from './OpenPortal';
import type { EnrolledState } from './useExchange';

const words = exchangeText;
/** For so long without headquarters a key is proposed, in milliseconds. */
const longAway = 30 * MINUTE;

/** How the exchange stands: what waits, what is wrong and what the person can do about it. */
export function ExchangeStanding({ state, mayEnrol }: { readonly state: EnrolledState; readonly mayEnrol: boolean }) {
  const { bridge } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const now = useNow();
  const zone = useCentre((store) => zoneOf(store.state));
  const centre = useCentre((store) => store.state);
  const naming = namingOf(centre, state.server);
  const [leaving, setLeaving] = useState(false);
  const { awaited, trouble, phase } = state;
  const when = (moment: Instant) => dueText(moment, now, zone);
  const revoked = state.standing === 'revoked';
  const awayFor = trouble ? now - trouble.since : 0;
  const told = revoked ? revokedTold : trouble && troubleTold(trouble.what);

  async function leave(): Promise<void> {
    const left = await bridge.leaveServer();
    if (left.ok) tell({ text: words.leave.done });
    else tell({ text: left.error.kind === 'not-allowed' ? enrolmentText.headOnly : words.leave.failed, tone: 'fault' });
  }

  async function recognise(): Promise<void> {
    const said = naming && (await desk.say(naming));
    if (said?.ok) tell({ text: namedText.done });
    else if (said) tell({ text: notSaidText(said.error, centre), tone: 'fault' });
  }

  return (
    <section className={styles.sheet} aria-label={words.standing}>
      <h3>{words.standing}</h3>
      <div role="status" className={styles.form}>
        {told && (
          <div className={styles.trouble}>
            <b>{told.what}</b>
            <p>{told.remedy}</p>
            {!revoked && trouble && <p className={styles.quiet}>{words.since(when(trouble.since))}</p>}
          </div>
        )}
        {!revoked && told && awayFor >= longAway && (
          <div className={styles.notice}>
            <p>{carryText.proposed.say}</p>
            <a href={hashOf(startOf('cle'))}>{carryText.proposed.act}</a>
          </div>
        )}
        {noticesTold(state.notices).map(({ what, remedy }) => (
          <div key={what} className={styles.notice}>
            <b>{what}</b>
            <p>{remedy}</p>
          </div>
        ))}
        {naming && !revoked && (
          <div className={styles.notice}>
            <b>{namedText.missing}</b>
            <p>{namedText.remedy}</p>
          </div>
        )}
      </div>
      <Facts>
        <dt>{words.waiting}</dt>
        <dd>
          {awaited.since !== null && awaited.entries > 0
            ? words.waits(
                counted(awaited.entries, 'saisie', 'saisies'),
                when(awaited.since),
                lengthText(now - awaited.since),
              )
            : words.nothingWaits}
        </dd>
        <dt>{words.contact}</dt>
        <dd>{state.lastContact === null ? words.never : when(state.lastContact)}</dd>
        <dt>{words.next}</dt>
        <dd>{state.nextTry === null ? words.nextNow : when(state.nextTry)}</dd>
        <dt>{words.news}</dt>
        <dd>{state.pokes ? words.newsAtOnce : words.newsLater}</dd>
        <dt>{words.reads}</dt>
        <dd>{readsText(state.reads)}</dd>
        <dt>{words.address}</dt>
        <dd>{state.address}</dd>
        <dt>{namedText.key}</dt>
        <dd>
          {takenForHeadquarters(centre, state.server)
            ? namedText.known(keyText(state.server))
            : namedText.unknown(keyText(state.server))}
        </dd>
        <dt>{words.centre}</dt>
        <dd>{state.centre}</dd>
      </Facts>
      {!revoked && (awaited.entries > 0 || told) && <p className={styles.quiet}>{words.safe}</p>}
      <div className={styles.buttons}>
        {trouble?.what.kind === 'portal' && <OpenPortal />}
        <Button
          look={trouble?.what.kind === 'portal' ? 'plain' : 'primary'}
          isDisabled={phase === 'exchanging'}
          onPress={() => void bridge.exchangeNow()}
        >
          {phase === 'exchanging' ? words.exchanging : words.now}
        </Button>
        {mayEnrol && naming && !revoked && <Button onPress={() => void recognise()}>{namedText.act}</Button>}
        {mayEnrol && (
          <Button look="quiet" onPress={() => setLeaving(true)}>
            {words.leave.open}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        title={words.leave.title}
        confirm={words.leave.confirm}
        cancel={words.leave.cancel}
        danger
        onConfirm={leave}
      >
        {words.leave.say}
      </ConfirmDialog>
    </section>
  );
}
