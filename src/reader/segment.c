/*
 * segment.c
 *		Cuts a run of words into names and decides what they are.
 *
 * All ways to cut the run are scored at once, the best one is taken
 * (a semi-Markov model, Viterbi's way).  A run is short, so this is linear in
 * the text.  Should the project gain a tagger that scores single words, its
 * scores are to be added in piece_scores().
 */
#include "segment.h"

#include "unicode.h"

#include <string.h>

#define TIMES (LEX(MONTH) | LEX(WEEKDAY) | LEX(TIME_WORD))
#define CLOSED_CLASSES \
	(LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F) | LEX(PRON_SUBJ_PL) | \
	 LEX(PRON_SUBJ_1) | LEX(PRON_OTHER) | LEX(POSSESSIVE) | LEX(DETERMINER) | \
	 LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(SUBORDINATOR) | \
	 LEX(COMPLEMENTIZER) | LEX(AUXILIARY) | LEX(MODAL) | LEX(INTERJECTION))

#define BIT(trait) ((uint64_t) 1 << TRAIT_##trait)

/* Lexicon classes that are a trait as they are. */
static const struct
{
	LexClasses any;
	uint64_t   trait;
} class_traits[] = {
	{ GIVEN, BIT(GIVEN) },
	{ LEX(SURNAME), BIT(SURNAME) },
	{ LEX(PERSON), BIT(PERSON) },
	{ LEX(TITLE), BIT(TITLE) },
	{ LEX(HONORIFIC), BIT(HONORIFIC) },
	{ LEX(COUNTRY), BIT(COUNTRY) },
	{ LEX(CITY), BIT(CITY) },
	{ LEX(REGION), BIT(REGION) },
	{ LEX(STATE_ABBREV), BIT(STATE) },
	{ LEX(PLACE_HEAD), BIT(PLACE_HEAD) },
	{ LEX(DEMONYM), BIT(DEMONYM) },
	{ LEX(GROUP), BIT(GROUP) },
	{ LEX(ORG), BIT(ORG) },
	{ LEX(ORG_ACRONYM), BIT(ACRONYM) },
	{ LEX(ORG_HEAD), BIT(ORG_HEAD) },
	{ LEX(ORG_SUFFIX), BIT(ORG_SUFFIX) },
	{ LEX(AGENCY), BIT(AGENCY) },
	{ LEX(METONYM), BIT(METONYM) },
	{ LEX(EVENT_HEAD), BIT(EVENT_HEAD) },
	{ TIMES, BIT(TIME) },
	{ LEX(NUMBER_WORD) | LEX(UNIT), BIT(NUMBER) },
	{ LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(ROLE_MODIFIER), BIT(ROLE) },
	{ LEX(GROUP_NOUN), BIT(GROUP_NOUN) },
	{ LEX(NAME_PARTICLE), BIT(PARTICLE) },
	{ LEX(NAME_SUFFIX), BIT(NAME_SUFFIX) },
	{ LEX(COMMON), BIT(COMMON) },
	{ CLOSED_CLASSES, BIT(CLOSED) },
	{ LEX(LABEL), BIT(LABEL) },
	{ LEX(CUE_SPEECH), BIT(CUE) },
};

