import { z } from 'zod';

/** Who a person is for the centre, while they act. `setup` is the machine's first run, before anyone has a PIN. */
export const role = z.enum([
  'setup',
  'centreHead',
  'deputyCentreHead',
  'examSecretariat',
  'roomLeadInvigilator',
  'invigilator',
]);
export type Role = z.infer<typeof role>;
