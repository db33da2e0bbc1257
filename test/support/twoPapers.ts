import { paperId } from '../../shared/kernel/ids';
import { paperOf } from './cast';
import type { Plan } from './smallCentre';

/** French in B12 and, for another speciality, cooking in B07, under whatever name a centre gives that paper. */
export function frenchAndCooking(cooking: string): Plan {
  return {
    paper: { specialities: ['MELEC'] },
    otherPapers: [
      paperOf({ id: paperId.of(cooking), code: 'E2', title: 'Technologie culinaire', specialities: ['TCUIS'] }),
    ],
    others: [{ name: 'Moreau', speciality: 'TCUIS' }],
  };
}