static const struct
{
	uint32_t seen;
	uint64_t trait;
} seen_traits[] = {
	{ SEEN_CAPITAL, BIT(SEEN_CAPITAL) },   { SEEN_SURNAME, BIT(SEEN_SURNAME) },
	{ SEEN_TITLED, BIT(SEEN_TITLED) },	   { SEEN_IN, BIT(SEEN_IN) },
	{ SEEN_SPEAKING, BIT(SEEN_SPEAKING) }, { SEEN_ORG, BIT(SEEN_ORG) },
	{ SEEN_BRACKETS, BIT(SEEN_BRACKETS) }, { SEEN_GIVEN, BIT(SEEN_GIVEN) },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_joining(const Article *article, uint32_t i, LexClasses classes)
{
	const Token *token = &article->tokens[i];

	return token->kind != TOKEN_WORD ||
		(!(token->flags & TOKEN_CAPITAL) &&
		 (classes & (CLOSED_CLASSES | LEX(NAME_PARTICLE))));
}

static uint64_t
traits_of(const NameContext *context, uint32_t i, uint8_t letters)
{
	const Article  *article = context->article;
	const Token	   *token = &article->tokens[i];
	LexClasses		classes = token_classes(article, i);
	uint32_t		length = token->end - token->start;
	const uint32_t *seen;
	uint64_t		traits = 0;

	if (token->kind == TOKEN_NUMBER)
		return BIT(DIGIT) | BIT(NUMBER);
	if (token->kind != TOKEN_WORD)
		return BIT(JOINING);
	for (size_t k = 0; k < COUNT(class_traits); k++)
		if (classes & class_traits[k].any)
			traits |= class_traits[k].trait;
	if (!(token->flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE)))
		traits |= BIT(LOWER);
	if (is_joining(article, i, classes))
		traits |= BIT(JOINING);
	if (!token->entry || !(classes & ~(LEX(SURNAME) | LEX(ABBREV))))
		traits |= BIT(UNKNOWN);
	if ((token->flags & TOKEN_ALL_CAPITALS) && length <= 6 &&
		letters != LETTERS_CAPITAL)
		traits |= BIT(CAPITALS);
	if ((token->flags & TOKEN_CAPITAL) && length <= 2 &&
		(token->flags & TOKEN_INNER_STOP))
		traits |= BIT(INITIAL);
	if (token->flags & TOKEN_MIXED_CASE)
		traits |= BIT(MIXED);
	if (token->flags & TOKEN_HAS_DIGIT)
		traits |= BIT(DIGIT);
	if (token->flags & TOKEN_HAS_HYPHEN)
		traits |= BIT(HYPHEN);
	if (token->flags & TOKEN_SMALL_SEEN)
		traits |= BIT(SMALL_SEEN);
	if (token->flags & TOKEN_SENTENCE_START)
		traits |= BIT(START);
	if (letters == LETTERS_TITLE)
		traits |= BIT(LETTERS_TITLE);
	if (letters == LETTERS_CAPITAL)
		traits |= BIT(LETTERS_CAPITAL);
	if (token_entry(article, i)->tags)
	{
		WordTag best = (WordTag) token_entry(article, i)->best_tag;

		if (TAGBIT(best) & TAGS_VERB)
			traits |= BIT(VERB);
		if (best == TAG_ADJ || best == TAG_ADV)
			traits |= BIT(ADJECTIVE);
		if (best == TAG_PLURAL)
			traits |= BIT(PLURAL);
	}
	seen = word_table_find(&context->seen, token->hash);
	for (size_t k = 0; seen && k < COUNT(seen_traits); k++)
		if (*seen & seen_traits[k].seen)
			traits |= seen_traits[k].trait;
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
	if (classes & LEX(GROUP_NOUN))
		return SORT_GROUP_NOUN;
	if (TAGBIT(article->tags[i]) & (TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)))
		return SORT_NOUN;
	if (article->tags[i] == TAG_ADJ)
		return SORT_ADJECTIVE;
	return SORT_LOWER;
}

static uint8_t
sort_of_capital(const Article *article, uint32_t i, LexClasses classes,
				uint64_t traits)
{
	const LexEntry *entry = token_entry(article, i);

	if (traits & BIT(INITIAL))
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
	if (traits & BIT(CAPITALS))
		return SORT_CAPITALS;
	return SORT_UNKNOWN;
}

