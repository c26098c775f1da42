/*
 * newsquery_compile.h
 *		A newsquery made ready to be held against articles and an index.
 *
 * Terms are cut into words, words have their stems, names their keys; every
 * term has the keys that an index has of articles in which it can hold.
 */
#ifndef NEWSEXT_NEWSQUERY_COMPILE_H
#define NEWSEXT_NEWSQUERY_COMPILE_H

#include "newsquery.h"
#include "searchkey.h"
#include "searchstem.h"
#include "searchword.h"

/* Longest name, in bytes when folded, that is compared; no name is longer. */
#define SEARCH_NAME_LIMIT 1024

/*
 * One key of a term.  A term can hold only where each of its groups has a key
 * that is there.
 */
typedef struct QueryKey
{
	SearchKeyKind kind;
	const char	 *text;
	uint32		  length;
	uint32		  group;
	bool		  prefix; /* any key that begins so */
	bool		  lossy;  /* where it is, the group need not hold */
	bool		  pair;	  /* of words of a name: statistics only */
	SearchCode	  codes[PREFIX_CODES];
	int			  n_codes;	  /* none of a pair */
	uint32		  first_code; /* its number among all of the query */
} QueryKey;

typedef struct QueryWord
{
	const char *bytes;
	uint32		length;
	const char *stem;
	uint32		stem_length;
	bool		stop;
	bool		prefix; /* the beginning of a word */
} QueryWord;

typedef struct QueryTerm
{
	NewsQueryField field;
	bool		   exact; /* stems do not count */
	int			   kind;  /* of FIELD_KIND, a QuoteKind */
	QueryWord	  *words;
	uint32		   n_words; /* 0: holds nowhere */
	uint32		   first_key;
	uint32		   n_keys;
} QueryTerm;

typedef struct CompiledQuery
{
	NewsQuery *query;
	uint32	  *term_of; /* of each item, the number of its term */
	QueryTerm *terms;
	uint32	   n_terms;
	QueryKey  *keys;
	Size	   room; /* for keys */
	uint32	   n_keys;
	uint32	   n_codes;
	bool	   mentions; /* a name is looked for in a quotation */
} CompiledQuery;

/*
 * What is known of a query or a part of it.  For an article at hand, NO and
 * YES; from the keys of an article all of them.
 */
typedef enum QueryTruth
{
	TRUTH_NO,
	TRUTH_MAYBE,
	TRUTH_SOME, /* inside quote( ): in one quotation at least */
	TRUTH_YES	/* inside quote( ): in every quotation */
} QueryTruth;

/* Tells the truth of a term, and of what stands inside quote( ). */
typedef struct QueryJudge
{
	QueryTruth (*term)(struct QueryJudge *judge, uint32 term);
	QueryTruth (*quote)(struct QueryJudge *judge, uint32 item);
	const CompiledQuery *compiled;
} QueryJudge;

#pragma GCC visibility push(hidden)

/* Kept for this function's calls; compiled once while the query is one. */
extern const CompiledQuery *
newsquery_compiled(FunctionCallInfo fcinfo, const NewsQuery *query);

/* The same in CurrentMemoryContext, for one use. */
extern CompiledQuery *newsquery_compile(const NewsQuery *query);

/* The truth of the subtree of an item. */
extern QueryTruth newsquery_truth(QueryJudge *judge, uint32 item);

/* Appends the words of a name, folded, with single spaces between. */
extern void
search_name_cut(SearchWords *words, const char *utf8, uint32 bytes);

/* The kind of the keys of names in this field. */
extern SearchKeyKind search_name_kind(NewsQueryField field);

#pragma GCC visibility pop

#endif /* NEWSEXT_NEWSQUERY_COMPILE_H */
