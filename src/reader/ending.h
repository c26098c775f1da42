/*
 * ending.h
 *		Where a reported clause ends: what is known of each place that may be
 *		its end.
 *
 * Such places are commas, conjunctions, dashes, the ends of marked words and a
 * few words that open something new.  At each of them a small linear model
 * (choice.h) says whether the clause ends; where it never does, the clause
 *goes on to the end of its sentence.  The weights in data/ending.tsv are
 *learned by src/tools/quotetrain.c from clauses that people have marked.
 */
#ifndef NEWSEXT_ENDING_H
#define NEWSEXT_ENDING_H

#include "choice.h"
#include "outline.h"

extern const ChoiceScheme ending_scheme;

/*
 * ending_choice.c: whether the clause that began at unit first, reported by
 * the cue, ends before unit u.  The program that learns the weights has its
 * own.
 */
extern bool ending_is_here(const Article *article, const Cue *cue,
						   uint32_t first, uint32_t u, const uint8_t *facts);

#endif /* NEWSEXT_ENDING_H */
