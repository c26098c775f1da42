/*
 * searchword.c
 *		Words as they are searched for, and their stems; see searchword.h.
 *
 * Most of a text is words of plain letters between spaces and commas, and is
 * cut here by a table.  What else stands in ASCII between two spaces (3.5,
 * example.com, ice-cold) is given to the server's own parser; it looks at
 * letters beyond ASCII as the locale says, so those are cut here, too.
 */
#include "searchword.h"

#include "catalog/namespace.h"
#include "common/hashfn.h"
#include "miscadmin.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

#include "compat.h"
#include "encoding.h"
#include "model.h"
#include "reader/unicode.h"

/* Kinds of tokens of the default parser, as ts_token_type('default') has them.
 */
#define TOKEN_TYPE_ASCIIWORD	   1
#define TOKEN_TYPE_WORD			   2
#define TOKEN_TYPE_HWORD_PART	   10
#define TOKEN_TYPE_HWORD_ASCIIPART 11
#define TOKEN_TYPE_BLANK		   12
#define TOKEN_TYPE_TAG			   13
#define TOKEN_TYPE_PROTOCOL		   14
#define TOKEN_TYPE_ASCIIHWORD	   16
#define TOKEN_TYPE_HWORD		   17
#define TOKEN_TYPE_ENTITY		   23

/* Words whose stems are remembered in one session, about two megabytes. */
#define REMEMBERED_STEMS 16384

/*
 * Longest piece, in bytes, that is given to the server's parser: it looks
 * ahead so often that its time grows faster than the text.
 */
#define LONGEST_JOINED 256

static inline uint32
hash_key(const SearchStemKey *key)
{
	uint64 hash = key->parts[0];

	for (Size i = 1; i < lengthof(key->parts); i++)
		hash = hash_combine64(hash, key->parts[i]);
	return murmurhash32((uint32) (hash ^ hash >> 32));
}

#define SH_PREFIX		stems
#define SH_ELEMENT_TYPE SearchStem
#define SH_KEY_TYPE		SearchStemKey
#define SH_KEY			key
#define SH_SCOPE		static inline
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a)	 (a)->hash
#define SH_HASH_KEY(tb, key) hash_key(&(key))
#define SH_EQUAL(tb, a, b)	 (memcmp(&(a), &(b), sizeof(SearchStemKey)) == 0)
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

static struct
{
	MemoryContext			context; /* NULL before the first stem */
	stems_hash			   *stems;
	TSDictionaryCacheEntry *dictionary;
	SearchStem				last; /* of a word that is not remembered */
	uint32					texts;
} cache;

/* What a byte does in a text. */
typedef enum ByteClass
{
	BYTE_SPACE, /* never part of a word */
	BYTE_LETTER,
	BYTE_DIGIT,
	BYTE_JOINER, /* may join letters and digits to one word */
	BYTE_TAIL,	 /* the same, but not at the end of it */
	BYTE_HIGH	 /* not ASCII */
} ByteClass;

/* clang-format off */
static const uint8 byte_classes[256] = {
	['a' ... 'z'] = BYTE_LETTER, ['A' ... 'Z'] = BYTE_LETTER,
	['0' ... '9'] = BYTE_DIGIT,
	['-'] = BYTE_TAIL, ['.'] = BYTE_TAIL, [':'] = BYTE_TAIL,
	['?'] = BYTE_TAIL,
	['#'] = BYTE_JOINER, ['%'] = BYTE_JOINER, ['&'] = BYTE_JOINER,
	['+'] = BYTE_JOINER, ['/'] = BYTE_JOINER, ['<'] = BYTE_JOINER,
	['='] = BYTE_JOINER, ['>'] = BYTE_JOINER, ['@'] = BYTE_JOINER,
	['\\'] = BYTE_JOINER, ['_'] = BYTE_JOINER, ['~'] = BYTE_JOINER,
	[0x80 ... 0xFF] = BYTE_HIGH,
};
/* clang-format on */

void
search_words_init(SearchWords *words)
{
	memset(words, 0, sizeof(*words));
	initStringInfo(&words->letters);
}

