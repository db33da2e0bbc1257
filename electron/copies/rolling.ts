import type { App } from 'electron';
import type { SafeCopies } from './safeCopies';

const look = 20_000;
const longestGoodbye = 15_000;

/** Has the copy made whenever it is due, and once more before Cachet ends; a medium that hangs does not keep it from ending. */
export function rollCopies(app: App, opening: Promise<{ readonly safe: SafeCopies }>): void {
  let last: 'not-yet' | 'under-way' | 'done' = 'not-yet';
  void opening.then(
    ({ safe: copies }) => {
      const timer = setInterval(() => void copies.copyWhenDue().catch(console.error), look);
      app.on('before-quit', (event) => {
        if (last === 'done' || copies.state.kept === null || copies.state.missing === 0) return;
        event.preventDefault();
        if (last === 'under-way') return;
        last = 'under-way';
        clearInterval(timer);
        const end = () => {
          last = 'done';
          app.quit();
        };
        const enough = new Promise((resolve) => setTimeout(resolve, longestGoodbye));
        Promise.race([copies.copy(), enough]).then(end, (error: unknown) => {
          console.error(error);
          end();
        });
      });
    },
    () => undefined, // the journal did not open: that is told where it is opened
  );
}
