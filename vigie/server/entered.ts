const kept = 'cachet.vigie.entered';

/** Whether somebody has signed in with this browser and not out again: else there is no use in asking who. */
export function hasEntered(): boolean {
  return localStorage.getItem(kept) === 'yes';
}

export function rememberEntered(entered: boolean): void {
  if (entered) localStorage.setItem(kept, 'yes');
  else localStorage.removeItem(kept);
}
