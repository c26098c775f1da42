/*
 * newsdoc_keys.c
 *		What an index has of an article; see newsdoc_keys.h.
 *
 * Keys are collected one behind the other and sorted by their first eight
 * bytes where these differ.  GIN would sort them otherwise, with a call for
 * each comparison.
 */
#include "newsdoc_keys.h"

#include "lib/qunique.h"
#include "miscadmin.h"
#include "port/pg_bswap.h"

#include "encoding.h"
#include "newsdoc_search.h"

typedef struct DocKey
{
	uint64 head; /* the first bytes, the first of them highest */
	uint32 at;	 /* of the letters */
	uint32 length;
} DocKey;

typedef struct Collector
{
	StringInfoData letters;
	DocKey		  *keys;
	uint32		   n;
	uint32		   capacity;
	uint64		   text;  /* the number of this text */
	char		   kind;  /* of names being collected */
	SearchWords	   words; /* of a name, or of a cue */
} Collector;

static inline int
compare_keys(const DocKey *a, const DocKey *b, const char *letters)
{
	int order;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	order = memcmp(letters + a->at, letters + b->at,
				   Min(a->length, b->length));
	return order ? order : (a->length > b->length) - (a->length < b->length);
}

#define ST_SORT				  sort_keys
#define ST_ELEMENT_TYPE		  DocKey
#define ST_COMPARE_ARG_TYPE	  const char
#define ST_COMPARE(a, b, arg) compare_keys(a, b, arg)
#define ST_SCOPE			  static
#define ST_DEFINE
#include "lib/sort_template.h"

static int
compare_for_unique(const void *a, const void *b, void *letters)
{
	return compare_keys(a, b, letters);
}

/* Begins a key; its text follows by add_text(), and finish_key() ends it. */
static void
begin_key(Collector *collector, char kind)
{
	DocKey *key;

	if (collector->n == collector->capacity)
	{
		collector->capacity *= 2;
		collector->keys = repalloc_huge(collector->keys,
										(Size) collector->capacity *
											sizeof(DocKey));
	}
	key = &collector->keys[collector->n++];
	key->at = (uint32) collector->letters.len;
	appendStringInfoCharMacro(&collector->letters, kind);
}

static void
finish_key(Collector *collector)
{
	DocKey		  *key = &collector->keys[collector->n - 1];
	unsigned char  head[sizeof(uint64)] = { 0 };
	StringInfo	   letters = &collector->letters;

	key->length = Min((uint32) letters->len - key->at, SEARCH_KEY_LIMIT + 1);
	letters->len = (int) (key->at + key->length);
	memcpy(head, letters->data + key->at, Min(key->length, sizeof(head)));
	memcpy(&key->head, head, sizeof(head));
	key->head = pg_ntoh64(key->head);
}

static void
add_text(Collector *collector, const char *text, uint32 length)
{
	appendBinaryStringInfo(&collector->letters, text,
						   (int) Min(length, SEARCH_KEY_LIMIT));
}

static void
add_key(Collector *collector, char kind, const char *text, uint32 length)
{
	begin_key(collector, kind);
	add_text(collector, text, length);
	finish_key(collector);
}

/* The words of a quotation, each once. */
static void
collect_words(Collector *collector, const SearchWords *words)
{
	for (uint32 i = 0; i < words->n; i++)
	{
		const SearchWord *word = &words->words[i];
		SearchStem		 *stem = search_stem(search_word_letters(words, word),
											 word->length, word->inflected);

		if (stem->stop || stem->seen == collector->text)
			continue;
		stem->seen = collector->text;
		add_key(collector, KEY_STEM, stem->stem, stem->stem_length);
		if (stem->stem_length != stem->word.length ||
			memcmp(stem->stem, stem->word.bytes, stem->stem_length) != 0)
			add_key(collector, KEY_WORD, stem->word.bytes, stem->word.length);
	}
}

/* The words of a name, and each two that stand side by side. */
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

		add_key(collector, collector->kind, letters, word->length);
		if (i + 1 == words->n)
			break;
		begin_key(collector, collector->kind);
		add_text(collector, letters, word->length);
		add_text(collector, " ", 1);
		add_text(collector, search_word_letters(words, word + 1),
				 (word + 1)->length);
		finish_key(collector);
	}
}

