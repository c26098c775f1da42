/*
 * sureness.c
 *		How sure a quotation's speaker is; see sureness.h.
 */
#include "sureness.h"

#include "syntax.h"

/* A speaker of more words than that is a long one. */
#define SHORT_SPEAKER 4

#define SCHEME				sureness_scheme
#define SCHEME_NUMBER(fact) SURENESS_##fact
#define SCHEME_FACTS		SURENESS_FACTS
#define SCHEME_TEMPLATES	SURENESS_TEMPLATES
#define SCHEME_WEIGHTS		SURENESS_WEIGHTS
#include "choice_scheme.h"

static uint8_t
speaker_of(const Article *article, const Quotation *quotation)
{
	uint32_t first = token_at(article, quotation->speaker_span.start);
	uint32_t end = token_at(article, quotation->speaker_span.end);

	if (first >= end)
		return SPEAKER_UNSAID;
	if (end - first == 1 &&
		token_has(article, first, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
		return SPEAKER_PRONOUN;
	if (quotation->speaker_mention != NONE)
		return article->mentions[quotation->speaker_mention].kind ==
				MENTION_PERSON ?
			SPEAKER_PERSON :
			SPEAKER_BODY;
	return end - first <= SHORT_SPEAKER ? SPEAKER_SHORT : SPEAKER_LONG;
}

void
sureness_facts(const Article *article, const Quotation *quotation,
			   uint8_t facts[SURENESS_FACT_COUNT])
{
	uint32_t ahead = quotation->ahead;

	facts[SURENESS_NOTHING] = 0;
	facts[SURENESS_ANY] = ANY_ANY;
	facts[SURENESS_RULED] = (uint8_t) (quotation->rule + RULED_NONE);
	facts[SURENESS_KIND] = (uint8_t) (quotation->kind + KIND_DIRECT);
	facts[SURENESS_SPEAKER] = speaker_of(article, quotation);
	facts[SURENESS_AHEAD] = ahead == 0 ? AHEAD_UNSAID :
		ahead <= 500				   ? AHEAD_500 :
		ahead <= 1000				   ? AHEAD_1000 :
		ahead <= 2000				   ? AHEAD_2000 :
		ahead <= 3000				   ? AHEAD_3000 :
		ahead <= 5000				   ? AHEAD_5000 :
										 AHEAD_MORE;
	facts[SURENESS_WHOLE] = quotation->unclosed ? WHOLE_NO : WHOLE_YES;
}
