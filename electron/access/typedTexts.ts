import type { PersonId } from '../../shared/kernel/ids';

/** How many bytes of places and texts, in UTF-8, are held at most. */
export const TYPED_BYTES = 64 * 1024;

/** What one person typed and has not saved, by place. In memory only: it never reaches the disk in clear. */
export class TypedTexts {
  private whose: PersonId | null = null;
  private readonly texts = new Map<string, string>();
  private bytes = 0;

  /** From now on these are the texts of `person`: those of anybody else are forgotten. */
  belongTo(person: PersonId): void {
    if (person === this.whose) return;
    this.whose = person;
    this.texts.clear();
    this.bytes = 0;
  }

  /** Holds a text, or forgets it where it is empty; of too many the oldest go. What is not of its person is not taken. */
  keep(person: PersonId, place: string, text: string): void {
    if (person !== this.whose) return;
    this.forget(place);
    if (text === '') return;
    this.texts.set(place, text);
    this.bytes += sizeOf(place, text);
    for (const [oldest] of this.texts) {
      if (this.bytes <= TYPED_BYTES) return;
      this.forget(oldest);
    }
  }

  /** What `person` had typed there; empty where nothing is held, or where it is somebody else's. */
  at(person: PersonId, place: string): string {
    return person === this.whose ? (this.texts.get(place) ?? '') : '';
  }

  private forget(place: string): void {
    const text = this.texts.get(place);
    if (text === undefined) return;
    this.texts.delete(place);
    this.bytes -= sizeOf(place, text);
  }
}

function sizeOf(place: string, text: string): number {
  return Buffer.byteLength(place) + Buffer.byteLength(text);
}
