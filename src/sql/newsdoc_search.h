/*
 * newsdoc_search.h
 *		An article that a newsquery is held against.
 *
 * Only quotations that were said or written count, as in news_quotes().
 */
#ifndef NEWSEXT_NEWSDOC_SEARCH_H
#define NEWSEXT_NEWSDOC_SEARCH_H

#include "newsdoc.h"
#include "newsquery_compile.h"

/* Words [first, end) of SearchDoc.cut. */
typedef struct WordRange
{
	bool   cut; /* they are there */
	uint32 first;
	uint32 end;
} WordRange;

/* What is looked at of one quotation, once it was needed. */
typedef struct QuoteWords
{
	WordRange content; /* its pieces one after the other */
	WordRange cue;
} QuoteWords;

/* The known forms of a name of one entity, and what holds of them. */
typedef struct NameForms
{
	WordRange *forms;
	uint32	   n;
	int8	  *holds; /* of each term of the query: 1, 0, or -1 unknown */
} NameForms;

typedef struct SearchDoc
{
	OpenDoc				 open;
	const CompiledQuery *compiled;
	SearchWords			 cut;	 /* whatever was cut so far */
	WordRange			 words;	 /* of all quotations, each once */
	QuoteWords			*quotes; /* of each quotation */
	NameForms			*names;	 /* of each entity; forms NULL: not yet */
	uint32 *mentions;	   /* in the order of the quotations they are in */
	uint32 *first_mention; /* of each quotation among them, and of the end */
} SearchDoc;

#pragma GCC visibility push(hidden)

/* The sections of an article that such a query needs. */
extern int search_sections(const CompiledQuery *compiled);

/*
 * Opens an article in CurrentMemoryContext, which is to be short-lived; more:
 * sections that the caller needs besides.
 */
extern void search_doc_open(SearchDoc *search, const NewsDoc *doc,
							const CompiledQuery *compiled, int more);

/* The term holds for this quotation. */
extern bool search_term_in_quote(SearchDoc *search, uint32 term, uint32 quote);

extern bool search_matches(SearchDoc *search);

/* An entity of the field that the term asks for goes by its name. */
extern bool
search_term_names_entity(SearchDoc *search, uint32 term, uint32 entity);

/*
 * How many words from the i-th on the term takes up, if it is a word or a
 * phrase that stands there; 0 when it does not.
 */
extern uint32
search_term_at(const QueryTerm *term, const SearchWords *words, uint32 i);

/*
 * What makes an article a good answer: the terms that it should have, those
 * under a "!" left out.
 */
typedef struct SearchAim
{
	uint32 *quote_terms; /* to be met in quotations, better in one */
	uint32	n_quote_terms;
	uint32 *name_terms; /* to be met in the article */
	uint32	n_name_terms;
} SearchAim;

extern SearchAim search_aim(const CompiledQuery *compiled);

/*
 * How well a quotation answers, from 0 to 1: the share of the terms that it
 * has, squared, less for words that are not literal.
 */
extern double
search_quote_score(SearchDoc *search, const SearchAim *aim, uint32 quote);

/*
 * Calls for each known form of an entity's name, in UTF-8; and for the name of
 * a speaker who is no entity, or goes by a name that is none of its.
 */
typedef void (*SearchNameVisitor)(void *state, const char *utf8, uint32 bytes);
extern void search_visit_entity(const Entity *entity, SearchNameVisitor visit,
								void *state);
extern void
search_visit_own_name(const OpenDoc *open, const Quotation *quotation,
					  SearchNameVisitor visit, void *state);

/* What an entity's names are looked for by; FIELD_WORD when by nothing. */
extern NewsQueryField search_entity_field(const Entity *entity);

#pragma GCC visibility pop

#endif /* NEWSEXT_NEWSDOC_SEARCH_H */
