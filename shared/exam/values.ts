import type { Catalogue, EntryKind } from './catalogue';

type AnyWrite = ReturnType<Catalogue[EntryKind]['writes']>[number];
export type Aspect = AnyWrite['aspect'];

/** What each shelf holds, drawn from what the kinds write. */
export type Values = { readonly [A in Aspect]: Extract<AnyWrite, { aspect: A }>['value'] };
