/*
 * views.c
 *		Views over a user's table of articles: made and taken away.
 *
 * The views are made by plain CREATE VIEW as the calling user, in the schema
 * of the table, so the usual privileges decide and the user owns them.  Every
 * name in them is qualified; they do not depend on search_path.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "compat.h"

PG_FUNCTION_INFO_V1(news_create_views);
PG_FUNCTION_INFO_V1(news_drop_views);

typedef struct ViewShape
{
	const char *suffix;
	const char *function; /* whose rows it shows */
	const char *row_type; /* their type; NULL for the rows summed up */
} ViewShape;

static const ViewShape shapes[] = {
	{ "_article", "news_article", "news_article" },
	{ "_paragraphs", "news_paragraphs", "news_paragraph" },
	{ "_quotes", "news_quotes", "news_quote" },
	{ "_mentions", "news_mentions", "news_mention" },
	{ "_entities", "news_entities", "news_entity" },
	{ "_speakers", "news_quotes", NULL }
};

/* The columns of the view without a row type, beside the key. */
static const char *const speaker_columns[] = { "speaker", "speaker_title",
											   "named", "quotes",
											   "first_quote" };

typedef struct Source
{
	Oid			table;
	Oid			schema; /* of the table and of its views */
	const char *schema_name;
	const char *prefix;
	Oid			extension_schema;
	const char *extension_name; /* quoted */
} Source;

static char *
view_name(const Source *source, const ViewShape *shape)
{
	char *name = psprintf("%s%s", source->prefix, shape->suffix);

	if (strlen(name) >= NAMEDATALEN)
		ereport(ERROR,
				(errcode(ERRCODE_NAME_TOO_LONG),
				 errmsg("name of view \"%s\" is too long", name),
				 errdetail("Names have at most %d bytes.", NAMEDATALEN - 1),
				 errhint("Pass a shorter prefix.")));
	return name;
}

static char *
qualified(const Source *source, const char *name)
{
	return quote_qualified_identifier(source->schema_name, name);
}

/* Reads the table, at argument 0, and the prefix. */
static void
get_source(FunctionCallInfo fcinfo, Source *source, int prefix)
{
	Oid	  table = PG_GETARG_OID(0);
	char *name = get_rel_name(table);

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", table)));
	source->table = table;
	source->schema = get_rel_namespace(table);
	source->schema_name = isTempNamespace(source->schema) ?
		"pg_temp" :
		get_namespace_name(source->schema);
	source->prefix = PG_ARGISNULL(prefix) ?
		name :
		pstrdup(NameStr(*PG_GETARG_NAME(prefix)));
	source->extension_schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	source->extension_name = quote_identifier(
		get_namespace_name(source->extension_schema));
}

static void
check_not_null(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
}

static void
check_table_kind(const Source *source)
{
	char kind = get_rel_relkind(source->table);

	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE &&
		kind != RELKIND_VIEW && kind != RELKIND_MATVIEW &&
		kind != RELKIND_FOREIGN_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a table or view",
						get_rel_name(source->table))));
}

/* The column's number; an error when the table has no such column. */
static AttrNumber
get_column(const Source *source, const char *column)
{
	AttrNumber number = get_attnum(source->table, column);

	if (number <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, get_rel_name(source->table)),
				 errhint("Pass the table, its key column, and the column "
						 "that holds the articles.")));
	return number;
}

static void
check_body(const Source *source, const char *body)
{
	Oid type = get_atttype(source->table, get_column(source, body));
	Oid base = getBaseType(type);
	Oid newsdoc = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid,
								  CStringGetDatum("newsdoc"),
								  ObjectIdGetDatum(source->extension_schema));

	if (base != TEXTOID && base != VARCHAROID && base != newsdoc)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" is of type %s", body,
						format_type_be(type)),
				 errdetail("Articles are read from columns of type text or "
						   "newsdoc."),
				 errhint("Pass another column as body.")));
}

