import { Phone } from 'lucide-react';
import { hourText } from '../../renderer/text/times';
import type { EnteredStatus } from '../../shared/watch/entered';
import { enteredText } from '../text/entered';
import { EnteredFigures } from './EnteredFigures';
import styles from './EnteredPanel.module.css';

/** What was typed in of a centre, apart from all that came by the exchange. */
export function EnteredPanel({ entered, zone }: { readonly entered: EnteredStatus; readonly zone: string }) {
  return (
    <section className={styles.panel}>
      <Phone size={20} aria-hidden="true" />
      <div>
        <h3>{enteredText.panel(entered.form, hourText(entered.at, zone))}</h3>
        <EnteredFigures entered={entered} />
        <p>{enteredText.by(entered.by, hourText(entered.enteredAt, zone))}</p>
      </div>
    </section>
  );
}
