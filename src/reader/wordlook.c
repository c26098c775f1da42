/*
 * wordlook.c
 *		What the tagger sees of a word: its traits, its sort, its letters.
 */
#include "tagger.h"

#include "unicode.h"

#include <string.h>

#define TIMES (LEX(MONTH) | LEX(WEEKDAY) | LEX(TIME_WORD))
#define CLOSED_CLASSES \
	(LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F) | LEX(PRON_SUBJ_PL) | \
	 LEX(PRON_SUBJ_1) | LEX(PRON_OTHER) | LEX(POSSESSIVE) | LEX(DETERMINER) | \
	 LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(SUBORDINATOR) | \
	 LEX(COMPLEMENTIZER) | LEX(AUXILIARY) | LEX(MODAL) | LEX(INTERJECTION))

/* The trait that a class of the lexicon is as it is. */
static const uint64_t class_traits[LEXBIT_COUNT] = {
	[LEXBIT_GIVEN_MALE] = TRAIT_BIT(GIVEN),
	[LEXBIT_GIVEN_FEMALE] = TRAIT_BIT(GIVEN),
	[LEXBIT_SURNAME] = TRAIT_BIT(SURNAME),
	[LEXBIT_PERSON] = TRAIT_BIT(PERSON),
	[LEXBIT_TITLE] = TRAIT_BIT(TITLE),
	[LEXBIT_HONORIFIC] = TRAIT_BIT(HONORIFIC),
	[LEXBIT_COUNTRY] = TRAIT_BIT(COUNTRY),
	[LEXBIT_CITY] = TRAIT_BIT(CITY),
	[LEXBIT_REGION] = TRAIT_BIT(REGION),
	[LEXBIT_STATE_ABBREV] = TRAIT_BIT(STATE),
	[LEXBIT_PLACE_HEAD] = TRAIT_BIT(PLACE_HEAD),
	[LEXBIT_DEMONYM] = TRAIT_BIT(DEMONYM),
	[LEXBIT_GROUP] = TRAIT_BIT(GROUP),
	[LEXBIT_ORG] = TRAIT_BIT(ORG),
	[LEXBIT_ORG_ACRONYM] = TRAIT_BIT(ACRONYM),
	[LEXBIT_ORG_HEAD] = TRAIT_BIT(ORG_HEAD),
	[LEXBIT_ORG_SUFFIX] = TRAIT_BIT(ORG_SUFFIX),
	[LEXBIT_AGENCY] = TRAIT_BIT(AGENCY),
	[LEXBIT_METONYM] = TRAIT_BIT(METONYM),
	[LEXBIT_EVENT_HEAD] = TRAIT_BIT(EVENT_HEAD),
	[LEXBIT_MONTH] = TRAIT_BIT(TIME),
	[LEXBIT_WEEKDAY] = TRAIT_BIT(TIME),
	[LEXBIT_TIME_WORD] = TRAIT_BIT(TIME),
	[LEXBIT_NUMBER_WORD] = TRAIT_BIT(NUMBER),
	[LEXBIT_UNIT] = TRAIT_BIT(NUMBER),
	[LEXBIT_ROLE] = TRAIT_BIT(ROLE),
	[LEXBIT_ROLE_PLURAL] = TRAIT_BIT(ROLE),
	[LEXBIT_ROLE_MODIFIER] = TRAIT_BIT(ROLE),
	[LEXBIT_GROUP_NOUN] = TRAIT_BIT(GROUP_NOUN),
	[LEXBIT_NAME_PARTICLE] = TRAIT_BIT(PARTICLE),
	[LEXBIT_NAME_SUFFIX] = TRAIT_BIT(NAME_SUFFIX),
	[LEXBIT_COMMON] = TRAIT_BIT(COMMON),
	[LEXBIT_PRON_SUBJ_M] = TRAIT_BIT(CLOSED),
	[LEXBIT_PRON_SUBJ_F] = TRAIT_BIT(CLOSED),
	[LEXBIT_PRON_SUBJ_PL] = TRAIT_BIT(CLOSED),
	[LEXBIT_PRON_SUBJ_1] = TRAIT_BIT(CLOSED),
	[LEXBIT_PRON_OTHER] = TRAIT_BIT(CLOSED),
	[LEXBIT_POSSESSIVE] = TRAIT_BIT(CLOSED),
	[LEXBIT_DETERMINER] = TRAIT_BIT(CLOSED),
	[LEXBIT_PREPOSITION] = TRAIT_BIT(CLOSED),
	[LEXBIT_CONJUNCTION] = TRAIT_BIT(CLOSED),
	[LEXBIT_SUBORDINATOR] = TRAIT_BIT(CLOSED),
	[LEXBIT_COMPLEMENTIZER] = TRAIT_BIT(CLOSED),
	[LEXBIT_AUXILIARY] = TRAIT_BIT(CLOSED),
	[LEXBIT_MODAL] = TRAIT_BIT(CLOSED),
	[LEXBIT_INTERJECTION] = TRAIT_BIT(CLOSED),
	[LEXBIT_LABEL] = TRAIT_BIT(LABEL),
	[LEXBIT_CUE_SPEECH] = TRAIT_BIT(CUE),
};

