/*
 * pronoun_grammar.c
 *		Grammar around names and pronouns; see pronoun_grammar.h.
 */
#include "pronoun_grammar.h"

#include "syntax.h"

/* Tokens looked at from a name to its verb, over an aside. */
#define ASIDE_TOKENS 24
/* Tokens of "of the Vila Tribune" behind a name. */
#define GOVERNED_TOKENS 8
/* Tokens of a noun phrase before its last name. */
#define PHRASE_TOKENS 6
/* Tokens between name and pronoun that are looked at. */
#define MOST_BETWEEN 80
/* Tokens from a pronoun back to the verb that governs it. */
#define VERB_TOKENS 12
/* Tokens from the beginning of a sentence to a pronoun that is fronted. */
#define FRONTED_TOKENS 40

uint32_t
grammar_sentence(const Article *article, uint32_t token)
{
	uint32_t low = 0;
	uint32_t high = article->n_sentences;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->sentences[middle].token_end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ------------------------------------------------------------------ words */

static bool
is_verb(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		(syntax_tag_in(article, i, TAGS_FINITE) ||
		 token_has(article, i, LEX(AUXILIARY) | LEX(MODAL)));
}

/* A finite verb when a name stands before it: "Ruiz spots", "Ruiz met". */
static bool
is_verb_of_name(const Article *article, uint32_t i)
{
	if (is_verb(article, i))
		return true;
	if (article->tokens[i].kind != TOKEN_WORD ||
		(article->tokens[i].flags & TOKEN_CAPITAL))
		return false;
	return (token_entry(article, i)->tags &
			(TAGBIT(TAG_VBD) | TAGBIT(TAG_VBZ))) != 0 ||
		syntax_tag_in(article, i, TAGBIT(TAG_VBN) | TAGBIT(TAG_PLURAL));
}

/* A finite verb begins at token i, behind adverbs. */
static bool
verb_follows(const Article *article, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k < i + 4; k++)
	{
		if (is_verb_of_name(article, k))
			return true;
		if (!syntax_is_verb_helper(article, k))
			return false;
	}
	return false;
}

static bool
is_relative(const Article *article, uint32_t i)
{
	return token_is(article, i, "who") || token_is(article, i, "whom") ||
		token_is(article, i, "whose") || token_is(article, i, "which");
}

/* "to" before a bare verb. */
static bool
is_infinitive(const Article *article, uint32_t i, uint32_t end)
{
	return i + 1 < end && token_is(article, i, "to") &&
		syntax_tag_in(article, i + 1, TAGBIT(TAG_VB));
}

/* ---------------------------------------------------------------- pronouns */

uint8_t
grammar_opener(const Article *article, uint32_t i, uint32_t first)
{
	while (i > first && article->tokens[i - 1].kind == TOKEN_DOUBLE_MARK)
		i--;
	if (i <= first)
		return OPENER_SENTENCE;
	i--;
	if (article->tokens[i].kind == TOKEN_PUNCTUATION ||
		article->tokens[i].kind == TOKEN_DASH)
		return OPENER_MARK;
	if (article->tokens[i].kind != TOKEN_WORD)
		return OPENER_OTHER;
	if (token_is(article, i, "that"))
		return OPENER_THAT;
	if (token_has(article, i, LEX(CONJUNCTION)))
		return OPENER_AND;
	if (is_relative(article, i) && !token_is(article, i, "whose"))
		return OPENER_RELATIVE;
	if (token_has(article, i, LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER)))
		return OPENER_SUBORDINATOR;
	if (token_has(article, i, LEX(PREPOSITION)))
		return OPENER_PREPOSITION;
	return syntax_tag_in(article, i, TAGS_VERB) ? OPENER_VERB : OPENER_OTHER;
}

