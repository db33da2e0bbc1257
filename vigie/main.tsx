import '../renderer/look/fonts';
import '../renderer/look/base.css';
import { createRoot } from 'react-dom/client';
import { ToastProvider } from '../renderer/parts/Toasts';
import { App } from './frame/App';
import { trustNothing } from './trustedTypes';

trustNothing(window);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <ToastProvider>
    <App />
  </ToastProvider>,
);
