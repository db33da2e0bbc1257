import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Stretch } from './stretched';

const key = z.instanceof(Uint8Array);

/** Stretches in a thread of its own: the main process goes on answering its windows. @param thread the thread's file */
export function inThread(thread: string): Stretch {
  return (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(thread, { workerData: request });
      worker.once('message', (answer) => resolve(key.parse(answer)));
      worker.once('error', reject);
    });
}
