/*
 * pronoun.c
 *		Whom a pronoun means, and which name heads a noun phrase.
 *
 * "He" and "she" are weighed (pronoun.h).  Who is meant must be ahead of
 * every other candidate, nobody among them, or the pronoun means nobody.
 */
#include "pronoun.h"

#include "reader.h"
#include "syntax.h"
#include "unicode.h"

#ifndef PRONOUN_WEIGHTS_FILE
#error "PRONOUN_WEIGHTS_FILE must name the weights, as a string"
#endif

/*
 * How far ahead the one must be who is meant.  More is asked of "he", so that
 * as many women as men are told rightly: of GAP's, three in five.
 */
#define SURE_OF_HIM 650
#define SURE_OF_HER 450
/* The same of the subject of a cue: it means somebody who was named. */
#define SURE_OF_SPEAKER 150
/* The same of one of two that are named together. */
#define SURE_OF_JOINED 650
/* The same of a pronoun that only helps with the next one. */
#define SURE_OF_LINK 300
/* Words behind a pronoun that may be its clause. */
#define LONGEST_CLAUSE 6
/* Names in what is said that are looked at. */
#define MOST_SAID 64
/* Tokens back that other pronouns are looked for. */
#define TOKENS_BACK 100

static const int16_t weights[PRONOUN_WEIGHTS] = {
#define WEIGHT(row, weight, name) [row] = weight,
#include PRONOUN_WEIGHTS_FILE
#undef WEIGHT
};

/* "Ana Ruiz and Maria Costa": two names with one word between them. */
static bool
are_joined(const Article *article, const PronounCandidate *a,
		   const PronounCandidate *b)
{
	const Mention *first;

	if (a->entity == NONE || b->entity == NONE)
		return false;
	first = &article
				 ->mentions[a->mention < b->mention ? a->mention : b->mention];
	return (a->mention + 1 == b->mention || b->mention + 1 == a->mention) &&
		first[1].token_start == first->token_end + 1 &&
		token_is(article, first->token_end, "and");
}

/* The entity of the best candidate that is so far ahead, or NONE. */
static uint32_t
best_entity(const Article *article, const PronounCandidate *list, uint32_t n,
			const int16_t *by, int32_t ahead)
{
	int32_t					best = INT32_MIN;
	int32_t					second = INT32_MIN;
	const PronounCandidate *one = NULL;
	const PronounCandidate *other = NULL;

	for (uint32_t k = 0; k < n; k++)
	{
		int32_t score = choice_score(&pronoun_scheme, by, list[k].facts);

		if (score > best)
		{
			second = best;
			other = one;
			best = score;
			one = &list[k];
		}
		else if (score > second)
		{
			second = score;
			other = &list[k];
		}
	}
	if (other == NULL)
		return NONE;
	if (ahead < SURE_OF_JOINED && are_joined(article, one, other))
		ahead = SURE_OF_JOINED;
	return best - second >= ahead ? one->entity : NONE;
}

void
pronoun_chain(const Article *article, uint32_t token, const int16_t *by,
			  PronounChain *chain)
{
	PronounCandidate list[PRONOUN_CANDIDATES];
	Gender			 gender = pronoun_gender(article, token);
	uint32_t		 before[PRONOUN_LINKS];
	uint32_t		 marked = pronoun_marked(article, token);
	uint32_t		 n = 0;

	for (uint32_t i = token;
		 i > 0 && token - i < TOKENS_BACK && n < PRONOUN_LINKS; i--)
		if (pronoun_gender(article, i - 1) == gender &&
			pronoun_marked(article, i - 1) == marked)
			before[n++] = i - 1;
	chain->n = 0;
	while (n > 0)
	{
		uint32_t i = before[--n];
		uint32_t found = pronoun_candidates(article, i, chain, list);

		chain->entities[chain->n] = best_entity(article, list, found, by,
												SURE_OF_LINK);
		chain->tokens[chain->n++] = i;
	}
}

/* The body that "it" means. */
static uint32_t
body_before(const Article *article, uint32_t token)
{
	uint32_t first;
	uint32_t end;
	uint32_t m;

	if (!token_is(article, token, "it") ||
		!subject_before(article, token, false, &first, &end))
		return NONE;
	m = entity_head_mention(article, first, end);
	return m != NONE ? article->mentions[m].entity :
					   entity_of_noun(article, first, end);
}

/* The entity is named between the marks of what is said. */
static bool
is_named_in(const Article *article, uint32_t entity, const Quotation *said)
{
	for (uint32_t k = 0; k < said->n_verbatim; k++)
	{
		TextSpan span = said->verbatim[k];

		for (uint32_t m = mention_from(article, token_at(article, span.start)),
					  n = 0;
			 n < MOST_SAID && m < article->n_mentions &&
			 article->mentions[m].span.start < span.end;
			 m++, n++)
			if (article->mentions[m].entity == entity)
				return true;
	}
	return false;
}

/* "He told Ruiz": who is named behind the pronoun in its clause is another. */
static bool
is_spoken_to(const Article *article, uint32_t entity, uint32_t token)
{
	uint32_t m = mention_from(article, token);

	for (uint32_t i = token + 1; i < article->n_tokens &&
		 i < token + LONGEST_CLAUSE && article->tokens[i].kind == TOKEN_WORD &&
		 !token_has(article, i, LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR));
		 i++)
	{
		while (m < article->n_mentions && article->mentions[m].token_end <= i)
			m++;
		if (m < article->n_mentions && article->mentions[m].token_start == i &&
			article->mentions[m].entity == entity)
			return true;
	}
	return false;
}

