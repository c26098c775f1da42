/*
 * newsdoc_gin.c
 *		doc @@ query, and the GIN operator class that finds it.
 *
 * The index has the codes of an article's keys (searchkey.h).  A query looks
 * up the codes of its own; what their presence says of it is the truth of the
 * query over the keys (newsquery_truth), so that the index and the operator
 * share one evaluator.  What the keys leave open is checked in the article:
 * phrases, long words, more than one term inside quote( ), stop words.
 */
#include "newsdoc.h"

#include "access/gin.h"

#include "newsdoc_search.h"

/* The order of the index, which is btint8cmp's. */
#define ST_SORT			sort_codes
#define ST_ELEMENT_TYPE uint64
#define ST_COMPARE(a, b) \
	((int64) * (a) < (int64) * (b) ? -1 : (int64) * (a) > (int64) * (b))
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

PG_FUNCTION_INFO_V1(newsdoc_match_query);
PG_FUNCTION_INFO_V1(newsquery_match_doc);
PG_FUNCTION_INFO_V1(newsdoc_gin_extract);
PG_FUNCTION_INFO_V1(newsdoc_gin_extract_query);
PG_FUNCTION_INFO_V1(newsdoc_gin_compare_prefix);
PG_FUNCTION_INFO_V1(newsdoc_gin_triconsistent);

/* The codes of an article being collected. */
typedef struct CodeList
{
	uint64 *codes;
	Size	n;
	Size	capacity;
} CodeList;

typedef struct KeyJudge
{
	QueryJudge			   judge;
	const GinTernaryValue *check; /* of each code */
	bool				   quote; /* inside quote( ) */
} KeyJudge;

/* Holds the n-th argument's article against the other one's query. */
static Datum
match(FunctionCallInfo fcinfo, int doc_argument)
{
	const CompiledQuery *compiled = newsquery_compiled(fcinfo,
													   PG_GETARG_NEWSQUERY_P(
														   1 - doc_argument));
	NewsDoc				*doc = newsdoc_from(PG_GETARG_DATUM(doc_argument),
											search_sections(compiled));
	SearchDoc			 search;
	bool				 matches;

	search_doc_open(&search, doc, compiled, 0);
	matches = search_matches(&search);
	PG_FREE_IF_COPY(doc, doc_argument);
	PG_RETURN_BOOL(matches);
}

Datum
newsdoc_match_query(PG_FUNCTION_ARGS)
{
	return match(fcinfo, 0);
}

Datum
newsquery_match_doc(PG_FUNCTION_ARGS)
{
	return match(fcinfo, 1);
}

static void
add_code(void *state, SearchKeyKind kind, const char *text, uint32 length,
		 uint64 code)
{
	CodeList *list = state;

	if (list->n == list->capacity)
	{
		list->capacity *= 2;
		list->codes = repalloc_huge(list->codes,
									list->capacity * sizeof(uint64));
	}
	list->codes[list->n++] = code ? code :
									search_code(kind, text, length).code;
}

/* extractValue: in the order of the index, or GIN would sort them slowly. */
Datum
newsdoc_gin_extract(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = newsdoc_from(PG_GETARG_DATUM(0), SEARCH_KEY_SECTIONS);
	int32	*n_codes = (int32 *) PG_GETARG_POINTER(1);
	CodeList list = { .capacity = 512 };
	Datum	*datums;
	int32	 n = 0;

	list.codes = palloc_array(uint64, list.capacity);
	search_keys(doc, false, add_code, &list);
	sort_codes(list.codes, list.n);
	datums = MemoryContextAllocHuge(CurrentMemoryContext,
									Max(1, list.n) * sizeof(Datum));
	for (Size i = 0; i < list.n; i++)
		if (i == 0 || list.codes[i] != list.codes[i - 1])
			datums[n++] = Int64GetDatum((int64) list.codes[i]);
	*n_codes = n;
	PG_FREE_IF_COPY(doc, 0);
	PG_RETURN_POINTER(datums);
}

/* What the presence of its codes says of a key. */
static QueryTruth
truth_of_key(const QueryKey *key, const GinTernaryValue *check)
{
	QueryTruth truth = TRUTH_NO;

	for (int i = 0; i < key->n_codes; i++)
	{
		GinTernaryValue there = check[key->first_code + i];

		if (there == GIN_TRUE && !key->codes[i].lossy && !key->lossy)
			truth = TRUTH_YES;
		else if (there != GIN_FALSE)
			truth = Max(truth, TRUTH_MAYBE);
	}
	return truth;
}

