/*
 * layout_check.h
 *		What the tests of the layout share: laying a text out, and saying what
 *		its paragraphs are.
 */
#ifndef NEWSEXT_TEST_LAYOUT_CHECK_H
#define NEWSEXT_TEST_LAYOUT_CHECK_H

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static const char *const kind_names[PARAGRAPH_KINDS] = {
	"body",	   "headline",	   "kicker",	  "byline", "dateline",
	"subhead", "bullet",	   "turn",		  "aside",	"blockquote",
	"caption", "contributors", "copyright",	  "note",	"correction",
	"update",  "related",	   "boilerplate", "social", "separator"
};

static inline Article *
lay_out(const char *text)
{
	Article *article = test_tokens(text);

	layout_read(article);
	return article;
}

static inline Article *
assert_kinds(const char *text, const char *expected)
{
	Article *article = lay_out(text);
	char	 joined[1024] = "";

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		if (p > 0)
			strcat(joined, " ");
		strcat(joined, kind_names[article->paragraphs[p].kind]);
	}
	assert_string_equal(joined, expected);
	return article;
}

static inline void
assert_span(const Article *article, TextSpan span, const char *expected)
{
	assert_string_equal(test_span(article, span), expected);
}

/* The running text of a paragraph; "" when there is none. */
static inline void
assert_text(const Article *article, uint32_t p, const char *expected)
{
	const Paragraph *paragraph = &article->paragraphs[p];

	assert_span(article,
				token_span(article, paragraph->text_token,
						   paragraph->token_end),
				expected);
}

#endif /* NEWSEXT_TEST_LAYOUT_CHECK_H */
