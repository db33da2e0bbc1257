import { useState } from 'react';
import type { Command, CommandOf } from '../../../shared/exam/catalogue';
import { roomsWithTables } from '../../../shared/exam/rooms/openTables';
import { useSay } from '../../app/useSay';
import { briefRoomName, calledName, paperName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { RefusalNote } from '../../parts/RefusalNote';
import { Select } from '../../parts/Select';
import { useCentre, useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { refusalText } from '../../text/refusals';
import { unlistedSeatText } from '../../text/unlistedSeat';
import { MatterFrame } from './MatterFrame';
import type { MatterOf } from './matter';

const words = unlistedSeatText.matter;

/** Somebody off the list whose room is full: the head gives a table in another room, or refuses. */
export function SeatCard({ matter }: { readonly matter: MatterOf<'seat'> }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const role = useCentre(({ actor }) => actor?.role);
  const [chosen, setChosen] = useState<string | null>(null);
  const [answer, setAnswer] = useState<'grant' | 'deny' | null>(null);
  const { sitting, candidate, asked, person } = matter;
  const name = calledName(person);
  const rooms = roomsWithTables(state, sitting, person.paper, matter.room);
  const target = rooms.find(({ room }) => room.id === chosen) ?? rooms[0];
  const table = target?.free[0];
  const called = target ? briefRoomName(state, target.room.id) : '';
  const { room: _asking, ...who } = person;
  const admission: CommandOf<'candidate.admittedProvisionally'> | null =
    target && table !== undefined
      ? {
          kind: 'candidate.admittedProvisionally',
          about: { sitting, room: target.room.id, candidate },
          data: { ...who, table },
        }
      : null;
  const rules = admission ? desk.rulesInTheWay(admission) : [];
  const barred = rules.find((each) => role === undefined || !each.overridableBy.includes(role)) ?? null;
  const denial = (reason: string): Command => ({
    kind: 'seat.denied',
    about: { sitting, room: matter.room, candidate },
    data: { reason, asked: [...asked] },
  });
  const mayDeny = desk.refusalOf(denial(words.reason)) === null;

  async function grant(reason: string): Promise<boolean> {
    if (!admission) return false;
    const { room } = admission.about;
    const asides = rules.map(
      ({ rule }): Command => ({ kind: 'rule.overridden', about: { rule, sitting, room }, data: { reason } }),
    );
    return say([...asides, admission], words.granted(name, called));
  }

  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      rule={
        <>
          <p>{words.rule}</p>
          {barred && <RefusalNote sentence={refusalText(barred, state)} />}
        </>
      }
      answers={
        <>
          <Button look="primary" isDisabled={!admission || barred !== null} onPress={() => setAnswer('grant')}>
            {table === undefined ? words.grantShort : words.grant(called, table)}
          </Button>
          <Button isDisabled={!mayDeny} onPress={() => setAnswer('deny')}>
            {words.deny}
          </Button>
        </>
      }
    >
      <p>{words.asks(name, paperName(state, person.paper))}</p>
      {person.explanation && <p>{awaitingText.latecomer.explanation(person.explanation)}</p>}
      {target ? (
        <Select
          label={words.room}
          value={String(target.room.id)}
          onChange={(id: string) => setChosen(id)}
          options={rooms.map(({ room, free, samePaper }) => ({
            value: String(room.id),
            label: room.name,
            detail: [words.free(free.length), samePaper ? words.samePaper : ''].filter((each) => each).join(', '),
          }))}
        />
      ) : (
        <p>{words.none}</p>
      )}
      {answer === 'grant' && (
        <ReasonDialog
          title={words.grantTitle(name, called)}
          say={rules.length > 0 ? `${words.grantSay} ${words.overrides}` : words.grantSay}
          reason={words.reason}
          {...(rules.length > 0 ? { missing: words.reasonMissing } : {})}
          confirm={words.grantShort}
          onConfirm={grant}
          onClose={() => setAnswer(null)}
        />
      )}
      {answer === 'deny' && (
        <ReasonDialog
          title={words.denyTitle(name)}
          say={words.denySay}
          reason={words.reason}
          missing={words.reasonMissing}
          confirm={words.deny}
          danger
          onConfirm={(reason) => say([denial(reason)], words.denied(name))}
          onClose={() => setAnswer(null)}
        />
      )}
    </MatterFrame>
  );
}
