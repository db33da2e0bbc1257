import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { Button, type ButtonProps } from '../../parts/Button';
import { useDesk } from '../../store/useDesk';
import { Because } from './Because';
import styles from './Act.module.css';
import { useRoom } from './RoomContext';

/** A button that says one command: greyed with its rule beside it while the command would be refused. */
export function Act(props: {
  readonly command: Command;
  readonly children: ReactNode;
  readonly look?: NonNullable<ButtonProps['look']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly icon?: LucideIcon;
  readonly wide?: boolean;
  /** Leaves the reason out where another button beside it already says it. */
  readonly quietly?: boolean;
  onSaid?(): void;
}) {
  const { command, children, quietly = false, onSaid, ...button } = props;
  const desk = useDesk();
  const { say } = useRoom();
  const refusal = desk.refusalOf(command);
  return (
    <span className={styles.act}>
      <Button
        {...button}
        isDisabled={refusal !== null}
        onPress={async () => {
          if (await say(command)) onSaid?.();
        }}
      >
        {children}
      </Button>
      {refusal && !quietly && <Because refusal={refusal} />}
    </span>
  );
}
