#!/bin/sh
# Starts $CHROMIUM without the suggestions below its address bar. They are pages of their own, in processes of their own, with
# each window: of 7.0 seconds of the processor that a test's page took they took 2.3 (Chromium 156), and no test types an
# address. Chromium heeds the last --disable-features alone, so these join those that whoever starts it has.
for argument do
  shift
  case $argument in
    --disable-features=*) argument=$argument,WebUIOmniboxPopup,WebUIOmniboxAimPopup ;;
  esac
  set -- "$@" "$argument"
done
exec "$CHROMIUM" "$@"
