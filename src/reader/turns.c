/*
 * turns.c
 *		Transcripts and interviews: paragraphs that begin with a speaker.
 *
 * A label is words in capitals, a name, or Q and A, with a colon, or a name in
 * double brackets.  One such
 * paragraph proves little ("WHAT: ...", "Taxes: ..."), so a label counts when
 * others of its shape stand in the article; names in small letters must come
 * back.  In a text that is nearly all turns, a paragraph without a label goes
 * on with the turn before it.
 */
#include "layout.h"

#include <stdlib.h>

/* Tokens and bytes of the longest label. */
#define LONGEST_LABEL 14
#define LONGEST_BYTES 90
/* Turns from which paragraphs without a label may be turns, too, and from
 * which a text is a transcript when they are half of it. */
#define FEW_TURNS  4
#define MOST_TURNS 6
/* One in so many of them must speak of itself. */
#define SHARE_PERSONAL 5

typedef enum Shape
{
	SHAPE_NONE,
	SHAPE_CAPITALS, /* MODERATOR:  SEN. ANA RUIZ (D-X): */
	SHAPE_CLEAR,	/* the same with title or brackets */
	SHAPE_BRACKETS, /* ((Ana Ruiz)) */
	SHAPE_NAME,		/* Ana Ruiz: */
	SHAPE_QUESTION, /* Q: */
	SHAPE_ANSWER	/* A: */
} Shape;

typedef struct Label
{
	Shape	 shape;
	uint32_t start; /* tokens */
	uint32_t end;
	uint32_t text;	/* first token behind the colon */
	uint32_t key;	/* hash of the name's last word */
	bool	 named; /* its words can name someone; else they are
					 * plain English, and no heading either */
	bool	 asks;	/* the paragraph ends in "?" */
} Label;

static bool
is_letter_label(const Article *article, uint32_t i, const char *plain,
				const char *stopped)
{
	return (article->tokens[i].flags & TOKEN_CAPITAL) &&
		(token_is(article, i, plain) || token_is(article, i, stopped));
}

/* Q: A: Q. A. */
static bool
question_label(const Article *article, uint32_t i, uint32_t end, Label *label)
{
	bool	 question = is_letter_label(article, i, "q", "q.");
	uint32_t next = i + 1;

	if (!question && !is_letter_label(article, i, "a", "a."))
		return false;
	if (next < end &&
		(token_is_mark(article, next, ':') ||
		 token_is_mark(article, next, '.')))
		next++;
	else if (!token_is(article, i, "q.") && !token_is(article, i, "a."))
		return false;
	if (next >= end)
		return false;
	label->shape = question ? SHAPE_QUESTION : SHAPE_ANSWER;
	label->end = i + 1;
	label->text = next;
	return true;
}

/* ((Ana Ruiz)): the label of Wikinews' interviews. */
static bool
bracket_label(const Article *article, uint32_t i, uint32_t end, Label *label)
{
	uint32_t close = i + 2;

	if (end - i < 6 || !token_is_mark(article, i, '(') ||
		!token_is_mark(article, i + 1, '('))
		return false;
	while (close + 1 < end && close < i + LONGEST_LABEL &&
		   article->tokens[close].kind == TOKEN_WORD)
		close++;
	if (close == i + 2 || close + 2 >= end ||
		!token_is_mark(article, close, ')') ||
		!token_is_mark(article, close + 1, ')'))
		return false;
	label->shape = SHAPE_BRACKETS;
	label->start = i + 2;
	label->end = close;
	label->text = close + 2;
	return true;
}

/* What the words of a label may be, capitals or not. */
static bool
is_label_word(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	if (token->kind == TOKEN_WORD)
		return (token->flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE)) ||
			token_has(article, i, LEX(NAME_PARTICLE) | LEX(ROLE));
	return token->kind == TOKEN_NUMBER || token->mark == '.' ||
		token->mark == ',' || token->mark == '(' || token->mark == ')' ||
		token->mark == '-' || token->kind == TOKEN_DASH ||
		token->mark == '#' || token->mark == '/' || token->mark == '[' ||
		token->mark == ']' || token->kind == TOKEN_POSSESSIVE;
}

