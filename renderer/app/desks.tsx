import {
  Armchair,
  ClipboardList,
  LayoutGrid,
  type LucideIcon,
  Network,
  Printer,
  RadioTower,
  ScrollText,
  ShieldCheck,
  Usb,
  Users,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { anyHead, inRoom, office } from '../../shared/exam/kind';
import { centreRoles, type Role, role } from '../../shared/kernel/role';
import { pagesReaders } from '../pages/readers';
import { appText } from '../text/app';
import type { Path } from './routes';

export interface DeskEntry {
  readonly path: Path;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Who finds it in the rail, and may open it. */
  readonly roles: readonly Role[];
  readonly component: LazyExoticComponent<ComponentType>;
  /** Fetches the screen before it is asked for. */
  readonly fetch: () => Promise<unknown>;
}

/** Loads a desk's screen when it is first opened. */
function later<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return { component: lazy(async () => ({ default: (await load())[name] })), fetch: load };
}

/** Every desk, in the order of the rail: one line each. */
export const desks: readonly DeskEntry[] = [
  {
    path: 'centre',
    label: appText.desks.centre,
    icon: LayoutGrid,
    roles: office,
    ...later(() => import('../centre/CentreDesk'), 'CentreDesk'),
  },
  {
    path: 'salle',
    label: appText.desks.salle,
    icon: Armchair,
    roles: inRoom,
    ...later(() => import('../salle/SalleDesk'), 'SalleDesk'),
  },
  {
    path: 'pages',
    label: appText.desks.pages,
    icon: Printer,
    roles: pagesReaders,
    ...later(() => import('../pages/PagesDesk'), 'PagesDesk'),
  },
  {
    path: 'preparation',
    label: appText.desks.preparation,
    icon: ClipboardList,
    roles: office,
    ...later(() => import('../preparation/PreparationDesk'), 'PreparationDesk'),
  },
  {
    path: 'siege',
    label: appText.desks.siege,
    icon: RadioTower,
    roles: office,
    ...later(() => import('../headquarters/HeadquartersDesk'), 'HeadquartersDesk'),
  },
  {
    path: 'reseau',
    label: appText.desks.reseau,
    icon: Network,
    roles: [...new Set([...office, ...inRoom])],
    ...later(() => import('../network/NetworkDesk'), 'NetworkDesk'),
  },
  {
    path: 'cle',
    label: appText.desks.cle,
    icon: Usb,
    roles: centreRoles,
    ...later(() => import('../carry/CarryDesk'), 'CarryDesk'),
  },
  {
    path: 'journal',
    label: appText.desks.journal,
    icon: ScrollText,
    roles: role.options,
    ...later(() => import('../chronicle/ChronicleDesk'), 'ChronicleDesk'),
  },
  {
    path: 'verifier',
    label: appText.desks.verifier,
    icon: ShieldCheck,
    roles: anyHead,
    ...later(() => import('../verifier/VerifierDesk'), 'VerifierDesk'),
  },
  {
    path: 'team',
    label: appText.desks.team,
    icon: Users,
    roles: anyHead,
    ...later(() => import('../unlock/TeamDesk'), 'TeamDesk'),
  },
];

/** Fetches the screen that a role is led to, while its person still types their code. */
export async function fetchFirstDesk(role: Role): Promise<void> {
  await desks.find((desk) => desk.roles.includes(role))?.fetch();
}
