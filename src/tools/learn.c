/*
 * learn.c
 *		Learning the weights of a choice; see learn.h.
 */
#include "learn.h"

#include "memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 300
/* No item is of this fold. */
#define NO_FOLD (LEARN_ALWAYS - 1)
/* How far a weight moves at first. */
#define FIRST_STEP 0.2

LearnItem *
learn_add(LearnItems *items, uint32_t n, int fold)
{
	LearnItem *item;

	/* capacities are powers of two, so the count tells them */
	if ((items->n & (items->n - 1)) == 0)
		items->all = checked(
			realloc(items->all,
					(items->n ? items->n * 2 : 1) * sizeof(LearnItem)));
	item = &items->all[items->n++];
	item->options = checked(calloc(n, sizeof(LearnOption)));
	item->n = n;
	item->fold = fold;
	return item;
}

void
learn_clear(LearnItems *items)
{
	for (size_t i = 0; i < items->n; i++)
		free(items->all[i].options);
	free(items->all);
	*items = (LearnItems){ 0 };
}

void
learn_chances(const LearnItem *item, const double *weights, double *chance)
{
	double best = -1e30;
	double sum = 0;

	for (uint32_t k = 0; k < item->n; k++)
	{
		chance[k] = 0;
		for (uint32_t r = 0; r < item->options[k].n; r++)
			chance[k] += weights[item->options[k].rows[r]];
		if (chance[k] > best)
			best = chance[k];
	}
	for (uint32_t k = 0; k < item->n; k++)
		sum += chance[k] = exp(chance[k] - best);
	for (uint32_t k = 0; k < item->n; k++)
		chance[k] /= sum;
}

static bool
teaches(const LearnItem *item)
{
	uint32_t right = 0;

	for (uint32_t k = 0; k < item->n; k++)
		right += item->options[k].right;
	return right > 0 && right < item->n;
}

static void
add_gradient(const LearnItem *item, const double *weights, double *chance,
			 double *gradient)
{
	double sum = 0;

	learn_chances(item, weights, chance);
	for (uint32_t k = 0; k < item->n; k++)
		sum += item->options[k].right ? chance[k] : 0;
	for (uint32_t k = 0; k < item->n; k++)
	{
		double gain = (item->options[k].right ? chance[k] / (sum + 1e-12) :
												0) -
			chance[k];

		for (uint32_t r = 0; r < item->options[k].n; r++)
			gradient[item->options[k].rows[r]] += gain;
	}
}

/*
 * Learns the weights that are kept, or all.  Each has a step of its own, which
 * shrinks with what it has moved.
 */
static void
learn_kept(const LearnItems *items, uint32_t n, int without, double penalty,
		   const bool *kept, double *weights)
{
	double	*gradient = checked(malloc(n * sizeof(double)));
	double	*moved = checked(calloc(n, sizeof(double)));
	double	*chance;
	uint32_t most = 1;

	for (size_t i = 0; i < items->n; i++)
		if (items->all[i].n > most)
			most = items->all[i].n;
	chance = checked(malloc(most * sizeof(double)));
	memset(weights, 0, n * sizeof(double));
	for (int round = 0; round < ROUNDS; round++)
	{
		for (uint32_t w = 0; w < n; w++)
			gradient[w] = -penalty * weights[w];
		for (size_t i = 0; i < items->n; i++)
			if (items->all[i].fold != without && teaches(&items->all[i]))
				add_gradient(&items->all[i], weights, chance, gradient);
		for (uint32_t w = 0; w < n; w++)
			if (gradient[w] != 0 && (kept == NULL || kept[w]))
			{
				moved[w] += gradient[w] * gradient[w];
				weights[w] += FIRST_STEP * gradient[w] / sqrt(moved[w]);
			}
	}
	free(gradient);
	free(moved);
	free(chance);
}

void
learn_weights(const LearnItems *items, const ChoiceScheme *scheme, int without,
			  double penalty, double *weights)
{
	learn_kept(items, scheme->n_weights, without, penalty, NULL, weights);
}

void
learn_few_weights(const LearnItems *items, const ChoiceScheme *scheme,
				  double penalty, double least, double second, double *weights)
{
	bool *kept = checked(calloc(scheme->n_weights, sizeof(bool)));

	learn_kept(items, scheme->n_weights, NO_FOLD, penalty, NULL, weights);
	for (uint32_t w = 0; w < scheme->n_weights; w++)
		kept[w] = fabs(weights[w]) >= least;
	learn_kept(items, scheme->n_weights, NO_FOLD, second, kept, weights);
	free(kept);
}

int16_t
learn_rounded(double weight)
{
	return (int16_t) lround(weight * LEARN_SCALE);
}

void
learn_save(const char *path, const ChoiceScheme *scheme, const double *weights,
		   const char *comment)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	fprintf(file, "%s#\n# number\tweight\twhat it is for\n", comment);
	for (uint32_t w = 0; w < scheme->n_weights; w++)
	{
		char name[256];

		if (learn_rounded(weights[w]) == 0)
			continue;
		choice_name(scheme, w, name, sizeof(name));
		fprintf(file, "%u\t%d\t%s\n", w, learn_rounded(weights[w]), name);
	}
	if (fclose(file) != 0)
	{
		perror(path);
		exit(1);
	}
}
