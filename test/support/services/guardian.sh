#!/bin/sh
# Runs a server for a test, and outlives neither the test nor the server.
#
#   guardian.sh FOLDER SIGNAL PROGRAM [ARGUMENT…]
#
# The test's process holds the other end of our standard input. When it closes, because the test
# stops the server or because the process has died in whatever way, every process started here
# gets SIGNAL, and FOLDER is removed. The end of what the server wrote goes to standard error.
folder=$1 signal=$2
shift 2

# The signal goes to the whole process group, which includes us.
trap : "$signal"
exec 3<&0 </dev/null

"$@" >"$folder/log" 2>&1 3<&- &
server=$!

(
  trap : "$signal"
  while read -r _; do :; done <&3
  kill -s "$signal" -- "-$$"
) &
watcher=$!
exec 3<&-

# A signal that is caught ends a wait before its time.
wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  status=$?
done
kill -s KILL "$watcher" 2>/dev/null
tail -n 20 "$folder/log" >&2
rm -rf "$folder" || rm -rf "$folder"
exit "$status"