/* A small number for the last three letters. */
static uint16_t
ending_of(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	char		 folded[64];
	size_t		 len;

	if (token->kind != TOKEN_WORD)
		return 0;
	len = token->end - token->start > 12 ? 12 : token->end - token->start;
	len = unicode_fold_string(article->text + token->end - len, len, folded,
							  sizeof(folded));
	if (len > 3)
		memmove(folded, folded + len - 3, 3);
	return (uint16_t) (unicode_hash(UNICODE_HASH_START, folded,
									len > 3 ? 3 : len) %
						   (N_ENDINGS - 1) +
					   1);
}

static void
look_at(WordLook *look, const NameContext *context, uint32_t i,
		uint8_t letters)
{
	const Article *article = context->article;
	const Token	  *token = &article->tokens[i];
	LexClasses	   classes = token_classes(article, i);

	look->traits = traits_of(context, i, letters);
	look->ending = 0;
	look->word = (uint16_t) (token->hash % (N_WORDS - 1) + 1);
	if (token->kind != TOKEN_WORD)
		look->sort = sort_of_mark(article, i);
	else if (look->traits & BIT(LOWER))
		look->sort = sort_of_small(article, i, classes);
	else
	{
		look->sort = sort_of_capital(article, i, classes, look->traits);
		look->ending = ending_of(article, i);
	}
}

/* What the apposition at token i calls its name: ", a company in ..." */
enum
{
	APPOSITION_NONE,
	APPOSITION_ROLE,
	APPOSITION_GROUP,
	APPOSITION_PLACE
};

#define LONGEST_APPOSITION 8

static uint8_t
apposition_at(const Article *article, uint32_t i, uint32_t end)
{
	if (i + 2 >= end || !token_is_mark(article, i, ',') ||
		!token_has(article, i + 1, LEX(DETERMINER)))
		return APPOSITION_NONE;
	if (end > i + LONGEST_APPOSITION)
		end = i + LONGEST_APPOSITION;
	for (uint32_t k = i + 2; k < end; k++)
	{
		LexClasses classes = token_classes(article, k);

		if (article->tokens[k].kind != TOKEN_WORD ||
			(classes & (CLOSED_CLASSES | LEX(CUE_SPEECH))))
			break;
		if (classes & (LEX(ROLE) | LEX(ROLE_PLURAL)))
			return APPOSITION_ROLE;
		if (classes & LEX(GROUP_NOUN))
			return APPOSITION_GROUP;
		/* "a town", "the river": heads of places, written small */
		if (token_entry(article, k)->classes & LEX(PLACE_HEAD))
			return APPOSITION_PLACE;
	}
	return APPOSITION_NONE;
}

static bool
begins_sentence(const Article *article, uint32_t i)
{
	return (article->tokens[i].flags & TOKEN_SENTENCE_START) != 0;
}

void
run_look(Run *run, const NameContext *context, uint32_t first, uint32_t end,
		 uint32_t paragraph)
{
	const Article		 *article = context->article;
	const Paragraph		 *around = &article->paragraphs[paragraph];
	uint8_t				  letters = context->letters[paragraph];
	static const WordLook edge = { 0, SORT_EDGE, 0, 0 };
	WordLook			 *looks = run->looks + 2;
	uint32_t			  n = end - first;

	run->context = context;
	run->first = first;
	run->words = n;
	run->apposition = apposition_at(article, end, around->token_end);
	looks[-1] = looks[-2] = looks[n] = looks[n + 1] = edge;
	if (first > around->token_start && !begins_sentence(article, first))
	{
		look_at(&looks[-1], context, first - 1, letters);
		if (first - 1 > around->token_start &&
			!begins_sentence(article, first - 1))
			look_at(&looks[-2], context, first - 2, letters);
	}
	if (end < around->token_end)
		look_at(&looks[n], context, end, letters);
	if (end + 1 < around->token_end && !begins_sentence(article, end + 1))
		look_at(&looks[n + 1], context, end + 1, letters);
	for (uint32_t k = 0; k < n; k++)
	{
		look_at(&looks[k], context, first + k, letters);
		/* "Suk-yeol": the second half of a name */
		if (k > 0 && (looks[k].traits & BIT(LOWER)) &&
			article->tokens[first + k - 1].kind == TOKEN_DASH)
			looks[k].traits = BIT(TAIL);
	}
}

