/*
 * attribution.h
 *		Making quotations of what a cue reports.
 */
#ifndef NEWSEXT_ATTRIBUTION_H
#define NEWSEXT_ATTRIBUTION_H

#include "complement.h"

/*
 * A new quotation at the end of article->quotations, of no speaker yet; the
 * pointer holds until the next one is made.
 */
extern Quotation *attribution_new(Article *article, const Frame *frame);

/* Appends units [first, end) to the quotation's content, marks to verbatim. */
extern void attribution_add_units(Article *article, Quotation *quotation,
								  uint32_t first, uint32_t end);

/* The quotation of a cue and what it reports, with its speaker. */
extern Quotation *
attribution_of_cue(Article *article, const Frame *frame, const Cue *cue,
				   const Complement *complement, const Quotation *before);

#endif /* NEWSEXT_ATTRIBUTION_H */
