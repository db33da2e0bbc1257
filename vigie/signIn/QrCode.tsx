import { useMemo } from 'react';
import { qrModules } from '../../shared/documents/qrCode';

/** A QR code drawn as one path. */
export function QrCode(props: { readonly text: string; readonly label: string; readonly className: string }) {
  const { text, label, className } = props;
  const { size, path } = useMemo(() => {
    const rows = qrModules(text);
    const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
    return { size: rows.length, path: squares.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
