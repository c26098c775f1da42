/*
 * searchword.c
 *		Words as they are searched for; see searchword.h.
 *
 * Most of a text is words of plain letters between spaces and commas, and is
 * cut here by a table.  What else stands in ASCII between two spaces (3.5,
 * example.com, ice-cold) is given to the server's own parser; it looks at
 * letters beyond ASCII as the locale says, so those are cut here, too.
 */
#include "searchword.h"

#include "miscadmin.h"
#include "utils/fmgrprotos.h"

#include "compat.h"
#include "model.h"
#include "reader/unicode.h"

/*
 * Kinds of tokens of the default parser that are no words, as
 * ts_token_type('default') has them.
 */
#define TOKEN_TYPE_BLANK	12
#define TOKEN_TYPE_TAG		13
#define TOKEN_TYPE_PROTOCOL 14
#define TOKEN_TYPE_ENTITY	23

/*
 * Longest piece, in bytes, that is given to the server's parser: it looks
 * ahead so often that its time grows faster than the text.
 */
#define LONGEST_JOINED 256

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
new_word(SearchWords *words, uint32 start, uint32 end)
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
	word->inflected = false;
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
		SearchWord *word = new_word(words, at, end);

		word->at = start + at;
		word->length = end - at;
		at = end + 1;
	}
}

/* The small letters of these bytes as one word. */
static void
add_word(SearchWords *words, const char *text, uint32 start, uint32 end)
{
	SearchWord *word = new_word(words, start, end);
	StringInfo	letters = &words->letters;
	bool		inflected = true;
	char	   *out;

	/* a broken byte becomes a character of three */
	if (letters->maxlen - letters->len <= (int) (end - start) * 3)
		enlargeStringInfo(letters, (int) (end - start) * 3);
	out = letters->data + letters->len;
	for (uint32 at = start; at < end;)
	{
		unsigned char c = (unsigned char) text[at];
		ByteClass class = byte_classes[c];

		if (class == BYTE_HIGH)
		{
			int		 size;
			uint32_t code = unicode_next(text, at, end, &size);

			out += unicode_lower(code, out);
			inflected &= !unicode_is_digit(code);
			at += (uint32) size;
			continue;
		}
		*out++ = (char) (c | (class == BYTE_LETTER) << 5);
		inflected &= class == BYTE_LETTER || c == '-';
		at++;
	}
	word->length = (uint32) (out - (letters->data + letters->len));
	word->inflected = inflected;
	letters->len += (int) word->length;
}

void
search_words_add_slice(SearchWords *words, const char *utf8, uint32 bytes)
{
	add_word(words, utf8, 0, bytes);
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
			add_word(words, text, at, at + (uint32) length);
	}
	DirectFunctionCall1(prsd_end, parser);
}

/* A word of letters beyond ASCII, and its parts when it has any. */
static void
cut_compound(SearchWords *words, const char *text, uint32 start, uint32 end)
{
	uint32 part = start;

	add_word(words, text, start, end);
	while (part < end)
	{
		const char *hyphen = memchr(text + part, '-', end - part);
		uint32		stop = hyphen ? (uint32) (hyphen - text) : end;

		if (stop - part < end - start)
			add_word(words, text, part, stop);
		part = stop + 1;
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
			first = at;
		if (!part && inside)
			cut_compound(words, text, first, at);
		inside = part;
		at += (uint32) size;
	}
	if (inside)
		cut_compound(words, text, first, end);
}

/* What stands between two spaces, or other marks that join nothing. */
typedef struct Piece
{
	uint32 start;
	uint32 end;	  /* without dots and the like at the end */
	bool   plain; /* nothing but ASCII letters, or nothing but digits */
	bool   ascii;
} Piece;

/* The piece at this byte that is more than letters; returns its end. */
static uint32
next_piece(const char *text, uint32 at, uint32 bytes, Piece *piece)
{
	bool letters = false;
	bool digits = false;
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
		digits |= class == BYTE_DIGIT;
		piece->plain &= class != BYTE_JOINER && class != BYTE_HIGH && !tail;
		piece->end = at + (uint32) size;
	}
	piece->plain &= !(letters && digits);
	return at < bytes ? at + (uint32) size : at;
}

static void
cut_piece(SearchWords *words, const char *text, const Piece *piece)
{
	if (piece->start == piece->end)
		return;
	if (piece->plain)
		add_word(words, text, piece->start, piece->end);
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
				add_word(words, utf8, start, at);
			at++;
			continue;
		}
		CHECK_FOR_INTERRUPTS();
		at = next_piece(utf8, start, bytes, &piece);
		cut_piece(words, utf8, &piece);
	}
}
