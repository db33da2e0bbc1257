import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageFonts } from '../../shared/documents/fonts';

const packages = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

function font(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(packages, file)));
}

/** The fonts the desk embeds, from the same packages. */
export const pageFonts: PageFonts = {
  regular: font('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  semibold: font('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  italic: font('source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  serif: font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};
