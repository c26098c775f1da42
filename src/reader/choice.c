/*
 * choice.c
 *		Scores of candidates; see choice.h.
 */
#include "choice.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

uint32_t
choice_rows(const ChoiceScheme *scheme, const uint8_t *facts,
			uint32_t rows[CHOICE_TEMPLATES])
{
	uint32_t start = 0;
	uint32_t n = 0;

	for (size_t t = 0; t < scheme->n_templates; t++)
	{
		const ChoiceTemplate *template = &scheme->templates[t];
		uint32_t row = 0;
		bool	 applies = true;

		for (int k = 0; k < CHOICE_JOINED && template->facts[k]; k++)
		{
			uint8_t fact = template->facts[k];

			applies = applies && facts[fact] > 0;
			row = row * scheme->facts[fact].n + facts[fact] - 1u;
		}
		if (applies)
			rows[n++] = start + row;
		start += template->weights;
	}
	return n;
}

int32_t
choice_score(const ChoiceScheme *scheme, const int16_t *weights,
			 const uint8_t *facts)
{
	uint32_t rows[CHOICE_TEMPLATES];
	uint32_t n = choice_rows(scheme, facts, rows);
	int32_t	 score = 0;

	for (uint32_t k = 0; k < n; k++)
		score += weights[rows[k]];
	return score;
}

/* Appends "fact=value" for the nth value. */
static void
add_value(const ChoiceFact *fact, uint32_t value, char *out, size_t capacity)
{
	const char *name = fact->values;
	size_t		used = strlen(out);

	for (; value > 1; value--)
		name += strcspn(name, "|") + 1;
	snprintf(out + used, capacity - used, "%s%s=%.*s", used ? " " : "",
			 fact->name, (int) strcspn(name, "|"), name);
}

void
choice_name(const ChoiceScheme *scheme, uint32_t row, char *out,
			size_t capacity)
{
	const ChoiceTemplate *template = scheme->templates;
	uint32_t size;

	while (row >= template->weights)
	{
		row -= template->weights;
		template ++;
	}
	size = template->weights;
	out[0] = '\0';
	for (int k = 0; k < CHOICE_JOINED && template->facts[k]; k++)
	{
		const ChoiceFact *fact = &scheme->facts[template->facts[k]];

		size /= fact->n;
		add_value(fact, row / size + 1, out, capacity);
		row %= size;
	}
}
