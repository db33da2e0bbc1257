/// <reference path="./data/list.d.ts" />
import type { Dossier } from '../dossier/schema';
import { centreOf, type DemonstrationRequest } from './centre';
import family from './data/insee-noms.csv?raw';
import given from './data/insee-prenoms.csv?raw';
import { type Names, namesFrom } from './names';

/** The names given in France, by how often they are (INSEE). */
export const frenchNames: Names = namesFrom({ family, given });

/** A made-up centre of one of four sizes, the same for the same seed; `day` is the first day of its session. */
export function demonstration(request: DemonstrationRequest): Dossier {
  return centreOf(frenchNames, request);
}