static bool
is_joining(const Article *article, uint32_t i, LexClasses classes)
{
	const Token *token = &article->tokens[i];

	return token->kind != TOKEN_WORD ||
		(!(token->flags & TOKEN_CAPITAL) &&
		 (classes & (CLOSED_CLASSES | LEX(NAME_PARTICLE))));
}

static uint64_t
traits_of(const NameContext *context, uint32_t i, LexClasses classes,
		  uint8_t letters)
{
	const Article *article = context->article;
	const Token	  *token = &article->tokens[i];
	uint32_t	   length = token->end - token->start;
	uint64_t	   traits = 0;

	if (token->kind == TOKEN_NUMBER)
		return TRAIT_BIT(DIGIT) | TRAIT_BIT(NUMBER);
	if (token->kind != TOKEN_WORD)
		return TRAIT_BIT(JOINING);
	for (LexClasses left = classes; left; left &= left - 1)
		traits |= class_traits[__builtin_ctzll(left)];
	if (!(token->flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE)))
		traits |= TRAIT_BIT(LOWER);
	if (is_joining(article, i, classes))
		traits |= TRAIT_BIT(JOINING);
	if (!token->entry || !(classes & ~(LEX(SURNAME) | LEX(ABBREV))))
		traits |= TRAIT_BIT(UNKNOWN);
	if ((token->flags & TOKEN_ALL_CAPITALS) && length <= 6 &&
		letters != LETTERS_CAPITAL)
		traits |= TRAIT_BIT(CAPITALS);
	if ((token->flags & TOKEN_CAPITAL) && length <= 2 &&
		(token->flags & TOKEN_INNER_STOP))
		traits |= TRAIT_BIT(INITIAL);
	if (token->flags & TOKEN_MIXED_CASE)
		traits |= TRAIT_BIT(MIXED);
	if (token->flags & TOKEN_HAS_DIGIT)
		traits |= TRAIT_BIT(DIGIT);
	if (token->flags & TOKEN_HAS_HYPHEN)
		traits |= TRAIT_BIT(HYPHEN);
	if (token->flags & TOKEN_SMALL_SEEN)
		traits |= TRAIT_BIT(SMALL_SEEN);
	if (token->flags & TOKEN_SENTENCE_START)
		traits |= TRAIT_BIT(START);
	if (letters == LETTERS_TITLE)
		traits |= TRAIT_BIT(LETTERS_TITLE);
	if (letters == LETTERS_CAPITAL)
		traits |= TRAIT_BIT(LETTERS_CAPITAL);
	if (token_entry(article, i)->tags)
	{
		WordTag best = (WordTag) token_entry(article, i)->best_tag;

		if (TAGBIT(best) & TAGS_VERB)
			traits |= TRAIT_BIT(VERB);
		if (best == TAG_ADJ || best == TAG_ADV)
			traits |= TRAIT_BIT(ADJECTIVE);
		if (best == TAG_PLURAL)
			traits |= TRAIT_BIT(PLURAL);
	}
	return traits;
}