static void
collect_cue(Collector *collector, const OpenDoc *open, TextSpan cue)
{
	SearchWords *words = &collector->words;
	uint32		 bytes;
	const char	*slice = newsdoc_slice(open, cue, &bytes);

	search_words_reset(words);
	slice = encoding_to_reader(slice, bytes, &bytes);
	search_words_cut(words, slice, bytes);
	for (uint32 i = 0; i < words->n; i++)
	{
		const SearchWord *word = &words->words[i];
		const SearchStem *stem = search_stem(search_word_letters(words, word),
											 word->length, word->inflected);

		add_key(collector, KEY_CUE, stem->stem, stem->stem_length);
	}
}

static void
collect_quotations(Collector *collector, const OpenDoc *open)
{
	static const char *const kinds[] = { [QUOTE_DIRECT] = "direct",
										 [QUOTE_MIXED] = "mixed",
										 [QUOTE_INDIRECT] = "indirect" };
	const Article *article = &open->article;
	SearchWords	   words;

	search_words_init(&words);
	for (uint32 q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];

		CHECK_FOR_INTERRUPTS();
		if (!medium_is_told(quotation->medium))
			continue;
		search_words_reset(&words);
		for (uint32 i = 0; i < quotation->n_content; i++)
		{
			uint32		bytes;
			const char *slice = newsdoc_slice(open, quotation->content[i],
											  &bytes);

			slice = encoding_to_reader(slice, bytes, &bytes);
			search_words_cut(&words, slice, bytes);
		}
		collect_words(collector, &words);
		collect_cue(collector, open, quotation->cue);
		collector->kind = KEY_SPEAKER;
		search_visit_speaker(open, quotation, collect_name, collector);
		add_key(collector, KEY_KIND, kinds[quotation->kind],
				(uint32) strlen(kinds[quotation->kind]));
	}
}

static void
collect_entities(Collector *collector, const OpenDoc *open)
{
	const Article *article = &open->article;

	for (uint32 i = 0; i < article->n_entities; i++)
	{
		NewsQueryField field = search_entity_field(&article->entities[i]);

		CHECK_FOR_INTERRUPTS();
		if (field == FIELD_WORD)
			continue;
		collector->kind = search_name_key(field);
		search_visit_entity(&article->entities[i], collect_name, collector);
	}
}

/* The keys as the server wants them, in one piece of memory. */
static Datum *
keys_as_bytea(const Collector *collector)
{
	Datum *datums = palloc_array(Datum, Max(1, collector->n));
	Size   size = 0;
	char  *at;

	for (uint32 i = 0; i < collector->n; i++)
		size += INTALIGN(VARHDRSZ + collector->keys[i].length);
	at = MemoryContextAllocHuge(CurrentMemoryContext, Max(1, size));
	for (uint32 i = 0; i < collector->n; i++)
	{
		const DocKey *key = &collector->keys[i];

		SET_VARSIZE(at, VARHDRSZ + key->length);
		memcpy(VARDATA(at), collector->letters.data + key->at, key->length);
		datums[i] = PointerGetDatum(at);
		at += INTALIGN(VARHDRSZ + key->length);
	}
	return datums;
}

Datum *
newsdoc_keys(const NewsDoc *doc, int32 *n)
{
	static uint64 texts; /* that keys were collected of */
	OpenDoc		  open;
	Collector	  collector = { .capacity = 512, .text = ++texts };

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_QUOTATIONS));
	initStringInfo(&collector.letters);
	enlargeStringInfo(&collector.letters, 8192);
	collector.keys = palloc_array(DocKey, collector.capacity);
	search_words_init(&collector.words);
	search_stems_begin();
	collect_quotations(&collector, &open);
	collect_entities(&collector, &open);
	sort_keys(collector.keys, collector.n, collector.letters.data);
	collector.n = (uint32) qunique_arg(collector.keys, collector.n,
									   sizeof(DocKey), compare_for_unique,
									   collector.letters.data);
	*n = (int32) collector.n;
	return keys_as_bytea(&collector);
}
