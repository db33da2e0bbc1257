import { type Brand, idKind } from '../shared/kernel/brand';

/** A centre, by its code in the national register of schools (UAI, formerly RNE): `0929999Z`. */
export type CentreCode = Brand<string, 'CentreCode'>;
export const centreCode = idKind('CentreCode', /^\d{7}[A-Z]$/);
