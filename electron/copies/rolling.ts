import type { SafeCopies } from './safeCopies';

const look = 20_000;
const longestGoodbye = 15_000;

/** The part of Electron's `app` that quitting needs. */
export interface Quitting {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** Has the copy made whenever it is due, and once more before Cachet ends; a medium that hangs does not keep it from ending. */
export async function rollCopies(
  app: Quitting,
  opening: Promise<{ readonly safe: Pick<SafeCopies, 'state' | 'copy' | 'copyWhenDue'> }>,
): Promise<void> {
  const { safe } = await opening;
  const timer = setInterval(() => void safe.copyWhenDue().catch(console.error), look);
  let last: 'not-yet' | 'under-way' | 'done' = 'not-yet';
  app.on('before-quit', (event) => {
    if (last === 'done' || safe.state.kept === null || safe.state.missing === 0) return;
    event.preventDefault();
    if (last === 'under-way') return;
    last = 'under-way';
    clearInterval(timer);
    const end = () => {
      last = 'done';
      app.quit();
    };
    const enough = new Promise((resolve) => setTimeout(resolve, longestGoodbye));
    Promise.race([safe.copy(), enough]).then(end, (error: unknown) => {
      console.error(error);
      end();
    });
  });
}
