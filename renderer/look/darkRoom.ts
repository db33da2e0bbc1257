const kept = 'cachet.room';

/** True while this machine shows the dark room's colours. */
export function isRoomDark(): boolean {
  return document.documentElement.dataset.room === 'dark';
}

/** Turns the dark room's colours on or off, and remembers it on this machine. */
export function setRoomDark(dark: boolean): void {
  if (dark) document.documentElement.dataset.room = 'dark';
  else delete document.documentElement.dataset.room;
  localStorage.setItem(kept, dark ? 'dark' : 'light');
}

/** Takes up what this machine showed the last time. */
export function restoreRoomLight(): void {
  setRoomDark(localStorage.getItem(kept) === 'dark');
}
