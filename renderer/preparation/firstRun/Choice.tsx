import type { LucideIcon } from 'lucide-react';
import { Button } from '../../parts/Button';
import styles from './FirstRun.module.css';

/** One way to begin: whom it is for, what happens next, and the button that does it. */
export function Choice(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly act: string;
  readonly primary?: boolean;
  onChoose(): void;
}) {
  const { icon: Icon, title, lead, steps, act, primary = false, onChoose } = props;
  return (
    <section className={styles.choice} aria-label={title}>
      <Icon size={30} strokeWidth={1.5} className={styles.icon} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{lead}</p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button look={primary ? 'primary' : 'plain'} size="big" wide onPress={onChoose}>
        {act}
      </Button>
    </section>
  );
}