void
search_words_reset(SearchWords *words)
{
	resetStringInfo(&words->letters);
	words->n = 0;
}

/* A new word whose letters are yet to come. */
static SearchWord *
add_word(SearchWords *words, uint32 start, uint32 end, bool inflected)
{
	SearchWord *word;

	if (words->n == words->capacity)
	{
		Size capacity = words->capacity ? (Size) words->capacity * 2 : 64;

		if (words->words == NULL)
			words->words = palloc_array(SearchWord, capacity);
		else
			words->words = repalloc_huge(words->words,
										 capacity * sizeof(SearchWord));
		words->capacity = (uint32) capacity;
	}
	word = &words->words[words->n++];
	word->at = (uint32) words->letters.len;
	word->length = 0;
	word->start = start;
	word->end = end;
	word->inflected = inflected;
	return word;
}

void
search_words_add(SearchWords *words, const char *text, uint32 bytes)
{
	uint32 start = (uint32) words->letters.len;

	appendBinaryStringInfo(&words->letters, text, (int) bytes);
	for (uint32 at = 0; at < bytes;)
	{
		const char *space = memchr(text + at, ' ', bytes - at);
		uint32		end = space ? (uint32) (space - text) : bytes;
		SearchWord *word = add_word(words, at, end, false);

		word->at = start + at;
		word->length = end - at;
		at = end + 1;
	}
}

/* Small letters of ASCII; what else there is stays. */
static void
add_ascii(SearchWords *words, const char *text, uint32 start, uint32 end,
		  bool inflected)
{
	SearchWord *word = add_word(words, start, end, inflected);
	StringInfo	letters = &words->letters;
	uint32		length = end - start;
	char	   *out;

	if (letters->maxlen - letters->len <= (int) length)
		enlargeStringInfo(letters, (int) length);
	out = letters->data + letters->len;
	for (uint32 i = 0; i < length; i++)
	{
		unsigned char c = (unsigned char) text[start + i];

		c |= (unsigned char) ((c >= 'A' && c <= 'Z') << 5);
		out[i] = (char) c;
	}
	word->length = length;
	letters->len += (int) length;
}

/* The same of any code points. */
static void
add_unicode(SearchWords *words, const char *text, uint32 start, uint32 end,
			bool inflected)
{
	SearchWord *word = add_word(words, start, end, inflected);
	StringInfo	letters = &words->letters;

	for (uint32 at = start; at < end;)
	{
		int		 size;
		uint32_t c = unicode_next(text, at, end, &size);

		enlargeStringInfo(letters, 8);
		letters->len += unicode_lower(c, letters->data + letters->len);
		at += (uint32) size;
	}
	word->length = (uint32) letters->len - word->at;
}

static bool
is_inflected(int type)
{
	return type == TOKEN_TYPE_ASCIIWORD || type == TOKEN_TYPE_WORD ||
		type == TOKEN_TYPE_HWORD || type == TOKEN_TYPE_ASCIIHWORD ||
		type == TOKEN_TYPE_HWORD_PART || type == TOKEN_TYPE_HWORD_ASCIIPART;
}

/* The server's parser cuts ASCII that is more than plain letters. */
static void
cut_joined(SearchWords *words, const char *text, uint32 start, uint32 end)
{
	Datum parser = DirectFunctionCall2(prsd_start,
									   PointerGetDatum(text + start),
									   Int32GetDatum((int32) (end - start)));
	char *token;
	int	  length;
	int	  type;

	while ((type = DatumGetInt32(
				DirectFunctionCall3(prsd_nexttoken, parser,
									PointerGetDatum(&token),
									PointerGetDatum(&length)))) != 0)
	{
		uint32 at = (uint32) (token - text);

		if (type != TOKEN_TYPE_BLANK && type != TOKEN_TYPE_TAG &&
			type != TOKEN_TYPE_PROTOCOL && type != TOKEN_TYPE_ENTITY)
			add_ascii(words, text, at, at + (uint32) length,
					  is_inflected(type));
	}
	DirectFunctionCall1(prsd_end, parser);
}

/* A word of letters beyond ASCII, [start, end), and its parts if it has any.
 */
