import type { EntryId, StreamId } from '../kernel/ids';

/** How far a replica has come in one stream: its last contiguous entry. */
export interface Head {
  readonly seq: number;
  readonly id: EntryId;
}

/** How far a replica has come, stream by stream. */
export type Frontier = ReadonlyMap<StreamId, Head>;
