import { ArrowLeftRight, History, Projector, Users } from 'lucide-react';
import { useState } from 'react';
import { endsAt } from '../../../shared/exam/timing/ends';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { go } from '../../app/routes';
import { TeamDialog } from '../../centre/TeamDialog';
import { Button } from '../../parts/Button';
import { Tag } from '../../parts/Tag';
import { roomTitle } from '../../text/preparation';
import { listedName } from '../../text/salle';
import { deskText } from '../../text/salleDesk';
import { reportText } from '../../text/salleReport';
import { ActsDrawer } from '../acts/ActsDrawer';
import { ClockDialog } from '../clock/ClockDialog';
import { useRoom } from './RoomContext';
import styles from './RoomDesk.module.css';
import type { RoomView } from './roomView';

const text = deskText.room;

/** Where one is: the room, its papers and hours; its team, its last gestures, its projected clock. */
export function RoomHead(props: { readonly message: string; onMessage(message: string): void }) {
  const { view, here } = useRoom();
  const { bridge } = usePorts();
  const [open, setOpen] = useState<'team' | 'acts' | 'clock' | null>(null);
  const lead = view.team.find((each) => each.lead)?.person;
  return (
    <div className={styles.head}>
      <h1>{roomTitle(view.room.name)}</h1>
      <span className={styles.what}>{whatOf(view)}</span>
      {view.tally.contested > 0 && <Tag tone="late">{text.contested(view.tally.contested)}</Tag>}
      <div className={styles.tools}>
        <Button icon={Users} onPress={() => setOpen('team')}>
          {lead ? listedName(lead) : view.teamContested ? text.teamToSettle : reportText.team.none}
        </Button>
        <Button icon={History} onPress={() => setOpen('acts')}>
          {text.acts}
        </Button>
        <Button
          icon={Projector}
          onPress={() => {
            void bridge.openClock();
            setOpen('clock');
          }}
        >
          {text.clock}
        </Button>
        <Button
          icon={ArrowLeftRight}
          look="quiet"
          onPress={() => go({ path: 'salle', sitting: here.sitting, room: null })}
        >
          {text.other}
        </Button>
      </div>
      {open === 'team' && (
        <TeamDialog
          card={{ room: view.room.id, name: view.room.name }}
          sitting={view.sitting}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'clock' && (
        <ClockDialog message={props.message} onMessage={props.onMessage} onClose={() => setOpen(null)} />
      )}
      {open === 'acts' && <ActsDrawer onClose={() => setOpen(null)} />}
    </div>
  );
}

function whatOf(view: RoomView): string {
  const titles = view.papers.map((each) => each.title).join(', ');
  const clocks = view.papers.map(({ paper, start }) => {
    const from = start?.boardStart ?? view.scheduledStart;
    return { from, to: endsAt(from, paper.durationMinutes, 0) };
  });
  const [first] = [...clocks].sort((a, b) => a.from - b.from);
  const [last] = [...clocks].sort((a, b) => b.to - a.to);
  const toSettle = view.papers.some(({ startsSaid }) => startsSaid.length > 1) ? text.startToSettle : '';
  const hours = first && last ? text.hours(clockTime(first.from, view.zone), clockTime(last.to, view.zone)) : '';
  return [titles, toSettle || hours, text.registered(view.tally.expected + view.withoutPaper.length)]
    .filter((each) => each)
    .join(' · ');
}
