/*
 * arrays.c
 *		Names as text[], for GIN: speakers, people, organisations, places.
 */
#include "row.h"

#include "catalog/pg_type.h"
#include "lib/qunique.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "reading.h"

/* A name and its place among all. */
typedef struct Placed
{
	ReaderName name;
	uint32	   place;
} Placed;

static Placed *
places(uint32 n)
{
	return palloc_extended(Max(1, n) * sizeof(Placed), MCXT_ALLOC_HUGE);
}

static int
compare_names(const void *a, const void *b)
{
	ReaderName x = ((const Placed *) a)->name;
	ReaderName y = ((const Placed *) b)->name;
	int		   order = memcmp(x.bytes, y.bytes, Min(x.length, y.length));

	return order ? order : (x.length > y.length) - (x.length < y.length);
}

static int
compare_places(const void *a, const void *b)
{
	uint32 x = ((const Placed *) a)->place;
	uint32 y = ((const Placed *) b)->place;

	return (x > y) - (x < y);
}

static int
compare_both(const void *a, const void *b)
{
	int order = compare_names(a, b);

	return order ? order : compare_places(a, b);
}

/* Distinct names in the order of their first place. */
static Datum
distinct(Placed *placed, uint32 n)
{
	Datum *elements;

	qsort(placed, n, sizeof(Placed), compare_both);
	n = qunique(placed, n, sizeof(Placed), compare_names);
	qsort(placed, n, sizeof(Placed), compare_places);

	elements = palloc_array(Datum, n);
	for (uint32 i = 0; i < n; i++)
		elements[i] = PointerGetDatum(
			cstring_to_text_with_len(placed[i].name.bytes,
									 placed[i].name.length));
	return PointerGetDatum(
		construct_array(elements, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum
entities_of(const NewsDoc *doc, int sections, MentionKind kind)
{
	OpenDoc open;
	Placed *placed;
	uint32	n = 0;

	newsdoc_open(&open, doc, sections);
	placed = places(open.article.n_entities);
	for (uint32 i = 0; i < open.article.n_entities; i++)
	{
		const Entity *entity = &open.article.entities[i];

		if (entity->kind == kind && entity->name.bytes)
		{
			placed[n].name = entity->name;
			placed[n++].place = entity->first_mention;
		}
	}
	return distinct(placed, n);
}

/* Unnamed sources ("officials") are nobody to look for. */
static Datum
news_speakers(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	OpenDoc open;
	Placed *placed;
	uint32	n = 0;

	(void) fcinfo;
	newsdoc_open(&open, doc, sections);
	placed = places(open.article.n_quotations);
	for (uint32 i = 0; i < open.article.n_quotations; i++)
	{
		const Quotation *quotation = &open.article.quotations[i];

		if (quotation->named && quotation->speaker.bytes &&
			medium_is_told(quotation->medium))
		{
			placed[n].name = quotation->speaker;
			placed[n++].place = i;
		}
	}
	return distinct(placed, n);
}

static Datum
news_people(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	(void) fcinfo;
	return entities_of(doc, sections, MENTION_PERSON);
}

static Datum
news_orgs(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	(void) fcinfo;
	return entities_of(doc, sections, MENTION_ORG);
}

static Datum
news_places(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	(void) fcinfo;
	return entities_of(doc, sections, MENTION_PLACE);
}

NEWS_FUNCTION(news_speakers, SECTION_BIT(SECTION_QUOTATIONS))
NEWS_FUNCTION(news_people, SECTION_BIT(SECTION_ENTITIES))
NEWS_FUNCTION(news_orgs, SECTION_BIT(SECTION_ENTITIES))
NEWS_FUNCTION(news_places, SECTION_BIT(SECTION_ENTITIES))
