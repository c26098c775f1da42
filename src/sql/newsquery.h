/*
 * newsquery.h
 *		The type newsquery: a search over articles, as it is stored.
 *
 * A newsquery is a tree in prefix order: every item is followed by its
 * operands, and knows how many items it spans with them, so that a chain of
 * a thousand words is one flat item and only parentheses nest.  Terms are kept
 * as they were written; how they are cut into words and stems is decided when
 * the query is used (newsquery_compile.c), so stored queries never go stale.
 */
#ifndef NEWSEXT_NEWSQUERY_H
#define NEWSEXT_NEWSQUERY_H

#include "postgres.h"

#include "fmgr.h"

#include "compat.h"

#define NEWSQUERY_VERSION 1

typedef enum NewsQueryItemType
{
	QUERY_TERM,
	QUERY_NOT,	 /* one operand */
	QUERY_QUOTE, /* one operand, which holds for one quotation */
	QUERY_AND,	 /* two operands or more */
	QUERY_OR
} NewsQueryItemType;

/* Where a term is looked for. */
typedef enum NewsQueryField
{
	FIELD_WORD, /* the words of quotations */
	FIELD_SPEAKER,
	FIELD_CUE,
	FIELD_KIND,
	FIELD_PERSON,
	FIELD_ORG,
	FIELD_PLACE
} NewsQueryField;

#define FIELDS (FIELD_PLACE + 1)

#define TERM_QUOTED 0x01 /* "...": exact, and as many words as there are */
#define TERM_PREFIX 0x02 /* its last word is the beginning of one */

typedef struct NewsQueryItem
{
	uint8  type;
	uint8  field; /* of a term */
	uint8  flags;
	uint8  reserved; /* zero */
	uint32 span;	 /* items of the subtree, with this one */
	uint32 at;		 /* of a term: its bytes behind the items */
	uint32 length;
} NewsQueryItem;

typedef struct NewsQuery
{
	int32		  vl_len_; /* varlena header */
	uint8		  version;
	uint8		  reserved[3]; /* zero */
	uint32		  n_items;	   /* 0: nothing is looked for, nothing found */
	NewsQueryItem items[FLEXIBLE_ARRAY_MEMBER];
} NewsQuery;

StaticAssertDecl(sizeof(NewsQueryItem) == 16 &&
					 offsetof(NewsQuery, items) == 12,
				 "newsquery is stored on disk");

/* A query being built. */
typedef struct QueryNode QueryNode;

#pragma GCC visibility push(hidden)

extern const char *const newsquery_fields[FIELDS];

/* Building: a term, an operation over operands, a query as an operand. */
extern QueryNode *
query_term(NewsQueryField field, int flags, const char *text, uint32 length);
extern QueryNode *query_operation(NewsQueryItemType type);
extern void		  query_add_operand(QueryNode *operation, QueryNode *operand);
extern QueryNode *query_whole(const NewsQuery *query);

/* The stored form of a tree; of NULL, the empty query. */
extern NewsQuery *query_finish(const QueryNode *root);

/* newsquery_parse.c; NULL in the soft case of an error, see ereturn. */
extern NewsQuery *newsquery_parse(const char *text, Node *escontext);

/* What a person may have typed, whatever it is. */
extern NewsQuery *newsquery_parse_plain(const char *typed, uint32 bytes);

/* Checks what every user of a newsquery relies on. */
extern NewsQuery *newsquery_checked(struct varlena *value);

#pragma GCC visibility pop

static inline const char *
query_term_text(const NewsQuery *query, const NewsQueryItem *item)
{
	return (const char *) &query->items[query->n_items] + item->at;
}

#define DatumGetNewsQueryP(d)	 newsquery_checked(PG_DETOAST_DATUM(d))
#define PG_GETARG_NEWSQUERY_P(n) DatumGetNewsQueryP(PG_GETARG_DATUM(n))

#endif /* NEWSEXT_NEWSQUERY_H */