/* "her" before a noun phrase, "his" anywhere. */
static bool
is_owner(const Article *article, uint32_t token)
{
	uint32_t next = token + 1;

	if (token_is(article, token, "his"))
		return true;
	if (!token_is(article, token, "her") || next >= article->n_tokens)
		return false;
	if (article->tokens[next].kind == TOKEN_NUMBER ||
		article->tokens[next].kind == TOKEN_DOUBLE_MARK)
		return true;
	if (article->tokens[next].kind != TOKEN_WORD)
		return false;
	if (token_has(article, next,
				  LEX(DETERMINER) | LEX(PREPOSITION) | LEX(CONJUNCTION) |
					  LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER) |
					  LEX(AUXILIARY) | LEX(POSSESSIVE) | LEX(MODAL)) &&
		!token_has(article, next, LEX(NUMBER_WORD)) &&
		!token_is(article, next, "own"))
		return false;
	return syntax_tag_in(article, next,
						 TAGS_NOMINAL | TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)) ||
		!token_has(article, next, LEX(ADVERB));
}

uint8_t
grammar_kind(const Article *article, uint32_t token, uint8_t opener)
{
	if (token_has(article, token, LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F)))
		return KIND_SUBJECT;
	if (!is_owner(article, token))
		return opener == OPENER_PREPOSITION ? KIND_GOVERNED : KIND_OBJECT;
	if (opener == OPENER_PREPOSITION)
		return KIND_OWNER_GOVERNED;
	return opener == OPENER_VERB || opener == OPENER_OTHER ?
		KIND_OWNER_OBJECT :
		KIND_OWNER_FIRST;
}

bool
grammar_fronted(const Article *article, uint32_t token, uint32_t first)
{
	if (token - first > FRONTED_TOKENS ||
		!(token_has(article, first, LEX(PREPOSITION) | LEX(SUBORDINATOR)) ||
		  syntax_tag_in(article, first, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN))))
		return false;
	for (uint32_t i = first; i < token; i++)
		if (token_is_mark(article, i, ','))
			return false;
	return true;
}

/* The verb before the pronoun in its clause, or NONE. */
static uint32_t
verb_before(const Article *article, uint32_t token, uint32_t first)
{
	for (uint32_t i = token; i > first && token - i < VERB_TOKENS; i--)
	{
		if (article->tokens[i - 1].kind == TOKEN_WORD &&
			(syntax_tag_in(article, i - 1, TAGS_VERB) ||
			 is_verb(article, i - 1)))
			return i - 1;
		if (token_is_mark(article, i - 1, ';') ||
			token_is_mark(article, i - 1, ':'))
			return NONE;
	}
	return NONE;
}

uint32_t
grammar_local_subject(const Article *article, uint32_t token, uint32_t first)
{
	uint32_t verb = verb_before(article, token, first);
	uint32_t i = verb;

	if (verb == NONE)
		return NONE;
	while (i > first && verb - i < PHRASE_TOKENS &&
		   syntax_is_verb_helper(article, i - 1))
		i--;
	return i > first && !token_is(article, i - 1, "to") ? i - 1 : NONE;
}

/* ------------------------------------------------------------------- names */

/* Over an aside behind a name: ", 34, a lawyer," or "(born 1950)". */
static uint32_t
skip_aside(const Article *article, uint32_t i, uint32_t end)
{
	char	 close;
	uint32_t limit = end < i + ASIDE_TOKENS ? end : i + ASIDE_TOKENS;

	if (i >= end ||
		(!token_is_mark(article, i, ',') && !token_is_mark(article, i, '(')))
		return i;
	close = token_is_mark(article, i, ',') ? ',' : ')';
	for (uint32_t k = i + 1; k < limit; k++)
		if (token_is_mark(article, k, close))
			return k + 1;
	return i;
}

/* Over "of the Vila Tribune" behind a name. */
static uint32_t
skip_governed(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;

	if (i >= end || !token_has(article, i, LEX(PREPOSITION)))
		return i;
	while (k < end && k < i + GOVERNED_TOKENS &&
		   article->tokens[k].kind == TOKEN_WORD &&
		   (token_has(article, k, LEX(PREPOSITION) | LEX(DETERMINER)) ||
			syntax_tag_in(article, k, TAGS_NOMINAL)))
		k++;
	return k;
}

/* Whether token i can stand in a noun phrase before a name. */
static bool
is_before_name(const Article *article, uint32_t i)
{
	if (article->tokens[i].kind == TOKEN_POSSESSIVE)
		return true;
	if (article->tokens[i].kind != TOKEN_WORD ||
		token_has(article, i,
				  LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(SUBORDINATOR) |
					  LEX(AUXILIARY)))
		return false;
	return syntax_tag_in(article, i, TAGS_NOMINAL | TAGBIT(TAG_DET)) ||
		token_has(article, i, LEX(TITLE) | LEX(POSSESSIVE) | LEX(DETERMINER));
}

