/*
 * date_tense.c
 *		Whether a clause tells of what was or of what is to come; see date.h.
 *
 * The verb that a date belongs to stands before it ("met on Friday") unless
 * the date opens its clause or stands between subject and verb ("on Friday the
 * council will vote").  An infinitive is what is to come, but for one behind a
 * verb in the past that is no plan ("flew there to meet them Friday").
 */
#include "date.h"

#include "amount.h"
#include "syntax.h"

/* Words that are looked at on either side. */
#define REACH 40

/* Words between an auxiliary and its verb. */
#define LONGEST_GROUP 5

/* A word of plans: scheduled, due, expected, plans. */
static bool
is_plan(const Article *article, uint32_t i)
{
	return amount_word(article, i) == WORD_PLANNED;
}

/* "scheduled for", "set to hold"; not "due to rain", "a planned visit". */
static bool
is_planned(const Article *article, uint32_t i)
{
	if (!is_plan(article, i) || i + 2 >= article->n_tokens)
		return false;
	return token_is(article, i + 1, "for") || token_is(article, i + 1, "in") ||
		token_is(article, i + 1, "at") || token_is(article, i + 1, "until") ||
		(article->tags[i + 1] == TAG_ADV && token_is(article, i + 2, "in")) ||
		(token_is(article, i + 1, "to") && article->tags[i + 2] == TAG_VB);
}

/* Where a clause ends for certain. */
static bool
is_boundary(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return token->kind == TOKEN_STOP || token->kind == TOKEN_DOUBLE_MARK ||
		(token_has(article, i, LEX(SUBORDINATOR)) &&
		 !token_has(article, i, LEX(PREPOSITION))) ||
		token_is_mark(article, i, ';') || token_is_mark(article, i, ':') ||
		(token->kind == TOKEN_DASH && token->end - token->start != 1);
}

static bool
begins_anew(const Article *article, uint32_t i)
{
	return (article->tokens[i].flags &
			(TOKEN_SENTENCE_START | TOKEN_BLANK_BEFORE)) != 0;
}

static bool
is_any(const Article *article, uint32_t i, const char *const *words)
{
	for (; *words; words++)
		if (token_is(article, i, *words))
			return true;
	return false;
}

static const char *const have_words[] = {
	"have", "has", "had", "'ve", "haven't", "hasn't", "hadn't", NULL
};
static const char *const past_be[] = { "was",	  "were", "wasn't",
									   "weren't", "been", NULL };
static const char *const present_be[] = { "is",	   "are",	 "am", "'re", "'m",
										  "isn't", "aren't", "be", NULL };
static const char *const past_do[] = { "did", "didn't", NULL };

/* The auxiliaries before a verb. */
typedef struct Group
{
	bool	 modal;
	bool	 have;
	bool	 past_be;
	bool	 be;
	bool	 past_do;
	bool	 to;
	uint32_t first;
} Group;

static Group
group_before(const Article *article, uint32_t verb)
{
	Group group = { .first = verb };

	for (uint32_t n = 0; n < LONGEST_GROUP && group.first > 0; n++)
	{
		uint32_t i = group.first - 1;

		if (begins_anew(article, group.first) ||
			article->tokens[i].kind != TOKEN_WORD)
			break;
		if (token_is(article, i, "to"))
			group.to = true;
		else if (article->tags[i] == TAG_MODAL)
			group.modal = true;
		else if (is_any(article, i, have_words))
			group.have = true;
		else if (is_any(article, i, past_be))
			group.past_be = true;
		else if (is_any(article, i, present_be))
			group.be = true;
		else if (is_any(article, i, past_do))
			group.past_do = true;
		else if (!syntax_is_verb_helper(article, i))
			break;
		group.first = i;
		if (group.to)
			break;
	}
	return group;
}

/*
 * The tense of the infinitive whose "to" is given: TENSE_NONE when the verb
 * before it decides.
 */
static DateTense
infinitive(const Article *article, uint32_t to)
{
	uint32_t i = to;

	while (i > 0 && !begins_anew(article, i) && to - i < 3 &&
		   article->tags[i - 1] == TAG_ADV)
		i--;
	if (i == 0 || begins_anew(article, i))
		return TENSE_FUTURE;
	i--;
	if (token_is(article, i, "had"))
		return TENSE_PAST;
	if (is_plan(article, i) || token_has(article, i, LEX(CUE_TO)) ||
		is_any(article, i, present_be) || is_any(article, i, have_words))
		return TENSE_FUTURE;
	return TENSE_NONE;
}

/* The tense that verb i gives its clause; TENSE_NONE when it gives none. */
static DateTense
verb_tense(const Article *article, uint32_t i)
{
	Group group;

	if (article->tokens[i].kind != TOKEN_WORD)
		return TENSE_NONE;
	if (is_planned(article, i))
		return TENSE_FUTURE;
	switch (article->tags[i])
	{
		case TAG_MODAL:
			/* the month */
			if (token_has(article, i, LEX(MONTH)))
				return TENSE_NONE;
			return i + 1 < article->n_tokens &&
					is_any(article, i + 1, have_words) ?
				TENSE_PAST :
				TENSE_FUTURE;
		case TAG_VBD:
			return TENSE_PAST;
		case TAG_VBZ:
		case TAG_VBP:
			group = group_before(article, i);
			if (group.modal || is_plan(article, i))
				return group.have ? TENSE_PAST : TENSE_FUTURE;
			return token_has(article, i, LEX(CUE_SPEECH)) ? TENSE_PAST :
															TENSE_PRESENT;
		case TAG_VB:
			group = group_before(article, i);
			if (group.to)
				return infinitive(article, group.first);
			return group.past_do ? TENSE_PAST :
				group.modal		 ? (group.have ? TENSE_PAST : TENSE_FUTURE) :
								   TENSE_NONE;
		case TAG_VBN:
			group = group_before(article, i);
			if (group.modal || group.to)
				return group.have ? TENSE_PAST : TENSE_FUTURE;
			return group.be && !group.have ? TENSE_PRESENT : TENSE_PAST;
		case TAG_VBG:
			group = group_before(article, i);
			if (group.past_be || group.have)
				return TENSE_PAST;
			return group.be || group.modal ? TENSE_FUTURE : TENSE_NONE;
		default:
			return TENSE_NONE;
	}
}

