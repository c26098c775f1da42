/*
 * newsdoc_stats.c
 *		Statistics of articles, and how many of them a query finds.
 *
 * ANALYZE counts the keys that an index would have (newsquery_compile.h), most
 * common ones first, as it counts the lexemes of a tsvector: each sampled
 * article is handed to the server's own counting as a tsvector of its keys.
 * The planner's question is answered from these frequencies as for a tsquery,
 * with two differences.  More keys are kept, because speakers and names are
 * rare.  And a key that is not among them is taken for one between the rarest
 * that is and a single article, at the geometric mean: with 100,000 articles
 * and the default statistics target at most ten times wrong either way.
 */
#include "newsdoc.h"

#include <math.h>

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "miscadmin.h"
#include "nodes/primnodes.h"
#include "tsearch/ts_type.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include "encoding.h"
#include "newsdoc_keys.h"
#include "newsquery_compile.h"

/* Keys that are counted and kept for each unit of the statistics target. */
#define COUNTED_KEYS 300
#define KEPT_KEYS	 100

/* More would overflow the server's arithmetic. */
#define MOST_COUNTED_KEYS 2000000

/* The part of articles that a term finds when nothing is known. */
#define DEFAULT_MATCH 0.005

/* The part of articles that have a stop word in a quotation. */
#define STOP_WORD_MATCH 0.9

PG_FUNCTION_INFO_V1(newsdoc_typanalyze);
PG_FUNCTION_INFO_V1(newsdoc_matchsel);

/* What the counting of keys needs besides its arguments. */
typedef struct KeyCount
{
	AnalyzeAttrComputeStatsFunc count; /* of tsvectors */
	AnalyzeAttrFetchFunc		fetch; /* of articles */
	MemoryContext				context; /* of one article */
	double						width;
	uint32						articles;
} KeyCount;

/* Most common keys, sorted by length and then by bytes. */
typedef struct KeyStats
{
	AttStatsSlot slot;
	bool		 known;
	double		 unknown; /* frequency of keys that are not there */
} KeyStats;

/* The keys as lexemes without positions; what is too long is left out. */
static TSVector
vector_of_keys(const NewsDoc *doc)
{
	int32	 n;
	Datum	*keys = newsdoc_keys(doc, &n);
	TSVector vector = palloc0(CALCDATASIZE((Size) n, MAXSTRPOS));
	char	*lexemes;
	uint32	 at = 0;
	int32	 kept = 0;

	vector->size = n;
	lexemes = STRPTR(vector);
	for (int32 i = 0; i < n; i++)
	{
		uint32		length = VARSIZE_ANY_EXHDR(DatumGetPointer(keys[i]));
		const char *text;

		if (length > SEARCH_KEY_LIMIT)
			continue;
		text = encoding_from_reader(VARDATA_ANY(DatumGetPointer(keys[i])),
									length, &length);
		if (at + length >= MAXSTRPOS)
			break;
		memcpy(lexemes + at, text, length);
		ARRPTR(vector)[kept].len = length;
		ARRPTR(vector)[kept++].pos = at;
		at += length;
	}
	memmove(ARRPTR(vector) + kept, lexemes, at);
	vector->size = kept;
	SET_VARSIZE(vector, CALCDATASIZE((Size) kept, at));
	return vector;
}

static Datum
fetch_keys(VacAttrStats *stats, int row, bool *is_null)
{
	KeyCount	 *count = stats->extra_data;
	Datum		  article = count->fetch(stats, row, is_null);
	MemoryContext caller;
	TSVector	  vector;

	if (*is_null)
		return (Datum) 0;
	count->width += VARSIZE_ANY(DatumGetPointer(article));
	count->articles++;
	MemoryContextReset(count->context);
	caller = MemoryContextSwitchTo(count->context);
	vector = vector_of_keys(DatumGetNewsDocP(article));
	MemoryContextSwitchTo(caller);
	return PointerGetDatum(vector);
}

static int
compare_descending(const void *a, const void *b)
{
	float4 x = *(const float4 *) a;
	float4 y = *(const float4 *) b;

	return (x < y) - (x > y);
}

