/*
 * searchkey.c
 *		The keys of an article; see searchkey.h.
 */
#include "searchkey.h"

#include "miscadmin.h"
#include "port/pg_bitutils.h"

#include "encoding.h"
#include "newsdoc_search.h"
#include "row.h"

typedef struct Collector
{
	SearchKeySink  sink;
	void		  *state;
	const OpenDoc *open;
	bool		   pairs;  /* of the words of names, too */
	uint32		   kinds;  /* bits of the kinds of the name being collected */
	uint32		  *speaks; /* bits of KEY_SPEAKER, of each entity that does */
	SearchWords	   words;  /* of a name, or of a cue */
} Collector;

static inline void
add_key(Collector *collector, SearchKeyKind kind, const char *text,
		uint32 length)
{
	collector->sink(collector->state, kind, text, length, 0);
}

/* The distinct words of all quotations. */
static void
collect_words(Collector *collector)
{
	const OpenDoc *open = collector->open;
	SearchWords	  *words = &collector->words;

	for (uint32 i = 0; i < open->n_words; i++)
	{
		uint32		bytes;
		const char *slice = newsdoc_slice(open, open->words[i], &bytes);
		SearchStem *stem;

		search_words_reset(words);
		slice = encoding_to_reader(slice, bytes, &bytes);
		search_words_add_slice(words, slice, bytes);
		stem = search_stem(words->letters.data, words->words[0].length,
						   words->words[0].inflected);
		if (stem->stop)
			continue;
		collector->sink(collector->state, KEY_STEM, search_stem_letters(stem),
						stem->stem_length, stem->code);
		if (stem->word_code != 0)
			collector->sink(collector->state, KEY_WORD, words->letters.data,
							words->words[0].length, stem->word_code);
	}
}

/* The words of a name, for each of the kinds that it is of. */
static void
collect_name(void *state, const char *utf8, uint32 bytes)
{
	Collector		  *collector = state;
	const SearchWords *words = &collector->words;

	search_words_reset(&collector->words);
	search_name_cut(&collector->words, utf8, bytes);
	for (uint32 i = 0; i < words->n; i++)
	{
		const SearchWord *word = &words->words[i];
		const char		 *letters = search_word_letters(words, word);

		for (uint32 kinds = collector->kinds; kinds; kinds &= kinds - 1)
		{
			SearchKeyKind kind = pg_rightmost_one_pos32(kinds);

			add_key(collector, kind, letters, word->length);
			/* the words lie side by side, with a space between */
			if (collector->pairs && i + 1 < words->n)
				add_key(collector, kind, letters,
						word->length + 1 + (word + 1)->length);
		}
	}
}

static void
collect_cue(Collector *collector, TextSpan cue)
{
	SearchWords *words = &collector->words;
	uint32		 bytes;
	const char	*slice = newsdoc_slice(collector->open, cue, &bytes);

	search_words_reset(words);
	slice = encoding_to_reader(slice, bytes, &bytes);
	search_words_cut(words, slice, bytes);
	for (uint32 i = 0; i < words->n; i++)
	{
		const SearchWord *word = &words->words[i];
		const SearchStem *stem = search_stem(search_word_letters(words, word),
											 word->length, word->inflected);

		add_key(collector, KEY_CUE, search_stem_letters(stem),
				stem->stem_length);
	}
}

/* A speaker that is an entity waits for its turn there. */
static void
collect_speaker(Collector *collector, const Quotation *quotation)
{
	if (quotation->speaker.bytes == NULL)
		return;
	if (quotation->speaker_entity != NONE)
		collector->speaks[quotation->speaker_entity] = 1 << KEY_SPEAKER;
	collector->kinds = 1 << KEY_SPEAKER;
	search_visit_own_name(collector->open, quotation, collect_name, collector);
}

static void
collect_quotations(Collector *collector)
{
	const Article *article = &collector->open->article;

	for (uint32 q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];
		const char		*kind = row_quote_kinds[quotation->kind];

		CHECK_FOR_INTERRUPTS();
		if (!medium_is_told(quotation->medium))
			continue;
		collect_cue(collector, quotation->cue);
		collect_speaker(collector, quotation);
		add_key(collector, KEY_KIND, kind, (uint32) strlen(kind));
	}
}

static void
collect_entities(Collector *collector)
{
	const Article *article = &collector->open->article;

	for (uint32 i = 0; i < article->n_entities; i++)
	{
		NewsQueryField field = search_entity_field(&article->entities[i]);

		CHECK_FOR_INTERRUPTS();
		collector->kinds = collector->speaks[i];
		if (field != FIELD_WORD)
			collector->kinds |= 1 << search_name_kind(field);
		if (collector->kinds != 0)
			search_visit_entity(&article->entities[i], collect_name,
								collector);
	}
}

void
search_keys(const NewsDoc *doc, bool pairs, SearchKeySink sink, void *state)
{
	OpenDoc	  open;
	Collector collector = {
		.sink = sink, .state = state, .open = &open, .pairs = pairs
	};

	newsdoc_open(&open, doc, SEARCH_KEY_SECTIONS);
	search_words_init(&collector.words);
	collector.speaks = palloc0(open.article.n_entities * sizeof(uint32));
	search_stems_begin();
	collect_words(&collector);
	collect_quotations(&collector);
	collect_entities(&collector);
}
