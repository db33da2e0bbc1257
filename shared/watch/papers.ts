import { z } from 'zod';
import { designatedPaper } from '../exam/papers/designation';
import { centreCode } from '../exchange/names';

const count = z.int().min(0);

/** The papers of some centres, each designation once, and who of them holds those that were asked about. */
export const papersOfCentres = z.object({
  papers: z.array(designatedPaper.extend({ centres: count })),
  /** Centres whose journals have not been read yet: their papers are missing here. */
  reading: count,
  /** The centres that hold one of those asked about, or all of them where none was; `some` names the first few. */
  holders: z.object({ count, some: z.array(centreCode.schema) }),
});
export type PapersOfCentres = z.infer<typeof papersOfCentres>;
