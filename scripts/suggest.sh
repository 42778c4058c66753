#!/usr/bin/env bash
# Says in the package that `make build` made which programs help to read files: suggested, so that none is installed unasked.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(ls target/release/bundle/deb/*.deb)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
dpkg-deb --raw-extract "$package" "$place/package"
control=$place/package/DEBIAN/control
sed -i '/^Suggests:/d' "$control"
sed -i '/^Version:/a Suggests: poppler-utils, tesseract-ocr, antiword, catdoc, libreoffice-writer, libreoffice-calc, libreoffice-impress' "$control"
dpkg-deb --root-owner-group --build "$place/package" "$package" >/dev/null
