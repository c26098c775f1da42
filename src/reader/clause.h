/*
 * clause.h
 *		Clauses beside a cue: where they begin, and where they end.
 *
 * No parse: a clause ends where a mark and the words behind it show that
 * something new begins, else with its sentence.  All look-ups are bounded.
 */
#ifndef NEWSEXT_CLAUSE_H
#define NEWSEXT_CLAUSE_H

#include "outline.h"

/* Units a clause may be long; longer ones are cut there. */
#define CLAUSE_REACH 400

static inline bool
unit_is_comma(const Article *article, uint32_t u)
{
	return unit_is_mark(article, u, ',');
}

/* A verb form that a subject can have: goes, went, will, has. */
extern bool unit_is_finite(const Article *article, uint32_t u);

/* The rest of these take a unit that is a marked span. */

/* Marked words that end as speech before ", he said" does: , ? ! or a dash. */
extern bool marked_leads(const Article *article, uint32_t u);

/* Marked words that begin with a capital, as a sentence does. */
extern bool marked_begins_sentence(const Article *article, uint32_t u);

/* Marked words that are the title of a work: 'on "Meet the Press"'. */
extern bool
marked_is_title(const Article *article, const Frame *frame, uint32_t u);

/* Marked words that go on with a verb: 'the plan "is a gift to crooks"'. */
extern bool marked_is_verbal(const Article *article, uint32_t u);

/* How many tokens are marked. */
extern uint32_t marked_length(const Article *article, uint32_t u);

/* Units [first, end) hold a finite verb. */
extern bool
clause_has_finite(const Article *article, uint32_t first, uint32_t end);

/*
 * The end of the object that begins at unit u; u when there is none.  Ends
 * where a name begins behind a common noun ("told reporters Ruiz was").
 */
extern uint32_t
clause_object_end(const Article *article, const Frame *frame, uint32_t u);

/* Over "on Thursday", "in a statement", "to reporters", "later". */
extern uint32_t
clause_skip_adverbials(const Article *article, const Frame *frame, uint32_t u);

/* A clause without "that" begins at u: "said talks had failed". */
extern bool
clause_begins(const Article *article, const Frame *frame, uint32_t u);

/* Whether what the cue reports ends at the comma at u. */
extern bool clause_ends_at_comma(const Article *article, const Frame *frame,
								 uint32_t u, const Cue *cue);

/* The tenses a second cue may have beside this one. */
extern uint16_t clause_tense_of(const Article *article, const Cue *cue);

/*
 * From unit u on, a second cue with the same subject, in the tense of the
 * first one: "and vowed", "but also warned".  Its classes, or 0.
 */
extern LexClasses clause_second_cue(const Article *article, const Frame *frame,
									uint32_t u, uint16_t tense);

/* Behind the comma at u: "he said", "officials added." up to the end. */
extern bool clause_closing_attribution(const Article *article,
									   const Frame *frame, uint32_t u);

/*
 * Where the clause that begins at unit first, reported by the cue, ends;
 * ending.c.
 */
extern uint32_t clause_end(const Article *article, const Frame *frame,
						   uint32_t first, const Cue *cue);

#endif /* NEWSEXT_CLAUSE_H */
