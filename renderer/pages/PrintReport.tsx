import { Printer } from 'lucide-react';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { go } from '../app/routes';
import { Button, type ButtonProps } from '../parts/Button';
import { useCentre } from '../store/useDesk';
import { pagesText } from '../text/pages';
import { pagesReaders } from './readers';

/** Leads to the printed report of one room at one sitting, chosen already; nothing for whom the pages are not. */
export function PrintReport(props: {
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly look?: NonNullable<ButtonProps['look']>;
}) {
  const { sitting, room, look = 'plain' } = props;
  const reads = useCentre(({ actor }) => actor !== null && pagesReaders.includes(actor.role));
  if (!reads) return null;
  return (
    <Button look={look} icon={Printer} onPress={() => go({ path: 'pages', part: 'roomReport', sitting, room })}>
      {pagesText.printReport}
    </Button>
  );
}
