#!/usr/bin/env bash
# Installs the package, starts window and terminal program from it, removes it, and sees that nothing is left. Needs
# root and `make build`.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(ls target/release/bundle/deb/*.deb)
name=$(dpkg-deb --field "$package" Package)
dpkg-deb --field "$package" Suggests | grep -q poppler-utils
place=$(mktemp -d)
export HOME=$place/home CLAUSEBOOK_CONFIG=$place/config WEBKIT_DISABLE_DMABUF_RENDERER=1
mkdir -p "$HOME"

dpkg-query -W "$name" >/dev/null 2>&1 && { echo "$name is installed already" >&2; exit 1; }
apt-get install -y -qq "./$package" >/dev/null
files=$(dpkg -L "$name" | while read -r f; do [ -d "$f" ] || echo "$f"; done)
clausebook demo "$place/ws" >/dev/null
display=:$((600 + $$ % 300))
Xvfb "$display" -screen 0 1440x900x24 2>/dev/null &
screen=$!
sleep 1
DISPLAY=$display dbus-run-session -- clausebook-desktop "$place/ws" 2>"$place/stderr" &
window=$!
for _ in $(seq 100); do
	DISPLAY=$display xdotool search --onlyvisible --name '^Clausebook$' >/dev/null 2>&1 && break
	sleep 0.1
done
DISPLAY=$display xdotool search --onlyvisible --name '^Clausebook$' >/dev/null || { cat "$place/stderr" >&2; exit 1; }
sleep 2
kill -0 "$window" || { echo "the window ended by itself" >&2; exit 1; }
command -v import >/dev/null 2>&1 && DISPLAY=$display import -window root target/deb.png
pkill -P "$window" || true
wait "$window" 2>/dev/null || true
kill "$screen"
desktop=$(grep -l clausebook-desktop /usr/share/applications/*.desktop | head -1)
grep -q '^Exec=clausebook-desktop' "$desktop"
apt-get remove -y -qq "$name" >/dev/null
for f in $files; do [ ! -e "$f" ] || { echo "left behind: $f" >&2; exit 1; }; done
rm -rf "$place"
echo "installed, started and removed: $(basename "$package"), $(wc -w <<<"$files") files"
