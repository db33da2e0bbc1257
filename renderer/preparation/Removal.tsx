import { useState } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { useSay } from '../app/useSay';
import { Button } from '../parts/Button';
import { ConfirmDialog } from '../parts/Dialog';
import { RefusalNote } from '../parts/RefusalNote';
import { useCentre, useDesk } from '../store/useDesk';
import { preparationWords } from '../text/preparation';
import { refusalText, withRule } from '../text/refusals';
import styles from './Removal.module.css';

/** Removes something from the session after asking; greyed with the reason while it may not go. */
export function Removal(props: {
  readonly command: Command;
  /** « Retirer cette salle ». */
  readonly label: string;
  readonly title: string;
  /** What will be true once it is removed. */
  readonly consequence: string;
  readonly done: string;
  /** Says why it may not go in other words than the rule's own. */
  readonly because?: string | undefined;
  onRemoved(): void;
}) {
  const { command, label, title, consequence, done, because, onRemoved } = props;
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const [asking, setAsking] = useState(false);
  const refusal = desk.refusalOf(command);
  return (
    <div className={styles.remove}>
      {refusal && <RefusalNote sentence={because ? withRule(because, refusal.rule) : refusalText(refusal, state)} />}
      <Button look="quiet" isDisabled={refusal !== null} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={title}
        confirm={label}
        cancel={preparationWords.cancel}
        danger
        onConfirm={async () => {
          if (await say([command], done)) onRemoved();
        }}
      >
        {consequence}
      </ConfirmDialog>
    </div>
  );
}
