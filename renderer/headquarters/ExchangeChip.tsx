import { office } from '../../shared/exam/kind';
import { zoneOf } from '../../shared/exam/session/today';
import type { Actor } from '../../shared/kernel/statement';
import { hashOf } from '../app/routes';
import { Chip } from '../parts/Chip';
import { useCentre } from '../store/useDesk';
import { exchangeChip, exchangeText, revokedTold } from '../text/exchange';
import { troubleTold } from '../text/exchangeTrouble';
import { hourText } from '../text/times';
import styles from './headquarters.module.css';
import { useEnrolled } from './useExchange';

/** The exchange with headquarters in the top bar, once this machine is enrolled: for the office, whom it leads to its page. */
export function ExchangeChip({ actor }: { readonly actor: Actor }) {
  const state = useEnrolled();
  const zone = useCentre((store) => zoneOf(store.state));
  if (!state || !office.some((role) => role === actor.role)) return null;
  const told = exchangeChip(state, (moment) => hourText(moment, zone));
  const trouble = state.standing === 'revoked' ? revokedTold : state.trouble && troubleTold(state.trouble.what);
  const detail = trouble?.what ?? exchangeText.chipDetail(state.awaited.entries);
  return (
    <a className={styles.chip} href={hashOf({ path: 'siege', part: null })} title={detail}>
      <Chip state={told.state}>{told.words}</Chip>
    </a>
  );
}
