import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { Button, type ButtonProps } from '../../parts/Button';
import { useCentre, useDesk } from '../../store/useDesk';
import { deskText } from '../../text/salleDesk';
import styles from './Act.module.css';
import { Because } from './Because';
import { OverrideDialog } from './OverrideDialog';
import { useRoom } from './RoomContext';

/**
 * A button that says one command: greyed with its rule beside it while the command would be refused, and, for those who
 * may set the rule aside, the way to do it with a reason.
 */
export function Act(props: {
  readonly command: Command;
  readonly children: ReactNode;
  readonly look?: NonNullable<ButtonProps['look']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly icon?: LucideIcon;
  /** Leaves the reason out where another button beside it already says it. */
  readonly quietly?: boolean;
  onSaid?(): void;
}) {
  const { command, children, quietly = false, onSaid, ...button } = props;
  const desk = useDesk();
  const role = useCentre((store) => store.actor?.role);
  const { say } = useRoom();
  const [overriding, setOverriding] = useState(false);
  const refusal = desk.refusalOf(command);
  const mayOverride = refusal !== null && role !== undefined && refusal.overridableBy.includes(role);
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
      {refusal && !quietly && (
        <span className={styles.why}>
          <Because refusal={refusal} brief={mayOverride} />
          {mayOverride && (
            <Button look="quiet" size="small" onPress={() => setOverriding(true)}>
              {deskText.override.offer}
            </Button>
          )}
        </span>
      )}
      {overriding && refusal && (
        <OverrideDialog
          rules={desk.rulesInTheWay(command)}
          commandWith={async () => command}
          onClose={() => setOverriding(false)}
          {...(onSaid ? { onSaid } : {})}
        />
      )}
    </span>
  );
}
