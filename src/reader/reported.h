/*
 * reported.h
 *		Indirect speech that is no clause.
 */
#ifndef NEWSEXT_REPORTED_H
#define NEWSEXT_REPORTED_H

#include "attribution.h"

/*
 * The object that a cue without a clause reports, in units from low on: a noun
 * phrase, or words behind a preposition.  False when there is none.
 */
extern bool reported_object(const Article *article, const Frame *frame,
							const Cue *cue, uint32_t low, Complement *out);

/* The same behind a noun at unit u: "the claim that"; sets *cue. */
extern bool reported_noun(const Article *article, const Frame *frame,
						  uint32_t u, uint32_t low, Cue *cue, Complement *out);

/* The same in a headline: "Ruiz: Bridge will close"; sets *cue. */
extern bool reported_headline(const Article *article, const Frame *frame,
							  Cue *cue, Complement *out);

/* Where an object that begins at unit first ends. */
extern uint32_t
reported_end(const Article *article, const Frame *frame, uint32_t first);

#endif /* NEWSEXT_REPORTED_H */
