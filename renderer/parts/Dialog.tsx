import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';
import { classes } from './classes';
import { clearOfMessages } from './clearOfMessages';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the next step first. */
  readonly footer?: ReactNode;
  /** `wide` for tables and plans; `side` slides along the right edge and leaves the screen in view. */
  readonly shape?: 'normal' | 'wide' | 'side';
  /** A dialogue that must be answered: neither Escape nor a press outside closes it. */
  readonly mustAnswer?: boolean;
}

/** A dialogue over the screen; Escape or a press outside closes it, and the focus goes back where it was. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  footer,
  shape = 'normal',
  mustAnswer = false,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className={classes(styles.veil, styles[`veil-${shape}`])}
    >
      <Modal className={classes(styles.sheet, styles[shape])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {footer && (
            <div className={styles.footer} ref={clearOfMessages}>
              {footer}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A panel along the right edge. */
export function Drawer(props: Omit<DialogProps, 'shape'>) {
  return <Dialog {...props} shape="side" />;
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  /** What will be true afterwards, in a whole sentence. */
  readonly children: ReactNode;
  /** The verb of the consequence: « Rouvrir le procès-verbal », never « OK ». */
  readonly confirm: string;
  readonly cancel: string;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  /** Closes the dialogue once it resolves. */
  onConfirm(): Promise<unknown> | undefined;
}

/** Asks before something with a consequence, by naming the consequence. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await props.onConfirm();
      props.onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            isDisabled={busy || props.isDisabled === true}
            onPress={() => void confirm()}
          >
            {props.confirm}
          </Button>
          <Button onPress={props.onClose}>{props.cancel}</Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
