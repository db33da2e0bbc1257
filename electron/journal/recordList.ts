import { z } from 'zod';
import type { Entry } from '../../shared/journal/entry';
import { fromUtf8, utf8 } from '../../shared/kernel/bytes';
import { type EntryId, entryId, type StreamId, streamId } from '../../shared/kernel/ids';

/** What opening a black box must know of a record, without what its entry says. */
export type ListedRecord = Pick<Entry, 'stream' | 'seq' | 'id' | 'kind'> & {
  /** What the first entry of its stream continues. */
  readonly continues: EntryId | null;
  readonly logical: Entry['at']['logical'];
  /** Kept beside its chain. */
  readonly forked: boolean;
  /** Of the whole record, in bytes; one follows the other. */
  readonly length: number;
};

/** The records of each file, by the file's number, in the order they lie there. */
export type RecordLists = ReadonlyMap<number, readonly ListedRecord[]>;

/**
 * The form on disk: length of the head (u32, little-endian), the head as JSON, then 56 bytes for each record: length (u32),
 * number in the stream (u32), stream and kind (u16 each, places in the head's lists), id (32), logical clock (f64, u32).
 */
const head = z.object({
  format: z.literal(1),
  streams: z.array(z.object({ stream: streamId.schema, continues: entryId.schema.nullable() })),
  kinds: z.array(z.string()),
  files: z.array(z.object({ number: z.int(), records: z.int().nonnegative() })),
});

interface ListedStream {
  readonly at: number;
  readonly continues: EntryId | null;
}

const recordBytes = 56;
const most = 0x8000;
const forkedBit = 0x8000;

/** The lists as bytes; null when they hold more streams or kinds than there are places for. */
export function encodeLists(lists: RecordLists): Uint8Array | null {
  const streams = new Map<StreamId, ListedStream>();
  const kinds = new Map<string, number>();
  const files = [...lists].map(([number, records]) => ({ number, records: records.length }));
  const count = files.reduce((sum, { records }) => sum + records, 0);
  const body = Buffer.alloc(count * recordBytes);
  let offset = 0;
  for (const { stream, seq, id, continues, kind, logical, forked, length } of [...lists.values()].flat()) {
    const known: ListedStream = streams.get(stream) ?? { at: streams.size, continues };
    streams.set(stream, known);
    const place = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, place);
    body.writeUInt32LE(length, offset);
    body.writeUInt32LE(seq, offset + 4);
    body.writeUInt16LE(known.at & 0xffff, offset + 8);
    body.writeUInt16LE((place & 0x7fff) | (forked ? forkedBit : 0), offset + 10);
    body.write(id, offset + 12, 'hex');
    body.writeDoubleLE(logical[0], offset + 44);
    body.writeUInt32LE(logical[1], offset + 52);
    offset += recordBytes;
  }
  if (streams.size > most || kinds.size > most) return null;
  const said: z.infer<typeof head> = {
    format: 1,
    streams: [...streams].map(([stream, { continues }]) => ({ stream, continues })),
    kinds: [...kinds.keys()],
    files,
  };
  const text = utf8(JSON.stringify(said));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return Buffer.concat([size, text, body]);
}

/** The lists that bytes hold, which somebody must have vouched for; null when they are of another format. */
export function decodeLists(bytes: Uint8Array): RecordLists | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4) return null;
  const start = 4 + view.readUInt32LE(0);
  const said = headIn(view.subarray(4, start));
  const count = said?.files.reduce((sum, { records }) => sum + records, 0) ?? 0;
  if (!said || view.length !== start + count * recordBytes) return null;
  const lists = new Map<number, readonly ListedRecord[]>();
  let offset = start;
  for (const { number, records } of said.files) {
    const list: ListedRecord[] = [];
    for (let at = 0; at < records; at++, offset += recordBytes) {
      const marks = view.readUInt16LE(offset + 10);
      const stream = said.streams[view.readUInt16LE(offset + 8)];
      const kind = said.kinds[marks & 0x7fff];
      if (!stream || kind === undefined) return null;
      list.push({
        stream: stream.stream,
        seq: view.readUInt32LE(offset + 4),
        id: entryId.of(view.toString('hex', offset + 12, offset + 44)),
        continues: stream.continues,
        kind,
        logical: [view.readDoubleLE(offset + 44), view.readUInt32LE(offset + 52)],
        forked: (marks & forkedBit) !== 0,
        length: view.readUInt32LE(offset),
      });
    }
    lists.set(number, list);
  }
  return lists;
}

function headIn(bytes: Uint8Array): z.infer<typeof head> | null {
  const text = fromUtf8(bytes);
  try {
    return text === null ? null : head.parse(JSON.parse(text));
  } catch {
    return null; // of another format, or none: the records are read instead
  }
}
