/*
 * fuzz_reader.c
 *		libFuzzer's way into the reader: any bytes are an article.
 *
 * Stops when a promise of article.h is broken; the sanitizers see the rest.
 */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

/* keeps the compiler from leaving out what only reads */
volatile uint32_t fuzz_sum;

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Names lie in the text, the lexicon or the arena: reads all of them. */
static uint32_t
touch_text(const Article *article)
{
	uint32_t sum = 0;

	for (uint32_t q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];

		for (uint32_t i = 0; i < quotation->speaker.length; i++)
			sum += (unsigned char) quotation->speaker.bytes[i];
		for (uint32_t i = 0; i < quotation->speaker_title.length; i++)
			sum += (unsigned char) quotation->speaker_title.bytes[i];
	}
	for (uint32_t e = 0; e < article->n_entities; e++)
	{
		const Entity *entity = &article->entities[e];

		for (uint32_t i = 0; i < entity->name.length; i++)
			sum += (unsigned char) entity->name.bytes[i];
		for (uint32_t t = 0; t < entity->n_titles; t++)
			for (uint32_t i = 0; i < entity->titles[t].length; i++)
				sum += (unsigned char) entity->titles[t].bytes[i];
	}
	return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const Article *article = test_read_bytes((const char *) data, size);
	const char	  *broken = test_broken_promise(article);

	if (broken != NULL)
	{
		fprintf(stderr, "broken promise: %s\n", broken);
		abort();
	}
	fuzz_sum = touch_text(article);
	test_done(NULL);
	return 0;
}
