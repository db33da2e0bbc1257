import { holdsFrom } from './holds';

holdsFrom(1, 1000);
