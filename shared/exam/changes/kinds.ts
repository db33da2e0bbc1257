import { z } from 'zod';
import { entryId } from '../../kernel/ids';
import { anyHead, kind, write } from '../kind';

/** What a head has taken note of, among what was changed from elsewhere. */
export const changeKinds = {
  'change.seen': kind({
    kind: 'change.seen',
    version: 1,
    channel: 'session',
    by: anyHead,
    /** The entry that changed something. */
    about: z.object({ entry: entryId.schema }),
    data: z.object({}),
    writes: ({ entry }) => [write('changesSeen', 'session', entry, { seen: true })],
  }),
};