/*
 * Elsewhere only the name nearby tells the gender, since a bare surname may be
 * another's of the family; a speaker is named in full.
 */
bool
entity_may_speak(const Article *article, uint32_t entity, uint32_t token,
				 const Quotation *said)
{
	Gender known = article->entities[entity].gender;

	return (known == GENDER_UNKNOWN ||
			known == pronoun_gender(article, token)) &&
		!is_named_in(article, entity, said) &&
		!is_spoken_to(article, entity, token);
}

/* Takes out who cannot speak; returns how many are left. */
static uint32_t
only_speakers(const Article *article, PronounCandidate *list, uint32_t n,
			  uint32_t token, const Quotation *said)
{
	uint32_t left = 0;

	for (uint32_t k = 0; k < n; k++)
		if (list[k].entity == NONE ||
			entity_may_speak(article, list[k].entity, token, said))
			list[left++] = list[k];
	return left;
}

uint32_t
entity_of_pronoun(const Article *article, uint32_t token,
				  const Quotation *said)
{
	PronounCandidate list[PRONOUN_CANDIDATES];
	PronounChain	 chain;
	Gender			 gender = pronoun_gender(article, token);
	uint32_t		 n;

	if (gender == GENDER_UNKNOWN)
		return body_before(article, token);
	pronoun_chain(article, token, weights, &chain);
	n = pronoun_candidates(article, token, &chain, list);
	if (said)
		n = only_speakers(article, list, n, token, said);
	return best_entity(article, list, n, weights,
					   said						 ? SURE_OF_SPEAKER :
						   gender == GENDER_MALE ? SURE_OF_HIM :
												   SURE_OF_HER);
}

/* ---------------------------------------------------------- noun phrases */

/* True when something between a name and what is before it rules it out. */
static bool
is_governed(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		if (token_has(article, i, LEX(PREPOSITION)) ||
			token_has(article, i, LEX(COMPLEMENTIZER)) ||
			(syntax_tag_in(article, i, TAGS_FINITE) &&
			 !(article->tokens[i].flags & TOKEN_CAPITAL)))
			return true;
	}
	return false;
}

/* Where the title before the name begins, or the name. */
static uint32_t
start_with_title(const Article *article, const Mention *mention)
{
	return mention->title.start < mention->title.end &&
			mention->title.start < mention->span.start ?
		token_at(article, mention->title.start) :
		mention->token_start;
}

/* "Harbour News" of "the Harbour News agency", "the Vila Post newspaper". */
static bool
is_outlet(const Article *article, const Mention *mention, uint32_t end)
{
	static const char *const nouns[] = { "agency",	"newspaper",   "magazine",
										 "network", "broadcaster", "channel",
										 "daily",	"weekly" };
	uint32_t				 i = mention->token_end;

	if (mention->kind != MENTION_ORG)
		return false;
	if (token_is(article, i, "news"))
		i++;
	for (size_t k = 0; i + 1 == end && k < sizeof(nouns) / sizeof(nouns[0]);
		 k++)
		if (token_is(article, i, nouns[k]) &&
			!(article->tokens[i].flags & TOKEN_CAPITAL))
			return true;
	return false;
}

/*
 * "Corvane and Acme officials": the second name begins at token i, and a noun
 * ends the phrase to which both belong.
 */
static bool
belongs_to_noun(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t	   m = mention_from(article, i);
	const Mention *second = &article->mentions[m];

	return m < article->n_mentions && second->token_start == i &&
		second->token_end < end &&
		!(article->tokens[end - 1].flags & TOKEN_CAPITAL) &&
		token_has(article, end - 1, LEX(ROLE_PLURAL)) &&
		!token_has(article, second->token_end, LEX(PREPOSITION));
}

/* True when the name is the last of its words: no noun behind it. */
static bool
is_head(const Article *article, const Mention *mention, uint32_t end)
{
	uint32_t i = mention->token_end;

	if (i >= end)
		return true;
	if (article->tokens[i].kind == TOKEN_POSSESSIVE)
		return false;
	if (is_outlet(article, mention, end))
		return true;
	if (article->tokens[i].kind == TOKEN_SINGLE_MARK &&
		!(article->tokens[i].flags & TOKEN_SPACE_BEFORE))
		return i + 1 >= end;
	if (article->tokens[i].kind == TOKEN_NUMBER)
		return false;
	if (article->tokens[i].kind != TOKEN_WORD)
		return true;
	if (token_has(article, i, LEX(CONJUNCTION)))
		return !belongs_to_noun(article, i + 1, end);
	if (token_has(article, i,
				  LEX(PREPOSITION) | LEX(COMPLEMENTIZER) | LEX(AUXILIARY) |
					  LEX(ADVERB)))
		return true;
	/* "its Corvane reports": no verb ends a noun phrase */
	return !syntax_tag_in(article, i, TAGS_NOMINAL) &&
		(i + 1 < end || !token_has(article, i, LEX(GROUP_NOUN)));
}

uint32_t
entity_head_mention(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t from = first;

	for (uint32_t m = mention_from(article, first); m < article->n_mentions;
		 m++)
	{
		const Mention *mention = &article->mentions[m];

		if (mention->token_end > end)
			break;
		if (mention->token_start < first || mention->kind > MENTION_GROUP)
			continue;
		/* "President of Vila": it may be the title of the next one */
		if (is_governed(article, from, start_with_title(article, mention)))
			continue;
		if (is_head(article, mention, end))
			return m;
		from = mention->token_end;
	}
	return NONE;
}

uint32_t
pronoun_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) weights,
						sizeof(weights));
}
