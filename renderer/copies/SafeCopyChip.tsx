import { office } from '../../shared/exam/kind';
import { MINUTE } from '../../shared/kernel/instant';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { useNow } from '../app/ports';
import { Chip } from '../parts/Chip';
import { useCentre } from '../store/useDesk';
import { copiesText, copyAge, copyDetail, troubleChip, troubleText } from '../text/copies';
import { lengthText } from '../text/times';
import styles from './copies.module.css';
import { type CopyHealth, healthOf, sittingsUnderWay } from './health';
import { useSafeCopy } from './useSafeCopy';

/** The copy's age in the top bar, for the office: nobody else can do anything about it. It leads to its page. */
export function SafeCopyChip({ actor }: { readonly actor: Actor }) {
  const offices: readonly Role[] = office;
  return offices.includes(actor.role) ? <CopyAge /> : null;
}

function CopyAge() {
  const now = useNow();
  const [copy] = useSafeCopy();
  const underWay = useCentre(({ state }) => sittingsUnderWay(state, now).length > 0);
  if (!copy) return null;
  const health = healthOf(copy, now, underWay);
  if (health.kind === 'off') return null;
  const detail =
    health.kind === 'trouble' ? troubleText[health.because] : copyDetail(copy.last?.entries ?? 0, copy.missing);
  return (
    <a className={styles.chip} href="#/preparation/copie" title={detail}>
      <Chip state={isWell(health) ? 'good' : 'waiting'}>{wordsOf(health)}</Chip>
    </a>
  );
}

function isWell({ kind }: CopyHealth): boolean {
  return kind === 'fresh' || kind === 'recent';
}

function wordsOf(health: CopyHealth): string {
  switch (health.kind) {
    case 'off':
    case 'none':
      return copiesText.topBar.none;
    case 'fresh':
      return copiesText.topBar.fresh;
    case 'recent':
    case 'old':
      return health.age < MINUTE ? copiesText.topBar.now : copyAge(lengthText(health.age));
    case 'trouble':
      return troubleChip(health.because);
  }
}
