import { ArrowLeft, CircleAlert, Megaphone } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../renderer/parts/Button';
import { EmptyState } from '../../renderer/parts/EmptyState';
import { Progress } from '../../renderer/parts/Progress';
import { Tag } from '../../renderer/parts/Tag';
import { currentSitting, timedSittings, zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import { MINUTE } from '../../shared/kernel/instant';
import { Contact } from '../board/Contact';
import { rowOf } from '../board/troubles';
import { useChoice } from '../board/useChoice';
import { EnteredPanel } from '../entered/EnteredPanel';
import { go, hashOf, type Route } from '../frame/routes';
import { useLive, useNow } from '../live/useLive';
import { RoomDesk } from '../room/RoomDesk';
import { centreText } from '../text/centre';
import { boardText, refusalText } from '../text/vigie';
import styles from './CentreDesk.module.css';
import type { CentreJournal } from './journal';
import { MessagesRead } from './MessagesRead';
import { SittingBoard } from './SittingBoard';
import { SittingChoice } from './SittingChoice';
import { useJournal } from './useJournal';

type CentreRoute = Extract<Route, { path: 'centre' }>;

/** One centre, as its own head sees it: the sittings, their rooms, and each room down to its report. */
export function CentreDesk({ route }: { readonly route: CentreRoute }) {
  const { known } = useLive();
  const told = known.centres.get(route.centre) ?? null;
  const opened = useJournal(route.centre, told);
  return (
    <div className={styles.desk}>
      <a className={styles.back} href={hashOf({ path: 'centres' })}>
        <ArrowLeft size={15} aria-hidden="true" /> {centreText.back}
      </a>
      {opened.kind === 'opening' && <Progress label={centreText.opening} value={null} />}
      {opened.kind === 'failed' && (
        <EmptyState icon={CircleAlert} title={centreText.failed}>
          {refusalText(opened.refusal)}
        </EmptyState>
      )}
      {opened.kind === 'open' && <Opened route={route} journal={opened.journal} />}
    </div>
  );
}

function Opened({ route, journal }: { readonly route: CentreRoute; readonly journal: CentreJournal }) {
  const now = useNow();
  const told = useLive().known.centres.get(route.centre);
  const { state } = journal;
  const sittings = timedSittings(state);
  const shown = sittings.find(({ id }) => id === route.sitting) ?? currentSitting(state, now);
  const session = fact(state, 'session', 'session', 'session');
  return (
    <>
      <header className={styles.head}>
        <div className={styles.names}>
          <h2>{session?.centre.name ?? route.centre}</h2>
          <p>{[route.centre, session?.centre.town, session?.authority, session?.name].filter(Boolean).join(' · ')}</p>
        </div>
        {session?.demonstration && <Tag tone="blue">{boardText.demonstration}</Tag>}
        <Heard route={route} />
        <Button size="small" icon={Megaphone} onPress={() => go({ path: 'write', centre: route.centre })}>
          {centreText.write}
        </Button>
      </header>
      {told?.entered && <EnteredPanel entered={told.entered} zone={zoneOf(state)} />}
      {shown === null ? (
        <p className={styles.none}>{session ? centreText.noSitting : boardText.unpublished}</p>
      ) : route.room !== null ? (
        <RoomDesk journal={journal} centre={route.centre} sitting={shown} room={route.room} now={now} />
      ) : (
        <>
          <div className={styles.choice}>
            <SittingChoice centre={route.centre} sittings={sittings} shown={shown} zone={zoneOf(state)} />
          </div>
          <SittingBoard centre={route.centre} state={state} sitting={shown} now={now} />
          <MessagesRead state={state} zone={zoneOf(state)} />
        </>
      )}
    </>
  );
}

function Heard({ route }: { readonly route: CentreRoute }) {
  const { known } = useLive();
  const now = useNow();
  const [{ silentAfter }] = useChoice();
  const watched = known.centres.get(route.centre);
  const row = useMemo(
    () => watched && rowOf(watched, { now, contacts: known.contacts, silentAfter: silentAfter * MINUTE }),
    [watched, known.contacts, now, silentAfter],
  );
  if (!row) return null;
  return (
    <div className={styles.heard}>
      <span>{boardText.head.contact}</span>
      <Contact contact={row.contact} silent={row.silent} now={now} />
    </div>
  );
}