static uint16_t *
add_traits(uint16_t *out, uint64_t traits, uint32_t block)
{
	while (traits)
	{
		*out++ = (uint16_t) (block + (uint32_t) __builtin_ctzll(traits));
		traits &= traits - 1;
	}
	return out;
}

/* Classes of whole phrases of the lexicon, in the order of their features. */
static const LexClasses phrase_classes[N_PHRASES] = {
	LEX(COUNTRY),
	LEX(CITY),
	LEX(REGION),
	LEX(ORG) | LEX(AGENCY) | LEX(ORG_ACRONYM),
	LEX(METONYM),
	LEX(PERSON),
	LEX(DEMONYM) | LEX(GROUP),
	LEX(EVENT_HEAD),
	LEX(TITLE) | LEX(ROLE),
	LEX(ORG_HEAD) | LEX(PLACE_HEAD),
};

static uint16_t *
add_phrase(uint16_t *out, const Run *run, uint32_t a, uint32_t b)
{
	const Article  *article = run->context->article;
	uint32_t		words;
	const LexEntry *entry;
	LexClasses		any = 0;

	for (uint32_t k = 0; k < N_PHRASES; k++)
		any |= phrase_classes[k];
	if (token_entry(article, run->first + a)->phrase_words < b - a)
		return out;
	entry = token_phrase(article, run->first + a, run->first + b, any, &words);
	if (entry == NULL || words != b - a)
		return out;
	for (uint32_t k = 0; k < N_PHRASES; k++)
		if (entry->classes & phrase_classes[k])
			*out++ = (uint16_t) (FEATURE_PHRASE + k);
	return out;
}

/* What a piece was read as, in counts of four bits for each label. */
#define COUNT_BITS 4
#define COUNT_MOST 15u

static uint32_t
hash_of_words(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t hash = UNICODE_HASH_START;

	for (uint32_t i = first; i < end; i++)
		hash = unicode_hash(hash, (const char *) &article->tokens[i].hash,
							sizeof(uint32_t));
	return hash;
}

static void
remember_words(NameContext *context, const NamePiece *piece)
{
	const Article *article = context->article;

	for (uint32_t i = piece->first; i < piece->end; i++)
	{
		uint32_t  bits = 0;
		uint32_t *seen;

		if (piece->label == NAME_PERSON && i == piece->first)
			bits = SEEN_FIRST;
		else if (piece->label == NAME_PERSON && i + 1 == piece->end)
			bits = SEEN_LAST;
		else if (piece->label == NAME_ORG)
			bits = SEEN_INSIDE | (i == piece->first ? SEEN_ORG_FIRST : 0);
		if (!bits)
			continue;
		seen = word_table_add(&context->seen, article->tokens[i].hash);
		if (seen)
			*seen |= bits;
	}
}

static void
remember_piece(NameContext *context, const NamePiece *piece)
{
	uint32_t *counts = word_table_add(&context->pieces,
									  hash_of_words(context->article,
													piece->first, piece->end));
	uint32_t  shift = (uint32_t) piece->label * COUNT_BITS;

	if (counts && (*counts >> shift & COUNT_MOST) < COUNT_MOST)
		*counts += 1u << shift;
}

void
remember_pieces(NameContext *context, const NamePiece *pieces, uint32_t n)
{
	const Article *article = context->article;

	for (uint32_t k = 0; k < n; k++)
	{
		NamePiece piece = pieces[k];

		remember_piece(context, &piece);
		if (piece.end - piece.first == 1)
			continue;
		remember_words(context, &piece);
		/* "Acme Foods, Inc." will be called "Acme Foods" */
		if (piece.label == NAME_ORG &&
			token_has(article, piece.end - 1, LEX(ORG_SUFFIX)))
		{
			piece.end--;
			if (article->tokens[piece.end - 1].kind == TOKEN_PUNCTUATION)
				piece.end--;
			if (piece.end > piece.first)
				remember_piece(context, &piece);
		}
	}
}

