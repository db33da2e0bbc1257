import { useMemo, useState } from 'react';
import { z } from 'zod';
import { Button } from '../../renderer/parts/Button';
import { ConfirmDialog } from '../../renderer/parts/Dialog';
import { type Column, Table } from '../../renderer/parts/Table';
import { Tag } from '../../renderer/parts/Tag';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { hourText } from '../../renderer/text/times';
import type { WatchedMessage } from '../../shared/watch/live';
import { hashOf } from '../frame/routes';
import { machineZone } from '../frame/zone';
import { useLive } from '../live/useLive';
import { post } from '../server/ask';
import { paperText, messagesText as text } from '../text/messages';
import { refusalText } from '../text/vigie';
import { type Addressee, addresseesOf } from './addressed';
import styles from './MessagesDesk.module.css';
import { RoomsDialog } from './RoomsTold';
import { SubjectTag } from './SubjectTag';

const centreColumns: readonly Column<Addressee>[] = [
  {
    id: 'centre',
    head: text.centre,
    names: true,
    cell: ({ centre, name }) => (
      <a href={hashOf({ path: 'centre', centre, sitting: null, room: null })}>
        {name} <span className={styles.code}>{centre}</span>
      </a>
    ),
  },
  {
    id: 'read',
    head: text.readFor,
    cell: ({ told: { read }, zone }) =>
      read ? text.read(hourText(read.at, zone), read.by) : <Tag tone="late">{text.notRead}</Tag>,
  },
];

/** A message as it stands, and who has read it where and when. */
export function MessageDetail({ message }: { readonly message: WatchedMessage }) {
  const { known } = useLive();
  const [withdrawing, setWithdrawing] = useState(false);
  const [shown, setShown] = useState<Addressee | null>(null);
  const addressees = useMemo(
    () => addresseesOf(known.centres.values(), message.message),
    [known.centres, message.message],
  );
  const { title, readOut, papers, withdrawn } = message;
  const columns: readonly Column<Addressee>[] = [
    ...centreColumns,
    {
      id: 'rooms',
      head: text.rooms,
      cell: (addressee) => {
        const { read, concerned } = addressee.told.rooms;
        if (concerned === 0) return '–';
        return (
          <Button size="small" look="quiet" onPress={() => setShown(addressee)}>
            {text.inRooms(read, concerned)}
          </Button>
        );
      },
    },
  ];
  return (
    <article className={styles.detail} aria-label={title}>
      <div className={styles.line}>
        <SubjectTag message={message} />
        {readOut && (
          <Tag tone="plain" bare>
            {text.readOut}
          </Tag>
        )}
        {withdrawn !== null && <span className={styles.when}>{text.withdrawn(hourText(withdrawn, machineZone))}</span>}
      </div>
      <h3>{title}</h3>
      <p className={styles.when}>{papers.length === 0 ? text.allPapers : text.papers(papers.map(paperText))}</p>
      <p className={styles.text}>{message.text}</p>
      <Table caption={text.centres} columns={columns} rows={addressees} idOf={({ centre }) => centre} />
      {withdrawn === null && (
        <div>
          <Button onPress={() => setWithdrawing(true)}>{text.withdraw}</Button>
        </div>
      )}
      {shown && <RoomsDialog message={message.message} addressee={shown} onClose={() => setShown(null)} />}
      {withdrawing && <Withdrawing message={message} addressees={addressees} onClose={() => setWithdrawing(false)} />}
    </article>
  );
}

function Withdrawing(props: {
  readonly message: WatchedMessage;
  readonly addressees: readonly Addressee[];
  onClose(): void;
}) {
  const { message, addressees, onClose } = props;
  const tell = useTell();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text.withdrawTitle}
      confirm={text.withdraw}
      cancel={text.cancel}
      danger
      isDisabled={reason.trim() === ''}
      onConfirm={async () => {
        const path = `/sessions/${message.session}/messages/${message.message}/withdraw`;
        const centres = addressees.map(({ centre }) => centre);
        const done = await post(z.object({}), path, { reason: reason.trim(), centres });
        tell(done.ok ? { text: text.withdrawnDone } : { tone: 'fault', text: refusalText(done.error) });
      }}
    >
      <p>{text.withdrawSay}</p>
      <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} isRequired autoFocus />
    </ConfirmDialog>
  );
}
