import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { displayName } from '../../shared/exam/people/names';
import { fact } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { useCentre } from '../store/useDesk';
import { roleText } from '../text/roles';
import { unlockText } from '../text/unlock';
import { DeskCover, useCover, useDoor } from './DeskCover';
import { UnlockForm } from './UnlockForm';
import styles from './Veil.module.css';

/** The lock over a screen that stays as it is: nothing is seen through it, and nothing behind it is lost. */
export function Veil({ actor, onUnlock }: { readonly actor: Actor; onUnlock(actor: Actor): void }) {
  const person = useCentre(({ state }) => fact(state, 'staff', 'session', actor.person));
  const { people } = useCover();
  const door = useDoor();
  const name = person ? displayName(person) : roleText[actor.role];
  return (
    <ModalOverlay isOpen isDismissable={false} isKeyboardDismissDisabled className={styles.veil ?? ''}>
      <Modal className={styles.sheet ?? ''}>
        <Dialog aria-label={unlockText.locked} className={styles.sheet ?? ''}>
          <DeskCover
            over
            note={
              <>
                <strong>{unlockText.locked}</strong>
                <br />
                {unlockText.lockedSay(name)}
              </>
            }
          >
            <UnlockForm people={people} last={actor} door={door} onUnlock={onUnlock} />
          </DeskCover>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