/*
 * Whether words [i, end) can be a label; *named: they can name someone.
 */
static bool
names_speaker(const Article *article, uint32_t i, uint32_t end, bool *named)
{
	bool common = true;
	bool heading;

	*named = true;
	heading = token_has(article, i, LEX(DETERMINER) | LEX(LABEL));

	if (token_has(article, i,
				  LEX(PRON_OTHER) | LEX(COMPLEMENTIZER) | LEX(PREPOSITION) |
					  LEX(AUXILIARY) | LEX(CONJUNCTION)) &&
		!token_has(article, i,
				   LEX(SURNAME) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))
		return false;
	for (uint32_t k = i; k < end; k++)
	{
		if (article->tokens[k].kind != TOKEN_WORD)
			continue;
		if (token_has(article, k,
					  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(TITLE) |
						  LEX(SURNAME) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE) |
						  LEX(PERSON)) ||
			token_is(article, k, "moderator") ||
			token_is(article, k, "question") ||
			token_is(article, k, "speaker") || token_is(article, k, "voice"))
			return true;
		common &= token_has(article, k, LEX(COMMON) | LEX(LABEL));
	}
	*named = !common;
	return !common || !heading;
}

/* McCAIN: capitals but for the particle. */
static bool
ends_in_capitals(const Article *article, const Token *token)
{
	const char *end = article->text + token->end;

	return (token->flags & TOKEN_MIXED_CASE) &&
		token->end - token->start > 3 && end[-1] >= 'A' && end[-1] <= 'Z' &&
		end[-2] >= 'A' && end[-2] <= 'Z';
}

/* Whether words are spoken behind the label: "Ruiz: 1,547." is a table. */
static bool
says_words(const Article *article, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (article->tokens[i].kind == TOKEN_WORD)
			return true;
	return false;
}

static Label
label_read(const Article *article, uint32_t i, uint32_t end)
{
	Label	 label = { SHAPE_NONE, i, i, i, 0, true, false };
	uint32_t colon;
	uint32_t bracket = NONE;
	bool	 capitals = true;
	uint32_t words = 0;

	/* a quotation mark set before the label */
	if (i + 1 < end && article->tokens[i].kind == TOKEN_DOUBLE_MARK)
		label.start = ++i;
	if (question_label(article, i, end, &label) ||
		bracket_label(article, i, end, &label))
		return label;
	for (colon = i; colon < end && colon < i + LONGEST_LABEL &&
		 !token_is_mark(article, colon, ':');
		 colon++)
	{
		const Token *token = &article->tokens[colon];

		if (!is_label_word(article, colon) ||
			token->end - article->tokens[i].start > LONGEST_BYTES)
			return label;
		if (token->mark == '(' && bracket == NONE)
			bracket = colon;
		if (token->kind == TOKEN_WORD && bracket == NONE)
		{
			words++;
			capitals &= (token->flags & TOKEN_ALL_CAPITALS) ||
				token->end - token->start <= 2 ||
				ends_in_capitals(article, token) ||
				token_has(article, colon, LEX(TITLE));
			label.key = token->hash;
		}
	}
	if (words == 0 || colon + 1 >= end || colon >= i + LONGEST_LABEL ||
		article->tokens[i].kind != TOKEN_WORD ||
		!says_words(article, colon + 1, end) ||
		!names_speaker(article, i, bracket == NONE ? colon : bracket,
					   &label.named))
		return label;
	label.end = colon;
	label.text = colon + 1;
	label.asks = article->tokens[end - 1].mark == '?';
	if (!capitals)
		label.shape = words <= 4 ? SHAPE_NAME : SHAPE_NONE;
	else if (words > 1 &&
			 (bracket != NONE || token_has(article, i, LEX(TITLE))))
		label.shape = SHAPE_CLEAR;
	else
		label.shape = (article->tokens[i].flags & TOKEN_ALL_CAPITALS) ?
			SHAPE_CAPITALS :
			SHAPE_NAME;
	return label;
}

