# A private PostgreSQL for the scripts beside this file, which source it.
#
# The server's files are copied into a temporary directory and the extension
# is installed there: PostgreSQL finds its libraries and its share directory
# relative to its own executable, so nothing of the system is written, on any
# release.  Copies, not links: the real path of the executable counts.
#
# Root is turned into an unprivileged user, because initdb refuses root.  All
# the server does happens below $work; it listens on a socket there and on no
# port, so it can meet no other cluster.

PG_CONFIG=${PG_CONFIG:-pg_config}
unset PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS PGDATA PGPASSFILE
unset PGCLIENTENCODING PGTZ MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C.UTF-8

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A directory for everything, in $work, that goes when the script ends.  A
# socket's path is at most 107 bytes long, so a deep TMPDIR is not used.
work_begin()
{
	local base=${TMPDIR:-/tmp}

	[ ${#base} -le 60 ] || base=/tmp
	work=$(mktemp -d "$base/newsext.XXXXXX")
	trap work_end EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
	run_as=
	if [ "$(id -u)" = 0 ]; then
		run_as=$(id -un postgres 2>/dev/null || echo nobody)
		chown "$run_as" "$work"
	fi
}

work_end()
{
	local status=$?

	trap - EXIT
	cluster_stop
	rm -rf "$work"
	exit $status
}

# Runs a command as the unprivileged user.
run()
{
	if [ -n "$run_as" ]; then
		runuser -u "$run_as" -- env HOME="$work" "$@"
	else
		"$@"
	fi
}

# The same from $work, for it may not enter the directory of the caller.
serve()
{
	(cd "$work" && run "$@")
}

# cluster_tree SOURCE: builds and installs the extension of a source tree into
# a copy of the server; sets $bin, the copy's programs.
cluster_tree()
{
	local what from

	for what in bindir pkglibdir sharedir; do
		from=$("$PG_CONFIG" --$what)
		mkdir -p "$work/pg$from"
		tar -C "$from" --exclude=./bitcode -cf - . | tar -C "$work/pg$from" -xf -
	done
	bin=$work/pg$("$PG_CONFIG" --bindir)
	make -s -C "$1" PG_CONFIG="$PG_CONFIG" >"$work/make.log" 2>&1 &&
		make -s -C "$1" PG_CONFIG="$PG_CONFIG" install DESTDIR="$work/pg" \
			>>"$work/make.log" 2>&1 ||
		{ cat "$work/make.log" >&2; exit 1; }
}

# Makes and starts the cluster and lets psql find it.
cluster_start()
{
	serve "$bin/initdb" -D "$work/data" -U postgres --encoding=UTF8 \
		--no-locale --no-sync --auth=trust >"$work/initdb.log" 2>&1 ||
		{ cat "$work/initdb.log" >&2; exit 1; }
	cat >"$work/settings" <<-SETTINGS
		listen_addresses = ''
		unix_socket_directories = '$work'
		fsync = off
		logging_collector = off
	SETTINGS
	serve sh -c "cat '$work/settings' >>'$work/data/postgresql.conf'"
	serve "$bin/pg_ctl" -D "$work/data" -l "$work/server.log" -w -s start ||
		{ cat "$work/server.log" >&2; exit 1; }
	export PGHOST=$work PGUSER=postgres PGDATABASE=postgres
	export PATH=$bin:$PATH PSQLRC=/dev/null PAGER=${PAGER:-cat}
}

cluster_stop()
{
	if [ -n "${bin:-}" ] && [ -f "$work/data/postmaster.pid" ]; then
		serve "$bin/pg_ctl" -D "$work/data" -w -s -m immediate stop || true
	fi
}
