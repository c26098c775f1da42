/*
 * stale.c
 *		Notes that the version has changed, for the view news_stale_indexes.
 *
 * The tables that hold the notes belong to the superuser that ran the script,
 * as everything of a trusted extension does.  The extension's owner may note
 * all the same, so what is written here is written with the rights of the
 * tables' owner, as a foreign key's checks are.  The statements are fixed, and
 * every name and operator in them is qualified.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/pg_extension.h"
#include "commands/extension.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "compat.h"

PG_FUNCTION_INFO_V1(news_note_version);

static void
check_owner(void)
{
	Oid extension = get_extension_oid("newsext", false);

	if (!extension_ownercheck(extension, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_EXTENSION, "newsext");
}

/*
 * Each index that is there keeps its note, or was built under the version
 * noted before; indexes that are gone are forgotten; then the version is noted
 * that is now.
 */
static void
note(const char *schema)
{
	const char *steps[] = {
		psprintf("INSERT INTO %s.news_noted_indexes "
				 "(index, filenode, tablespace, built_under) "
				 "SELECT b.index, b.filenode, b.tablespace, b.built_under "
				 "FROM %s.news_index_builds b "
				 "ON CONFLICT (index) DO UPDATE SET "
				 "filenode = excluded.filenode, "
				 "tablespace = excluded.tablespace, "
				 "built_under = excluded.built_under",
				 schema, schema),
		psprintf("DELETE FROM %s.news_noted_indexes n WHERE NOT EXISTS ("
				 "SELECT FROM %s.news_index_builds b "
				 "WHERE b.index OPERATOR(pg_catalog.=) n.index)",
				 schema, schema),
		psprintf("UPDATE %s.news_noted_version SET version = "
				 "%s.news_version()",
				 schema, schema)
	};

	SPI_connect();
	for (int i = 0; i < (int) lengthof(steps); i++)
	{
		int result = SPI_execute(steps[i], false, 0);

		if (result < 0)
			elog(ERROR, "SPI_execute failed: %s",
				 SPI_result_code_string(result));
	}
	SPI_finish();
}

Datum
news_note_version(PG_FUNCTION_ARGS)
{
	char *schema = get_namespace_name(
		get_func_namespace(fcinfo->flinfo->fn_oid));
	Relation notes;
	Oid		 user;
	int		 context;

	check_owner();
	/* two sessions that note at a time would undo each other's notes */
	notes = table_openrv(makeRangeVar(schema, "news_noted_indexes", -1),
						 ShareRowExclusiveLock);
	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(notes->rd_rel->relowner,
						   context | SECURITY_LOCAL_USERID_CHANGE);
	note(quote_identifier(schema));
	/* after an error the end of the transaction does this */
	SetUserIdAndSecContext(user, context);
	table_close(notes, NoLock);
	PG_RETURN_VOID();
}