static int
compare_keys(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *) a;
	uint32_t y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

/* How often a key stands in the sorted keys, two at most. */
static uint32_t
key_count(const uint32_t *keys, uint32_t n, uint32_t key)
{
	const uint32_t *hit = bsearch(&key, keys, n, sizeof(uint32_t),
								  compare_keys);

	if (hit == NULL)
		return 0;
	return 1 +
		((hit > keys && hit[-1] == key) ||
		 (hit + 1 < keys + n && hit[1] == key));
}

/* What the labels of an article are together. */
typedef struct Census
{
	Label	 *labels; /* one a paragraph */
	uint32_t  capitals;
	uint32_t  clear;
	uint32_t  named; /* of all shapes */
	uint32_t  brackets;
	uint32_t  questions;
	uint32_t  answers;
	uint32_t *names; /* sorted keys of names and capitals */
	uint32_t  n_names;
	uint32_t  come_back;  /* names whose key stands there twice */
	bool	  two_voices; /* of those, two differ */
	uint32_t  asks;		  /* labelled paragraphs that end in "?" */
} Census;

static void
count_names(Census *census)
{
	uint32_t last = 0;

	qsort(census->names, census->n_names, sizeof(uint32_t), compare_keys);
	for (uint32_t i = 0; i < census->n_names; i++)
	{
		uint32_t key = census->names[i];

		if (key_count(census->names, census->n_names, key) < 2)
			continue;
		census->two_voices |= census->come_back > 0 && key != last;
		census->come_back++;
		last = key;
	}
}

static void
take_census(Article *article, Census *census)
{
	census->labels = arena_alloc(article->arena, article->n_paragraphs,
								 sizeof(Label));
	census->names = arena_alloc(article->arena, article->n_paragraphs,
								sizeof(uint32_t));
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];

		if ((p & 0xFFF) == 0)
			arena_check(article->arena);
		if (paragraph->kind != PARAGRAPH_BODY)
			continue;
		census->labels[p] = label_read(article, paragraph->text_token,
									   paragraph->token_end);
		census->capitals += census->labels[p].shape == SHAPE_CAPITALS &&
			census->labels[p].named;
		census->clear += census->labels[p].shape == SHAPE_CLEAR;
		census->brackets += census->labels[p].shape == SHAPE_BRACKETS;
		census->questions += census->labels[p].shape == SHAPE_QUESTION;
		census->answers += census->labels[p].shape == SHAPE_ANSWER;
		if (census->labels[p].shape == SHAPE_NAME ||
			census->labels[p].shape == SHAPE_CAPITALS ||
			census->labels[p].shape == SHAPE_CLEAR)
		{
			census->named += census->labels[p].named;
			census->asks += census->labels[p].asks;
			census->names[census->n_names++] = census->labels[p].key;
		}
	}
	count_names(census);
}

static bool
comes_back(const Census *census, const Label *label)
{
	return key_count(census->names, census->n_names, label->key) > 1;
}

/*
 * An interview: one who comes back between questions, which may be asked
 * under a different label each time ("Daily Post:", "DP:").
 */
static bool
is_interview(const Census *census, const Label *label)
{
	return census->come_back >= 2 && census->asks >= 2 && census->named >= 2 &&
		(comes_back(census, label) || label->asks);
}

