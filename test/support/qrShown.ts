import type { Locator } from '@playwright/test';
import type { QrModules } from '../../shared/documents/qrCode';

const quiet = 4;

/** The code that a picture on the screen shows, read off its pixels as a telephone would: from the middle of each module. */
export async function codeShown(picture: Locator, across: number): Promise<QrModules> {
  const png = [...(await picture.screenshot({ animations: 'disabled' }))];
  return picture.page().evaluate(
    async ({ bytes, modules, border }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const side = bitmap.width / (modules + 2 * border);
      const dark = (x: number, y: number) => {
        const column = Math.floor((x + border + 0.5) * side);
        const row = Math.floor((y + border + 0.5) * side);
        return (data[(row * bitmap.width + column) * 4] ?? 255) < 128;
      };
      return Array.from({ length: modules }, (_row, y) => Array.from({ length: modules }, (_column, x) => dark(x, y)));
    },
    { bytes: png, modules: across, border: quiet },
  );
}
