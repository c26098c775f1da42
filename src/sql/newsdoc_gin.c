/*
 * newsdoc_gin.c
 *		doc @@ query, and the GIN operator class that finds it.
 *
 * The keys of an article are told in newsquery_compile.h.  A query is looked
 * up by its entries; what their presence says of it is the truth of the query
 * over the keys (newsquery_truth), so that the index and the operator share
 * one evaluator.  Only what the keys leave open is checked in the article:
 * phrases, negations and more than one term inside quote( ), stop words.
 */
#include "newsdoc.h"

#include "access/gin.h"

#include "newsdoc_keys.h"
#include "newsdoc_search.h"

PG_FUNCTION_INFO_V1(newsdoc_match_query);
PG_FUNCTION_INFO_V1(newsquery_match_doc);
PG_FUNCTION_INFO_V1(newsdoc_gin_extract);
PG_FUNCTION_INFO_V1(newsdoc_gin_extract_query);
PG_FUNCTION_INFO_V1(newsdoc_gin_compare_prefix);
PG_FUNCTION_INFO_V1(newsdoc_gin_triconsistent);

typedef struct KeyJudge
{
	QueryJudge			   judge;
	const GinTernaryValue *check; /* of each entry */
	bool				   quote; /* inside quote( ) */
} KeyJudge;

/* Holds the n-th argument's article against the other one's query. */
static Datum
match(FunctionCallInfo fcinfo, int doc_argument)
{
	NewsDoc	  *doc = PG_GETARG_NEWSDOC_P(doc_argument);
	NewsQuery *query = PG_GETARG_NEWSQUERY_P(1 - doc_argument);
	SearchDoc  search;
	bool	   matches;

	search_doc_open(&search, doc, newsquery_compiled(fcinfo, query));
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

/* extractValue */
Datum
newsdoc_gin_extract(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = PG_GETARG_NEWSDOC_P(0);
	int32	*n_keys = (int32 *) PG_GETARG_POINTER(1);
	Datum	*keys = newsdoc_keys(doc, n_keys);

	PG_FREE_IF_COPY(doc, 0);
	PG_RETURN_POINTER(keys);
}

/* What the presence of its keys says of a term. */
static QueryTruth
truth_of_term(const CompiledQuery *compiled, const QueryTerm *term,
			  const GinTernaryValue *check)
{
	const QueryEntry *entries = compiled->entries + term->first_entry;
	QueryTruth		  truth = TRUTH_YES;

	if (term->n_words == 0)
		return TRUTH_NO;
	if (term->n_entries == 0)
		return TRUTH_MAYBE; /* stop words */
	for (uint32 i = 0; i < term->n_entries;)
	{
		uint32	   group = entries[i].group;
		QueryTruth any = TRUTH_NO;

		for (; i < term->n_entries && entries[i].group == group; i++)
		{
			GinTernaryValue there = check[term->first_entry + i];

			if (there == GIN_TRUE && !entries[i].lossy)
				any = TRUTH_YES;
			else if (there != GIN_FALSE)
				any = Max(any, TRUTH_MAYBE);
		}
		truth = Min(truth, any);
	}
	return truth == TRUTH_YES && term->lossy ? TRUTH_MAYBE : truth;
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

/* extractQuery */
Datum
newsdoc_gin_extract_query(PG_FUNCTION_ARGS)
{
	NewsQuery	  *query = PG_GETARG_NEWSQUERY_P(0);
	int32		  *n_keys = (int32 *) PG_GETARG_POINTER(1);
	bool		 **partial = (bool **) PG_GETARG_POINTER(3);
	int32		  *mode = (int32 *) PG_GETARG_POINTER(6);
	CompiledQuery *compiled = newsquery_compile(query);
	Datum		  *keys = palloc_array(Datum, Max(1, compiled->n_entries));
	GinTernaryValue *none = palloc_array(GinTernaryValue,
										 Max(1, compiled->n_entries));

	*partial = palloc_array(bool, Max(1, compiled->n_entries));
	for (uint32 i = 0; i < compiled->n_entries; i++)
	{
		const QueryEntry *entry = &compiled->entries[i];
		bytea			 *key = palloc(VARHDRSZ + entry->length);

		SET_VARSIZE(key, VARHDRSZ + entry->length);
		memcpy(VARDATA(key), entry->key, entry->length);
		keys[i] = PointerGetDatum(key);
		(*partial)[i] = entry->prefix;
		none[i] = GIN_FALSE;
	}
	*n_keys = (int32) compiled->n_entries;
	/* what can hold without any of its keys can hold anywhere */
	if (truth_of_query(compiled, none) != GIN_FALSE)
		*mode = GIN_SEARCH_MODE_ALL;
	PG_RETURN_POINTER(keys);
}

/* comparePartial: 0 when key b begins with a, 1 when no further one can. */
Datum
newsdoc_gin_compare_prefix(PG_FUNCTION_ARGS)
{
	bytea *a = PG_GETARG_BYTEA_PP(0);
	bytea *b = PG_GETARG_BYTEA_PP(1);
	bool   begins = VARSIZE_ANY_EXHDR(a) <= VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	PG_RETURN_INT32(begins ? 0 : 1);
}

/* GIN makes do without a consistent function when there is this one. */
Datum
newsdoc_gin_triconsistent(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *check = (const GinTernaryValue *)
		PG_GETARG_POINTER(0);
	NewsQuery *query = PG_GETARG_NEWSQUERY_P(2);

	PG_RETURN_GIN_TERNARY_VALUE(
		truth_of_query(newsquery_compiled(fcinfo, query), check));
}
