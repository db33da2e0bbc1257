import { z } from 'zod';
import { fromUtf8 } from '../../kernel/bytes';
import { err, ok, type Result } from '../../kernel/result';
import { fileFault, notationOf, type SourceFile } from '../decodeText';
import { brokenTexts } from './brokenTexts';
import { crossFaults, type Misplaced } from './checks';
import type { DossierBecause, DossierFault } from './fault';
import { pathText } from './path';
import { type Dossier, dossier, dossierFormat } from './schema';

/** A dossier with more faults than this was not made for this program; the rest would teach nothing. */
const mostFaults = 200;

const envelope = z.object({ format: z.literal(dossierFormat), version: z.unknown() });

/** Reads a centre's dossier: the whole of it, or every reason why not, each with its path in the JSON. */
export function readDossier(file: SourceFile): Result<Dossier, readonly DossierFault[]> {
  const refused = (faults: readonly Misplaced[]) => err(faults.map((each) => ({ file: file.name, ...each })));
  const whole = (because: DossierBecause) => refused([{ path: '', because }]);
  const foreign = fileFault(file.bytes);
  if (foreign) return whole(foreign);
  const text = fromUtf8(file.bytes);
  if (text === null) return whole({ kind: 'not-json' });
  if (text.trim() === '') return whole({ kind: 'empty' });
  const notation = notationOf(text);
  if (notation === 'xml' || notation === 'html') return whole({ kind: 'wrong-type', type: notation });
  const json = parsedJson(text);
  if (!json.ok) return whole({ kind: 'not-json' });
  const said = envelope.safeParse(json.value);
  if (!said.success) return whole({ kind: 'not-a-dossier' });
  if (said.data.version !== 1) return refused([{ path: 'version', because: otherVersion(said.data.version) }]);
  const parsed = dossier.safeParse(json.value, { reportInput: true });
  const faults = parsed.success
    ? [...brokenTexts(parsed.data), ...crossFaults(parsed.data)]
    : parsed.error.issues.flatMap(faultsOfIssue);
  if (parsed.success && faults.length === 0) return ok(parsed.data);
  const shown = faults.slice(0, mostFaults);
  if (shown.length === faults.length) return refused(shown);
  return refused([...shown, { path: '', because: { kind: 'too-many-faults', shown: mostFaults } }]);
}

/** The dossier's JSON schema, for whoever makes dossiers. */
export function dossierJsonSchema(): unknown {
  return z.toJSONSchema(dossier);
}

function otherVersion(version: unknown): DossierBecause {
  if (typeof version === 'number' || typeof version === 'string')
    return { kind: 'other-version', version: String(version) };
  return { kind: 'wrong-value', expected: 'number' };
}

function parsedJson(text: string): Result<unknown, 'not-json'> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('not-json');
  }
}

function faultsOfIssue(issue: z.core.$ZodIssue): Misplaced[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => ({ path, because: { kind: 'unknown-field', field } }));
    case 'too_big':
      return [{ path, because: { kind: 'too-big', limit: Number(issue.maximum) } }];
    case 'too_small':
      return [{ path, because: { kind: 'too-small', limit: Number(issue.minimum) } }];
    case 'invalid_type':
      if (issue.input === undefined) return [{ path, because: { kind: 'missing' } }];
      return [{ path, because: { kind: 'wrong-value', expected: issue.expected } }];
    case 'invalid_value':
      return [{ path, because: { kind: 'wrong-value', expected: issue.values.join(', ') } }];
    case 'invalid_format':
      return [{ path, because: { kind: 'wrong-value', expected: issue.pattern ?? issue.format } }];
    default:
      return [{ path, because: { kind: 'wrong-value', expected: issue.code } }];
  }
}
