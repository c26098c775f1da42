/*
 * searchkey.c
 *		What an index has of an article; see searchkey.h.
 */
#include "searchkey.h"

#include "common/hashfn.h"
#include "miscadmin.h"

#include "encoding.h"
#include "newsdoc_search.h"
#include "row.h"

#define CODE_BITS (64 - KEY_KIND_BITS)

typedef struct Collector
{
	SearchKeySink sink;
	void		 *state;
	uint64		  text;	 /* the number of this text */
	bool		  pairs; /* of the words of names, too */
	SearchKeyKind kind;	 /* of the names being collected */
	SearchWords	  words; /* of a name, or of a cue */
} Collector;

/*
 * Codes of characters, 0 for none.  They are in the order of ASCII, which
 * plays no part in searches and keeps neighbours in an index together.
 */
/* clang-format off */
static const uint8 character_codes[256] = {
	[' '] = 1, ['&'] = 2, ['\''] = 3, ['+'] = 4, ['-'] = 5, ['.'] = 6,
	['/'] = 7, ['0'] = 8, ['1'] = 9, ['2'] = 10, ['3'] = 11, ['4'] = 12,
	['5'] = 13, ['6'] = 14, ['7'] = 15, ['8'] = 16, ['9'] = 17, [':'] = 18,
	['@'] = 19, ['_'] = 20,
	['a'] = 21, ['b'] = 22, ['c'] = 23, ['d'] = 24, ['e'] = 25, ['f'] = 26,
	['g'] = 27, ['h'] = 28, ['i'] = 29, ['j'] = 30, ['k'] = 31, ['l'] = 32,
	['m'] = 33, ['n'] = 34, ['o'] = 35, ['p'] = 36, ['q'] = 37, ['r'] = 38,
	['s'] = 39, ['t'] = 40, ['u'] = 41, ['v'] = 42, ['w'] = 43, ['x'] = 44,
	['y'] = 45, ['z'] = 46,
};
/* clang-format on */

#define CHARACTER_OTHER 47 /* in a text that is not held whole */

uint64
search_code_mask(int bits)
{
	return bits == 0 ? 0 : ~UINT64CONST(0) << (64 - bits);
}

/* The first characters of a text as a code; what has no code makes it other.
 */
static uint64
long_characters(SearchKeyKind kind, const char *text, uint32 length)
{
	uint64 code = (uint64) (kind + KEY_LONG) << CODE_BITS;
	int	   shift = CODE_BITS;

	for (uint32 i = 0; i < Min(length, KEY_LONG_CHARACTERS); i++)
	{
		uint8 c = character_codes[(unsigned char) text[i]];

		shift -= KEY_CHARACTER_BITS;
		code |= (uint64) (c ? c : CHARACTER_OTHER) << shift;
	}
	return code;
}

/* The code of a text that is held whole; false when it cannot be. */
static bool
whole_characters(SearchKeyKind kind, const char *text, uint32 length,
				 uint64 *code)
{
	int shift = CODE_BITS;

	*code = (uint64) kind << CODE_BITS;
	if (length > KEY_CHARACTERS)
		return false;
	for (uint32 i = 0; i < length; i++)
	{
		uint8 c = character_codes[(unsigned char) text[i]];

		if (c == 0)
			return false;
		shift -= KEY_CHARACTER_BITS;
		*code |= (uint64) c << shift;
	}
	return true;
}

SearchCode
search_code(SearchKeyKind kind, const char *text, uint32 length)
{
	const int hash_bits = CODE_BITS - KEY_LONG_CHARACTERS * KEY_CHARACTER_BITS;
	SearchCode code = { .bits = 64 };

	if (!whole_characters(kind, text, length, &code.code))
	{
		code.code = long_characters(kind, text, length) |
			(hash_bytes((const unsigned char *) text, (int) length) >>
			 (32 - hash_bits));
		code.lossy = true;
	}
	return code;
}

int
search_prefix_codes(SearchKeyKind kind, const char *text, uint32 length,
					SearchCode codes[PREFIX_CODES])
{
	uint32 characters = Min(length, KEY_LONG_CHARACTERS);
	int	   n = 0;

	codes[n].bits = KEY_KIND_BITS + (int) length * KEY_CHARACTER_BITS;
	codes[n].lossy = false;
	if (whole_characters(kind, text, length, &codes[n].code))
		n++;
	codes[n].code = long_characters(kind, text, length);
	codes[n].bits = KEY_KIND_BITS + (int) characters * KEY_CHARACTER_BITS;
	codes[n++].lossy = true;
	return n;
}

char
search_key_letter(SearchKeyKind kind)
{
	static const char letters[] = {
		[KEY_STEM] = 'w', [KEY_WORD] = 'x',	   [KEY_CUE] = 'c',
		[KEY_KIND] = 'k', [KEY_SPEAKER] = 's', [KEY_PERSON] = 'p',
		[KEY_ORG] = 'o',  [KEY_PLACE] = 'l'
	};

	return letters[kind];
}

static inline void
add_key(Collector *collector, SearchKeyKind kind, const char *text,
		uint32 length)
{
	collector->sink(collector->state, kind, text, length);
}

/* The words of a quotation, each once in an article. */
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
		if (!search_stem_is_word(stem))
			add_key(collector, KEY_WORD, stem->word.bytes, stem->word.length);
	}
}

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

		add_key(collector, collector->kind, search_word_letters(words, word),
				word->length);
		/* the words of a name lie side by side with a space between */
		if (collector->pairs && i + 1 < words->n)
			add_key(collector, collector->kind,
					search_word_letters(words, word),
					word->length + 1 + (word + 1)->length);
	}
}

static void
cut_span(const OpenDoc *open, SearchWords *words, TextSpan span)
{
	uint32		bytes;
	const char *slice = newsdoc_slice(open, span, &bytes);

	slice = encoding_to_reader(slice, bytes, &bytes);
	search_words_cut(words, slice, bytes);
}

static void
collect_cue(Collector *collector, const OpenDoc *open, TextSpan cue)
{
	SearchWords *words = &collector->words;

	search_words_reset(words);
	cut_span(open, words, cue);
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
	const Article *article = &open->article;
	SearchWords	   words;

	search_words_init(&words);
	for (uint32 q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];
		const char		*kind = row_quote_kinds[quotation->kind];

		CHECK_FOR_INTERRUPTS();
		if (!medium_is_told(quotation->medium))
			continue;
		search_words_reset(&words);
		for (uint32 i = 0; i < quotation->n_content; i++)
			cut_span(open, &words, quotation->content[i]);
		collect_words(collector, &words);
		collect_cue(collector, open, quotation->cue);
		collector->kind = KEY_SPEAKER;
		search_visit_speaker(open, quotation, collect_name, collector);
		add_key(collector, KEY_KIND, kind, (uint32) strlen(kind));
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
		collector->kind = search_name_kind(field);
		search_visit_entity(&article->entities[i], collect_name, collector);
	}
}

void
search_keys(const NewsDoc *doc, bool pairs, SearchKeySink sink, void *state)
{
	static uint64 texts; /* that keys were collected of */
	OpenDoc		  open;
	Collector	  collector = {
			.sink = sink, .state = state, .text = ++texts, .pairs = pairs
	};

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_QUOTATIONS));
	search_words_init(&collector.words);
	search_stems_begin();
	collect_quotations(&collector, &open);
	collect_entities(&collector, &open);
}
