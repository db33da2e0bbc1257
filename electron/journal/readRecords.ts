import type { Whereabouts } from './entryIndex';
import type { FileStore } from './fileStore';
import { decodeRecord, type RecordContent } from './recordFormat';

/** Records of other streams that lie between two wanted ones are read along rather than skipped, up to this many bytes. */
const worthReadingAlong = 16_384;
const longestSpan = 4_194_304;

interface Span {
  readonly file: string;
  readonly from: number;
  until: number;
  readonly records: Whereabouts[];
}

/** What lies at these places, in their order, read in that of the files. Throws when a record no longer is what was written. */
export async function readRecords(files: FileStore, places: readonly Whereabouts[]): Promise<readonly RecordContent[]> {
  const contents = new Map<Whereabouts, RecordContent>();
  for (const { file, from, until, records } of spansOf(places)) {
    const bytes = await files.readAt(file, from, until - from);
    for (const place of records) {
      const record = decodeRecord(bytes, place.offset - from);
      if (!record) throw new Error(`${file} changed on disk at byte ${place.offset}`);
      contents.set(place, record.content);
    }
  }
  return places.flatMap((place) => contents.get(place) ?? []);
}

function spansOf(places: readonly Whereabouts[]): readonly Span[] {
  const spans: Span[] = [];
  const inFiles = [...places].sort((a, b) => (a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1));
  for (const place of inFiles) {
    const { file, offset, length } = place;
    const last = spans.at(-1);
    const near = last && last.file === file && offset >= last.until && offset - last.until <= worthReadingAlong;
    if (near && offset + length - last.from <= longestSpan) {
      last.records.push(place);
      last.until = offset + length;
    } else spans.push({ file, from: offset, until: offset + length, records: [place] });
  }
  return spans;
}
