import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { err, ok, type Result } from '../../shared/kernel/result';

const zipping = promisify(gzip);
const unzipping = promisify(gunzip);

export async function zipped(bytes: Uint8Array): Promise<Uint8Array> {
  return zipping(bytes, { level: 3 });
}

/** Unzips what somebody sent, and stops at `atMost` bytes: a small body that swells is not let grow. */
export async function unzipped(
  bytes: Uint8Array,
  atMost: number,
): Promise<Result<Uint8Array, 'too-large' | 'not-understood'>> {
  try {
    return ok(await unzipping(bytes, { maxOutputLength: atMost }));
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return err(tooLarge ? 'too-large' : 'not-understood');
  }
}
