import type { Border } from './border';
import { bridge } from './bridge';
import { copies } from './copies';
import { exchange } from './exchange';
import { imports } from './imports';
import { journal } from './journal';
import { told } from './told';

/** Every border, in the order in which they are tried. */
export const borders: readonly Border[] = [...bridge, ...imports, ...journal, ...exchange, ...copies, ...told];
