import { office } from '../../shared/exam/kind';
import type { Role } from '../../shared/kernel/role';

/** Who looks at the printed pages and prints them. */
export const pagesReaders: readonly Role[] = [...office, 'roomLeadInvigilator'];
