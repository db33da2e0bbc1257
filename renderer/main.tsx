import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OpeningNotices } from './journal/OpeningNotices';
import { startJournal } from './journal/startJournal';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);
root.render(<h1>Cachet</h1>);

// Only the desk keeps the journal: the clock is told what it shows
if (!location.hash.startsWith('#/clock')) {
  const { notices } = await startJournal({
    bridge: window.cachet,
    received: () => undefined,
    baseChanged: () => undefined,
    progress: () => undefined,
  });
  root.render(
    <StrictMode>
      <main data-journal="open">
        <h1>Cachet</h1>
        <OpeningNotices notices={notices} />
      </main>
    </StrictMode>,
  );
}
