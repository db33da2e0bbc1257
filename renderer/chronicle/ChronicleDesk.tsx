import { ScrollText, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { anyHead } from '../../shared/exam/kind';
import { type PersonId, personId, type RoomId, roomId } from '../../shared/kernel/ids';
import { hashOf } from '../app/routes';
import { useReach } from '../headquarters/useExchange';
import { DeskHead } from '../parts/DeskHead';
import { EmptyState } from '../parts/EmptyState';
import { SearchField } from '../parts/SearchField';
import { Select } from '../parts/Select';
import { Tag } from '../parts/Tag';
import { VirtualList } from '../parts/VirtualList';
import { useCentre } from '../store/useDesk';
import { auditText, cloneText } from '../text/audit';
import { chronicleText, type Topic, topics, topicText } from '../text/chronicle';
import { useClones } from '../verifier/useClones';
import styles from './ChronicleDesk.module.css';
import { ChronicleRow } from './ChronicleRow';
import { LineDrawer } from './LineDrawer';
import type { Line } from './lines';
import { useChronicle } from './useChronicle';
import { useRowHeight } from './useRowHeight';

const all = 'all';

/** The main courante: everything that was recorded, in plain French, with search and filters. */
export function ChronicleDesk() {
  const [search, setSearch] = useState('');
  const [room, setRoom] = useState<RoomId | null>(null);
  const [person, setPerson] = useState<PersonId | null>(null);
  const [topic, setTopic] = useState<Topic | null>(null);
  const sieve = useMemo(() => ({ search, room, person, topic }), [search, room, person, topic]);
  const chronicle = useChronicle(sieve);
  const withdrawn = useCentre(({ state }) => state.withdrawn);
  const mayVerify = useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
  const reach = useReach();
  const clones = useClones();
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Line | null>(null);
  const rowHeight = useRowHeight();

  return (
    <div className={styles.desk}>
      <DeskHead
        title={chronicleText.title}
        say={chronicleText.say}
        count={chronicle.complete ? chronicleText.count(chronicle.lines.length, chronicle.all) : chronicleText.reading}
      />
      <div className={styles.trust}>
        {mayVerify && <a href={hashOf({ path: 'verifier' })}>{auditText.link}</a>}
        {clones.map(({ device }) => (
          <Tag key={device} tone="seal">
            {cloneText.title(device)}
          </Tag>
        ))}
      </div>
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={chronicleText.search} showLabel value={search} onChange={setSearch} />
        </div>
        <Select
          label={chronicleText.topic}
          value={topic ?? all}
          onChange={(value) => setTopic(topics.find((each) => each === value) ?? null)}
          options={[
            { value: all, label: chronicleText.all },
            ...topics.map((each) => ({ value: each, label: topicText[each] })),
          ]}
        />
        <Select
          label={chronicleText.room}
          value={room ?? all}
          onChange={(value) => setRoom(value === all ? null : roomId.of(value))}
          options={[
            { value: all, label: chronicleText.everywhere },
            ...chronicle.rooms.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
        <Select
          label={chronicleText.person}
          value={person ?? all}
          onChange={(value) => setPerson(value === all ? null : personId.of(value))}
          options={[
            { value: all, label: chronicleText.everyone },
            ...chronicle.people.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
      </div>
      <div className={styles.list}>
        {chronicle.lines.length > 0 ? (
          <VirtualList
            label={chronicleText.title}
            rows={chronicle.lines}
            rowHeight={rowHeight}
            idOf={(line) => line.id}
            draw={(line) => (
              <ChronicleRow line={line} withdrawal={withdrawn.get(line.id) ?? null} reach={reach?.(line.id) ?? null} />
            )}
            chosen={chosen}
            onChoose={(line) => setChosen(line.id)}
            onOpen={(line) => setOpen(line)}
          />
        ) : (
          <Nothing journalIsEmpty={chronicle.all === 0} />
        )}
      </div>
      {open && <LineDrawer line={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Nothing({ journalIsEmpty }: { readonly journalIsEmpty: boolean }) {
  return journalIsEmpty ? (
    <EmptyState icon={ScrollText} title={chronicleText.empty}>
      {chronicleText.emptySay}
    </EmptyState>
  ) : (
    <EmptyState icon={SearchX} title={chronicleText.none}>
      {chronicleText.noneSay}
    </EmptyState>
  );
}
