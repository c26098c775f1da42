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
#define REMEMBERED_STEMS   16384
#define LONGEST_REMEMBERED 40 /* bytes */

/*
 * Longest piece, in bytes, that is given to the server's parser: it looks
 * ahead so often that its time grows faster than the text.
 */
#define LONGEST_JOINED 256

#define SH_PREFIX		stems
#define SH_ELEMENT_TYPE SearchStem
#define SH_KEY_TYPE		SearchKey
#define SH_KEY			word
#define SH_SCOPE		static inline
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a)	 (a)->hash
#define SH_HASH_KEY(tb, key) hash_key(key)
#define SH_EQUAL(tb, a, b) \
	((a).length == (b).length && memcmp((a).bytes, (b).bytes, (a).length) == 0)
#define SH_DECLARE
#define SH_DEFINE

static inline uint32
hash_key(SearchKey key)
{
	return hash_bytes((const unsigned char *) key.bytes, (int) key.length);
}

#include "lib/simplehash.h"

static struct
{
	MemoryContext			context; /* NULL before the first stem */
	stems_hash			   *stems;
	TSDictionaryCacheEntry *dictionary;
	SearchStem				last; /* of a word that is not remembered */
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
	char	   *out;

	enlargeStringInfo(letters, (int) (end - start));
	out = letters->data + letters->len;
	for (uint32 i = start; i < end; i++)
	{
		char c = text[i];

		*out++ = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
	}
	word->length = end - start;
	letters->len += (int) word->length;
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

/* The piece at this byte; returns where the text goes on. */
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

void
search_words_cut(SearchWords *words, const char *utf8, uint32 bytes)
{
	uint32 at = 0;

	while (at < bytes)
	{
		Piece piece;

		CHECK_FOR_INTERRUPTS();
		at = next_piece(utf8, at, bytes, &piece);
		if (piece.start == piece.end)
			continue;
		if (!piece.ascii ||
			(!piece.plain && piece.end - piece.start > LONGEST_JOINED))
			cut_unicode(words, utf8, piece.start, piece.end);
		else if (!piece.plain)
			cut_joined(words, utf8, piece.start, piece.end);
		else
			add_ascii(words, utf8, piece.start, piece.end, !piece.digits);
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

void
search_stems_begin(void)
{
	static const char *const name[] = { "pg_catalog", "english_stem" };

	if (cache.context && cache.dictionary->isvalid &&
		cache.stems->members < REMEMBERED_STEMS)
		return;
	forget();
	cache.dictionary = lookup_ts_dictionary_cache(
		get_ts_dict_oid(list_make2(makeString(pstrdup(name[0])),
								   makeString(pstrdup(name[1]))),
						false));
	cache.context = AllocSetContextCreate(CacheMemoryContext, "newsext stems",
										  ALLOCSET_DEFAULT_SIZES);
	cache.stems = stems_create(cache.context, REMEMBERED_STEMS / 16, NULL);
}

/* What the dictionary says of a word; sets the stem of the entry. */
static void
look_up(SearchStem *entry)
{
	uint32					bytes;
	DictSubState			state = { 0 };
	const TSLexeme		   *lexeme;
	TSDictionaryCacheEntry *dictionary = cache.dictionary;
	const char			   *word = encoding_from_reader(entry->word.bytes,
														entry->word.length, &bytes);

	lexeme = (const TSLexeme *) DatumGetPointer(
		FunctionCall4(&dictionary->lexize,
					  PointerGetDatum(dictionary->dictData),
					  PointerGetDatum(word), UInt32GetDatum(bytes),
					  PointerGetDatum(&state)));
	if (lexeme && lexeme->lexeme == NULL)
		entry->stop = true;
	else if (lexeme)
		entry->stem = encoding_to_reader(lexeme->lexeme,
										 (uint32) strlen(lexeme->lexeme),
										 &entry->stem_length);
}

/* Moves the letters of an entry to where they stay. */
static void
keep_letters(SearchStem *entry)
{
	uint32 length = entry->word.length;
	char  *word = MemoryContextAlloc(cache.context, length);

	memcpy(word, entry->word.bytes, length);
	if (entry->stem_length <= length &&
		memcmp(entry->stem, word, entry->stem_length) == 0)
		entry->stem = word;
	else
		entry->stem = memcpy(MemoryContextAlloc(cache.context,
												entry->stem_length),
							 entry->stem, entry->stem_length);
	entry->word.bytes = word;
}

SearchStem *
search_stem(const char *letters, uint32 length, bool inflected)
{
	SearchKey	key = { letters, length };
	uint32		hash = hash_key(key);
	SearchStem *entry = stems_lookup_hash(cache.stems, key, hash);
	bool		known;

	if (entry)
		return entry;
	memset(&cache.last, 0, sizeof(cache.last));
	cache.last.word = key;
	cache.last.stem = letters;
	cache.last.stem_length = length;
	if (inflected)
		look_up(&cache.last);
	if (length > LONGEST_REMEMBERED ||
		cache.stems->members >= REMEMBERED_STEMS)
		return &cache.last;
	keep_letters(&cache.last);
	entry = stems_insert_hash(cache.stems, cache.last.word, hash, &known);
	cache.last.hash = hash;
	cache.last.status = entry->status;
	*entry = cache.last;
	return entry;
}
