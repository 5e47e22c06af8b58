#!/bin/sh
# Draws the PNGs, the .ico and the .icns anew from the two SVGs. Debian: apt-get install librsvg2-bin icoutils icnsutils
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    drawing=curfew.svg
    [ "$size" -gt 24 ] || drawing=curfew-small.svg
    rsvg-convert -w "$size" -h "$size" "$drawing" -o "curfew-$size.png"
done
icotool -c -o curfew.ico curfew-16.png curfew-24.png curfew-32.png curfew-48.png curfew-64.png --raw=curfew-256.png
png2icns curfew.icns curfew-16.png curfew-32.png curfew-48.png curfew-128.png curfew-256.png curfew-512.png >/dev/null
