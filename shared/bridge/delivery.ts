import { z } from 'zod';
import { packedCasings } from './journal';

const nothing = z.void();

/** What main hands straight to a window's journal worker: the entries of one gesture, under the number the window gave it. */
export const delivery = z.object({ number: z.int().min(1), cased: packedCasings });
export type Delivery = z.infer<typeof delivery>;

export const deliveryMethods = {
  /** Has main send the page a port, by a message of the page's own window that says `DELIVERY_PORT`. */
  openDelivery: { input: nothing, output: nothing },
} as const;
