# Runs PostgreSQL for as long as any process holds the door open.
#
#   $1 the postgres program   $2 the cluster folder   $3 the folder of the guest book
#   standard input: the reading end of the door, a FIFO. Every process that uses the database holds
#   a writing end; the kernel closes it when that process dies in any way, kill -9 included. End of
#   file therefore means that nobody is left, and then PostgreSQL is shut down.
#
# A guest writes "come <name>" and is welcome once the file <name>.welcome exists: end of file was
# not seen before that line, and cannot be seen while the guest holds the door. It says "go <name>"
# before it leaves and learns whether it was the last one.

trap '' HUP INT TERM
postgres=$1 cluster=$2 guests=$3
exec 3<&0 </dev/null

start() {
  "$postgres" -D "$cluster" 3<&- &
  pid=$!
}

owns_cluster() {
  { read -r owner <"$cluster/postmaster.pid"; } 2>/dev/null && [ "$owner" = "$pid" ]
}

guest_book() {
  present=0
  while read -r word name; do
    case $word in
      come)
        present=$((present + 1))
        true >"$guests/$name.welcome"
        ;;
      go)
        present=$((present - 1))
        if [ "$present" -gt 0 ]; then answer=others; else answer=last; fi
        true >"$guests/$name.$answer"
        ;;
    esac
  done <&3
  exec 3<&-
  # Repeated, since a signal is lost between the end of one PostgreSQL and the start of the next.
  seconds=0
  while [ "$seconds" -lt 120 ] && kill -0 $$ 2>/dev/null; do
    if [ "$seconds" -lt 60 ]; then kill -USR1 $$; else kill -USR2 $$; fi
    seconds=$((seconds + 1))
    sleep 1
  done
}

# The dead may stay in the process table where nobody buries them (a container without init), so the
# guest book does not wait to see us gone.
end() {
  kill -KILL "$book" 2>/dev/null
  exit 0
}

closing=
trap 'closing=yes; kill -INT "$pid" 2>/dev/null' USR1
trap 'closing=yes; kill -QUIT "$pid" 2>/dev/null' USR2

start
# Two keepers may start at once: only the one whose PostgreSQL got the cluster reads the door.
until owns_cluster; do
  kill -0 "$pid" 2>/dev/null || exit 1
  sleep 0.02
done
guest_book &
book=$!
exec 3<&-

while :; do
  wait "$pid"
  # A signal ends the wait as well.
  if kill -0 "$pid" 2>/dev/null; then continue; fi
  if [ -n "$closing" ] || ! kill -0 "$book" 2>/dev/null; then end; fi
  sleep 1
  if [ -n "$closing" ]; then end; fi
  start
done
