import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { stretchCost, stretched } from './stretched';

const request = z.object({ passphrase: z.string(), salt: z.instanceof(Uint8Array), cost: stretchCost });

/** The thread that `inThread` starts: one passphrase in, one key out. */
parentPort?.postMessage(await stretched(request.parse(workerData)));
