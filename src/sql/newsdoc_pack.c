/*
 * newsdoc_pack.c
 *		From an article to a newsdoc; the format is told in newsdoc.h.
 *
 * The reader's spans are bytes of UTF-8.  They are turned into characters
 * here, which are the same in every encoding of the server.
 */
#include "newsdoc.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "encoding.h"
#include "reader/unicode.h"
#include "searchword.h"

typedef struct Packer
{
	const Article *article;
	CharMap		   map; /* of the reader's text */
	StringInfoData out;
	uint32		   last; /* characters: where the last span ended */
} Packer;

/* Words that are looked at to tell the language. */
#define LANGUAGE_SAMPLE 2000

static void
put(Packer *packer, uint64 value)
{
	StringInfo out = &packer->out;

	enlargeStringInfo(out, 10);
	while (value >= 0x80)
	{
		out->data[out->len++] = (char) (value | 0x80);
		value >>= 7;
	}
	out->data[out->len++] = (char) value;
}

/* Small differences of either sign give small numbers. */
static void
put_difference(Packer *packer, int64 difference)
{
	put(packer, ((uint64) difference << 1) ^ (uint64) (difference >> 63));
}

/* An index that may be NONE, beside the one before it. */
static void
put_index(Packer *packer, uint32 index, uint32 before)
{
	int64 difference = (int64) index - (before == NONE ? 0 : before);

	if (index == NONE)
		put(packer, 0);
	else
		put(packer,
			(((uint64) difference << 1) ^ (uint64) (difference >> 63)) + 1);
}

static void
put_characters(Packer *packer, uint32 start, uint32 end)
{
	put_difference(packer, (int64) start - packer->last);
	packer->last = end;
}

static void
put_span(Packer *packer, TextSpan span)
{
	uint32 start;
	uint32 end;

	CHECK_FOR_INTERRUPTS();
	if (span.start >= span.end)
	{
		put(packer, 0);
		return;
	}
	start = charmap_char(&packer->map, span.start);
	end = charmap_char(&packer->map, span.end);
	put(packer, end - start);
	put_characters(packer, start, end);
}

static void
put_spans(Packer *packer, const TextSpan *spans, uint32 n)
{
	put(packer, n);
	for (uint32 i = 0; i < n; i++)
		put_span(packer, spans[i]);
}

static void
put_name(Packer *packer, ReaderName name)
{
	const Article *article = packer->article;
	const char	  *text = article->text;

	if (name.bytes == NULL || name.length == 0)
		put(packer, 0);
	else if (name.bytes >= text && name.bytes < text + article->length)
	{
		uint32 at = name.bytes - text;
		uint32 start = charmap_char(&packer->map, at);
		uint32 end = charmap_char(&packer->map, at + name.length);

		put(packer, (uint64) (end - start) << 1 | NAME_SLICE);
		put_characters(packer, start, end);
	}
	else
	{
		uint32		bytes;
		const char *spelled = encoding_from_reader(name.bytes, name.length,
												   &bytes);

		put(packer, (uint64) bytes << 1);
		appendBinaryStringInfo(&packer->out, spelled, bytes);
	}
}

static bool
same_name(ReaderName a, ReaderName b)
{
	return a.bytes != NULL && b.bytes != NULL && a.length == b.length &&
		memcmp(a.bytes, b.bytes, a.length) == 0;
}

/*
 * English or unknown: in English running text more than a third of the words
 * are determiners, prepositions, pronouns, auxiliaries and their like.  Other
 * languages share a few of those spellings, but not so many that every fourth
 * word is one.
 */
