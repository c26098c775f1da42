/*
 * report_choice.c
 *		Which cue marked words get, by the weights in data/report.tsv; see
 *		report.h.
 */
#include "report_facts.h"

#include "report.h"
#include "reader.h"
#include "unicode.h"

#ifndef REPORT_WEIGHTS_FILE
#error "REPORT_WEIGHTS_FILE must name the weights, as a string"
#endif

static const int16_t weights[REPORT_WEIGHTS] = {
#define WEIGHT(row, weight, name) [row] = weight,
#include REPORT_WEIGHTS_FILE
#undef WEIGHT
};

uint32_t
report_choose(const Article *article, uint32_t u, const ReportCandidate *list,
			  uint32_t n, int32_t scores[REPORT_CANDIDATES])
{
	uint32_t best = 0;

	(void) article;
	(void) u;
	for (uint32_t k = 0; k < n; k++)
	{
		scores[k] = choice_score(&report_scheme, weights, list[k].facts);
		if (scores[k] > scores[best])
			best = k;
	}
	return best;
}

uint32_t
report_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) weights,
						sizeof(weights));
}