static void
cut_compound(SearchWords *words, const char *text, uint32 start, uint32 end,
			 bool digits)
{
	const char *part = text + start;
	const char *hyphen = memchr(part, '-', end - start);

	add_unicode(words, text, start, end, !digits);
	if (hyphen == NULL)
		return;
	for (;;)
	{
		const char *stop = hyphen ? hyphen : text + end;

		add_unicode(words, text, (uint32) (part - text),
					(uint32) (stop - text), !digits);
		if (hyphen == NULL)
			break;
		part = hyphen + 1;
		hyphen = memchr(part, '-', (Size) (text + end - part));
	}
}

static bool
is_word_part(uint32_t c)
{
	/* general punctuation: most of what news has beyond ASCII */
	if (c >= 0x2000 && c <= 0x206F)
		return false;
	return unicode_is_letter(c) || unicode_is_digit(c) || unicode_is_mark(c);
}

/* Letters beyond ASCII among others: runs of them, joined by hyphens. */
static void
cut_unicode(SearchWords *words, const char *text, uint32 start, uint32 end)
{
	uint32 first = start; /* of the word, while inside one */
	bool   inside = false;
	bool   digits = false;

	for (uint32 at = start; at < end;)
	{
		int		 size;
		uint32_t c = unicode_next(text, at, end, &size);
		bool	 part = is_word_part(c);

		if (c == '-' && inside && at + 1 < end)
		{
			int next;

			part = is_word_part(unicode_next(text, at + 1, end, &next));
		}
		if (part && !inside)
		{
			first = at;
			digits = false;
		}
		if (part)
			digits |= unicode_is_digit(c);
		else if (inside)
			cut_compound(words, text, first, at, digits);
		inside = part;
		at += (uint32) size;
	}
	if (inside)
		cut_compound(words, text, first, end, digits);
}

/* What stands between two spaces, or other marks that join nothing. */
typedef struct Piece
{
	uint32 start;
	uint32 end;	   /* without dots and the like at the end */
	bool   digits; /* there are some */
	bool   plain;  /* nothing but ASCII letters, or nothing but digits */
	bool   ascii;
} Piece;

/* The piece at this byte that is more than letters; returns its end. */
static uint32
next_piece(const char *text, uint32 at, uint32 bytes, Piece *piece)
{
	bool letters = false;
	bool tail = false;
	int	 size = 1;

	memset(piece, 0, sizeof(*piece));
	piece->start = piece->end = at;
	piece->plain = piece->ascii = true;
	for (; at < bytes; at += (uint32) size)
	{
		ByteClass class = byte_classes[(unsigned char) text[at]];

		size = 1;
		if (class == BYTE_SPACE)
			break;
		if (class == BYTE_TAIL)
		{
			tail = true;
			continue;
		}
		if (class == BYTE_HIGH)
		{
			if (!is_word_part(unicode_next(text, at, bytes, &size)))
				break;
			piece->ascii = false;
		}
		letters |= class == BYTE_LETTER;
		piece->digits |= class == BYTE_DIGIT;
		piece->plain &= class != BYTE_JOINER && class != BYTE_HIGH && !tail;
		piece->end = at + (uint32) size;
	}
	piece->plain &= !(letters && piece->digits);
	return at < bytes ? at + (uint32) size : at;
}

static void
cut_piece(SearchWords *words, const char *text, const Piece *piece)
{
	if (piece->start == piece->end)
		return;
	if (piece->plain)
		add_ascii(words, text, piece->start, piece->end, !piece->digits);
	else if (!piece->ascii || piece->end - piece->start > LONGEST_JOINED)
		cut_unicode(words, text, piece->start, piece->end);
	else
		cut_joined(words, text, piece->start, piece->end);
}

void
search_words_cut(SearchWords *words, const char *utf8, uint32 bytes)
{
	const uint8 *text = (const uint8 *) utf8;
	uint32		 at = 0;

	while (at < bytes)
	{
		uint32 start = at;
		Piece  piece;

		while (at < bytes && byte_classes[text[at]] == BYTE_LETTER)
			at++;
		if (at == bytes || byte_classes[text[at]] == BYTE_SPACE)
		{
			if (at > start)
				add_ascii(words, utf8, start, at, true);
			at++;
			continue;
		}
		CHECK_FOR_INTERRUPTS();
		at = next_piece(utf8, start, bytes, &piece);
		cut_piece(words, utf8, &piece);
	}
}

