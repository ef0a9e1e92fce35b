#!/bin/sh
# The demo: database, content, application server, task worker and scheduler; all of it ends with this script.
set -eu
HOST=${HOST:-127.0.0.1}
PORT=${PORT:-8000}
case $HOST in
    127.* | localhost | ::1) names=127.0.0.1,localhost,[::1]; shown=$HOST ;;
    *) shown=$(hostname); names=127.0.0.1,localhost,$HOST,$shown,$(hostname -I 2>/dev/null | tr ' ' ',') ;;
esac
export HOST PORT DJANGO_SETTINGS_MODULE=aushang.settings.demo
export AUSHANG_ALLOWED_HOSTS="${AUSHANG_ALLOWED_HOSTS:-$names}"
export AUSHANG_BASE_URL="${AUSHANG_BASE_URL:-http://$shown:$PORT}"
python=.venv/bin/python

sh site/run/pango.sh
echo "Die Datenbank wird vorbereitet …"
$python manage.py migrate --verbosity 0
$python manage.py load_demo
$python manage.py rebuild_index --if-needed

children=
stop() {
    trap - INT TERM EXIT
    # shellcheck disable=SC2086
    [ -z "$children" ] || kill $children 2>/dev/null || true
    wait
}
trap 'stop; exit 0' INT TERM
trap stop EXIT

$python manage.py db_worker --no-reload --verbosity 0 --interval 1 &
children=$!
.venv/bin/gunicorn aushang.wsgi --bind "$HOST:$PORT" --workers 2 --threads 4 --no-control-socket --log-level warning &
server=$!
children="$children $server"
$python manage.py run_schedule &
children="$children $!"
echo "Aushang läuft: $AUSHANG_BASE_URL/ (Strg+C beendet)"
while kill -0 "$server" 2>/dev/null; do
    sleep 1 &
    wait $! || true
done
echo "Der Anwendungsserver ist nicht gestartet oder wurde beendet. Ist Port $PORT schon belegt? PORT=… wählt einen anderen." >&2
exit 1
