import type { Guards } from '../guard';

export const roomGuards: Guards<
  'rooms.published' | 'room.removed' | 'seats.assigned' | 'invigilators.assigned' | 'room.checked'
> = {
  'rooms.published': () => null,
  'room.removed': () => null,
  'seats.assigned': () => null,
  'invigilators.assigned': () => null,
  'room.checked': () => null,
};
