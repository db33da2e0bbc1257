import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { NetworkState } from '../../shared/bridge/network';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow, usePorts } from '../app/ports';
import { briefRoomName, personName } from '../chronicle/names';
import { Table } from '../parts/Table';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { shortName } from '../text/machines';
import { clockOffText, networkText, pathText } from '../text/network';
import { pairingText } from '../text/pairing';
import { dueText } from '../text/times';
import { LastWriters } from './lastWriters';
import { type CentreMachine, machinesOf } from './machines';
import styles from './network.module.css';
import { AddMachine, MachineActs } from './pairing/MachineActs';

const words = networkText.machines;

/** Every machine of the centre: who is at it, in which room, when it was last in contact and by which way. */
export function MachinesTable({ network }: { readonly network: NetworkState }) {
  const now = useNow();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(usePorts().exchange, (exchange) => exchange.placeOf);
  const [writers] = useState(() => new LastWriters());
  const machines = useMemo(
    () => machinesOf(state, network, writers.meet(statements, placeOf)),
    [state, network, writers, statements, placeOf],
  );
  const zone = zoneOf(state);
  const when = (moment: CentreMachine['contact']) => moment !== null && dueText(moment, now, zone);
  return (
    <section className={styles.machines} aria-label={words.title}>
      <div className={styles.title}>
        <h3>{words.title}</h3>
        <AddMachine />
      </div>
      <Table
        caption={words.title}
        rows={machines}
        idOf={({ device }) => device}
        isCurrent={({ own }) => own}
        columns={[
          {
            id: 'name',
            head: words.name,
            names: true,
            cell: ({ name, device, own, dismissed }) => (
              <span className={styles.head}>
                {name ?? networkText.own.unnamed(shortName(device))}
                {own && (
                  <Tag tone="blue" bare>
                    {words.own}
                  </Tag>
                )}
                {dismissed && <Tag tone="seal">{words.dismissed}</Tag>}
              </span>
            ),
          },
          {
            id: 'rooms',
            head: words.rooms,
            cell: ({ rooms, purpose, dismissed }) => {
              if (rooms.length > 0) return rooms.map((room) => briefRoomName(state, room)).join(', ');
              if (dismissed) return '—';
              return purpose === 'room' ? words.noRoom : words.allRooms;
            },
          },
          {
            id: 'person',
            head: words.person,
            cell: ({ person, wrote }) => (
              <span className={styles.two}>
                {person ? personName(state, person) : words.nobody}
                {wrote !== null && <span>{words.wrote(dueText(wrote, now, zone))}</span>}
              </span>
            ),
          },
          {
            id: 'contact',
            head: words.contact,
            cell: ({ contact, own }) => (own ? '—' : when(contact) || words.noContact),
          },
          { id: 'path', head: words.path, cell: ({ path, dismissed }) => (dismissed ? '—' : pathText(path)) },
          { id: 'state', head: words.state, cell: newsOf },
          { id: 'clock', head: words.clock, cell: ({ fast }) => clockOffText(fast) },
          {
            id: 'acts',
            head: pairingText.acts.title,
            cell: ({ own, device, name }) =>
              !own && <MachineActs device={device} name={name ?? networkText.own.unnamed(shortName(device))} />,
          },
        ]}
      />
    </section>
  );
}

function newsOf({ own, listening, contact, dismissed }: CentreMachine): string {
  if (own || dismissed) return '—';
  if (contact === null) return words.notLinked;
  return listening ? words.listening : words.later;
}
