/*
 * unicode.h
 *		Decoding, classes, folding: a small face over ICU.
 *
 * Text is UTF-8 that may be ill-formed: each byte that belongs to no valid
 * sequence counts as one U+FFFD of one byte, so every offset stays inside the
 * text and every loop moves on.
 */
#ifndef NEWSEXT_UNICODE_H
#define NEWSEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The same functions as below, beyond ASCII. */
extern int unicode_fold_beyond(uint32_t c, char *out);
extern uint32_t
unicode_next_long(const char *text, size_t at, size_t end, int *size);
extern bool unicode_is_upper_beyond(uint32_t c);
extern bool unicode_is_space_beyond(uint32_t c);

/* Decodes one code point at text[at], at < end; *size gets its bytes (1-4). */
static inline uint32_t
unicode_next(const char *text, size_t at, size_t end, int *size)
{
	unsigned char c = (unsigned char) text[at];

	if (c >= 0x80)
		return unicode_next_long(text, at, end, size);
	*size = 1;
	return c;
}

extern bool unicode_is_letter(uint32_t c);
extern bool unicode_is_digit(uint32_t c);
extern bool unicode_is_mark(uint32_t c); /* combining marks */

static inline bool
unicode_is_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : unicode_is_upper_beyond(c);
}

/* With NBSP, zero width, BOM. */
static inline bool
unicode_is_space(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') :
					  unicode_is_space_beyond(c);
}

/* The small letter of an ASCII capital, any other byte as it is. */
static inline char
unicode_small(char c)
{
	return (char) (c | ((unsigned char) (c - 'A') < 26) << 5);
}

/* Appends the small letter of one code point; returns the bytes written. */
extern int unicode_lower(uint32_t c, char *out);

/*
 * Appends the fold of one code point to out (room for 12 bytes is enough):
 * lower case, without accents, curly apostrophes made straight.  Returns the
 * bytes written.
 */
static inline int
unicode_fold(uint32_t c, char *out)
{
	if (c >= 0x80)
		return unicode_fold_beyond(c, out);
	*out = unicode_small((char) c);
	return 1;
}

/*
 * Folds a whole string into out (capacity bytes; cut at a whole code point
 * when it does not fit).  Returns the length.  Used for lexicon keys and for
 * comparing names; the tokenizer folds in the same way.
 */
extern size_t
unicode_fold_string(const char *text, size_t len, char *out, size_t capacity);

/*
 * The Unicode version of the ICU in use, e.g. "15.0".  (Servers from 17 on
 * have a unicode_version of their own.)
 */
extern const char *unicode_data_version(void);

/* FNV-1a over folded bytes: the hash of Token.hash and of the lexicon. */
#define UNICODE_HASH_START 2166136261u
static inline uint32_t
unicode_hash_byte(uint32_t hash, unsigned char byte)
{
	return (hash ^ byte) * 16777619u;
}

static inline uint32_t
unicode_hash(uint32_t hash, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = unicode_hash_byte(hash, (unsigned char) bytes[i]);
	return hash;
}

#endif /* NEWSEXT_UNICODE_H */