/* Leaves the most frequent keys, in the order in which they are. */
static void
keep_frequent(VacAttrStats *stats, int most)
{
	Datum  *values = stats->stavalues[0];
	float4 *numbers = stats->stanumbers[0];
	int		n = stats->numvalues[0];
	float4 *sorted;
	float4	least;
	float4	highest;
	int		kept = 0;

	if (n <= most)
		return;
	sorted = palloc_array(float4, n);
	memcpy(sorted, numbers, sizeof(float4) * (Size) n);
	qsort(sorted, (size_t) n, sizeof(float4), compare_descending);
	/* of those that are just as frequent as the last one, none is kept */
	least = sorted[most];
	highest = sorted[0];
	for (int i = 0; i < n; i++)
		if (numbers[i] > least)
		{
			values[kept] = values[i];
			numbers[kept++] = numbers[i];
		}
	numbers[kept] = least;
	numbers[kept + 1] = highest;
	stats->numvalues[0] = kept;
	stats->numnumbers[0] = kept + 2;
	pfree(sorted);
}

static void
count_keys(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int rows,
		   double total_rows)
{
	KeyCount *count = stats->extra_data;
	int		  target = STATISTICS_TARGET(stats);

	count->fetch = fetch;
	count->context = AllocSetContextCreate(CurrentMemoryContext,
										   "newsext keys",
										   ALLOCSET_DEFAULT_SIZES);
	/* the server counts ten lexemes for each unit of the target */
	STATISTICS_TARGET(stats) = Min(target * COUNTED_KEYS, MOST_COUNTED_KEYS) /
		10;
	count->count(stats, fetch_keys, rows, total_rows);
	STATISTICS_TARGET(stats) = target;
	if (count->articles > 0)
		stats->stawidth = (int32) (count->width / count->articles);
	if (stats->stats_valid && stats->stakind[0] == STATISTIC_KIND_MCELEM)
		keep_frequent(stats, target * KEPT_KEYS);
	MemoryContextDelete(count->context);
}

Datum
newsdoc_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);
	KeyCount	 *count = palloc0(sizeof(KeyCount));

	DirectFunctionCall1(ts_typanalyze, PointerGetDatum(stats));
	count->count = stats->compute_stats;
	stats->compute_stats = count_keys;
	stats->extra_data = count;
	PG_RETURN_BOOL(true);
}

/* Orders as the server has sorted the keys. */
static int
compare_key(const char *key, uint32 length, Datum value)
{
	const text *other = (const text *) DatumGetPointer(value);
	uint32		other_length = VARSIZE_ANY_EXHDR(other);

	if (length != other_length)
		return length < other_length ? -1 : 1;
	return memcmp(key, VARDATA_ANY(other), length);
}

