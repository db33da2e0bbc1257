import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { NetworkState } from '../../shared/bridge/network';
import { anyHead } from '../../shared/exam/kind';
import { zoneOf } from '../../shared/exam/session/today';
import type { DeviceId } from '../../shared/journal/launch';
import { useNow, usePorts } from '../app/ports';
import { briefRoomName, personName } from '../chronicle/names';
import { Button } from '../parts/Button';
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

<<<<<<< HEAD

import { type MachineReplaced, placeOf } from './pairing/admitting';
import { DismissDialog } from './pairing/DismissDialog';
import { PairingDialog } from './pairing/PairingDialog';

=======

import { AddMachine, MachineActs } from './pairing/MachineActs';

>>>>>>> pairing

const words = networkText.machines;

type Asked =
  | { readonly kind: 'pair'; readonly replaces: MachineReplaced | null }
  | { readonly kind: 'dismiss'; readonly device: DeviceId; readonly name: string };

/** Every machine of the centre: who is at it, in which room, when it was last in contact and by which way. */
export function MachinesTable({ network }: { readonly network: NetworkState }) {
  const now = useNow();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const inJournal = useStore(usePorts().exchange, (exchange) => exchange.placeOf);
  const [writers] = useState(() => new LastWriters());
  const machines = useMemo(
    () => machinesOf(state, network, writers.meet(statements, inJournal)),
    [state, network, writers, statements, inJournal],
  );
  const zone = zoneOf(state);
  const [dialog, setDialog] = useState<Asked | null>(null);
  const mayAdmit = useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
  const acts = ({ device, name: called, own, dismissed }: CentreMachine) => {
    const name = called ?? shortName(device);
    const replaces = own || dismissed ? null : placeOf(state, device);
    return (
      replaces && (
      <span className={styles.head}>
        <Button size="small" onPress={() => setDialog({ kind: 'pair', replaces })}>
          {words.replace}
          <span className="unseen">{words.of(name)}</span>
        </Button>
        <Button size="small" look="danger" onPress={() => setDialog({ kind: 'dismiss', device, name })}>
          {words.dismiss}
          <span className="unseen">{words.of(name)}</span>
        </Button>
      </span>
      )
    );
  };
  const when = (moment: CentreMachine['contact']) => moment !== null && dueText(moment, now, zone);
  return (
    <section className={styles.machines} aria-label={words.title}>
<<<<<<< HEAD
      <div className={styles.title}>
        <h3>{words.title}</h3>
        {mayAdmit && (
          <Button look="primary" icon={Plus} onPress={() => setDialog({ kind: 'pair', replaces: null })}>
            {words.add}
          </Button>
        )}
      </div>
=======
      <h3>{words.title}</h3>
      <AddMachine />
>>>>>>> pairing
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
            cell: ({ rooms }) => rooms.map((room) => briefRoomName(state, room)).join(', ') || words.allRooms,
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
          { id: 'path', head: words.path, cell: ({ path }) => pathText(path) },
          { id: 'state', head: words.state, cell: newsOf },
          { id: 'clock', head: words.clock, cell: ({ fast }) => clockOffText(fast) },
<<<<<<< HEAD
          ...(mayAdmit ? [{ id: 'acts', head: <span className="unseen">{words.acts}</span>, cell: acts }] : []),
=======
          {
            id: 'acts',
            head: pairingText.acts.title,
            cell: ({ own, device, name }) =>
              !own && <MachineActs device={device} name={name ?? networkText.own.unnamed(shortName(device))} />,
          },
>>>>>>> pairing
        ]}
      />
      {dialog?.kind === 'pair' && <PairingDialog replaces={dialog.replaces} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'dismiss' && <DismissDialog {...dialog} onClose={() => setDialog(null)} />}
    </section>
  );
}

function newsOf({ own, listening, contact }: CentreMachine): string {
  if (own) return '—';
  if (contact === null) return words.notLinked;
  return listening ? words.listening : words.later;
}
