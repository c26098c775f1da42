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
#include "searchword.h"

/*
 * What an index has of an article: a letter that tells the kind, then text in
 * UTF-8, at most SEARCH_KEY_LIMIT bytes of it.
 *
 * Words of quotations have a key by their stem, and by themselves when the
 * stem is another; stop words have none.  Cues have the stems of all their
 * words.  Names have each word of every known form, and each two that stand
 * side by side.
 */
#define KEY_STEM	'w'
#define KEY_WORD	'x'
#define KEY_CUE		'c'
#define KEY_KIND	'k'
#define KEY_SPEAKER 's'
#define KEY_PERSON	'p'
#define KEY_ORG		'o'
#define KEY_PLACE	'l'

#define SEARCH_KEY_LIMIT SEARCH_WORD_LIMIT

/* Longest name, in bytes of its key, that is compared; no name is longer. */
#define SEARCH_NAME_LIMIT 1024

/*
 * One key of a term.  A term holds only where each of its groups has a key
 * that is there.
 */
typedef struct QueryEntry
{
	const char *key; /* with the letter of its kind */
	uint32		length;
	uint32		group;
	bool		prefix; /* any key that begins so */
	bool		lossy;	/* where it is, the group need not hold */
} QueryEntry;

typedef struct QueryWord
{
	const char *bytes;
	uint32		length;
	const char *stem;
	uint32		stem_length;
	bool		stop;
} QueryWord;

typedef struct QueryTerm
{
	NewsQueryField field;
	bool		   exact;  /* stems do not count */
	bool		   prefix; /* of the last word */
	bool		   lossy;  /* even where every group holds */
	int			   kind;   /* of FIELD_KIND, a QuoteKind */
	QueryWord	  *words;
	uint32		   n_words; /* 0: holds nowhere */
	uint32		   first_entry;
	uint32		   n_entries;
} QueryTerm;

typedef struct CompiledQuery
{
	NewsQuery  *query;
	uint32	   *term_of; /* of each item, the number of its term */
	QueryTerm  *terms;
	uint32		n_terms;
	QueryEntry *entries;
	uint32		n_entries;
	bool		mentions; /* a name is looked for in a quotation */
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

/*
 * The words of the key of a name, in the reader's encoding; appends them to
 * words.
 */
extern void search_name_cut(SearchWords *words, const char *utf8,
							uint32 bytes);

/* The letter of the keys of names in this field. */
extern char search_name_key(NewsQueryField field);

#pragma GCC visibility pop

#endif /* NEWSEXT_NEWSQUERY_COMPILE_H */