static bool
is_english(const Article *article)
{
	const LexClasses function_words = LEX(DETERMINER) | LEX(PREPOSITION) |
		LEX(CONJUNCTION) | LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER) |
		LEX(AUXILIARY) | LEX(MODAL) | LEX(POSSESSIVE) | LEX(PRON_SUBJ_M) |
		LEX(PRON_SUBJ_F) | LEX(PRON_SUBJ_PL) | LEX(PRON_SUBJ_1);
	uint32 words = 0;
	uint32 found = 0;

	for (uint32 i = 0; i < article->n_tokens && words < LANGUAGE_SAMPLE; i++)
	{
		if (article->tokens[i].kind != TOKEN_WORD)
			continue;
		words++;
		found += token_has(article, i, function_words);
	}
	return words >= 4 && found * 4 >= words;
}

static void
put_front(Packer *packer)
{
	const FrontMatter *front = &packer->article->front;

	put(packer,
		(front->is_wire ? FRONT_IS_WIRE : 0) |
			(is_english(packer->article) ? FRONT_ENGLISH : 0));
	put(packer, packer->article->n_words);
	put_span(packer, front->headline);
	put_span(packer, front->dateline_place);
	put(packer, front->year);
	put(packer, front->month);
	put(packer, front->day);
	put_span(packer, front->agency);
	put_spans(packer, front->bylines, front->n_bylines);
	put_spans(packer, front->contributors, front->n_contributors);
	put_span(packer, front->contributor_org);
	put(packer, front->copyright_year);
	put_span(packer, front->copyright_holder);
	put_span(packer, front->editors_note);
	put_span(packer, front->correction);
}

static void
put_paragraphs(Packer *packer)
{
	const Article *article = packer->article;

	put(packer, article->n_paragraphs);
	for (uint32 i = 0; i < article->n_paragraphs; i++)
	{
		put(packer, article->paragraphs[i].kind);
		put_span(packer, article->paragraphs[i].span);
	}
}

static void
put_sentences(Packer *packer)
{
	const Article *article = packer->article;
	uint32		   paragraph = 0;

	put(packer, article->n_sentences);
	for (uint32 i = 0; i < article->n_sentences; i++)
	{
		const Sentence *sentence = &article->sentences[i];

		put_index(packer, sentence->paragraph, paragraph);
		put_span(packer, sentence->span);
		paragraph = sentence->paragraph;
	}
}

static void
put_names(Packer *packer, const ReaderName *names, uint32 n)
{
	put(packer, n);
	for (uint32 i = 0; i < n; i++)
		put_name(packer, names[i]);
}

static void
put_entities(Packer *packer)
{
	const Article *article = packer->article;
	uint32		   first_mention = 0;

	put(packer, article->n_entities);
	for (uint32 i = 0; i < article->n_entities; i++)
	{
		const Entity *entity = &article->entities[i];

		put(packer, entity->kind);
		put(packer, entity->mentions);
		put_index(packer, entity->first_mention, first_mention);
		put_name(packer, entity->name);
		put_names(packer, entity->titles, entity->n_titles);
		put_names(packer, entity->aliases, entity->n_aliases);
		first_mention = entity->first_mention;
	}
}

/*
 * The quotation that a mention stands in.  Thoughts and attitudes do not
 * count: who asks for none shall not meet their numbers.
 */
static uint32
quotation_around(const Article *article, const Mention *mention)
{
	if (mention->quotation == NONE ||
		!medium_is_told(article->quotations[mention->quotation].medium))
		return NONE;
	return mention->quotation;
}

static void
put_mentions(Packer *packer)
{
	const Article *article = packer->article;
	uint32		   sentence = 0;
	uint32		   paragraph = 0;

	put(packer, article->n_mentions);
	for (uint32 i = 0; i < article->n_mentions; i++)
	{
		const Mention *mention = &article->mentions[i];
		uint32		   quotation = quotation_around(article, mention);
		bool		   titled = mention->title.start < mention->title.end;

		put(packer,
			mention->kind | (titled ? MENTION_TITLED : 0) |
				(quotation != NONE ? MENTION_QUOTED : 0) |
				(mention->sentence != sentence ? MENTION_SENTENCE : 0) |
				(mention->paragraph != paragraph ? MENTION_PARAGRAPH : 0));
		if (titled)
			put_span(packer, mention->title);
		put_span(packer, mention->span);
		put_index(packer, mention->entity, 0);
		if (quotation != NONE)
			put(packer, quotation);
		if (mention->sentence != sentence)
			put_index(packer, mention->sentence, sentence);
		if (mention->paragraph != paragraph)
			put_index(packer, mention->paragraph, paragraph);
		sentence = mention->sentence;
		paragraph = mention->paragraph;
	}
}

