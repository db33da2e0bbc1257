import { z } from 'zod';

/** Why a medium took nothing: it is full, may not be written, was closed, or failed. */
export const storageReason = z.enum(['full', 'read-only', 'closed', 'failed']);
export type StorageReason = z.infer<typeof storageReason>;

/** The medium refused. Nothing of what it was asked to keep is acknowledged. */
export const storageFault = z.object({ kind: z.literal('storage'), reason: storageReason });
export type StorageFault = z.infer<typeof storageFault>;

/** What stands in the place was written by a later version of the program, and is left as it is. */
export const laterFault = z.object({ kind: z.literal('later') });

/** Why settings of this machine were not kept. */
export type NotKept = z.infer<typeof laterFault> | StorageFault;
