/*
 * quotation_check.h
 *		What the tests of quotations share: comparing what was found, line by
 *line.
 */
#ifndef NEWSEXT_QUOTATION_CHECK_H
#define NEWSEXT_QUOTATION_CHECK_H

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

typedef struct Case
{
	const char *text;
	const char *expected;
} Case;

/*
 * The quotations of a text, the indirect ones or the others, one a line:
 * kind|speaker as written|cue|piece|piece ..., with "not " before a negated
 * cue.
 */
static void
assert_quotations(const char *text, bool indirect, const char *expected)
{
	static const char *const kinds[] = { "direct", "mixed", "indirect" };
	Article					*article = test_read(text);
	char					 lines[4096] = "";
	size_t					 at = 0;

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		const Quotation *quotation = &article->quotations[i];

		if ((quotation->kind == QUOTE_INDIRECT) != indirect)
			continue;
		assert_int_equal(quotation->n_verbatim == 0, indirect);
		at += (size_t) snprintf(lines + at, sizeof(lines) - at, "%s|%s|%s%s",
								kinds[quotation->kind],
								test_span(article, quotation->speaker_span),
								quotation->negated ? "not " : "",
								test_span(article, quotation->cue));
		for (uint32_t k = 0; k < quotation->n_content; k++)
			at += (size_t) snprintf(lines + at, sizeof(lines) - at, "|%s",
									test_span(article, quotation->content[k]));
		at += (size_t) snprintf(lines + at, sizeof(lines) - at, "\n");
	}
	assert_string_equal(lines, expected);
}

static void
assert_cases(const Case *cases, size_t n, bool indirect)
{
	for (size_t i = 0; i < n; i++)
		assert_quotations(cases[i].text, indirect, cases[i].expected);
}

#endif /* NEWSEXT_QUOTATION_CHECK_H */
