/*
 * newsdoc_rank.c
 *		news_rank(doc, query): how good an answer an article is.
 *
 * Every quotation scores by the share of the query's terms that it has
 * (search_quote_score); an article with several good quotations is better than
 * one with one, but less and less so: the sum s counts s / (s + 1).  Names
 * that are asked for outside quotations count by how often they are mentioned,
 * m / (m + 1).  The rank is the mean over the terms: 0 for an article that has
 * nothing of what is asked for, and always less than 1.
 */
#include "newsdoc_search.h"

PG_FUNCTION_INFO_V1(news_rank);

static double
name_score(SearchDoc *search, uint32 term)
{
	const Article *article = &search->open.article;
	double		   mentions = 0.0;

	for (uint32 i = 0; i < article->n_entities; i++)
		if (search_term_names_entity(search, term, i))
			mentions += article->entities[i].mentions;
	return mentions / (mentions + 1.0);
}

Datum
news_rank(PG_FUNCTION_ARGS)
{
	NewsDoc	  *doc = PG_GETARG_NEWSDOC_P(0);
	NewsQuery *query = PG_GETARG_NEWSQUERY_P(1);
	SearchDoc  search;
	SearchAim  aim;
	double	   quotes = 0.0;
	double	   sum;
	uint32	   terms;

	search_doc_open(&search, doc, newsquery_compiled(fcinfo, query), 0);
	aim = search_aim(search.compiled);
	terms = aim.n_quote_terms + aim.n_name_terms;
	for (uint32 q = 0; q < search.open.article.n_quotations; q++)
		quotes += search_quote_score(&search, &aim, q);
	sum = aim.n_quote_terms * quotes / (quotes + 1.0);
	for (uint32 i = 0; i < aim.n_name_terms; i++)
		sum += name_score(&search, aim.name_terms[i]);
	PG_RETURN_FLOAT4(terms ? (float4) (sum / terms) : 0.0f);
}