static bool
shows_column(const Source *source, const ViewShape *shape, const char *column)
{
	if (shape->row_type)
	{
		Oid type = get_relname_relid(shape->row_type,
									 source->extension_schema);

		return get_attnum(type, column) != InvalidAttrNumber;
	}
	for (int i = 0; i < (int) lengthof(speaker_columns); i++)
		if (strcmp(column, speaker_columns[i]) == 0)
			return true;
	return false;
}

/* The views begin with the key, whose name must not come again. */
static void
check_key(const Source *source, const char *key)
{
	get_column(source, key);
	for (int i = 0; i < (int) lengthof(shapes); i++)
		if (shows_column(source, &shapes[i], key))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_COLUMN),
					 errmsg("key column \"%s\" has the name of a column of "
							"view \"%s\"",
							key, view_name(source, &shapes[i])),
					 errhint("Rename the column, or make the views over a "
							 "view of the table that names it otherwise.")));
}

/* All names must be free before the first view is made. */
static void
check_free(const Source *source)
{
	for (int i = 0; i < (int) lengthof(shapes); i++)
	{
		char *name = view_name(source, &shapes[i]);

		if (OidIsValid(get_relname_relid(name, source->schema)))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_TABLE),
					 errmsg("relation \"%s\" already exists", name),
					 errhint("Pass another prefix, or take earlier views away "
							 "with news_drop_views.")));
	}
}

/* CREATE VIEW for one shape. */
static char *
view_definition(const Source *source, const ViewShape *shape, const char *key,
				const char *body)
{
	StringInfoData sql;

	initStringInfo(&sql);
	appendStringInfo(&sql, "CREATE VIEW %s AS SELECT a.%s, r.* FROM %s a ",
					 qualified(source, view_name(source, shape)),
					 quote_identifier(key),
					 qualified(source, get_rel_name(source->table)));
	if (shape->row_type)
		appendStringInfo(&sql, "CROSS JOIN LATERAL %s.%s(a.%s) r",
						 source->extension_name, shape->function,
						 quote_identifier(body));
	else
		appendStringInfo(
			&sql,
			"CROSS JOIN LATERAL (SELECT q.speaker, "
			"(pg_catalog.array_agg(q.speaker_title ORDER BY q.quote_no) "
			"FILTER (WHERE q.speaker_title IS NOT NULL))[1] AS speaker_title, "
			"q.named, CAST(pg_catalog.count(*) AS pg_catalog.int4) AS quotes, "
			"pg_catalog.min(q.quote_no) AS first_quote FROM %s.%s(a.%s) q "
			"WHERE q.speaker IS NOT NULL GROUP BY q.speaker, q.named) r",
			source->extension_name, shape->function, quote_identifier(body));
	return sql.data;
}

static void
execute(const char *sql, int expected)
{
	int result = SPI_execute(sql, false, 0);

	if (result != expected)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
}

static void
return_names(FunctionCallInfo fcinfo, List *names)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	ListCell	  *cell;

	foreach (cell, names)
	{
		Datum value = CStringGetTextDatum((char *) lfirst(cell));
		bool  null = false;

		tuplestore_putvalues(result->setResult, result->setDesc, &value,
							 &null);
	}
}

Datum
news_create_views(PG_FUNCTION_ARGS)
{
	Source		source;
	const char *key;
	const char *body;
	List	   *names = NIL;

	check_not_null(fcinfo, 0, "table");
	check_not_null(fcinfo, 1, "key");
	check_not_null(fcinfo, 2, "body");
	key = NameStr(*PG_GETARG_NAME(1));
	body = NameStr(*PG_GETARG_NAME(2));
	get_source(fcinfo, &source, 3);
	check_table_kind(&source);
	check_key(&source, key);
	check_body(&source, body);
	check_free(&source);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);

	for (int i = 0; i < (int) lengthof(shapes); i++)
		names = lappend(names,
						qualified(&source, view_name(&source, &shapes[i])));
	SPI_connect();
	for (int i = 0; i < (int) lengthof(shapes); i++)
		execute(view_definition(&source, &shapes[i], key, body),
				SPI_OK_UTILITY);
	SPI_finish();
	return_names(fcinfo, names);
	return (Datum) 0;
}

