import type { ComponentType } from 'react';
import { useRoute } from '../app/routes';
import { PreparedContests } from '../contests/PreparedContests';
import { SafeCopyPage } from '../copies/SafeCopyPage';
import { preparationPages, preparationWords } from '../text/preparation';
import { CandidatesPage } from './candidates/CandidatesPage';
import { ImportPage } from './importing/ImportPage';
import styles from './PreparationDesk.module.css';
import { isPreparationPage, type PreparationPage, preparationPageIds } from './pages';
import { PapersPage } from './papers/PapersPage';
import { PlacementPage } from './placement/PlacementPage';
import { RoomsPage } from './rooms/RoomsPage';
import { StaffPage } from './staff/StaffPage';

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
  return (
    <div className={styles.desk}>
      <nav aria-label={preparationWords.pagesLabel} className={styles.pages}>
        {preparationPageIds.map((id) => (
          <a key={id} href={`#/preparation/${id}`} aria-current={id === page ? 'page' : undefined}>
            {preparationPages[id]}
          </a>
        ))}
      </nav>
      <PreparedContests />
      <Screen />
    </div>
  );
}
