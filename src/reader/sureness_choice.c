/*
 * sureness_choice.c
 *		How sure a quotation's speaker is, by the weights in data/sureness.tsv;
 *		see sureness.h.
 */
#include "sureness.h"
#include "reader.h"
#include "unicode.h"

#include <math.h>

#ifndef SURENESS_WEIGHTS_FILE
#error "SURENESS_WEIGHTS_FILE must name the weights, as a string"
#endif

/*
 * How often a label of a transcript is right in our own samples.  PolNeAR has
 * none that can be compared: it marks what is quoted within a turn.
 */
#define LABEL_SURE 0.95f
/*
 * Nothing is surer than that; nor a speaker from another sentence than this:
 * on PolNeAR (train) four in five of these are right.
 */
#define SUREST			 0.99
#define SUREST_INHERITED 0.89
/* What a weight of 1 is in the file. */
#define SCALE 1000.0

static const int16_t weights[SURENESS_WEIGHTS] = {
#define WEIGHT(row, weight, name) [row] = weight,
#include SURENESS_WEIGHTS_FILE
#undef WEIGHT
};

float
sureness_of(const Article *article, const Quotation *quotation)
{
	uint8_t facts[SURENESS_FACT_COUNT];
	double	score;

	if (quotation->rule == RULE_LABEL)
		return LABEL_SURE;
	sureness_facts(article, quotation, facts);
	score = choice_score(&sureness_scheme, weights, facts) / SCALE;
	/* hundredths, so that no machine's exp() makes a difference */
	return (float) fmin(floor(100.0 / (1.0 + exp(-score)) + 0.5) / 100.0,
						speaker_is_inherited((SpeakerRule) quotation->rule) ?
							SUREST_INHERITED :
							SUREST);
}

uint32_t
sureness_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) weights,
						sizeof(weights));
}
