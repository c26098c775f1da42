/*
 * learn.h
 *		Learning the weights of a choice (choice.h) from choices that people
 *		have made.
 */
#ifndef NEWSEXT_LEARN_H
#define NEWSEXT_LEARN_H

#include "choice.h"

#include <stdbool.h>

#define LEARN_ALWAYS -1 /* the fold of what is learned from in all */
/* A weight in a file is so many times the learned one. */
#define LEARN_SCALE 1000

/* One candidate, by the rows of the weights that apply to it. */
typedef struct LearnOption
{
	uint32_t rows[CHOICE_TEMPLATES];
	uint32_t n;
	bool	 right;
} LearnOption;

/* One choice; it teaches nothing when all of its options are right, or none.
 */
typedef struct LearnItem
{
	LearnOption *options;
	uint32_t	 n;
	int			 fold;
} LearnItem;

typedef struct LearnItems
{
	LearnItem *all;
	size_t	   n;
} LearnItems;

/* A new item of n options at the end, all of them empty and wrong. */
extern LearnItem *learn_add(LearnItems *items, uint32_t n, int fold);
extern void		  learn_clear(LearnItems *items);

/* The chance of each option of an item, by weights. */
extern void
learn_chances(const LearnItem *item, const double *weights, double *chance);

/*
 * Learns from all items but those of one fold: softmax over the options of an
 * item, weights kept small by penalty times their squares, all items at once.
 * The same items give the same weights.
 */
extern void learn_weights(const LearnItems *items, const ChoiceScheme *scheme,
						  int without, double penalty, double *weights);

/*
 * The same from all items, for few weights: of those learned first only the
 * ones of at least this size are learned again, with the second penalty.
 */
extern void learn_few_weights(const LearnItems	 *items,
							  const ChoiceScheme *scheme, double penalty,
							  double least, double second, double *weights);

extern int16_t learn_rounded(double weight);

/*
 * Writes the weights that are not 0 below some lines of comment, which begin
 * with '#'.  Ends the program when it cannot.
 */
extern void learn_save(const char *path, const ChoiceScheme *scheme,
					   const double *weights, const char *comment);

#endif /* NEWSEXT_LEARN_H */