uint32_t
times_read(const NameContext *context, const NamePiece *piece)
{
	const uint32_t *counts = word_table_find(&context->pieces,
											 hash_of_words(context->article,
														   piece->first,
														   piece->end));

	return counts ?
		*counts >> ((uint32_t) piece->label * COUNT_BITS) & COUNT_MOST :
		0;
}

/* What these words were read as most often, and whether twice or more. */
static uint16_t *
add_elsewhere(uint16_t *out, const Run *run, uint32_t a, uint32_t b)
{
	const uint32_t *counts = word_table_find(&run->context->pieces,
											 hash_of_words(run->context
															   ->article,
														   run->first + a,
														   run->first + b));
	uint32_t		best = 0;
	uint32_t		label = 0;

	if (counts == NULL)
		return out;
	for (uint32_t k = 0; k < NAME_LABELS; k++)
	{
		uint32_t count = *counts >> (k * COUNT_BITS) & COUNT_MOST;

		if (count > best)
		{
			best = count;
			label = k;
		}
	}
	if (best > 0)
		*out++ = (uint16_t) (FEATURE_ELSEWHERE + label);
	if (best > 1)
		*out++ = (uint16_t) (FEATURE_ELSEWHERE + NAME_LABELS + label);
	return out;
}

uint32_t
piece_features(const Run *run, uint32_t a, uint32_t b,
			   uint16_t features[MOST_FEATURES])
{
	const WordLook *looks = run->looks + 2;
	const WordLook *before = &looks[a] - 1;
	const WordLook *behind = &looks[b];
	const WordLook *first = &looks[a];
	const WordLook *last = &looks[b - 1];
	uint16_t	   *out = features;
	uint64_t		inner = 0;

	*out++ = (uint16_t) (FEATURE_LENGTH + (b - a > 5 ? 5 : b - a) - 1);
	if (b - a == 1)
	{
		out = add_traits(out, first->traits, FEATURE_ONLY);
		*out++ = (uint16_t) (FEATURE_WORD_ONLY + first->word);
		*out++ = (uint16_t) (FEATURE_PAIR_AROUND + before->sort * N_SORTS +
							 behind->sort);
	}
	else
	{
		out = add_traits(out, first->traits, FEATURE_FIRST);
		out = add_traits(out, last->traits, FEATURE_LAST);
		for (uint32_t k = a + 1; k + 1 < b; k++)
			inner |= looks[k].traits;
		out = add_traits(out, inner, FEATURE_INNER);
		out = add_phrase(out, run, a, b);
		*out++ = (uint16_t) (FEATURE_WORD_FIRST + first->word);
		*out++ = (uint16_t) (FEATURE_WORD_LAST + last->word);
		*out++ = (uint16_t) (FEATURE_PAIR_ENDS + first->sort * N_SORTS +
							 last->sort);
	}
	out = add_traits(out, before->traits, FEATURE_BEFORE);
	out = add_traits(out, behind->traits, FEATURE_BEHIND);
	*out++ = (uint16_t) (FEATURE_PAIR_BEFORE + before->sort * N_SORTS +
						 first->sort);
	*out++ = (uint16_t) (FEATURE_PAIR_BEHIND + last->sort * N_SORTS +
						 behind->sort);
	*out++ = (uint16_t) (FEATURE_TWO_BEFORE + before[-1].sort * N_SORTS +
						 before->sort);
	*out++ = (uint16_t) (FEATURE_TWO_BEHIND + behind->sort * N_SORTS +
						 behind[1].sort);
	if (b == run->words)
		*out++ = (uint16_t) (FEATURE_APPOSITION + run->apposition);
	*out++ = (uint16_t) (FEATURE_ENDING + last->ending);
	*out++ = (uint16_t) (FEATURE_WORD_BEFORE + before->word);
	*out++ = (uint16_t) (FEATURE_WORD_BEHIND + behind->word);
	out = add_elsewhere(out, run, a, b);
	return (uint32_t) (out - features);
}

