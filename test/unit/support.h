/*
 * support.h
 *		What the unit tests and the fuzzer share: reading a text with memory
 *		from malloc, and the promises every reading keeps.
 */
#ifndef NEWSEXT_TEST_SUPPORT_H
#define NEWSEXT_TEST_SUPPORT_H

#include "reader.h"

/* An arena on malloc; given back by test_done. */
extern Arena *test_arena(void);

/* Reads a text to the end; the article lives until test_done. */
extern Article *test_read(const char *text);
extern Article *test_read_bytes(const char *bytes, size_t len);

/* Only the tokenizer, without the other stages. */
extern Article *test_tokens(const char *text);

/* Frees all that was read since the last call; fits cmocka's teardown. */
extern int test_done(void **state);

/* The text of a span, NUL-terminated, until test_done. */
extern const char *test_span(const Article *article, TextSpan span);

/* A string n times over, with its length in *len; the caller frees it. */
extern char *test_repeat(const char *piece, size_t n, size_t *len);

/*
 * The first promise of article.h that the article breaks, in words, or NULL:
 * spans inside the text and not empty, order, no overlaps, indexes that lead
 * somewhere.
 */
extern const char *test_broken_promise(const Article *article);

#endif /* NEWSEXT_TEST_SUPPORT_H */
