import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result';

/** Why headquarters did not do what was asked, or `unreachable`: no answer came, or none that is headquarters'. */
export const refusal = z.looseObject({ refused: z.string() });
export type Refusal = z.infer<typeof refusal>;

export type Answered<T> = Result<T, Refusal>;

const unreachable: Refusal = { refused: 'unreachable' };

/** Told whenever headquarters answers that nobody is signed in here any more. */
const whenSignedOut = new Set<() => void>();

export function onSignedOut(run: () => void): () => void {
  whenSignedOut.add(run);
  return () => whenSignedOut.delete(run);
}

/** Asks headquarters; `path` is below `/vigie/api`. A request that must change nothing twice is never repeated here. */
async function ask<T>(schema: z.ZodType<T>, path: string, init: RequestInit): Promise<Answered<T>> {
  let response: Response;
  let raw: unknown;
  try {
    response = await fetch(`/vigie/api${path}`, { credentials: 'same-origin', redirect: 'error', ...init });
    raw = await response.json();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return err(unreachable);
    throw error;
  }
  if (response.ok) {
    const read = schema.safeParse(raw);
    return read.success ? ok(read.data) : err({ refused: 'other-version' });
  }
  const said = refusal.safeParse(raw);
  if (!said.success) return err(unreachable);
  if (said.data.refused === 'not-signed-in') for (const run of [...whenSignedOut]) run();
  return err(said.data);
}

export function get<T>(schema: z.ZodType<T>, path: string): Promise<Answered<T>> {
  return ask(schema, path, { method: 'GET' });
}

export function post<T>(schema: z.ZodType<T>, path: string, body: unknown): Promise<Answered<T>> {
  return ask(schema, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const nothing = z.object({});
