import { mayEnrol } from '../../shared/centre/mayEnrol';
import { PageHead } from '../preparation/PageHead';
import { useCentre } from '../store/useDesk';
import { enrolmentText } from '../text/enrolment';
import { exchangeText } from '../text/exchange';
import { AsideLists } from './AsideLists';
import { EnrolForm } from './EnrolForm';
import { ExchangeStanding } from './ExchangeStanding';
import styles from './headquarters.module.css';
import { useExchange } from './useExchange';

/** The exchange with headquarters: how it stands, what is wrong, what is kept aside; or how to begin it. */
export function ExchangePage() {
  const state = useExchange();
  const allowed = useCentre(({ actor }) => mayEnrol(actor));
  return (
    <>
      <PageHead title={exchangeText.title} lead={exchangeText.lead} />
      {state?.kind === 'enrolled' && (
        <>
          <ExchangeStanding state={state} mayEnrol={allowed} />
          <AsideLists there={state.asideThere} here={state.asideHere} />
        </>
      )}
      {state?.kind === 'alone' && (allowed ? <EnrolForm /> : <p className={styles.quiet}>{enrolmentText.headOnly}</p>)}
    </>
  );
}
