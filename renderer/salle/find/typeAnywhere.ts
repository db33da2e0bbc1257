import { type RefObject, useEffect } from 'react';

/** A scanner types like a keyboard: whatever is typed outside a field goes to this one, from the first character on. */
export function useTypeAnywhere(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (!/^[\p{L}\p{N}]$/u.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isField(event.target) || document.querySelector('[role="dialog"], [role="listbox"]:focus-within')) return;
      input.current?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, [input]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
