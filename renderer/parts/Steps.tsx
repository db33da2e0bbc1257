import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '../text/parts';
import { classes } from './classes';
import styles from './Steps.module.css';

export interface Step {
  readonly id: string;
  readonly label: ReactNode;
  readonly state: 'done' | 'current' | 'ahead';
}

/** How far a procedure has come. With `onOpen`, a step can be pressed to be looked at again. */
export function Steps(props: { readonly label: string; readonly steps: readonly Step[]; onOpen?(id: string): void }) {
  const { label, steps, onOpen } = props;
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => {
        const content = (
          <>
            {step.state === 'done' && <Check size={15} strokeWidth={2.6} aria-hidden="true" />}
            <span>{step.label}</span>
            <span className="unseen">, {partsText.step[step.state]}</span>
          </>
        );
        return (
          <li
            key={step.id}
            className={classes(styles.step, styles[step.state])}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {onOpen ? (
              <button type="button" className={styles.press} onClick={() => onOpen(step.id)}>
                {content}
              </button>
            ) : (
              <span className={styles.press}>{content}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
