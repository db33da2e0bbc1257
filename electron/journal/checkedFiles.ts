import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { utf8 } from '../../shared/kernel/bytes';
import type { SignatureCheck, Signer } from '../../shared/kernel/ports';
import { writeWhole } from './writeWhole';

const checkedFile = z.object({
  number: z.int(),
  /** Of the bytes that were checked, from the start. */
  length: z.int(),
  sha256: z.string(),
});
export type CheckedFile = z.infer<typeof checkedFile>;

/** `entries`: how many the chains held, forks aside. */
const note = z.object({
  format: z.literal(1),
  entries: z.int().nonnegative(),
  files: z.array(checkedFile),
  /** SHA-256 of the list of the records in those files, which lies beside; null when there is none. */
  records: z.string().nullable().default(null),
});
const signedNote = z.object({ note: z.string(), signature: z.base64() });

/**
 * What this device remembers of the black box as it last opened it: how many entries there were, and which bytes had
 * every signature checked. It saves checking them again, and tells when files have vanished. Signed by the device, so
 * that who alters the files cannot vouch for them.
 */
export type CheckedNote = z.infer<typeof note>;

const toSign = (text: string) => utf8(`cachet-checked/1\n${text}`);

/** The note, or null when there is none or this device did not write it. */
export async function readChecked(
  file: string,
  publicKey: Uint8Array,
  check: SignatureCheck,
): Promise<CheckedNote | null> {
  try {
    const { note: text, signature } = signedNote.parse(JSON.parse(await readFile(file, 'utf8')));
    const genuine = check(publicKey, toSign(text), new Uint8Array(Buffer.from(signature, 'base64')));
    return genuine ? note.parse(JSON.parse(text)) : null;
  } catch {
    return null; // absent, unreadable or altered: everything is checked again
  }
}

export async function writeChecked(file: string, signer: Signer, checked: CheckedNote): Promise<void> {
  const text = JSON.stringify(checked);
  const signature = Buffer.from(signer.sign(toSign(text))).toString('base64');
  await writeWhole(file, JSON.stringify({ note: text, signature }));
}

/** What the note says of a file, if the bytes that it names are unchanged. */
export function vouched(checked: CheckedNote | null, number: number, bytes: Uint8Array): CheckedFile | null {
  const known = checked?.files.find((file) => file.number === number);
  if (!known || known.length > bytes.length) return null;
  return digest(bytes.subarray(0, known.length)) === known.sha256 ? known : null;
}

/** SHA-256, in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
