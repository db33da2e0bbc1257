import type { Guards } from '../guard';

export const incidentGuards: Guards<'exit.started' | 'exit.ended' | 'incident.recorded' | 'observation.written'> = {
  'exit.started': () => null,
  'exit.ended': () => null,
  'incident.recorded': () => null,
  'observation.written': () => null,
};
