import { LogOut, type LucideIcon, Megaphone, Moon, RadioTower, Settings2, Sun } from 'lucide-react';
import { useState } from 'react';
import { isRoomDark, setRoomDark } from '../../renderer/look/darkRoom';
import { IconButton } from '../../renderer/parts/Button';
import { Chip } from '../../renderer/parts/Chip';
import { Mended } from '../../renderer/parts/Mended';
import { PageFrame } from '../../renderer/parts/PageFrame';
import { Rail } from '../../renderer/parts/Rail';
import { halfDayText, hourText } from '../../renderer/text/times';
import { AdministrationDesk } from '../administration/AdministrationDesk';
import { BoardDesk } from '../board/BoardDesk';
import { CentreDesk } from '../centre/CentreDesk';
import { useLive, useNow } from '../live/useLive';
import { MessagesDesk } from '../messages/MessagesDesk';
import { WriteDesk } from '../messages/WriteDesk';
import { type Member, mayActAs, type StaffRole } from '../server/staff';
import { frameText, roleText } from '../text/vigie';
import styles from './Frame.module.css';
import { hashOf, type Path, type Route, useRoute } from './routes';
import { machineZone } from './zone';

interface Place {
  readonly start: Route;
  readonly paths: readonly Path[];
  readonly label: string;
  readonly icon: LucideIcon;
  readonly role: StaffRole;
}

const places: readonly Place[] = [
  { start: { path: 'centres' }, paths: ['centres', 'centre'], label: frameText.watch, icon: RadioTower, role: 'watch' },
  {
    start: { path: 'messages', message: null },
    paths: ['messages', 'write'],
    label: frameText.messages,
    icon: Megaphone,
    role: 'watch',
  },
  {
    start: { path: 'administration', part: null },
    paths: ['administration'],
    label: frameText.administration,
    icon: Settings2,
    role: 'publisher',
  },
];

/** The rail, the top bar, and the screen one is at. */
export function Frame({ member, onSignOut }: { readonly member: Member; onSignOut(): void }) {
  const route = useRoute();
  const mine = places.filter(({ role }) => mayActAs(member, role));
  const rail = mine.map(({ start, paths, label, icon }) => ({
    ...{ label, icon, href: hashOf(start), here: paths.includes(route.path) },
  }));
  return (
    <PageFrame
      skip={frameText.skip}
      rail={<Rail label={frameText.rail} places={rail} />}
      wideRail
      above={<TopBar member={member} onSignOut={onSignOut} />}
      desk={route.path}
      steady={false}
    >
      <Mended words={frameText.crash} key={route.path}>
        <Screen route={route} member={member} />
      </Mended>
    </PageFrame>
  );
}

function Screen({ route, member }: { readonly route: Route; readonly member: Member }) {
  switch (route.path) {
    case 'centres':
      return <BoardDesk />;
    case 'centre':
      return <CentreDesk key={route.centre} route={route} />;
    case 'messages':
      return <MessagesDesk message={route.message} />;
    case 'write':
      return <WriteDesk centre={route.centre} />;
    case 'administration':
      return mayActAs(member, 'publisher') ? <AdministrationDesk part={route.part} member={member} /> : <BoardDesk />;
  }
}

function TopBar({ member, onSignOut }: { readonly member: Member; onSignOut(): void }) {
  const now = useNow();
  const [dark, setDark] = useState(isRoomDark);
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <h1>{frameText.title}</h1>
        <span className={styles.day}>{halfDayText(now, machineZone)}</span>
      </div>
      <time className={styles.clock}>{hourText(now, machineZone)}</time>
      <Line />
      <span className={styles.who}>
        <b>{member.name}</b>
        <span>{roleText[member.role]}</span>
      </span>
      <div className={styles.acts}>
        <IconButton
          icon={dark ? Sun : Moon}
          label={dark ? frameText.lightRoom : frameText.darkRoom}
          onPress={() => {
            setRoomDark(!dark);
            setDark(!dark);
          }}
        />
        <IconButton icon={LogOut} label={frameText.signOut} onPress={onSignOut} />
      </div>
    </header>
  );
}

/** How the page stands with headquarters, in honest words. */
function Line() {
  const { line, known } = useLive();
  const left = [...known.centres.values()].filter((each) => each.line === 'reading').length;
  return (
    <span role="status">
      {line.kind === 'cut' ? (
        <Chip state="bad">{frameText.line.cut(hourText(line.since, machineZone))}</Chip>
      ) : line.kind === 'opening' || !known.whole ? (
        <Chip state="waiting">{frameText.line.opening}</Chip>
      ) : left > 0 ? (
        <Chip state="waiting">{frameText.line.reading(left)}</Chip>
      ) : (
        <Chip state="good">{frameText.line.open}</Chip>
      )}
    </span>
  );
}
