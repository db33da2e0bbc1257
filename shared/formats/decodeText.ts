import { fromUtf8 } from '../kernel/bytes';
import { err, ok, type Result } from '../kernel/result';
import type { ForeignType, ImportBecause } from './importFault';

/** A file as a person chose it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads bytes of Windows-1252, which every byte is; the window has a decoder for it, the language has none. */
export type Windows1252 = (bytes: Uint8Array) => string;

/** The largest file that is read, in bytes: a list of 4,000 candidates has less than one million. */
export const largestFile = 20_000_000;

/**
 * The text of a file, its byte order mark left out: UTF-8, or else Windows-1252. Refuses what is empty, larger than
 * `largestFile`, or plainly not the text of a table or of a dossier, by what it is.
 */
export function decodeText(bytes: Uint8Array, windows1252: Windows1252): Result<string, ImportBecause> {
  const fault = fileFault(bytes);
  if (fault) return err(fault);
  const text = fromUtf8(bytes) ?? windows1252(bytes);
  return text.trim() === '' ? err({ kind: 'empty' }) : ok(text);
}

/** What is wrong with a file before any of its text is read: too large, or of a type its first bytes tell. */
export function fileFault(bytes: Uint8Array): Extract<ImportBecause, { kind: 'too-large' | 'wrong-type' }> | null {
  if (bytes.length > largestFile) return { kind: 'too-large', bytes: bytes.length, limit: largestFile };
  const type = foreignType(bytes);
  return type && { kind: 'wrong-type', type };
}

/** The markup or notation a text begins with, when it is one that is not a table. */
export function notationOf(text: string): Extract<ForeignType, 'xml' | 'html' | 'json'> | null {
  const start = text.slice(0, 200).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html';
  if (start.startsWith('<')) return 'xml';
  return start.startsWith('{') || start.startsWith('[') ? 'json' : null;
}

const signatures: readonly (readonly [type: ForeignType, start: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['zip', [0x1f, 0x8b]],
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
];
const zipStart = [0x50, 0x4b, 0x03, 0x04];

function foreignType(bytes: Uint8Array): ForeignType | null {
  if (startsWith(bytes, zipStart)) return zipType(bytes);
  const known = signatures.find(([, start]) => startsWith(bytes, start));
  if (known) return known[0];
  return bytes.includes(0) ? 'binary' : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** What a ZIP archive is, by the names of its first members. */
function zipType(bytes: Uint8Array): ForeignType {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (head.includes('opendocument.spreadsheet')) return 'ods';
  return head.includes('xl/') || head.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}
