/*
 * ending_choice.c
 *		Whether a reported clause ends, by the weights in data/ending.tsv; see
 *		ending.h.
 */
#include "ending.h"

#include "ending_facts.h"
#include "reader.h"
#include "unicode.h"

#ifndef ENDING_WEIGHTS_FILE
#error "ENDING_WEIGHTS_FILE must name the weights, as a string"
#endif

static const int16_t weights[ENDING_WEIGHTS] = {
#define WEIGHT(row, weight, name) [row] = weight,
#include ENDING_WEIGHTS_FILE
#undef WEIGHT
};

bool
ending_is_here(const Article *article, const Cue *cue, uint32_t first,
			   uint32_t u, const uint8_t *facts)
{
	(void) article;
	(void) cue;
	(void) first;
	(void) u;
	return choice_score(&ending_scheme, weights, facts) > 0;
}

uint32_t
ending_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) weights,
						sizeof(weights));
}
