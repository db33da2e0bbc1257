#!/bin/sh
# Starts Electron at the hour that the file CACHET_TEST_CLOCK says. Playwright lets no NODE_OPTIONS through; and what is
# loaded first must be so at once, or Electron is ready before Playwright looks.
NODE_OPTIONS="--require $CACHET_AT_HOUR_CLOCK" exec "$CACHET_AT_HOUR_PROGRAM" "$@"
