import { qrModules, qrRectangles } from '../../../shared/documents/qrCode';
import styles from './QrCode.module.css';

/** The quiet border a reader needs, in modules. */
const quiet = 4;
/** Screen pixels of a module at least: what a telephone still tells apart at arm's length. */
const leastModule = 3;

/** A code to photograph off the screen: black on white in any light of the room, whole pixels to a module. */
export function QrCode(props: { readonly text: string; readonly label: string; readonly size: number }) {
  const modules = qrModules(props.text);
  const across = modules.length + 2 * quiet;
  const side = across * Math.max(leastModule, Math.floor(props.size / across));
  const dark = qrRectangles(modules, quiet, quiet, modules.length);
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={props.label}
      width={side}
      height={side}
      viewBox={`0 0 ${across} ${across}`}
      shapeRendering="crispEdges"
    >
      <path d={dark.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')} />
    </svg>
  );
}
