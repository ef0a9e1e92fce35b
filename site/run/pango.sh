#!/bin/sh
# Pango, which the PDFs need: installs it where that is allowed; else says in one sentence how to get it.
set -u
works() { .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; }

works && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Pango für die PDF-Ausgabe wird installiert …"
    { apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
        libharfbuzz-subset0 fonts-liberation2; } >/dev/null 2>&1
elif [ "$(id -u)" = 0 ] && command -v dnf >/dev/null; then
    dnf install -y pango liberation-sans-fonts >/dev/null 2>&1
elif [ "$(id -u)" = 0 ] && command -v apk >/dev/null; then
    apk add pango font-liberation >/dev/null 2>&1
elif command -v brew >/dev/null; then
    brew install pango >/dev/null 2>&1
fi
works || echo "Ohne Pango gibt es keine PDFs, alles andere läuft. Unter Debian und Ubuntu hilft:" \
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2"