static uint32
place_of_name(ReaderName name, ReaderName before)
{
	if (name.bytes == NULL)
		return NAME_NONE;
	return same_name(name, before) ? NAME_BEFORE : NAME_FOLLOWS;
}

static void
put_speaker(Packer *packer, const Quotation *quotation,
			const Quotation *before)
{
	uint32 name = place_of_name(quotation->speaker, before->speaker);
	uint32 title = place_of_name(quotation->speaker_title,
								 before->speaker_title);

	put_index(packer, quotation->speaker_entity, 0);
	put(packer,
		name | title << SPEAKER_TITLE_SHIFT |
			quotation->speaker_kind << SPEAKER_KIND_SHIFT);
	if (name == NAME_FOLLOWS)
		put_name(packer, quotation->speaker);
	if (title == NAME_FOLLOWS)
		put_name(packer, quotation->speaker_title);
}

/* The verbatim part of most quotations is all of them, or nothing. */
static void
put_verbatim(Packer *packer, const Quotation *quotation)
{
	if (quotation->n_verbatim == quotation->n_content &&
		memcmp(quotation->verbatim, quotation->content,
			   quotation->n_content * sizeof(TextSpan)) == 0)
		put(packer, 0);
	else
	{
		put(packer, (uint64) quotation->n_verbatim + 1);
		for (uint32 i = 0; i < quotation->n_verbatim; i++)
			put_span(packer, quotation->verbatim[i]);
	}
}

static void
put_quotations(Packer *packer)
{
	const Article	*article = packer->article;
	const Quotation	 nobody = { 0 };
	const Quotation *before = &nobody;
	uint32			 sentence = 0;
	uint32			 paragraph = 0;

	put(packer, article->n_quotations);
	for (uint32 i = 0; i < article->n_quotations; i++)
	{
		const Quotation *quotation = &article->quotations[i];

		put(packer,
			quotation->kind |
				quotation->attribution << QUOTATION_ATTRIBUTION_SHIFT |
				quotation->medium << QUOTATION_MEDIUM_SHIFT |
				(quotation->named ? QUOTATION_NAMED : 0) |
				(quotation->negated ? QUOTATION_NEGATED : 0));
		put_spans(packer, quotation->content, quotation->n_content);
		put_verbatim(packer, quotation);
		put_span(packer, quotation->speaker_span);
		put_speaker(packer, quotation, before);
		put_span(packer, quotation->cue);
		put(packer, (uint64) (quotation->confidence * 100 + 0.5));
		put_index(packer, quotation->paragraph, paragraph);
		put_index(packer, quotation->sentence, sentence);
		if (quotation->paragraph != NONE)
			paragraph = quotation->paragraph;
		if (quotation->sentence != NONE)
			sentence = quotation->sentence;
		before = quotation;
	}
}

/* A word that has been met, in a hash table. */
typedef struct MetWord
{
	SearchWord word;
	uint32	   hash;
	char	   status;
} MetWord;

#define SH_PREFIX		met
#define SH_ELEMENT_TYPE MetWord
#define SH_KEY_TYPE		SearchWord
#define SH_KEY			word
#define SH_SCOPE		static inline
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a) (a)->hash
#define SH_HASH_KEY(tb, key) \
	unicode_hash(UNICODE_HASH_START, \
				 search_word_letters((tb)->private_data, &(key)), \
				 (key).length)