/* Forgets all stems. */
static void
forget(void)
{
	if (cache.context)
		MemoryContextDelete(cache.context);
	memset(&cache, 0, sizeof(cache));
}

uint32
search_stems_begin(void)
{
	if (cache.context && cache.dictionary->isvalid &&
		cache.stems->members < REMEMBERED_STEMS && cache.texts < UINT32_MAX)
		return ++cache.texts;
	forget();
	cache.dictionary = lookup_ts_dictionary_cache(
		get_ts_dict_oid(list_make2(makeString(pstrdup("pg_catalog")),
								   makeString(pstrdup("english_stem"))),
						false));
	cache.context = AllocSetContextCreate(CacheMemoryContext, "newsext stems",
										  ALLOCSET_DEFAULT_SIZES);
	cache.stems = stems_create(cache.context, REMEMBERED_STEMS / 16, NULL);
	return ++cache.texts;
}

/* What the dictionary says of a word; NULL when it leaves it as it is. */
static const char *
look_up(SearchStem *entry, const char *letters, uint32 length)
{
	uint32					bytes;
	DictSubState			state = { 0 };
	const TSLexeme		   *lexeme;
	TSDictionaryCacheEntry *dictionary = cache.dictionary;
	const char *word = encoding_from_reader(letters, length, &bytes);

	lexeme = (const TSLexeme *) DatumGetPointer(
		FunctionCall4(&dictionary->lexize,
					  PointerGetDatum(dictionary->dictData),
					  PointerGetDatum(word), UInt32GetDatum(bytes),
					  PointerGetDatum(&state)));
	if (lexeme == NULL)
		return NULL;
	entry->stop = lexeme->lexeme == NULL;
	if (entry->stop)
		return NULL;
	return encoding_to_reader(lexeme->lexeme, (uint32) strlen(lexeme->lexeme),
							  &entry->stem_length);
}

/* All that is known of a word, but for the hash table's part. */
static void
learn(SearchStem *entry, const char *letters, uint32 length, bool inflected)
{
	const char *stem = NULL;

	entry->stem_length = length;
	if (inflected)
		stem = look_up(entry, letters, length);
	if (stem == NULL)
		stem = letters;
	entry->code = search_code(KEY_STEM, stem, entry->stem_length).code;
	if (entry->stem_length != length || memcmp(stem, letters, length) != 0)
		entry->word_code = search_code(KEY_WORD, letters, length).code;
	if (length > SEARCH_STEM_LETTERS)
		entry->stem = stem;
	else if (entry->stem_length > length ||
			 memcmp(stem, letters, entry->stem_length) != 0)
		entry->stem = memcpy(MemoryContextAlloc(cache.context,
												entry->stem_length),
							 stem, entry->stem_length);
}

SearchStem *
search_stem(const char *letters, uint32 length, bool inflected)
{
	SearchStem *entry;
	uint32		hash;
	bool		known;

	if (length > SEARCH_STEM_LETTERS)
	{
		memset(&cache.last, 0, sizeof(cache.last));
		learn(&cache.last, letters, length, inflected);
		return &cache.last;
	}
	memset(&cache.last.key, 0, sizeof(SearchStemKey));
	memcpy(cache.last.key.letters, letters, length);
	hash = hash_key(&cache.last.key);
	entry = stems_lookup_hash(cache.stems, cache.last.key, hash);
	if (entry)
		return entry;
	memset((char *) &cache.last + sizeof(SearchStemKey), 0,
		   sizeof(SearchStem) - sizeof(SearchStemKey));
	learn(&cache.last, letters, length, inflected);
	if (cache.stems->members >= REMEMBERED_STEMS)
		return &cache.last;
	entry = stems_insert_hash(cache.stems, cache.last.key, hash, &known);
	cache.last.hash = hash;
	cache.last.status = entry->status;
	*entry = cache.last;
	return entry;
}
