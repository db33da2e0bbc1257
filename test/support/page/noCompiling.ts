import { z } from 'zod';

// A test's own calls are exempt from the page's policy: zod must not conclude that it may compile code. Imported first.
z.config({ jitless: true });