/* The first token of the noun phrase that ends with the name. */
static uint32_t
phrase_start(const Article *article, uint32_t name, uint32_t first)
{
	uint32_t i = name;

	while (i > first && name - i < PHRASE_TOKENS &&
		   is_before_name(article, i - 1))
		i--;
	return i;
}

uint8_t
grammar_start(const Article *article, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	uint32_t	   first = article->sentences[mention->sentence].token_start;

	return grammar_opener(article,
						  phrase_start(article, mention->token_start, first),
						  first);
}

/* "between Byrne and Hall ended": what precedes "and" is no subject. */
static bool
is_governed_list(const Article *article, uint32_t m, uint32_t start,
				 uint32_t first)
{
	const Mention *before = m > 0 ? &article->mentions[m - 1] : NULL;

	return before && before->token_start >= first &&
		before->token_end + 1 == start &&
		grammar_opener(article,
					   phrase_start(article, before->token_start, first),
					   first) == OPENER_PREPOSITION;
}

/* True when the verb of the clause follows, perhaps behind an aside. */
static bool
is_subject(const Article *article, uint32_t behind, uint32_t end,
		   uint8_t opener)
{
	return verb_follows(article, behind, end) ||
		verb_follows(article, skip_aside(article, behind, end), end) ||
		verb_follows(article, skip_governed(article, behind, end), end) ||
		/* "The mayor, Ana Ruiz, spoke" */
		(opener == OPENER_MARK && behind < end &&
		 token_is_mark(article, behind, ',') &&
		 verb_follows(article, behind + 1, end));
}

uint8_t
grammar_role(const Article *article, uint32_t m)
{
	const Mention  *mention = &article->mentions[m];
	const Sentence *sentence = &article->sentences[mention->sentence];
	uint32_t		end = sentence->token_end;
	uint32_t		behind = mention->token_end;
	uint32_t		start = phrase_start(article, mention->token_start,
										 sentence->token_start);
	uint8_t opener = grammar_opener(article, start, sentence->token_start);

	if (behind < end && article->tokens[behind].kind == TOKEN_POSSESSIVE)
		return ROLE_OWNER;
	if (opener == OPENER_PREPOSITION)
		return token_is(article, start - 1, "of") ? ROLE_OF :
			token_is(article, start - 1, "by")	  ? ROLE_BY :
													ROLE_GOVERNED;
	if (opener == OPENER_AND &&
		is_governed_list(article, m, start, sentence->token_start))
		return ROLE_LIST;
	if (is_subject(article, behind, end, opener))
		return opener == OPENER_SENTENCE || opener == OPENER_MARK ||
				opener == OPENER_AND ?
			ROLE_SUBJECT :
			ROLE_CLAUSE_SUBJECT;
	if (opener == OPENER_VERB)
		return ROLE_OBJECT;
	if (opener == OPENER_AND)
		return ROLE_LIST;
	if (behind + 1 < end && token_is(article, behind, "and"))
		return opener == OPENER_SENTENCE ? ROLE_SUBJECT : ROLE_LIST;
	return opener == OPENER_MARK ? ROLE_ASIDE : ROLE_OTHER;
}

/* SPEAKS of the verb group that begins at token i. */
static uint8_t
speaks(const Article *article, uint32_t i, uint32_t end)
{
	while (i < end && !is_verb_of_name(article, i))
		i++;
	while (i + 1 < end && syntax_is_verb_helper(article, i))
		i++;
	if (i >= end)
		return SPEAKS_OTHER;
	if (token_has(article, i, LEX(CUE_TOLD)))
		return SPEAKS_TOLD;
	return token_has(article, i, LEX(CUE_SPEECH) | LEX(CUE_THOUGHT)) ?
		SPEAKS_SPEECH :
		SPEAKS_OTHER;
}

