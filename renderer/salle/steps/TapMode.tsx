import { IdCard, UserCheck } from 'lucide-react';
import { classes } from '../../parts/classes';
import { stepsText } from '../../text/salleSteps';
import board from '../plan/RollBoard.module.css';

const text = stepsText.roll;
export type Tap = 'attendance' | 'identity';

/** What a tap on a seat notes: the presence, or the identity document. */
export function TapMode({ tap, onTap }: { readonly tap: Tap; onTap(tap: Tap): void }) {
  return (
    <fieldset className={board.switch} aria-label={text.mode}>
      <button
        type="button"
        className={classes(board.side, tap === 'attendance' && board.on)}
        aria-pressed={tap === 'attendance'}
        onClick={() => onTap('attendance')}
      >
        <UserCheck size={17} aria-hidden="true" /> {text.attendance}
      </button>
      <button
        type="button"
        className={classes(board.side, tap === 'identity' && board.on)}
        aria-pressed={tap === 'identity'}
        onClick={() => onTap('identity')}
      >
        <IdCard size={17} aria-hidden="true" /> {text.identity}
      </button>
    </fieldset>
  );
}