static uint8_t
sort_of_mark(const Article *article, uint32_t i)
{
	switch (article->tokens[i].kind)
	{
		case TOKEN_NUMBER:
			return SORT_NUMBER;
		case TOKEN_POSSESSIVE:
			return SORT_POSSESSIVE;
		case TOKEN_DOUBLE_MARK:
		case TOKEN_SINGLE_MARK:
			return SORT_QUOTE;
		case TOKEN_DASH:
			return SORT_DASH;
		case TOKEN_STOP:
			return SORT_STOP;
		default:
			break;
	}
	switch (article->tokens[i].mark)
	{
		case ',':
			return SORT_COMMA;
		case '(':
		case '[':
			return SORT_OPEN;
		case ')':
		case ']':
			return SORT_CLOSE;
		case '&':
			return SORT_AND;
		default:
			return SORT_STOP;
	}
}

/* A noun in small letters that heads the names of places: town, river. */
static bool
is_place_noun(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		(token_entry(article, i)->classes & LEX(PLACE_HEAD)) &&
		!(article->tokens[i].flags & TOKEN_CAPITAL) &&
		article->tags[i] == TAG_NOUN;
}

static uint8_t
sort_of_small(const Article *article, uint32_t i, LexClasses classes)
{
	if (token_is(article, i, "of"))
		return SORT_OF;
	if (token_is(article, i, "the"))
		return SORT_THE;
	if (token_is(article, i, "in") || token_is(article, i, "at"))
		return SORT_IN;
	if (classes & LEX(CONJUNCTION))
		return SORT_AND;
	if (classes & LEX(NAME_PARTICLE))
		return SORT_PARTICLE;
	if (classes & (LEX(DETERMINER) | LEX(POSSESSIVE)))
		return SORT_DETERMINER;
	if (classes & (LEX(AUXILIARY) | LEX(MODAL)))
		return SORT_AUXILIARY;
	if (classes & LEX(PREPOSITION))
		return SORT_PREPOSITION;
	if (classes & CLOSED_CLASSES)
		return SORT_CLOSED;
	if (classes & TIMES)
		return SORT_TIME;
	if (classes & LEX(CUE_SPEECH))
		return SORT_CUE;
	if (TAGBIT(article->tags[i]) & TAGS_VERB)
		return SORT_VERB;
	if (classes & (LEX(ROLE) | LEX(ROLE_PLURAL)))
		return SORT_ROLE;
	if (is_place_noun(article, i))
		return SORT_PLACE_NOUN;
	if (classes & LEX(GROUP_NOUN))
		return SORT_GROUP_NOUN;
	if (TAGBIT(article->tags[i]) & (TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)))
		return SORT_NOUN;
	if (article->tags[i] == TAG_ADJ)
		return SORT_ADJECTIVE;
	return SORT_LOWER;
}

static uint8_t
sort_of_small_name(LexClasses classes)
{
	if (classes & (LEX(COUNTRY) | LEX(CITY)))
		return SORT_SMALL_PLACE;
	return classes & LEX(ORG) ? SORT_SMALL_ORG : SORT_SMALL_GIVEN;
}

static uint8_t
sort_of_capital(const Article *article, uint32_t i, LexClasses classes,
				uint64_t traits)
{
	const LexEntry *entry = token_entry(article, i);

	if (traits & TRAIT_BIT(INITIAL))
		return SORT_INITIAL;
	if (classes & LEX(TITLE))
		return SORT_TITLE;
	if (classes & LEX(COUNTRY))
		return SORT_COUNTRY;
	if (classes & GIVEN)
		return classes & (LEX(CITY) | LEX(REGION)) ? SORT_GIVEN_PLACE :
													 SORT_GIVEN;
	if (classes & (LEX(MONTH) | LEX(WEEKDAY)))
		return SORT_CAPITAL_TIME;
	if (classes & CLOSED_CLASSES)
		return SORT_CAPITAL_CLOSED;
	if (classes & LEX(ORG_HEAD))
		return SORT_ORG_HEAD;
	if (classes & LEX(PLACE_HEAD))
		return SORT_PLACE_HEAD;
	if (classes & LEX(EVENT_HEAD))
		return SORT_EVENT_HEAD;
	if (classes & (LEX(CITY) | LEX(REGION)))
		return SORT_CITY;
	if (classes & (LEX(ORG) | LEX(AGENCY) | LEX(METONYM) | LEX(ORG_ACRONYM)))
		return SORT_ORG;
	if (classes & (LEX(DEMONYM) | LEX(GROUP)))
		return SORT_DEMONYM;
	if (classes & LEX(NAME_SUFFIX))
		return SORT_NAME_SUFFIX;
	if (classes & LEX(COMMON))
	{
		if (TAGBIT(entry->best_tag) & TAGS_VERB)
			return SORT_COMMON_VERB;
		if (entry->best_tag == TAG_NOUN || entry->best_tag == TAG_PLURAL)
			return SORT_COMMON_NOUN;
		return SORT_COMMON_OTHER;
	}
	if (classes & LEX(SURNAME))
		return SORT_SURNAME;
	if (traits & TRAIT_BIT(CAPITALS))
		return SORT_CAPITALS;
	return SORT_UNKNOWN;
}

