/*
 * test_hostile.c
 *		Whatever a text holds, there is a reading, it keeps its promises, its
 *		memory grows with the text only, and it can be broken off.
 */
#include "hostile.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MEGABYTE (1024 * 1024)

static void
assert_promises(const Article *article, const char *name)
{
	const char *broken = test_broken_promise(article);

	if (broken != NULL)
		fail_msg("%s: broken promise: %s", name, broken);
}

static void
test_small_texts(void **state)
{
	static const char *const texts[] = { "",
										 " ",
										 "\n",
										 "a",
										 "A",
										 ".",
										 "“",
										 "”",
										 "\"",
										 "'",
										 "‘",
										 "’",
										 "«",
										 "``",
										 "''",
										 "“”",
										 "\"\"",
										 "“a",
										 "a”",
										 "“a\"",
										 "\"a”",
										 "—",
										 ":",
										 "said",
										 "By",
										 "By ",
										 "By\n",
										 "(AP)",
										 "© ",
										 "***",
										 "Q:",
										 "A:",
										 "'s",
										 "Mr.",
										 "U.S.",
										 "he",
										 "He said",
										 "“A,”",
										 "said.",
										 "\r",
										 "\xEF\xBB\xBF",
										 "\xE2\x80",
										 "\xFF",
										 "LONDON —",
										 "“A,” said",
										 "a:“b”" };

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		assert_promises(test_read(texts[i]), texts[i]);
		test_done(NULL);
	}
}

/* Each text that can be had by cutting an article off, at any byte. */
static void
test_cut_texts(void **state)
{
	const char *text = "A bridge too wide\n\nBy Ann Lee\n\nPORT ANSEL (NN) — "
					   "“It’s done,” Mayor Ana Ruiz said. “We’re ‘very’ "
					   "glad — all of us.\n\n“And tired,” she added, saying "
					   "the town’s 2,000 people had waited since Jan. 5, "
					   "2026.\n\nCopyright © 2026, Northline. All rights "
					   "reserved.\n";
	size_t		len = strlen(text);

	(void) state;
	for (size_t cut = 0; cut <= len; cut++)
	{
		assert_promises(test_read_bytes(text, cut), "cut at its end");
		assert_promises(test_read_bytes(text + cut, len - cut),
						"cut at its start");
		test_done(NULL);
	}
}

static void
test_each_hostile_text(void **state)
{
	(void) state;
	for (size_t i = 0; i < n_hostile_texts; i++)
	{
		size_t	 len;
		char	*text = hostile_make(&hostile_texts[i], MEGABYTE, &len);
		Article *article = test_read_bytes(text, len);

		assert_int_equal(article->length, len);
		assert_promises(article, hostile_texts[i].name);
		test_done(NULL);
		free(text);
	}
}

/* Bytes taken from the host to read a hostile text of this size. */
static size_t
memory_for(const HostileText *hostile, size_t size)
{
	size_t	 len;
	char	*text = hostile_make(hostile, size, &len);
	Article *article = test_read_bytes(text, len);
	size_t	 total = article->arena->total;

	test_done(NULL);
	free(text);
	return total;
}

static void
test_memory_is_linear(void **state)
{
	(void) state;
	for (size_t i = 0; i < n_hostile_texts; i++)
	{
		size_t once = memory_for(&hostile_texts[i], MEGABYTE / 4);
		size_t twice = memory_for(&hostile_texts[i], MEGABYTE / 2);

		/* arrays double, so a step may come early: a block more is allowed */
		if (twice > 3 * once + MEGABYTE)
			fail_msg("%s: %zu bytes, and %zu for twice the text",
					 hostile_texts[i].name, once, twice);
	}
}

/* A quotation behind a megabyte of rubbish is still found. */
static void
test_nothing_lost_after_rubbish(void **state)
{
	static const char *const rubbish[] = { "“", "( ", "x", "Mr. ", "\"a " };

	(void) state;
	for (size_t i = 0; i < sizeof(rubbish) / sizeof(rubbish[0]); i++)
	{
		size_t		len;
		char	   *text = test_repeat(rubbish[i], 50000, &len);
		const char *tail = "\n\n“The tide is late,” Mayor Ana Ruiz said.\n";
		Article	   *article;
		bool		found = false;

		text = realloc(text, len + strlen(tail) + 1);
		assert_non_null(text);
		strcpy(text + len, tail);
		article = test_read(text);
		for (uint32_t q = 0; q < article->n_quotations; q++)
		{
			const Quotation *quotation = &article->quotations[q];
			uint32_t		 last = quotation->n_content - 1;

			/* the rubbish may be taken for the start of a running quotation */
			found |= quotation->content[last].start > len &&
				strcmp(test_span(article, quotation->cue), "said") == 0;
		}
		if (!found)
			fail_msg("no quotation found behind many \"%s\"", rubbish[i]);
		test_done(NULL);
		free(text);
	}
}

/* ------------------------------------------------------------- breaking off
 */

typedef struct Breaker
{
	jmp_buf	 way_out;
	unsigned asked;
	unsigned stop_at;
	void	*blocks[4096];
	int		 n_blocks;
} Breaker;

static void *
breaker_alloc(void *ctx, size_t size)
{
	Breaker *breaker = ctx;

	assert_true(breaker->n_blocks < 4096);
	return breaker->blocks[breaker->n_blocks++] = malloc(size);
}

static void
breaker_release(void *ctx, void *block)
{
	Breaker *breaker = ctx;

	for (int i = 0; i < breaker->n_blocks; i++)
		if (breaker->blocks[i] == block)
			breaker->blocks[i] = NULL;
	free(block);
}

static void
breaker_check(void *ctx)
{
	Breaker *breaker = ctx;

	if (++breaker->asked == breaker->stop_at)
		longjmp(breaker->way_out, 1);
}

static void
test_can_be_broken_off(void **state)
{
	static Breaker	breaker;
	const ArenaHost host = { breaker_alloc, breaker_release, breaker_check,
							 &breaker };
	size_t			len;
	char		   *text = test_repeat("“Yes, it is so,” Ann Lee said. He "
												 "said that it was.\n\n",
									   10000, &len);
	static unsigned asked;

	(void) state;
	/* once to the end, to learn how often it asks; then broken off at tenths
	 */
	for (unsigned tenth = 0; tenth < 10; tenth++)
	{
		Arena arena;

		memset(&breaker, 0, sizeof(breaker));
		breaker.stop_at = tenth * (asked / 10);
		arena_init(&arena, &host);
		if (setjmp(breaker.way_out) == 0)
		{
			reader_read(&arena, text, (uint32_t) len);
			assert_int_equal(tenth, 0);
			asked = breaker.asked;
			/* more than once in 10 kB, or a long text holds the server up */
			assert_true(asked > len / 10000);
		}
		else
			assert_int_equal(breaker.asked, breaker.stop_at);
		for (int i = 0; i < breaker.n_blocks; i++)
			free(breaker.blocks[i]);
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_small_texts, test_done),
		cmocka_unit_test_teardown(test_cut_texts, test_done),
		cmocka_unit_test_teardown(test_each_hostile_text, test_done),
		cmocka_unit_test_teardown(test_memory_is_linear, test_done),
		cmocka_unit_test_teardown(test_nothing_lost_after_rubbish, test_done),
		cmocka_unit_test(test_can_be_broken_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
