import { useState } from 'react';
import type { Contest } from '../../shared/exam/contests/contests';
import { handling } from '../../shared/exam/contests/handling';
import { placeOf } from '../../shared/exam/contests/place';
import { anyHead } from '../../shared/exam/kind';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { hashOf } from '../app/routes';
import { useSay } from '../app/useSay';
import { briefRoomName } from '../chronicle/names';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { ReasonDialog } from '../parts/ReasonDialog';
import { Tag } from '../parts/Tag';
import { useCentre, useDesk } from '../store/useDesk';
import { contestsText as text } from '../text/contests';
import styles from './contests.module.css';
import { SettleDialog } from './SettleDialog';
import type { ContestShown } from './shown';
import { Versions } from './Versions';

/** A fact that was said in several ways: every version, and for those who may, the way to settle it. */
export function ContestCard(props: {
  readonly contest: Contest;
  readonly shown: ContestShown;
  /** In the room itself, where no way to it is needed. */
  readonly inRoom?: boolean;
}) {
  const { contest, shown, inRoom = false } = props;
  const state = useCentre((store) => store.state);
  const actor = useCentre((store) => store.actor);
  const [settling, setSettling] = useState(false);
  const how = handling[contest.aspect];
  const settledHere = how.when === 'contested' && how.by !== 'elsewhere';
  const mayDecide = anyHead.some((role) => role === actor?.role);
  const { sitting, rooms } = placeOf(state, contest);
  const meanwhile = worded(text.meanwhile, contest.aspect);
  const elsewhere = worded(text.elsewhere, contest.aspect);
  return (
    <Card urgent label={`${text.title}\u202F: ${shown.about}`}>
      <header className={styles.head}>
        <b>{shown.about}</b>
        {shown.reopened && <Tag tone="seal">{shown.reopened}</Tag>}
      </header>
      <Versions shown={shown} />
      {meanwhile && <p className={styles.quiet}>{meanwhile}</p>}
      {elsewhere && <p className={styles.quiet}>{elsewhere}</p>}
      <div className={styles.foot}>
        {settledHere && mayDecide && <Button onPress={() => setSettling(true)}>{text.settle}</Button>}
        {inRoom && !mayDecide && <TakeBack shown={shown} />}
        {!mayDecide && <span className={styles.quiet}>{text.headSettles}</span>}
        {!inRoom && sitting && rooms.map((room) => <OpenRoom key={room} sitting={sitting} room={room} />)}
      </div>
      {settling && <SettleDialog contest={contest} shown={shown} onClose={() => setSettling(false)} />}
    </Card>
  );
}

export function OpenRoom({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const name = useCentre(({ state }) => briefRoomName(state, room));
  return <a href={hashOf({ path: 'salle', sitting, room })}>{text.openRoom(name)}</a>;
}

/** Whoever said one of the versions may take their own back. */
function TakeBack({ shown }: { readonly shown: ContestShown }) {
  const desk = useDesk();
  const say = useSay();
  const person = useCentre(({ actor }) => actor?.person);
  const [open, setOpen] = useState(false);
  const own = shown.versions.flatMap(({ entries, people }) => entries.filter((_, at) => people[at] === person));
  const [entry] = own;
  if (!entry) return null;
  const back = (reason: string) => ({ kind: 'entry.withdrawn' as const, about: { entry }, data: { reason } });
  if (desk.refusalOf(back(text.takeBack)) !== null) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.takeBack}</Button>
      {open && (
        <ReasonDialog
          title={text.takeBackTitle}
          say={text.takeBackSay}
          reason={text.why}
          missing={text.whyMissing}
          confirm={text.takeBack.replace('…', '')}
          danger
          onConfirm={(reason) => say([back(reason)], text.takeBackDone)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function worded(table: Readonly<Record<string, string>>, key: string): string | null {
  return table[key] ?? null;
}
