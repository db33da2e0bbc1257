import { z } from 'zod';
import { type RecoveryKey, recoveryKey, type SessionFacts } from '../../shared/exam/session/kinds';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { type SessionId, sessionId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';

/** A session as headquarters prepares it, for all its centres. */
export interface Session {
  readonly id: SessionId;
  readonly name: string;
  readonly year: number;
  /** IANA zone of its centres, unless a dossier names another. */
  readonly zone: string;
  readonly authority: string;
  readonly demonstration: boolean;
  readonly recoveryKeys: readonly RecoveryKey[];
}

/** A centre that holds a session. */
export interface Centre {
  readonly centre: CentreCode;
  readonly session: SessionId;
  readonly name: string;
  readonly town: string;
}

const sessionRow = z
  .object({
    id: sessionId.schema,
    name: z.string(),
    year: z.int(),
    zone: z.string(),
    authority: z.string(),
    demonstration: z.boolean(),
    recovery_keys: z.array(recoveryKey),
  })
  .transform(({ recovery_keys: recoveryKeys, ...row }): Session => ({ ...row, recoveryKeys }));
const centreRow = z.object({
  centre: centreCode.schema,
  session: sessionId.schema,
  name: z.string(),
  town: z.string(),
});

export const allSessions = (queries: Queries) => queries.rows(sessionRow, 'select * from sessions order by year, id');

export async function sessionNamed(queries: Queries, id: SessionId): Promise<Session | null> {
  const [found] = await queries.rows(sessionRow, 'select * from sessions where id = $1', [id]);
  return found ?? null;
}

/** False when a session has this name already. */
export async function createSession(queries: Queries, session: Session): Promise<boolean> {
  const { id, name, year, zone, authority, demonstration, recoveryKeys } = session;
  const made = await queries.run(
    `insert into sessions (id, name, year, zone, authority, demonstration, recovery_keys)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, name, year, zone, authority, demonstration, JSON.stringify(recoveryKeys)],
  );
  return made === 1;
}

const centreColumns = 'select centre, session, name, town from centres';

export const centresOf = (queries: Queries, session: SessionId) =>
  queries.rows(centreRow, `${centreColumns} where session = $1 order by centre`, [session]);

export async function centreNamed(queries: Queries, centre: CentreCode): Promise<Centre | null> {
  const [found] = await queries.rows(centreRow, `${centreColumns} where centre = $1`, [centre]);
  return found ?? null;
}

/** False when the centre holds a session already. */
export async function addCentre(queries: Queries, { centre, session, name, town }: Centre): Promise<boolean> {
  const added = await queries.run(
    'insert into centres (centre, session, name, town) values ($1, $2, $3, $4) on conflict do nothing',
    [centre, session, name, town],
  );
  return added === 1;
}

/** At most so many keys does a session name. */
const mostKeys = 8;

/**
 * A session as a centre is told of it: headquarters' own name for it, and the keys by which headquarters is known there
 * and opens what a machine can no longer open. Keys that a dossier brings are named after them.
 * @param publicKey headquarters' signing key, base64url
 */
export function factsFor(
  session: Session,
  { centre, name, town }: Centre,
  publicKey: string,
  brought: Partial<Pick<SessionFacts, 'zone' | 'headquarters' | 'recoveryKeys'>> = {},
): SessionFacts {
  const others = brought.headquarters?.signingKeys.filter((each) => each.publicKey !== publicKey) ?? [];
  const own = session.recoveryKeys;
  const recoveryKeys = [
    ...own,
    ...(brought.recoveryKeys ?? []).filter((each) => own.every((key) => key.publicKey !== each.publicKey)),
  ].slice(0, mostKeys);
  return {
    id: session.id,
    name: session.name,
    year: session.year,
    zone: brought.zone ?? session.zone,
    authority: session.authority,
    centre: { code: centre, name, town },
    demonstration: session.demonstration,
    ...(recoveryKeys.length > 0 ? { recoveryKeys } : {}),
    headquarters: { signingKeys: [{ label: 'Siège', publicKey }, ...others].slice(0, mostKeys) },
  };
}