bool
piece_allowed(const Run *run, uint32_t a, uint32_t b, NameLabel label)
{
	const WordLook *first = &run->looks[a + 2];
	const WordLook *last = &run->looks[b + 1];

	if (label == NAME_OTHER)
		return b - a == 1;
	if ((last->traits & BIT(JOINING)) || (first->traits & BIT(TAIL)) ||
		(last[1].traits & BIT(TAIL)))
		return false;
	if (first->traits & BIT(JOINING))
		return label == NAME_PERSON && (first->traits & BIT(PARTICLE)) &&
			b - a > 1;
	return (b - a > 1) || !(first->traits & BIT(DIGIT)) ||
		!(first->traits & BIT(NUMBER));
}

static void
piece_scores(const Run *run, uint32_t a, uint32_t b, int scores[NAME_LABELS])
{
	uint16_t features[MOST_FEATURES];
	uint32_t n = piece_features(run, a, b, features);

	memset(scores, 0, sizeof(int) * NAME_LABELS);
	for (uint32_t k = 0; k < n; k++)
		for (uint32_t label = 0; label < NAME_LABELS; label++)
			scores[label] += name_weights[features[k]][label];
}

#define IMPOSSIBLE (INT32_MIN / 2)

typedef struct Step
{
	int		score;
	uint8_t words;
	uint8_t label; /* of the piece before this one */
} Step;

/* Tries words [a, b) as the last piece of what ends at b. */
static void
try_piece(const Run *run, Step steps[][NAME_LABELS], uint32_t a, uint32_t b)
{
	int scores[NAME_LABELS];

	piece_scores(run, a, b, scores);
	for (uint32_t label = 0; label < NAME_LABELS; label++)
	{
		Step *step = &steps[b][label];

		if (!piece_allowed(run, a, b, (NameLabel) label))
			continue;
		for (uint32_t before = 0; before < NAME_LABELS; before++)
		{
			int score;

			if (steps[a][before].score == IMPOSSIBLE)
				continue;
			score = steps[a][before].score + scores[label] +
				name_follows[label][before];
			if (score > step->score)
				*step = (Step){ score, (uint8_t) (b - a), (uint8_t) before };
		}
	}
}

uint32_t
segment_run(const NameContext *context, uint32_t first, uint32_t end,
			uint32_t paragraph, NamePiece pieces[LONGEST_RUN])
{
	Run		 run;
	Step	 steps[LONGEST_RUN + 1][NAME_LABELS];
	uint32_t label = 0;
	uint32_t n = 0;
	uint32_t b;

	run_look(&run, context, first, end, paragraph);
	for (uint32_t i = 0; i <= run.words; i++)
		for (uint32_t k = 0; k < NAME_LABELS; k++)
			steps[i][k].score = IMPOSSIBLE;
	steps[0][NAME_OTHER].score = 0;
	for (b = 1; b <= run.words; b++)
		for (uint32_t k = 1; k <= b && k <= LONGEST_NAME; k++)
			try_piece(&run, steps, b - k, b);
	b = run.words;
	for (uint32_t k = 1; k < NAME_LABELS; k++)
		if (steps[b][k].score > steps[b][label].score)
			label = k;
	while (b > 0)
	{
		const Step *step = &steps[b][label];

		pieces[n++] = (NamePiece){ first + b - step->words, first + b,
								   (NameLabel) label };
		b -= step->words;
		label = step->label;
	}
	for (uint32_t k = 0; k < n / 2; k++)
	{
		NamePiece swap = pieces[k];

		pieces[k] = pieces[n - 1 - k];
		pieces[n - 1 - k] = swap;
	}
	return n;
}