/*
 * True when the relation is a view that shows rows of this function over this
 * table.  Inside SPI.
 */
static bool
is_our_view(const Source *source, Oid view, const char *function)
{
	static const char *const sql =
		"SELECT 1 FROM pg_catalog.pg_rewrite r "
		"JOIN pg_catalog.pg_depend t ON t.objid OPERATOR(pg_catalog.=) r.oid "
		"JOIN pg_catalog.pg_depend f ON f.objid OPERATOR(pg_catalog.=) r.oid "
		"JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) f.refobjid "
		"WHERE r.ev_class OPERATOR(pg_catalog.=) $1 "
		"AND t.classid OPERATOR(pg_catalog.=) "
		"'pg_catalog.pg_rewrite'::pg_catalog.regclass "
		"AND t.refclassid OPERATOR(pg_catalog.=) "
		"'pg_catalog.pg_class'::pg_catalog.regclass "
		"AND t.refobjid OPERATOR(pg_catalog.=) $2 "
		"AND f.classid OPERATOR(pg_catalog.=) "
		"'pg_catalog.pg_rewrite'::pg_catalog.regclass "
		"AND f.refclassid OPERATOR(pg_catalog.=) "
		"'pg_catalog.pg_proc'::pg_catalog.regclass "
		"AND p.pronamespace OPERATOR(pg_catalog.=) $3 "
		"AND p.proname OPERATOR(pg_catalog.=) $4";
	Oid		 types[] = { OIDOID, OIDOID, OIDOID, NAMEOID };
	NameData name;
	Datum values[] = { ObjectIdGetDatum(view), ObjectIdGetDatum(source->table),
					   ObjectIdGetDatum(source->extension_schema),
					   NameGetDatum(&name) };

	namestrcpy(&name, function);
	if (get_rel_relkind(view) != RELKIND_VIEW)
		return false;
	if (SPI_execute_with_args(sql, 4, types, values, NULL, true, 1) !=
		SPI_OK_SELECT)
		elog(ERROR, "could not look up what view %u shows", view);
	return SPI_processed > 0;
}

/* The views that are there, by name; an error when one is somebody else's. */
static List *
views_to_drop(const Source *source, MemoryContext context)
{
	List *names = NIL;

	for (int i = 0; i < (int) lengthof(shapes); i++)
	{
		char		 *name = view_name(source, &shapes[i]);
		Oid			  view = get_relname_relid(name, source->schema);
		MemoryContext spi;

		if (!OidIsValid(view))
			continue;
		if (!is_our_view(source, view, shapes[i].function))
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is not a view made by news_create_views "
							"over \"%s\"",
							name, get_rel_name(source->table)),
					 errhint("Pass the prefix that news_create_views was "
							 "given.")));
		spi = MemoryContextSwitchTo(context);
		names = lappend(names, qualified(source, name));
		MemoryContextSwitchTo(spi);
	}
	if (names == NIL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("there are no views over \"%s\" with prefix \"%s\"",
						get_rel_name(source->table), source->prefix),
				 errhint("Pass the prefix that news_create_views was "
						 "given.")));
	return names;
}

Datum
news_drop_views(PG_FUNCTION_ARGS)
{
	MemoryContext  context = CurrentMemoryContext;
	Source		   source;
	StringInfoData sql;
	List		  *names;
	ListCell	  *cell;

	check_not_null(fcinfo, 0, "table");
	get_source(fcinfo, &source, 1);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);

	SPI_connect();
	names = views_to_drop(&source, context);
	initStringInfo(&sql);
	foreach (cell, names)
		appendStringInfo(&sql, "%s%s", sql.len ? ", " : "DROP VIEW ",
						 (char *) lfirst(cell));
	execute(sql.data, SPI_OK_UTILITY);
	SPI_finish();
	return_names(fcinfo, names);
	return (Datum) 0;
}
