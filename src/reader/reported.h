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
extern bool
reported_object(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Complement *out);

#endif /* NEWSEXT_REPORTED_H */
