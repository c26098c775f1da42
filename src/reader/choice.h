/*
 * choice.h
 *		Choosing one of several candidates by what is known of each.
 *
 * A small linear model.  What is known of a candidate are its facts, small
 * numbers from 1; 0 means that a fact does not apply to it.  A template joins
 * one to three facts, and each combination of their values has a weight of
 * its own.  A candidate's score is the sum of the weights of its
 * combinations.  Whole numbers only, so that every machine chooses alike.
 */
#ifndef NEWSEXT_CHOICE_H
#define NEWSEXT_CHOICE_H

#include <stddef.h>
#include <stdint.h>

#define CHOICE_JOINED	 3	/* facts in a template at most */
#define CHOICE_TEMPLATES 64 /* templates of a scheme at most */

typedef struct ChoiceFact
{
	const char *name;
	const char *values; /* their names from 1 on, with '|' behind each */
	uint8_t		n;		/* how many, without 0 */
} ChoiceFact;

typedef struct ChoiceTemplate
{
	uint8_t	 facts[CHOICE_JOINED]; /* by number; 0 ends a shorter one */
	uint32_t weights;			   /* how many it has */
} ChoiceTemplate;

typedef struct ChoiceScheme
{
	const ChoiceFact	 *facts; /* by number; number 0 is no fact */
	const ChoiceTemplate *templates;
	size_t				  n_templates;
	uint32_t			  n_weights;
} ChoiceScheme;

/*
 * A scheme is written as lists of macros: SIDE_VALUES(V) lists the values of a
 * fact SIDE as V(SIDE, LEFT) ..., a list of the facts X(SIDE) ..., and a list
 * of templates ONE(SIDE) TWO(SIDE, SORT) ...  These make of them: SIDE_LEFT
 * and so on, from 1, with SIDE_END behind them; the number of weights; the
 * tables.
 */
#define CHOICE_VALUE(fact, value) fact##_##value,
#define CHOICE_ENUM(fact) \
	enum fact##_Fact{ fact##_UNSAID, fact##_VALUES(CHOICE_VALUE) fact##_END };
#define CHOICE_ONE(a)			 +(a##_END - 1)
#define CHOICE_TWO(a, b)		 +(a##_END - 1) * (b##_END - 1)
#define CHOICE_THREE(a, b, c)	 +(a##_END - 1) * (b##_END - 1) * (c##_END - 1)
#define CHOICE_TEXT(fact, value) #value "|"
#define CHOICE_FACT(fact) \
	{ \
#fact, fact##_VALUES(CHOICE_TEXT), fact##_END - 1 \
	}

/* The numbers of the weights that apply to these facts; returns how many. */
extern uint32_t choice_rows(const ChoiceScheme *scheme, const uint8_t *facts,
							uint32_t rows[CHOICE_TEMPLATES]);

extern int32_t choice_score(const ChoiceScheme *scheme, const int16_t *weights,
							const uint8_t *facts);

/* What weight row is for: "KIND=SUBJECT ROLE=OBJECT". */
extern void choice_name(const ChoiceScheme *scheme, uint32_t row, char *out,
						size_t capacity);

#endif /* NEWSEXT_CHOICE_H */