void
grammar_next(const Article *article, uint32_t m, uint8_t *facts)
{
	const Mention *mention = &article->mentions[m];
	uint32_t	   i = mention->token_end;
	uint32_t	   end = article->sentences[mention->sentence].token_end;
	bool		   comma = i < end && token_is_mark(article, i, ',');

	facts[FACT_SPEAKS] = SPEAKS_OTHER;
	facts[FACT_NEXT] = NEXT_OTHER;
	if (i + comma >= end)
		return;
	if (article->tokens[i].kind == TOKEN_POSSESSIVE)
		facts[FACT_NEXT] = NEXT_OWNER;
	else if (is_relative(article, i + comma) &&
			 !token_is(article, i + comma, "which"))
		facts[FACT_NEXT] = NEXT_RELATIVE;
	else if (comma)
		facts[FACT_NEXT] = NEXT_COMMA;
	else if (verb_follows(article, i, end))
	{
		facts[FACT_NEXT] = NEXT_VERB;
		facts[FACT_SPEAKS] = speaks(article, i, end);
	}
	else if (token_has(article, i, LEX(CONJUNCTION)))
		facts[FACT_NEXT] = NEXT_AND;
	else if (is_infinitive(article, i, end))
		facts[FACT_NEXT] = NEXT_INFINITIVE;
	else if (token_has(article, i, LEX(PREPOSITION)))
		facts[FACT_NEXT] = NEXT_GOVERNED;
}

/* ----------------------------------------------------------------- between */

/* A conjunction before a verb, or before the end; others join no clauses. */
static uint8_t
joint_of_and(const Article *article, uint32_t i, uint32_t end)
{
	for (uint32_t k = i + 1; k < end && k < i + 3; k++)
		if (is_verb_of_name(article, k))
			return JOINT_AND_VERB;
	return i + 1 == end ? JOINT_AND : JOINT_UNSAID;
}

/* What joins clauses at token i; JOINT_UNSAID when nothing does. */
static uint8_t
joint_at(const Article *article, uint32_t i, uint32_t end)
{
	if (token_is_mark(article, i, ';') || token_is_mark(article, i, ':'))
		return JOINT_SEMICOLON;
	if (article->tokens[i].kind != TOKEN_WORD)
		return JOINT_UNSAID;
	if (is_relative(article, i))
		return JOINT_RELATIVE;
	if (token_is(article, i, "that"))
		return JOINT_THAT;
	if (is_infinitive(article, i, end))
		return JOINT_INFINITIVE;
	if (token_has(article, i, LEX(CONJUNCTION)))
		return joint_of_and(article, i, end);
	if (token_has(article, i, LEX(SUBORDINATOR)))
		return JOINT_SUBORDINATOR;
	if (syntax_tag_in(article, i, TAGBIT(TAG_VBG)) && i > 0 &&
		(token_is_mark(article, i - 1, ',') ||
		 token_has(article, i - 1, LEX(PREPOSITION))))
		return JOINT_PARTICIPLE;
	return JOINT_UNSAID;
}

void
grammar_between(const Article *article, uint32_t first, uint32_t end,
				uint8_t *facts)
{
	uint32_t tokens = end - first;
	uint32_t verbs = 0;
	uint8_t	 joint = JOINT_NONE;

	if (tokens > MOST_BETWEEN)
		first = end - MOST_BETWEEN;
	for (uint32_t i = first; i < end; i++)
	{
		uint8_t here = joint_at(article, i, end);

		/* a verb group counts once */
		if (i == first ? is_verb_of_name(article, i) :
						 is_verb(article, i) && !is_verb(article, i - 1))
			verbs++;
		if (here != JOINT_UNSAID)
			joint = here;
		else if (joint == JOINT_NONE && token_is_mark(article, i, ','))
			joint = JOINT_COMMA;
	}
	facts[FACT_VERBS] = (uint8_t) (VERBS_0 + (verbs < 3 ? verbs : 3));
	facts[FACT_JOINT] = joint;
	facts[FACT_TOKENS] = tokens <= 2 ? TOKENS_2 :
		tokens <= 5					 ? TOKENS_5 :
		tokens <= 10				 ? TOKENS_10 :
		tokens <= 20				 ? TOKENS_20 :
									   TOKENS_MORE;
}
