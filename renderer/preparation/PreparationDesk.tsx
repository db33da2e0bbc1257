import type { ComponentType } from 'react';
import { hashOf, useRoute } from '../app/routes';
import { PreparedContests } from '../contests/PreparedContests';
import { SafeCopyPage } from '../copies/SafeCopyPage';
import { TabbedDesk } from '../parts/TabbedDesk';
import { preparationPages, preparationWords } from '../text/preparation';
import { CandidatesPage } from './candidates/CandidatesPage';
import { ImportPage } from './importing/ImportPage';
import { isPreparationPage, type PreparationPage, preparationPageIds } from './pages';
import { PapersPage } from './papers/PapersPage';
import { PlacementPage } from './placement/PlacementPage';
import { RoomsPage } from './rooms/RoomsPage';
import { StaffPage } from './staff/StaffPage';
import { UnheldLists } from './UnheldLists';

const screens: Readonly<Record<PreparationPage, ComponentType>> = {
  candidats: CandidatesPage,
  epreuves: PapersPage,
  salles: RoomsPage,
  placement: PlacementPage,
  personnel: StaffPage,
  importer: ImportPage,
  copie: SafeCopyPage,
};

/** What the office does before the exam: candidates, papers, rooms, seats, and the lists they come from. */
export function PreparationDesk() {
  const route = useRoute();
  const part = route.path === 'preparation' ? route.part : null;
  const page: PreparationPage = part && isPreparationPage(part) ? part : 'candidats';
  const Screen = screens[page];
  const tabs = preparationPageIds.map((id) => ({
    id,
    label: preparationPages[id],
    href: hashOf({ path: 'preparation', part: id }),
  }));
  return (
    <TabbedDesk label={preparationWords.pagesLabel} tabs={tabs} at={page}>
      <UnheldLists />
      <PreparedContests />
      <Screen />
    </TabbedDesk>
  );
}
