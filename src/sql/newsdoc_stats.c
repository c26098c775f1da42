/*
 * newsdoc_stats.c
 *		Statistics of articles, and how many of them a query finds.
 *
 * ANALYZE counts the keys that an index would have (searchcode.h), most
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
#include "utils/array.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include "encoding.h"
#include "newsquery_compile.h"

/* Keys that are counted and kept for each unit of the statistics target. */
#define COUNTED_KEYS 300
#define KEPT_KEYS	 100

/* More would overflow the server's arithmetic. */
#define MOST_COUNTED_KEYS 2000000

/*
 * Longer keys are not counted, and so many bytes of each article at most: what
 * a tsvector holds, with room for keys that grow in the server's encoding.
 */
#define LONGEST_STATS_KEY 120
#define MOST_STATS_BYTES  (MAXSTRPOS / 2)

/* The part of articles that a term finds when nothing is known. */
#define DEFAULT_MATCH 0.005

/* How many keys that are not known are taken to begin as a prefix does. */
#define UNKNOWN_OF_PREFIX 4

/* The part of articles that have a stop word in a quotation. */
#define STOP_WORD_MATCH 0.9

PG_FUNCTION_INFO_V1(newsdoc_typanalyze);
PG_FUNCTION_INFO_V1(newsdoc_matchsel);

/* What the counting of keys needs besides its arguments. */
typedef struct KeyCount
{
	AnalyzeAttrComputeStatsFunc count;	 /* of tsvectors */
	AnalyzeAttrFetchFunc		fetch;	 /* of articles */
	MemoryContext				context; /* of one article */
	double						width;
	uint32						articles;
} KeyCount;

/* The keys of one article being collected. */
typedef struct KeyList
{
	ArrayBuildState *keys;
	Size			 bytes;
} KeyList;

/* Most common keys, sorted by length and then by bytes. */
typedef struct KeyStats
{
	AttStatsSlot slot;
	bool		 known;
	double		 unknown; /* frequency of keys that are not there */
} KeyStats;

/* A key as it stands in statistics: a letter for its kind, then its text. */
static text *
stats_key(SearchKeyKind kind, const char *utf8, uint32 length)
{
	const char *spelled = encoding_from_reader(utf8, length, &length);
	text	   *key = palloc(VARHDRSZ + 1 + length);

	SET_VARSIZE(key, VARHDRSZ + 1 + length);
	VARDATA(key)[0] = search_key_letter(kind);
	memcpy(VARDATA(key) + 1, spelled, length);
	return key;
}

static void
add_stats_key(void *state, SearchKeyKind kind, const char *text, uint32 length,
			  uint64 code)
{
	KeyList *list = state;

	(void) code;
	if (length == 0 || length > LONGEST_STATS_KEY ||
		list->bytes + length >= MOST_STATS_BYTES)
		return;
	list->bytes += length + 1;
	list->keys = accumArrayResult(list->keys,
								  PointerGetDatum(
									  stats_key(kind, text, length)),
								  false, TEXTOID, CurrentMemoryContext);
}

/* The keys as lexemes without positions, each once. */
static Datum
vector_of_keys(const NewsDoc *doc)
{
	KeyList list = { .bytes = 0 };

	list.keys = initArrayResult(TEXTOID, CurrentMemoryContext, false);
	search_keys(doc, true, add_stats_key, &list);
	return DirectFunctionCall1(array_to_tsvector,
							   makeArrayResult(list.keys,
											   CurrentMemoryContext));
}

static Datum
fetch_keys(VacAttrStats *stats, int row, bool *is_null)
{
	KeyCount	 *count = stats->extra_data;
	Datum		  article = count->fetch(stats, row, is_null);
	MemoryContext caller;
	Datum		  vector;

	if (*is_null)
		return (Datum) 0;
	count->width += VARSIZE_ANY(DatumGetPointer(article));
	count->articles++;
	MemoryContextReset(count->context);
	caller = MemoryContextSwitchTo(count->context);
	vector = vector_of_keys(DatumGetNewsDocP(article));
	MemoryContextSwitchTo(caller);
	return vector;
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
	/*
	 * Of those that are just as frequent as the last one, none is kept, but
	 * when all are, as many as may be: there can be no empty list.
	 */
	least = sorted[most];
	highest = sorted[0];
	if (least == highest)
		kept = most;
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
	double none = 1.0 - UNKNOWN_OF_PREFIX * stats->unknown;

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
frequency(const KeyStats *stats, const QueryKey *key)
{
	const text *spelled = stats_key(key->kind, key->text, key->length);

	if (!stats->known)
		return key->prefix ? DEFAULT_MATCH * 4 : DEFAULT_MATCH;
	if (key->prefix)
		return frequency_of_prefix(stats, VARDATA_ANY(spelled),
								   VARSIZE_ANY_EXHDR(spelled));
	return frequency_of_key(stats, VARDATA_ANY(spelled),
							VARSIZE_ANY_EXHDR(spelled));
}

/*
 * The words of a phrase are met together more often than by chance: between
 * their product and the rarest of them.  Pairs of words of a name are counted,
 * so the rarest of them is as good as the name.
 */
static double
match_of_term(const KeyStats *stats, const CompiledQuery *compiled,
			  const QueryTerm *term)
{
	const QueryKey *keys = compiled->keys + term->first_key;
	double			product = 1.0;
	double			rarest = 1.0;

	if (term->n_words == 0)
		return 0.0;
	if (term->n_keys == 0)
		return STOP_WORD_MATCH;
	for (uint32 i = 0; i < term->n_keys;)
	{
		uint32 group = keys[i].group;
		double none = 1.0;

		for (; i < term->n_keys && keys[i].group == group; i++)
			none *= 1.0 - frequency(stats, &keys[i]);
		product *= 1.0 - none;
		rarest = Min(rarest, 1.0 - none);
	}
	return term->field >= FIELD_PERSON || term->field == FIELD_SPEAKER ?
		rarest :
		sqrt(product * rarest);
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
	/* the last two numbers are the least and the greatest frequency */
	if (stats.known && stats.slot.nnumbers != stats.slot.nvalues + 2)
	{
		free_attstatsslot(&stats.slot);
		stats.known = false;
	}
	if (stats.known)
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
