#!/bin/sh
# Makes .venv with the packages of a lock file; quick when nothing changed, and never removes a package.
set -eu
lock=$1
python=${PYTHON:-python3}
bin=.venv/bin

say() { printf '%s\n' "$*" >&2; }

command -v "$python" >/dev/null || { say "Python fehlt: bitte Python 3.11, 3.12 oder 3.13 installieren."; exit 1; }
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || {
    say "Aushang braucht Python 3.11, 3.12 oder 3.13; $("$python" --version) ist es nicht. Mit PYTHON=… ein anderes wählen."
    exit 1
}
if [ ! -x $bin/python ]; then
    "$python" -m venv .venv >/dev/null 2>&1 || {
        rm -rf .venv
        say "Das Modul venv fehlt. Unter Debian und Ubuntu hilft: apt-get install python3-venv"
        exit 1
    }
fi
if cmp -s "$lock" ".venv/$lock" && cmp -s pyproject.toml .venv/pyproject.toml; then
    exit 0
fi
say "Die Umgebung wird eingerichtet ($lock) …"
$bin/python -m pip install --quiet --disable-pip-version-check uv || say "uv fehlt, pip übernimmt (langsamer)."
export UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=true UV_NATIVE_TLS=true
quick() { $bin/uv pip install --quiet --python $bin/python "$@" 2>/dev/null; }
slow() { $bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
quick --require-hashes -r "$lock" || slow --require-hashes -r "$lock"
quick --no-deps -e . || slow --no-deps -e .
cp "$lock" pyproject.toml .venv/
