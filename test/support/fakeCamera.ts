import { writeFileSync } from 'node:fs';
import type { QrModules } from '../../shared/documents/qrCode';

const [width, height] = [640, 480];

/**
 * A film of one picture for Chromium's camera that is none (YUV4MPEG2): a code as it looks from somewhat too far, grey
 * on grey, in the middle of a table.
 */
export function filmOf(code: QrModules, file: string): void {
  const picture = Buffer.alloc(width * height, 120);
  const side = Math.floor((height - 40) / (code.length + 8));
  const across = side * (code.length + 8);
  const [left, top] = [Math.floor((width - across) / 2), Math.floor((height - across) / 2)];
  for (let y = 0; y < across; y++) {
    for (let x = 0; x < across; x++) {
      const dark = code[Math.floor(y / side) - 4]?.[Math.floor(x / side) - 4] ?? false;
      picture[(top + y) * width + left + x] = dark ? 45 : 205;
    }
  }
  const colours = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture, colours]);
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(file, Buffer.concat([Buffer.from(head), ...Array.from({ length: 10 }, () => frame)]));
}

/** The switches that make Chromium take such a film for a camera. */
export function cameraSwitches(film: string): readonly string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}