/* A number for the first or last letters of a folded word. */
static uint32_t
hash_of_letters(const char *folded, size_t len, size_t most, bool at_end)
{
	size_t n = len < most ? len : most;

	return unicode_hash(UNICODE_HASH_START, at_end ? folded + len - n : folded,
						n);
}

static void
look_at_letters(WordLook *look, const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	size_t		 len = token->end - token->start;
	char		 folded[64];

	/* of an overlong word the first letters do */
	len = unicode_fold_string(article->text + token->start,
							  len > 48 ? 48 : len, folded, sizeof(folded));
	look->start3 = hash_of_letters(folded, len, 3, false);
	look->end2 = hash_of_letters(folded, len, 2, true);
	look->end3 = hash_of_letters(folded, len, 3, true);
	look->shape = (token->flags &
				   (TOKEN_CAPITAL | TOKEN_ALL_CAPITALS | TOKEN_MIXED_CASE |
					TOKEN_HAS_DIGIT | TOKEN_HAS_HYPHEN | TOKEN_INNER_STOP))
			<< 4 |
		(len > 15 ? 15u : (uint32_t) len);
}

static uint32_t
seen_of(const NameContext *context, uint32_t i)
{
	const Token	   *token = &context->article->tokens[i];
	const uint32_t *seen;

	if (token->kind != TOKEN_WORD)
		return 0;
	seen = word_table_find(&context->seen, token->hash);
	return seen ? *seen : 0;
}

static void
look_at(WordLook *look, const NameContext *context, uint32_t i,
		uint8_t letters)
{
	const Article *article = context->article;
	const Token	  *token = &article->tokens[i];
	LexClasses	   classes = token_classes(article, i);

	*look = (WordLook){ .word = token->hash };
	look->cluster = token_entry(article, i)->cluster;
	look->seen = seen_of(context, i);
	look->traits = traits_of(context, i, classes, letters);
	if (token->kind != TOKEN_WORD)
		look->sort = sort_of_mark(article, i);
	else if (mention_is_small(article, i))
		look->sort = sort_of_small_name(token_entry(article, i)->classes);
	else if (look->traits & TRAIT_BIT(LOWER))
		look->sort = sort_of_small(article, i, classes);
	else
		look->sort = sort_of_capital(article, i, classes, look->traits);
}

#define LONGEST_APPOSITION 8
#define STRANGE_WORD	   1 /* no word's hash */

void
look_as_stranger(WordLook *look)
{
	look->traits &= TRAIT_BIT(CAPITALS) | TRAIT_BIT(MIXED) | TRAIT_BIT(DIGIT) |
		TRAIT_BIT(HYPHEN) | TRAIT_BIT(START) | TRAIT_BIT(LETTERS_TITLE) |
		TRAIT_BIT(LETTERS_CAPITAL);
	look->traits |= TRAIT_BIT(UNKNOWN);
	look->sort = look->traits & TRAIT_BIT(CAPITALS) ? SORT_CAPITALS :
													  SORT_UNKNOWN;
	look->cluster = 0;
	look->word = STRANGE_WORD;
}

