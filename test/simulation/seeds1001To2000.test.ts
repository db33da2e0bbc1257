import { holdsFrom } from './holds';

holdsFrom(1001, 1000);