/* What the presence of its keys says of a term. */
static QueryTruth
truth_of_term(const CompiledQuery *compiled, const QueryTerm *term,
			  const GinTernaryValue *check)
{
	const QueryKey *keys = compiled->keys + term->first_key;
	QueryTruth		truth = TRUTH_YES;

	if (term->n_words == 0)
		return TRUTH_NO;
	if (term->n_keys == 0)
		return TRUTH_MAYBE; /* stop words */
	for (uint32 i = 0; i < term->n_keys;)
	{
		uint32	   group = keys[i].group;
		QueryTruth any = keys[i].pair ? TRUTH_YES : TRUTH_NO;

		for (; i < term->n_keys && keys[i].group == group; i++)
			any = Max(any, truth_of_key(&keys[i], check));
		truth = Min(truth, any);
	}
	/* the words are there, but side by side? */
	return truth == TRUTH_YES && term->n_words > 1 ? TRUTH_MAYBE : truth;
}

static QueryTruth
judge_term(QueryJudge *judge, uint32 number)
{
	const KeyJudge	*key_judge = (KeyJudge *) judge;
	const QueryTerm *term = &judge->compiled->terms[number];
	QueryTruth truth = truth_of_term(judge->compiled, term, key_judge->check);

	if (!key_judge->quote || truth != TRUTH_YES)
		return truth;
	/* a name that is somewhere in the article need not be in a quotation */
	return term->field < FIELD_PERSON ? TRUTH_SOME : TRUTH_MAYBE;
}

static QueryTruth
judge_quote(QueryJudge *judge, uint32 item)
{
	KeyJudge   inside = *(KeyJudge *) judge;
	QueryTruth truth;

	inside.quote = true;
	truth = newsquery_truth(&inside.judge, item);
	if (truth == TRUTH_SOME)
		return TRUTH_YES;
	/* true of every quotation, but there may be none */
	return truth == TRUTH_YES ? TRUTH_MAYBE : truth;
}

static GinTernaryValue
truth_of_query(const CompiledQuery *compiled, const GinTernaryValue *check)
{
	KeyJudge judge = { .judge = { .term = judge_term,
								  .quote = judge_quote,
								  .compiled = compiled },
					   .check = check };

	if (compiled->query->n_items == 0)
		return GIN_FALSE;
	switch (newsquery_truth(&judge.judge, 0))
	{
		case TRUTH_NO:
			return GIN_FALSE;
		case TRUTH_YES:
			return GIN_TRUE;
		default:
			return GIN_MAYBE;
	}
}

/*
 * extractQuery.  The extra data of a code tell comparePartial which of its
 * bits count.
 */
Datum
newsdoc_gin_extract_query(PG_FUNCTION_ARGS)
{
	NewsQuery		*query = PG_GETARG_NEWSQUERY_P(0);
	int32			*n_codes = (int32 *) PG_GETARG_POINTER(1);
	bool		   **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer		   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32			*mode = (int32 *) PG_GETARG_POINTER(6);
	CompiledQuery	*compiled = newsquery_compile(query);
	Size			 n = compiled->n_codes;
	Datum			*codes = palloc_array(Datum, n);
	GinTernaryValue *none = palloc_array(GinTernaryValue, n);

	*partial = palloc_array(bool, n);
	*extra = palloc_array(Pointer, n);
	memset(none, GIN_FALSE, n * sizeof(GinTernaryValue));
	for (uint32 k = 0; k < compiled->n_keys; k++)
	{
		QueryKey *key = &compiled->keys[k];

		for (int i = 0; i < key->n_codes; i++)
		{
			SearchCode *code = &key->codes[i];

			codes[key->first_code + i] = Int64GetDatum((int64) code->code);
			(*partial)[key->first_code + i] = code->bits < 64;
			(*extra)[key->first_code + i] = (Pointer) code;
		}
	}
	*n_codes = (int32) n;
	/* what can hold without any of its keys can hold anywhere */
	if (truth_of_query(compiled, none) != GIN_FALSE)
		*mode = GIN_SEARCH_MODE_ALL;
	PG_RETURN_POINTER(codes);
}

/* comparePartial: 0 when b begins as the code does, 1 when no further can. */
Datum
newsdoc_gin_compare_prefix(PG_FUNCTION_ARGS)
{
	uint64			  b = (uint64) PG_GETARG_INT64(1);
	const SearchCode *code = (const SearchCode *) PG_GETARG_POINTER(3);

	PG_RETURN_INT32(((code->code ^ b) & search_code_mask(code->bits)) ? 1 : 0);
}

/* GIN makes do without a consistent function when there is this one. */
Datum
newsdoc_gin_triconsistent(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *check = (const GinTernaryValue *) PG_GETARG_POINTER(
		0);
	NewsQuery *query = PG_GETARG_NEWSQUERY_P(2);

	PG_RETURN_GIN_TERNARY_VALUE(
		truth_of_query(newsquery_compiled(fcinfo, query), check));
}