/* What a common noun says of its name. */
static uint32_t
kind_of_noun(const Article *article, uint32_t i)
{
	if (token_has(article, i, LEX(ROLE) | LEX(ROLE_PLURAL)))
		return SEEN_BIT(AS_PERSON);
	if (is_place_noun(article, i))
		return SEEN_BIT(AS_PLACE);
	return token_has(article, i, LEX(GROUP_NOUN)) ? SEEN_BIT(AS_ORG) : 0;
}

uint32_t
apposition_at(const Article *article, uint32_t i, uint32_t end)
{
	if (i + 2 >= end || !token_is_mark(article, i, ',') ||
		!token_has(article, i + 1, LEX(DETERMINER)))
		return 0;
	if (end > i + LONGEST_APPOSITION)
		end = i + LONGEST_APPOSITION;
	for (uint32_t k = i + 2; k < end; k++)
	{
		uint32_t kind;

		if (article->tokens[k].kind != TOKEN_WORD ||
			token_has(article, k, CLOSED_CLASSES | LEX(CUE_SPEECH)))
			break;
		kind = kind_of_noun(article, k);
		if (kind)
			return kind;
	}
	return 0;
}

uint32_t
descriptor_before(const Article *article, uint32_t i)
{
	if (i > 1 && token_is(article, i - 1, "of"))
		return is_place_noun(article, i - 2) ? SEEN_BIT(AS_PLACE) : 0;
	if (i == 0 || (article->tokens[i - 1].flags & TOKEN_CAPITAL))
		return 0;
	return token_has(article, i - 1, LEX(GROUP_NOUN)) ? SEEN_BIT(AS_ORG) : 0;
}

/* A word of the same sentence stands before the run that begins at token i. */
static bool
has_word_before(const Article *article, uint32_t i, const Paragraph *around)
{
	return i > around->token_start && !begins_anew(article, i);
}

void
run_seen(const NameContext *context, uint32_t first, uint32_t end,
		 uint32_t paragraph, uint32_t seen[LONGEST_RUN + 2])
{
	const Article	*article = context->article;
	const Paragraph *around = &article->paragraphs[paragraph];

	*seen++ = has_word_before(article, first, around) ?
		seen_of(context, first - 1) :
		0;
	for (uint32_t i = first; i < end; i++)
		*seen++ = seen_of(context, i);
	*seen = end < around->token_end ? seen_of(context, end) : 0;
}

void
run_look(Run *run, const NameContext *context, uint32_t first, uint32_t end,
		 uint32_t paragraph)
{
	const Article		 *article = context->article;
	const Paragraph		 *around = &article->paragraphs[paragraph];
	uint8_t				  letters = context->letters[paragraph];
	static const WordLook edge = { .sort = SORT_EDGE };
	/* cppcheck-suppress ctuuninitvar; it is filled here */
	WordLook			 *looks = run->looks + 2;
	uint32_t			  n = end - first;

	run->context = context;
	run->first = first;
	run->words = n;
	run->apposition = apposition_at(article, end, around->token_end);
	run->descriptor = descriptor_before(article, first);
	looks[-1] = looks[-2] = looks[n] = looks[n + 1] = edge;
	if (has_word_before(article, first, around))
	{
		look_at(&looks[-1], context, first - 1, letters);
		if (has_word_before(article, first - 1, around))
			look_at(&looks[-2], context, first - 2, letters);
	}
	if (end < around->token_end)
		look_at(&looks[n], context, end, letters);
	if (end + 1 < around->token_end && !begins_anew(article, end + 1))
		look_at(&looks[n + 1], context, end + 1, letters);
	for (uint32_t k = 0; k < n; k++)
	{
		look_at(&looks[k], context, first + k, letters);
		look_at_letters(&looks[k], article, first + k);
		/* "Suk-yeol": the second half of a name */
		if (k > 0 && (looks[k].traits & TRAIT_BIT(LOWER)) &&
			article->tokens[first + k - 1].kind == TOKEN_DASH)
		{
			looks[k].traits = TRAIT_BIT(TAIL);
			looks[k].sort = SORT_TAIL;
			looks[k - 1].sort = SORT_TAIL_DASH;
		}
	}
}
