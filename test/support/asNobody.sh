#!/bin/sh
# Starts Electron as a user without rights, so that Chromium's sandbox can be on where the tests run as root.
exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME="$CACHET_USER_DATA" "$NOBODY_ELECTRON/electron" "$@"
