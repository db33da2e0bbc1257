import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { partsText } from '../text/parts';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import styles from './Toasts.module.css';

export interface Told {
  readonly text: ReactNode;
  /** `fault` stays until it is closed, and interrupts a screen reader. */
  readonly tone?: 'done' | 'fault';
  /** One thing to do about it, as « Annuler ». */
  readonly action?: { readonly label: string; run(): void };
}

export type Tell = (told: Told) => void;

interface Shown extends Told {
  readonly id: number;
}

const Telling = createContext<Tell | null>(null);
const Hushing = createContext<(() => void) | null>(null);

/** How long a message that needs no answer stays, in milliseconds. */
const stays = 8000;
const most = 3;

/** Says in a few words what was just done, at the bottom of the screen and to a screen reader. */
export function useTell(): Tell {
  const tell = useContext(Telling);
  if (!tell) throw new Error('a screen was drawn outside ToastProvider');
  return tell;
}

/** Takes every message away: when the machine is locked, what they say is nobody else's. */
export function useHush(): () => void {
  const hush = useContext(Hushing);
  if (!hush) throw new Error('a screen was drawn outside ToastProvider');
  return hush;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(1);
  const tell = useCallback<Tell>((told) => {
    const id = next.current;
    next.current += 1;
    setShown((before) => [...before, { ...told, id }].slice(-most));
  }, []);
  const hush = useCallback(() => setShown([]), []);
  const close = useCallback((id: number) => setShown((before) => before.filter((each) => each.id !== id)), []);
  const done = useMemo(() => shown.filter((each) => each.tone !== 'fault'), [shown]);
  const faults = useMemo(() => shown.filter((each) => each.tone === 'fault'), [shown]);
  return (
    <Telling.Provider value={tell}>
      <Hushing.Provider value={hush}>{children}</Hushing.Provider>
      <div className={styles.region} data-react-aria-top-layer="true">
        <div role="alert">
          {faults.map((each) => (
            <Toast key={each.id} told={each} onClose={() => close(each.id)} />
          ))}
        </div>
        <div role="status">
          {done.map((each) => (
            <Toast key={each.id} told={each} onClose={() => close(each.id)} />
          ))}
        </div>
      </div>
    </Telling.Provider>
  );
}

function Toast({ told, onClose }: { readonly told: Shown; onClose(): void }) {
  const fault = told.tone === 'fault';
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (fault || held) return;
    const timer = setTimeout(() => close.current(), stays);
    return () => clearTimeout(timer);
  }, [fault, held]);
  const { action } = told;
  const Icon = fault ? CircleAlert : CircleCheck;
  return (
    <Group
      className={classes(styles.toast, fault && styles.fault)}
      onHoverChange={setHeld}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} aria-hidden="true" />
      <div className={styles.text}>{told.text}</div>
      {action && (
        <Button
          size="small"
          onPress={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={partsText.closeMessage} onPress={onClose} />
    </Group>
  );
}
