import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Receipts, receiptBook } from '../../shared/exchange/receiptBook';
import { err, ok } from '../../shared/kernel/result';
import { storageReasonOf } from '../journal/fileStore';
import { writeWhole } from '../journal/writeWhole';

const kept = z.object({ format: z.literal(1), book: receiptBook });

/**
 * Receipts in one file a server, written whole: an older one, or none, costs no more than having them again. They name
 * streams and entries, and nobody.
 */
export function receiptsIn(folder: string): Receipts {
  const fileOf = (server: string) => path.join(folder, `${server}.receipts`);
  return {
    async load(server) {
      try {
        return kept.parse(JSON.parse(await readFile(fileOf(server), 'utf8'))).book;
      } catch {
        return null; // absent, torn or of a later version: what it said is asked for again
      }
    },
    async keep(server, book) {
      try {
        await writeWhole(fileOf(server), JSON.stringify({ format: 1, book } satisfies z.infer<typeof kept>));
        return ok(undefined);
      } catch (error) {
        return err({ kind: 'storage', reason: storageReasonOf(error) });
      }
    },
  };
}
