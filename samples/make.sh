#!/bin/sh
# Regenerates samples/*/*.pdf and *.txt from samples/*/source/report.src. Needs, on Debian:
#   apt-get install -y python3 libreoffice-writer chromium fonts-noto-cjk poppler-utils
# The PDFs in the repository were made so; nothing in the build or the tests needs this script.
# With names as arguments (./make.sh water-chapter) only those are made.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for tool in python3 soffice chromium pdftotext; do
  command -v "$tool" >/dev/null || { echo "make.sh: $tool is missing; see the first lines of this script" >&2; exit 1; }
done
python3 "$here/make.py" "$@"

# The Windows-949 sample is kept as it is; its readable twin is source/report.src.
python3 - "$here" <<'PY'
import pathlib, sys
folder = pathlib.Path(sys.argv[1]) / "school-training-cp949"
text = (folder / "source" / "report.src").read_text(encoding="utf-8")
(folder / "school-training-cp949.txt").write_bytes(text.encode("cp949"))
PY
