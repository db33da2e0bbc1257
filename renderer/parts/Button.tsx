import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary` is the one next step of a screen; `danger` is for what is confirmed by its consequence. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'big' | 'small';
  readonly icon?: LucideIcon;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

export function Button({ children, look = 'plain', size = 'normal', icon: Icon, wide, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      data-look={look}
      className={classes(styles.button, styles[look], styles[size], wide && styles.wide)}
    >
      {Icon && <Icon className={styles.icon ?? ''} aria-hidden="true" />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does: read aloud, and shown on hover. */
  readonly label: string;
}

/** A button that shows only an icon. */
export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={classes(styles.button, styles.quiet, styles.square)}>
      <Icon className={styles.icon ?? ''} aria-hidden="true" />
    </AriaButton>
  );
}