static double
frequency_of_key(const KeyStats *stats, const char *key, uint32 length)
{
	int low = 0;
	int high = stats->slot.nvalues;

	while (low < high)
	{
		int middle = (low + high) / 2;
		int order = compare_key(key, length, stats->slot.values[middle]);

		if (order == 0)
			return stats->slot.numbers[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return stats->unknown;
}

/* Of the keys that begin so, as if they were met independently. */
static double
frequency_of_prefix(const KeyStats *stats, const char *key, uint32 length)
{
	double none = 1.0 - stats->unknown;

	for (int i = 0; i < stats->slot.nvalues; i++)
	{
		const text *other = (const text *) DatumGetPointer(
			stats->slot.values[i]);

		if (VARSIZE_ANY_EXHDR(other) >= length &&
			memcmp(key, VARDATA_ANY(other), length) == 0)
			none *= 1.0 - stats->slot.numbers[i];
	}
	return 1.0 - none;
}

static double
frequency_of_entry(const KeyStats *stats, const QueryEntry *entry)
{
	uint32		length;
	const char *key = encoding_from_reader(entry->key, entry->length, &length);

	if (!stats->known)
		return entry->prefix ? DEFAULT_MATCH * 4 : DEFAULT_MATCH;
	if (entry->prefix)
		return frequency_of_prefix(stats, key, length);
	return frequency_of_key(stats, key, length);
}

/*
 * The words of a phrase are met together more often than by chance: between
 * their product and the rarest of them.
 */
static double
match_of_term(const KeyStats *stats, const CompiledQuery *compiled,
			  const QueryTerm *term)
{
	const QueryEntry *entries = compiled->entries + term->first_entry;
	double			  product = 1.0;
	double			  rarest = 1.0;

	if (term->n_words == 0)
		return 0.0;
	if (term->n_entries == 0)
		return STOP_WORD_MATCH;
	for (uint32 i = 0; i < term->n_entries;)
	{
		uint32 group = entries[i].group;
		double none = 1.0;

		for (; i < term->n_entries && entries[i].group == group; i++)
			none *= 1.0 - frequency_of_entry(stats, &entries[i]);
		product *= 1.0 - none;
		rarest = Min(rarest, 1.0 - none);
	}
	return sqrt(product * rarest);
}

/* The part of articles that the subtree of an item finds. */
static double
match_of_item(const KeyStats *stats, const CompiledQuery *compiled, uint32 i)
{
	const NewsQuery		*query = compiled->query;
	const NewsQueryItem *item = &query->items[i];
	double				 match = 1.0;

	check_stack_depth();
	switch ((NewsQueryItemType) item->type)
	{
		case QUERY_TERM:
			return match_of_term(stats, compiled,
								 &compiled->terms[compiled->term_of[i]]);
		case QUERY_NOT:
			return 1.0 - match_of_item(stats, compiled, i + 1);
		case QUERY_QUOTE:
			return match_of_item(stats, compiled, i + 1);
		case QUERY_AND:
		case QUERY_OR:
			break;
	}
	for (uint32 c = i + 1; c < i + item->span; c += query->items[c].span)
	{
		double operand = match_of_item(stats, compiled, c);

		match *= item->type == QUERY_AND ? operand : 1.0 - operand;
	}
	return item->type == QUERY_AND ? match : 1.0 - match;
}

static double
match_of_query(const VariableStatData *variable, const NewsQuery *query)
{
	CompiledQuery *compiled = newsquery_compile(query);
	KeyStats	   stats = { .known = false };
	double		   match;

	if (query->n_items == 0)
		return 0.0;
	if (HeapTupleIsValid(variable->statsTuple))
		stats.known = get_attstatsslot(&stats.slot, variable->statsTuple,
									   STATISTIC_KIND_MCELEM, InvalidOid,
									   ATTSTATSSLOT_VALUES |
										   ATTSTATSSLOT_NUMBERS);
	if (stats.known && stats.slot.nnumbers == stats.slot.nvalues + 2)
	{
		double rows = variable->rel ? Max(variable->rel->tuples, 1.0) : 1.0;
		double least = stats.slot.numbers[stats.slot.nvalues];

		stats.unknown = sqrt(least * Min(least, 1.0 / rows));
	}
	match = match_of_item(&stats, compiled, 0);
	if (HeapTupleIsValid(variable->statsTuple))
		match *= 1.0 -
			((Form_pg_statistic) GETSTRUCT(variable->statsTuple))->stanullfrac;
	if (stats.known)
		free_attstatsslot(&stats.slot);
	return match;
}

/*
 * True when these are the types newsdoc and newsquery that this function was
 * made for: it may have been attached to another operator by mistake.
 */
static bool
types_are_ours(FunctionCallInfo fcinfo, Oid variable, Oid constant)
{
	Oid schema = get_func_namespace(fcinfo->flinfo->fn_oid);

	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid,
						   CStringGetDatum("newsdoc"),
						   ObjectIdGetDatum(schema)) == variable &&
		GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid,
						CStringGetDatum("newsquery"),
						ObjectIdGetDatum(schema)) == constant;
}

Datum
newsdoc_matchsel(PG_FUNCTION_ARGS)
{
	PlannerInfo		*root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List			*args = (List *) PG_GETARG_POINTER(2);
	int				 relation = PG_GETARG_INT32(3);
	VariableStatData variable;
	Node			*other;
	bool			 on_left;
	double			 match = DEFAULT_MATCH;

	if (!get_restriction_variable(root, args, relation, &variable, &other,
								  &on_left))
		PG_RETURN_FLOAT8(DEFAULT_MATCH);
	if (IsA(other, Const) && ((Const *) other)->constisnull)
		match = 0.0;
	else if (IsA(other, Const) &&
			 types_are_ours(fcinfo, variable.vartype,
							((Const *) other)->consttype))
		match = match_of_query(&variable,
							   DatumGetNewsQueryP(
								   ((Const *) other)->constvalue));
	ReleaseVariableStats(variable);
	CLAMP_PROBABILITY(match);
	PG_RETURN_FLOAT8(match);
}
