#!/bin/sh
# Starts a program of Node's at the hour that the file CACHET_TEST_CLOCK says: Playwright lets no NODE_OPTIONS through.
NODE_OPTIONS="--import $CACHET_AT_HOUR_CLOCK" exec "$CACHET_AT_HOUR_PROGRAM" "$@"
