/*
 * sureness.h
 *		How sure a quotation's speaker is: the chance that people would name
 *		the same one.
 *
 * Told from the rule that found the speaker, from who that is, and from how
 * far the chosen cue was ahead of others (report.h), by weights learned by
 * src/tools/quotetrain.c.
 */
#ifndef NEWSEXT_SURENESS_H
#define NEWSEXT_SURENESS_H

#include "choice.h"
#include "speaker.h"

/* clang-format off */

#define RULED_VALUES(V) V(RULED, NONE) V(RULED, AFTER_SUBJECT) \
	V(RULED, AFTER_INVERTED) V(RULED, BEFORE) V(RULED, ACCORDING) \
	V(RULED, PARTICIPLE) V(RULED, AGENT) V(RULED, OWNER) V(RULED, WEAK_VERB) \
	V(RULED, COLON) V(RULED, SIGNATURE) V(RULED, LABEL) V(RULED, LEAD_IN) \
	V(RULED, SENTENCE_BEFORE) V(RULED, SAME_PARAGRAPH) \
	V(RULED, SAME_SENTENCE) V(RULED, NEXT_PARAGRAPH) V(RULED, BLOCK)
#define KIND_VALUES(V) V(KIND, DIRECT) V(KIND, MIXED) V(KIND, INDIRECT)
/* Who is named beside the cue. */
#define SPEAKER_VALUES(V) V(SPEAKER, PERSON) V(SPEAKER, BODY) \
	V(SPEAKER, PRONOUN) V(SPEAKER, SHORT) V(SPEAKER, LONG)
/* How far ahead the chosen cue was, in thousandths. */
#define AHEAD_VALUES(V) V(AHEAD, 500) V(AHEAD, 1000) V(AHEAD, 2000) \
	V(AHEAD, 3000) V(AHEAD, 5000) V(AHEAD, MORE)
#define WHOLE_VALUES(V) V(WHOLE, YES) V(WHOLE, NO)
/* Always the same: what is left when nothing else is known. */
#define ANY_VALUES(V) V(ANY, ANY)

#define SURENESS_FACTS(X) \
	X(RULED) X(KIND) X(SPEAKER) X(AHEAD) X(WHOLE) X(ANY)

#define SURENESS_TEMPLATES(ONE, TWO, THREE) \
	ONE(ANY) ONE(RULED) ONE(AHEAD) ONE(SPEAKER) ONE(KIND) ONE(WHOLE) \
	TWO(RULED, AHEAD) TWO(KIND, AHEAD) TWO(RULED, SPEAKER) TWO(RULED, KIND) \
	TWO(SPEAKER, KIND)
/* clang-format on */

typedef enum SurenessFact
{
	SURENESS_NOTHING,
#define X(fact) SURENESS_##fact,
	SURENESS_FACTS(X)
#undef X
		SURENESS_FACT_COUNT
} SurenessFact;

SURENESS_FACTS(CHOICE_ENUM)

enum
{
	SURENESS_WEIGHTS = 0 SURENESS_TEMPLATES(CHOICE_ONE, CHOICE_TWO,
											CHOICE_THREE)
};

extern const ChoiceScheme sureness_scheme;

extern void sureness_facts(const Article *article, const Quotation *quotation,
						   uint8_t facts[SURENESS_FACT_COUNT]);

/*
 * sureness_choice.c: the confidence of a quotation that has a speaker, in
 * hundredths of 1.  The program that learns the weights has its own.
 */
extern float sureness_of(const Article *article, const Quotation *quotation);

#endif /* NEWSEXT_SURENESS_H */
