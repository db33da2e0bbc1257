import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Zip } from '../shared/exchange/reply';
import { err, ok } from '../shared/kernel/result';

const zipping = promisify(gzip);
const unzipping = promisify(gunzip);

/** gzip in Node's threads: the process goes on meanwhile. */
export const zip: Zip = {
  gzip: (bytes) => zipping(bytes, { level: 3 }),
  async gunzip(bytes, atMost) {
    try {
      return ok(await unzipping(bytes, { maxOutputLength: atMost }));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'Z_BUF_ERROR') return err('cut');
      return err(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-long' : 'not-gzip');
    }
  },
};
