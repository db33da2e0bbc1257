import type { Found } from '../../../shared/exchange/diagnosis';
import { doctorText, findingTold } from '../../text/networkDoctor';
import { useMachineNames } from '../machineNames';
import styles from './doctor.module.css';

/** What was found, the main cause first, with what to do in order. */
export function Findings({ found }: { readonly found: readonly Found[] }) {
  const of = (weight: Found['weight']) => found.filter((each) => each.weight === weight);
  const [also, notes] = [of('also'), of('note')];
  return (
    <>
      {of('main').map((each) => (
        <Told key={each.finding.kind} found={each} />
      ))}
      {of('main').length > 0 && <p className={styles.meanwhile}>{doctorText.meanwhile}</p>}
      {notes.map((each) => (
        <Told key={each.finding.kind} found={each} />
      ))}
      {also.length > 0 && <h4>{doctorText.also}</h4>}
      {also.map((each) => (
        <Told key={JSON.stringify(each.finding)} found={each} />
      ))}
    </>
  );
}

function Told({ found: { finding, weight } }: { readonly found: Found }) {
  const names = useMachineNames();
  const { what, why, steps, manager } = findingTold(finding, names.of);
  return (
    <article className={styles.finding} data-weight={weight}>
      <b>{what}</b>
      <p>{why}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {manager && (
        <figure className={styles.manager}>
          <figcaption>{doctorText.manager}</figcaption>
          <blockquote>{manager}</blockquote>
        </figure>
      )}
    </article>
  );
}
