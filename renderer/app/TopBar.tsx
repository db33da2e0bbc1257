import { Lock, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { office } from '../../shared/exam/kind';
import { zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { SafeCopyChip } from '../copies/SafeCopyChip';
import { ExchangeChip } from '../headquarters/ExchangeChip';
import { useEnrolled } from '../headquarters/useExchange';
import { isRoomDark, setRoomDark } from '../look/darkRoom';
import { isAtRelay } from '../network/atRelay';
import { useNetwork } from '../network/useNetwork';
import { IconButton } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { useCentre } from '../store/useDesk';
import { appText } from '../text/app';
import { diskChip, diskText } from '../text/disk';
import { savedText, savedWhere } from '../text/exchange';
import { keptInFileOnly } from '../text/opening';
import { roleText } from '../text/roles';
import { halfDayText, hourText } from '../text/times';
import { DemonstrationSheet } from './DemonstrationSheet';
import { useBaseState, useDiskSpace, useNow } from './ports';
import styles from './TopBar.module.css';

/** Where one is, what time it is, how safe what was typed is, and who is there. */
export function TopBar({ actor, onLock }: { readonly actor: Actor; onLock(): void }) {
  const session = useCentre(({ state }) => fact(state, 'session', 'session', 'session'));
  const zone = useCentre(({ state }) => zoneOf(state));
  const now = useNow();
  return (
    <header className={styles.bar}>
      <div className={styles.place}>
        <h1 className={styles.centre}>{session?.centre.name ?? appText.noSession}</h1>
        <span className={styles.day}>{halfDayText(now, zone)}</span>
        {session?.demonstration && <DemonstrationSheet />}
      </div>
      <time className={styles.clock}>{hourText(now, zone)}</time>
      <Saved actor={actor} />
      <ExchangeChip actor={actor} />
      <SafeCopyChip actor={actor} />
      <Who actor={actor} />
      <div className={styles.acts}>
        <DarkRoom />
        <IconButton icon={Lock} label={appText.lockHint} onPress={onLock} />
      </div>
    </header>
  );
}

/** What became of the last gesture, in honest words; the office has the exchange's own chip beside it. */
function Saved({ actor }: { readonly actor: Actor }) {
  const exchange = useEnrolled();
  const atRelay = isAtRelay(useNetwork());
  const saving = useCentre((store) => store.saving > 0);
  const base = useBaseState();
  const disk = useDiskSpace();
  if (disk.level === 'short' && !saving)
    return (
      <span className={styles.saved} title={diskText(disk) ?? ''} role="status">
        <Chip state="bad">{diskChip}</Chip>
      </span>
    );
  const inOffice = office.some((role) => role === actor.role);
  const words = saving
    ? appText.saving
    : base === 'level'
      ? savedText(inOffice ? null : exchange, !inOffice && atRelay)
      : keptInFileOnly.short;
  const detail = base === 'level' ? `${appText.savedDetail} ${savedWhere(exchange, atRelay)}` : keptInFileOnly.detail;
  return (
    <span className={styles.saved} title={detail} role="status">
      <Chip state={saving || base !== 'level' ? 'waiting' : 'good'}>{words}</Chip>
    </span>
  );
}

function Who({ actor }: { readonly actor: Actor }) {
  const person = useCentre(({ state }) => fact(state, 'staff', 'session', actor.person));
  const name = person ? `${person.givenNames} ${person.familyName}` : roleText[actor.role];
  return (
    <div className={styles.who}>
      <span className={styles.initials} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles.names}>
        <b>{name}</b>
        {person && <span>{roleText[actor.role]}</span>}
      </span>
    </div>
  );
}

function DarkRoom() {
  const [dark, setDark] = useState(isRoomDark);
  return (
    <IconButton
      icon={dark ? Sun : Moon}
      label={dark ? appText.lightRoom : appText.darkRoom}
      onPress={() => {
        setRoomDark(!dark);
        setDark(!dark);
      }}
    />
  );
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`.toLocaleUpperCase('fr');
}