/*
 * A plural in the present is often a noun, and a participle often no verb of
 * its clause: they count when nothing surer is found.
 */
static bool
is_unsure(const Article *article, uint32_t i)
{
	return (article->tags[i] == TAG_VBP &&
			!token_has(article, i, LEX(AUXILIARY)) && !is_plan(article, i)) ||
		article->tags[i] == TAG_VBN;
}

static DateTense
tense_before(const Article *article, uint32_t first)
{
	DateTense unsure = TENSE_NONE;

	for (uint32_t n = 0; n < REACH && first > 0; n++)
	{
		DateTense tense;

		if (begins_anew(article, first) || is_boundary(article, first - 1))
			break;
		tense = verb_tense(article, --first);
		if (tense == TENSE_NONE)
			continue;
		/* a participle before the date is what the date belongs to */
		if (!is_unsure(article, first) || article->tags[first] == TAG_VBN)
			return tense;
		if (unsure == TENSE_NONE)
			unsure = tense;
	}
	return unsure;
}

/* "has met", "is to meet", "will": the verb that begins at i. */
static DateTense
tense_from(const Article *article, uint32_t i)
{
	uint32_t next = i + 1;

	if (!syntax_tag_in(article, i, TAGS_FINITE | TAGBIT(TAG_VBN)) &&
		!is_planned(article, i))
		return TENSE_NONE;
	/* "the vote to be held" */
	if (article->tags[i] == TAG_VBN && group_before(article, i).to)
		return TENSE_NONE;
	while (next < article->n_tokens && next < i + LONGEST_GROUP &&
		   article->tags[next] == TAG_ADV)
		next++;
	if (is_any(article, i, have_words) && next < article->n_tokens &&
		article->tags[next] == TAG_VBN)
		return TENSE_PAST;
	return verb_tense(article, i);
}

static DateTense
tense_behind(const Article *article, uint32_t end)
{
	DateTense unsure = TENSE_NONE;

	for (uint32_t n = 0; n < REACH && end < article->n_tokens; n++, end++)
	{
		DateTense tense;

		if (begins_anew(article, end) || is_boundary(article, end))
			break;
		tense = tense_from(article, end);
		if (tense == TENSE_NONE)
			continue;
		if (!is_unsure(article, end))
			return tense;
		if (unsure == TENSE_NONE)
			unsure = tense;
	}
	return unsure;
}

/* The token before "on", "by the"; NONE at the beginning of a sentence. */
static uint32_t
before_preposition(const Article *article, uint32_t first)
{
	for (uint32_t n = 0; n < 3 && first > 0; n++, first--)
	{
		if (begins_anew(article, first))
			return NONE;
		if (!token_has(article, first - 1, LEX(PREPOSITION) | LEX(DETERMINER)))
			break;
	}
	return first > 0 && !begins_anew(article, first) ? first - 1 : NONE;
}

#define TIMES (LEX(WEEKDAY) | LEX(MONTH) | LEX(TIME_WORD))

/* True when the date opens its clause, or its verb stands right behind it. */
static bool
verb_is_behind(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t before = before_preposition(article, first);
	uint32_t next = end;

	while (next < article->n_tokens && next < end + 3 &&
		   article->tags[next] == TAG_ADV)
		next++;
	if (next < article->n_tokens && !begins_anew(article, next) &&
		syntax_tag_in(article, next, TAGS_FINITE))
		return true;
	if (before == NONE || is_boundary(article, before))
		return true;
	if (!token_is_mark(article, before, ',') &&
		!token_has(article, before, LEX(CONJUNCTION) | LEX(SUBORDINATOR)))
		return false;
	/* "Friday and Saturday": one date more */
	return before == 0 ||
		(!token_has(article, before - 1, TIMES) &&
		 article->tokens[before - 1].kind != TOKEN_NUMBER);
}

/* "since Friday", "as of early Friday". */
static bool
is_up_to_now(const Article *article, uint32_t first)
{
	return (first > 0 && token_is(article, first - 1, "since")) ||
		(first > 1 && token_is(article, first - 1, "of") &&
		 token_is(article, first - 2, "as"));
}

DateTense
date_tense(const Article *article, uint32_t first, uint32_t end)
{
	DateTense tense;

	if (is_up_to_now(article, first))
		return TENSE_PAST;
	if (verb_is_behind(article, first, end))
	{
		tense = tense_behind(article, end);
		return tense != TENSE_NONE ? tense : tense_before(article, first);
	}
	tense = tense_before(article, first);
	return tense != TENSE_NONE ? tense : tense_behind(article, end);
}
