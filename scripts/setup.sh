#!/usr/bin/env bash
# Installs what is missing, and nothing else: `setup.sh core` for the terminal program and its tests,
# `setup.sh core window` for the desktop program too. When all is there, it touches no package manager.
set -euo pipefail
cd "$(dirname "$0")/.."

# Commands that run side by side install one after the other.
mkdir -p target
exec 9>target/.setup-lock
flock 9

missing=()
need_command() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need_file() { [ -e "$1" ] || missing+=("$2"); }

for part in "$@"; do
	case "$part" in
	core)
		need_command cc build-essential
		need_command git git
		need_command strace strace
		need_command ssh-keygen openssh-client
		need_command openssl openssl
		need_command python3 python3
		need_file /usr/share/doc/python3-venv python3-venv
		need_command go golang-go
		need_file /usr/share/gocode/src/golang.org/x/mod/sumdb/tlog golang-golang-x-mod-dev
		need_command chromium chromium
		need_command zip zip
		# What auditors unpack a pack with.
		need_command unzip unzip
		need_command bsdtar libarchive-tools
		need_command 7z p7zip-full
		# Small programs that read files, which the tests ask where they are.
		need_command pdftotext poppler-utils
		need_command antiword antiword
		need_command catdoc catdoc
		;;
	window)
		pkg-config --exists webkit2gtk-4.1 2>/dev/null || missing+=(libwebkit2gtk-4.1-dev pkg-config)
		pkg-config --exists gtk+-3.0 2>/dev/null || missing+=(libgtk-3-dev)
		pkg-config --exists librsvg-2.0 2>/dev/null || missing+=(librsvg2-dev)
		;;
	ui)
		command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || {
			echo "Node is missing: install version 20 or later, with npm, then run this again." >&2
			exit 1
		}
		need_command chromium chromium
		;;
	e2e)
		need_command WebKitWebDriver webkit2gtk-driver
		need_command Xvfb xvfb
		need_command dbus-daemon dbus
		need_command xdotool xdotool
		need_file /usr/share/fonts fonts-dejavu-core
		;;
	*)
		echo "setup.sh: unknown part $part" >&2
		exit 2
		;;
	esac
done

if [ "${#missing[@]}" -gt 0 ]; then
	if ! command -v apt-get >/dev/null 2>&1; then
		echo "These are missing, and this system has no apt to install them: ${missing[*]}" >&2
		exit 1
	fi
	as_root=()
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null 2>&1 || {
			echo "These are missing: ${missing[*]}. Ask an administrator for: apt-get install ${missing[*]}" >&2
			exit 1
		}
		as_root=(sudo)
	fi
	echo "Installing ${missing[*]}"
	"${as_root[@]}" apt-get update -qq
	DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

command -v cargo >/dev/null 2>&1 || {
	echo "Rust is missing: install it as https://rustup.rs says, then run this again." >&2
	exit 1
}

case " $* " in
*" ui "*)
	# The packages of the page, exactly as the lock file names them.
	if [ ! -e ui/node_modules/.package-lock.json ] || [ ui/package-lock.json -nt ui/node_modules/.package-lock.json ]; then
		(cd ui && npm ci --no-audit --no-fund --loglevel=error)
		touch ui/node_modules/.package-lock.json
	fi
	;;
esac

# Checkers that are not ours: a BagIt validator and an iCalendar parser.
if ! target/venv/bin/python -c 'import bagit, icalendar' 2>/dev/null; then
	mkdir -p target
	python3 -m venv target/venv
	target/venv/bin/python -m pip install --quiet --disable-pip-version-check bagit==1.9.0 icalendar setuptools
fi
