import { z } from 'zod';
import { candidateId, entryId } from '../../kernel/ids';
import { wrappingKey } from '../../kernel/statement';
import { kind, office, write } from '../kind';
import { device } from '../machines/kinds';
import { candidate, type Registration } from '../people/kinds';

/** So many candidates, with everything as long as it may be, stay within what an entry may hold. */
export const MOST_HANDED = 20;

/** One candidate, and which words of the lists they are handed over by: the entries that stood when it was done. */
const handedOver = z.object({ candidate: candidateId.schema, versions: z.array(entryId.schema).min(1).max(20) });
export type HandedOver = z.infer<typeof handedOver>;

const registration = z.object({ status: z.enum(['registered', 'gone']), candidate });

export const listKinds = {
  /**
   * What an office's machine hands to a room's: the particulars of those who sit in its rooms. Everybody sees whom it is
   * about; their particulars are closed to the machine that they are for, and on others are null.
   */
  'candidates.handed': kind({
    kind: 'candidates.handed',
    version: 1,
    channel: 'lists',
    by: office,
    about: z.object({ device, to: wrappingKey, candidates: z.array(handedOver).min(1).max(MOST_HANDED) }),
    data: z.object({ registrations: z.array(registration).min(1).max(MOST_HANDED) }).nullable(),
    addressee: ({ to }) => to,
    writes: (about, data) => [
      ...about.candidates.map(({ candidate: id, versions }) => write('handed', about.device, id, { versions })),
      ...(data?.registrations ?? [])
        .filter(({ candidate: { id } }) => about.candidates.some((each) => each.candidate === id))
        .map((each) => write<'registrations', Registration>('registrations', 'session', each.candidate.id, each)),
    ],
  }),
};