#define SH_EQUAL(tb, a, b) \
	((a).length == (b).length && \
	 memcmp(search_word_letters((tb)->private_data, &(a)), \
			search_word_letters((tb)->private_data, &(b)), (a).length) == 0)
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* The words of a quotation, as spans of the article's text. */
static void
cut_quotation(SearchWords *words, const Article *article,
			  const Quotation *quotation)
{
	for (uint32 i = 0; i < quotation->n_content; i++)
	{
		TextSpan span = quotation->content[i];
		uint32	 first = words->n;

		search_words_cut(words, article->text + span.start,
						 span.end - span.start);
		for (uint32 k = first; k < words->n; k++)
		{
			words->words[k].start += span.start;
			words->words[k].end += span.start;
		}
	}
}

/* Each word of what was said or written once, where it stands first. */
static void
put_words(Packer *packer)
{
	const Article *article = packer->article;
	SearchWords	   words;
	TextSpan	  *spans;
	uint32		   n = 0;
	met_hash	  *met;

	search_words_init(&words);
	for (uint32 i = 0; i < article->n_quotations; i++)
		if (medium_is_told(article->quotations[i].medium))
			cut_quotation(&words, article, &article->quotations[i]);
	spans = palloc_extended(Max(1, words.n) * sizeof(TextSpan),
							MCXT_ALLOC_HUGE);
	met = met_create(CurrentMemoryContext, 256, &words);
	for (uint32 i = 0; i < words.n; i++)
	{
		bool found;

		CHECK_FOR_INTERRUPTS();
		met_insert(met, words.words[i], &found);
		if (found)
			continue;
		spans[n].start = words.words[i].start;
		spans[n++].end = words.words[i].end;
	}
	put_spans(packer, spans, n);
}

/* The map of positions; in the server's encoding, unlike the packer's. */
static void
put_map(Packer *packer, const CharMap *map)
{
	if (map->row_at == NULL)
		return;
	for (uint32 row = 0; row < charmap_rows(map->chars); row++)
		put(packer,
			map->row_at[row + 1] - map->row_at[row] -
				Min(CHARMAP_ROW, map->chars - row * CHARMAP_ROW));
}

NewsDoc *
newsdoc_pack(const Article *article, const char *text, uint32 bytes)
{
	static void (*const sections[SECTIONS])(
		Packer *) = { [SECTION_FRONT] = put_front,
					  [SECTION_PARAGRAPHS] = put_paragraphs,
					  [SECTION_SENTENCES] = put_sentences,
					  [SECTION_ENTITIES] = put_entities,
					  [SECTION_WORDS] = put_words,
					  [SECTION_MENTIONS] = put_mentions,
					  [SECTION_QUOTATIONS] = put_quotations };
	Packer	packer = { .article = article };
	CharMap map;
	NewsDoc head;

	CHECK_FOR_INTERRUPTS();
	charmap_init(&packer.map, article->text, article->length,
				 encoding_of_reader());
	initStringInfo(&packer.out);
	enlargeStringInfo(&packer.out, offsetof(NewsDoc, text) + bytes * 5 / 4);
	packer.out.len = offsetof(NewsDoc, text);
	appendBinaryStringInfo(&packer.out, text, bytes);
	map = packer.map;
	if (!encoding_is_reader())
		charmap_init(&map, text, bytes, GetDatabaseEncoding());
	put_map(&packer, &map);

	memset(&head, 0, sizeof(head));
	head.version = NEWSDOC_VERSION;
	head.text_bytes = bytes;
	head.text_chars = packer.map.chars;
	for (int i = 0; i < SECTIONS; i++)
	{
		CHECK_FOR_INTERRUPTS();
		packer.last = 0;
		sections[i](&packer);
		head.section_end[i] = packer.out.len - offsetof(NewsDoc, text) - bytes;
	}
	SET_VARSIZE(&head, packer.out.len);
	memcpy(packer.out.data, &head, offsetof(NewsDoc, text));
	return (NewsDoc *) packer.out.data;
}
