import { grantedTo } from '../grantedMarks';
import { planted } from './planted';

export const plantedInClosed = [
  planted('what is closed lies in clear in its box', {
    granted: (device, seed) => ({ ...grantedTo(device, seed), close: (_channel, _key, secret) => secret }),
  }),
  planted('the key is given to every device', {
    granted: (device, seed) => ({ ...grantedTo('device A', seed), whyNot: grantedTo(device, seed).whyNot }),
  }),
  planted('the scribe does not ask for the grant', {
    granted: (_device, seed) => grantedTo('device A', seed),
  }),
];
