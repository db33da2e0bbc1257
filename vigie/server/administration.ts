import { z } from 'zod';
import { centreCode } from '../../shared/exchange/names';
import { deviceId } from '../../shared/journal/launch';
import { entryId, sessionId, streamId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { get, nothing, post } from './ask';
import { type StaffRole, staffRole } from './staff';

const session = z.object({ id: sessionId.schema, name: z.string(), year: z.int(), authority: z.string() });
export type Session = z.infer<typeof session>;
const centre = z.object({ centre: centreCode.schema, name: z.string(), town: z.string() });
export type Centre = z.infer<typeof centre>;
const listed = z.object({ added: z.int(), changed: z.int() });
const outline = z.object({
  centre: centreCode.schema,
  name: z.string(),
  source: z.string(),
  lists: z.object({ candidates: listed }),
  gone: z.int(),
  entries: z.int(),
});
export type Outline = z.infer<typeof outline>;
const device = z.object({
  device: deviceId.schema,
  label: z.string(),
  made: instant.schema,
  revoked: z.unknown().nullable(),
});
export type Device = z.infer<typeof device>;
const heldApart = z.object({
  id: entryId.schema,
  held: z.enum(['aside', 'in-chain']),
  because: z.string(),
  stream: streamId.schema.nullable(),
  seq: z.int().nullable(),
  device: deviceId.schema.nullable(),
  received: instant.schema,
});
/** An entry of a centre that headquarters did not take as it stands. */
export type HeldApart = z.infer<typeof heldApart>;
const person = z.object({ person: z.string(), name: z.string(), role: staffRole, withdrawn: z.boolean() });
export type Person = z.infer<typeof person>;
const code = z.object({ code: z.string() });
const outlines = z.object({ centres: z.array(outline) });

export interface FileSent {
  readonly name: string;
  /** Base64. */
  readonly content: string;
}

/** What administrators and publishers ask of headquarters. */
export const administration = {
  sessions: () => get(z.object({ sessions: z.array(session) }), '/sessions'),
  createSession: (said: { id: string; name: string; year: number; authority: string }) =>
    post(session, '/sessions', said),
  centres: (of: string) => get(z.object({ centres: z.array(centre) }), `/sessions/${encodeURIComponent(of)}/centres`),
  addCentre: (of: string, said: { centre: string; name: string; town: string }) =>
    post(centre, `/sessions/${encodeURIComponent(of)}/centres`, said),
  preview: (of: string, files: readonly FileSent[]) =>
    post(outlines, `/sessions/${encodeURIComponent(of)}/preview`, { files }),
  publish: (of: string, files: readonly FileSent[]) =>
    post(outlines, `/sessions/${encodeURIComponent(of)}/publish`, { files }),
  devices: (of: string) => get(z.object({ devices: z.array(device) }), `/centres/${encodeURIComponent(of)}/devices`),
  quarantine: (of: string) =>
    get(z.object({ quarantined: z.array(heldApart) }), `/centres/${encodeURIComponent(of)}/quarantine`),
  issueCode: (of: string, label: string) => post(code, `/centres/${encodeURIComponent(of)}/codes`, { label }),
  revoke: (of: string, reason: string) => post(nothing, `/devices/${encodeURIComponent(of)}/revoke`, { reason }),
  staff: () => get(z.object({ staff: z.array(person) }), '/staff'),
  invite: (said: { person: string; name: string; role: StaffRole }) => post(code, '/staff/invite', said),
  withdraw: (of: string, reason: string) => post(nothing, `/staff/${encodeURIComponent(of)}/withdraw`, { reason }),
} as const;
