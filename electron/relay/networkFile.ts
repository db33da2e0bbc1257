import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { hostAndPort } from '../../shared/bridge/network';
import { centreCode } from '../../shared/exchange/names';
import { deviceId } from '../../shared/journal/launch';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { NotKept } from '../../shared/kernel/storage';
import { storageReasonOf } from '../journal/fileStore';
import { writeWhole } from '../journal/writeWhole';
import { LaterForm, refuseLaterForm } from '../laterForm';

/** What is remembered of the centre's network: addresses and keys, and nobody's name. */
const kept = z.object({
  format: z.literal(1),
  /** Whether this machine is a relay, and at which port it last was. */
  serve: z.boolean(),
  port: z.int().min(0).max(65_535),
  /** The centre that this machine joined by a relay; null where it knows its centre otherwise. */
  centre: centreCode.schema.nullable(),
  /** Whom the relay that it joined by told to believe: headquarters’ keys, or the machines that began the centre. */
  roots: z.array(deviceId.schema).max(50),
  /** Relays that were met here or typed, with the addresses that answered last first. */
  relays: z.array(z.object({ device: deviceId.schema, addresses: z.array(hostAndPort).max(20) })).max(50),
});
export type KeptNetwork = Omit<z.infer<typeof kept>, 'format'>;

/** The port that relays try first. */
export const usualPort = 47_110;

const nothing: KeptNetwork = { serve: false, port: usualPort, centre: null, roots: [], relays: [] };

/**
 * What cannot be read is begun anew: relays are found again by their entries, or typed. What a later version wrote does not
 * serve, and stays as it is.
 */
export async function readNetwork(file: string): Promise<KeptNetwork> {
  try {
    const { format: _format, ...network } = kept.parse(JSON.parse(await readFile(file, 'utf8')));
    return network;
  } catch {
    return nothing;
  }
}

export async function keepNetwork(file: string, network: KeptNetwork): Promise<Result<void, NotKept>> {
  try {
    await refuseLaterForm(file);
    await writeWhole(file, JSON.stringify({ format: 1, ...network } satisfies z.infer<typeof kept>));
    return ok(undefined);
  } catch (error) {
    return err(error instanceof LaterForm ? { kind: 'later' } : { kind: 'storage', reason: storageReasonOf(error) });
  }
}
