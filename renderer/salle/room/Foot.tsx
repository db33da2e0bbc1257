import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Foot.module.css';

/** The bar along the bottom edge: the next step first, at the left, under the thumb. Messages appear above it. */
export function Foot({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) style.setProperty('--foot', `${Math.round(entry.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--foot');
    };
  }, []);
  return (
    <footer className={styles.foot} ref={bar}>
      <div className={styles.acts}>{children}</div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </footer>
  );
}
