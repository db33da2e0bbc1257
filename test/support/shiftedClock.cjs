const { readFileSync } = require('node:fs');

// Loaded into a program of a test before its own: its hour is the machine's, so many milliseconds on as a file says.
const { now } = Date;
const file = process.env.CACHET_TEST_CLOCK ?? '';
Date.now = () => now() + Number(readFileSync(file, 'utf8'));