static bool
is_turn(const Census *census, const Label *label)
{
	switch (label->shape)
	{
		case SHAPE_NONE:
			return false;
		case SHAPE_CLEAR:
			return true;
		case SHAPE_CAPITALS:
			return (census->capitals + census->clear >= 2 &&
					(label->named || comes_back(census, label))) ||
				is_interview(census, label);
		case SHAPE_BRACKETS:
			return census->brackets >= 2;
		case SHAPE_QUESTION:
		case SHAPE_ANSWER:
			return census->questions > 0 && census->answers > 0;
		case SHAPE_NAME:
			/* two voices that both come back, or one among capitals */
			return (comes_back(census, label) &&
					(census->capitals + census->clear >= 2 ||
					 (census->two_voices && census->come_back >= 4 &&
					  census->named >= 2))) ||
				is_interview(census, label);
	}
	return false;
}

/* Someone says "I" or "we" in the paragraph, outside of marks. */
static bool
speaks_in_person(const Article *article, const Paragraph *paragraph)
{
	bool inside = false;

	for (uint32_t i = paragraph->text_token; i < paragraph->token_end; i++)
	{
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK)
			inside = article->tokens[i].mark == FACING_OPEN ||
				(article->tokens[i].mark == FACING_NEUTRAL && !inside);
		else if (!inside && token_has(article, i, LEX(PRON_SUBJ_1)))
			return true;
	}
	return false;
}

static void
continue_turn(Article *article, uint32_t p, uint32_t turn)
{
	article->paragraphs[p].kind = PARAGRAPH_TURN;
	/* behind an aside it has to say again whose turn it is */
	if (article->paragraphs[p - 1].kind == PARAGRAPH_ASIDE)
		article->paragraphs[p].label = article->paragraphs[turn].label;
}

/*
 * Paragraphs without a label go on with the turn before them: all that stand
 * between turns in what is mostly transcript; elsewhere those of which some
 * speak of themselves, and behind the last turn each that does.
 */
static void
continue_turns(Article *article, uint32_t turns)
{
	Paragraph *paragraphs = article->paragraphs;
	bool	   transcript = turns >= MOST_TURNS &&
		turns * 2 >= article->n_paragraphs;
	uint32_t turn = NONE;
	uint32_t end;

	if (turns < FEW_TURNS)
		return;
	for (uint32_t p = 0; p < article->n_paragraphs; p = end)
	{
		uint32_t bodies = 0;
		uint32_t personal = 0;
		bool	 between;

		end = p + 1;
		if (paragraphs[p].kind == PARAGRAPH_TURN)
			turn = p;
		else if (paragraphs[p].kind != PARAGRAPH_BODY &&
				 paragraphs[p].kind != PARAGRAPH_ASIDE)
			turn = NONE;
		if (paragraphs[p].kind != PARAGRAPH_BODY || turn == NONE)
			continue;
		for (end = p; end < article->n_paragraphs &&
			 (paragraphs[end].kind == PARAGRAPH_BODY ||
			  paragraphs[end].kind == PARAGRAPH_ASIDE);
			 end++)
		{
			if ((end & 0xFFF) == 0)
				arena_check(article->arena);
			if (paragraphs[end].kind != PARAGRAPH_BODY)
				continue;
			bodies++;
			personal += speaks_in_person(article, &paragraphs[end]);
		}
		between = end < article->n_paragraphs &&
			paragraphs[end].kind == PARAGRAPH_TURN;
		for (uint32_t k = p; k < end; k++)
		{
			if (paragraphs[k].kind != PARAGRAPH_BODY)
				continue;
			if (between ? !transcript && personal * SHARE_PERSONAL < bodies :
						  !speaks_in_person(article, &paragraphs[k]))
				break;
			continue_turn(article, k, turn);
		}
	}
}

void
turns_find(Layout *layout)
{
	Article *article = layout->article;
	Census	 census = { 0 };
	uint32_t turns = 0;

	take_census(article, &census);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Paragraph	*paragraph = &article->paragraphs[p];
		const Label *label = &census.labels[p];

		if (!is_turn(&census, label))
			continue;
		paragraph->kind = PARAGRAPH_TURN;
		paragraph->label = token_span(article, label->start, label->end);
		paragraph->text_token = label->text;
		turns++;
	}
	continue_turns(article, turns);
}
