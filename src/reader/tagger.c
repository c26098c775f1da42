/*
 * tagger.c
 *		The features of the pieces that a run may be cut into.
 *
 * Here is which rows of weights a piece has and what is remembered of pieces
 * that were read; tagger_cut.c adds the weights up and finds the best cut.
 */
#include "tagger.h"

#include "reader.h"
#include "unicode.h"

#include <string.h>

/* ------------------------------------------------------------- features */

/* Numbers of the templates of one part; their hashes begin with these. */
#define MOST_TEMPLATES 16

static uint32_t
mix(uint32_t hash, uint32_t value)
{
	hash = (hash ^ value) * 0x9E3779B1u;
	return hash ^ hash >> 15;
}

static uint32_t
hashed_row(uint32_t hash)
{
	return ROW_HASHED + (mix(hash, 0) & (TAGGER_HASHED - 1));
}

/*
 * A template joins what is seen of up to three words, which are told by their
 * places from the word of the part, to one row.  Written out, not looped over:
 * the reader spends a tenth of its time here.
 */
#define ONE(at, sight) *out++ = hashed_row(mix(++number, looks[at].sight))
#define TWO(at1, sight1, at2, sight2) \
	*out++ = hashed_row( \
		mix(mix(++number, looks[at1].sight1), looks[at2].sight2))
#define THREE(at1, sight1, at2, sight2, at3, sight3) \
	*out++ = hashed_row( \
		mix(mix(mix(++number, looks[at1].sight1), looks[at2].sight2), \
			looks[at3].sight3))

static uint32_t *
rows_before(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_BEFORE * MOST_TEMPLATES;

	ONE(-1, word);
	ONE(-2, word);
	TWO(-2, word, -1, word);
	TWO(-2, sort, -1, sort);
	TWO(-1, sort, 0, sort);
	TWO(-1, word, 0, sort);
	THREE(-2, sort, -1, sort, 0, sort);
	ONE(-1, cluster);
	ONE(-2, cluster);
	TWO(-2, cluster, -1, cluster);
	TWO(-1, cluster, 0, sort);
	return out;
}

static uint32_t *
rows_behind(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_BEHIND * MOST_TEMPLATES;

	ONE(1, word);
	ONE(2, word);
	TWO(1, word, 2, word);
	TWO(1, sort, 2, sort);
	TWO(0, sort, 1, sort);
	TWO(0, sort, 1, word);
	THREE(0, sort, 1, sort, 2, sort);
	ONE(1, cluster);
	ONE(2, cluster);
	TWO(1, cluster, 2, cluster);
	TWO(0, sort, 1, cluster);
	return out;
}

static uint32_t *
rows_only(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_ONLY * MOST_TEMPLATES;

	ONE(0, word);
	ONE(0, start3);
	ONE(0, end2);
	ONE(0, end3);
	ONE(0, shape);
	TWO(0, shape, 0, sort);
	TWO(-1, word, 0, word);
	TWO(0, word, 1, word);
	TWO(-1, sort, 0, word);
	TWO(0, word, 1, sort);
	TWO(-1, sort, 1, sort);
	THREE(-1, sort, 0, sort, 1, sort);
	TWO(-1, word, 1, word);
	ONE(0, cluster);
	TWO(-1, cluster, 1, cluster);
	THREE(-1, cluster, 0, sort, 1, cluster);
	return out;
}

static uint32_t *
rows_first(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_FIRST * MOST_TEMPLATES;

	ONE(0, word);
	ONE(0, start3);
	ONE(0, end3);
	TWO(0, shape, 0, sort);
	TWO(-1, word, 0, word);
	TWO(0, word, 1, word);
	TWO(0, sort, 1, sort);
	ONE(0, cluster);
	return out;
}

static uint32_t *
rows_inner(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_INNER * MOST_TEMPLATES;

	ONE(0, word);
	ONE(0, cluster);
	ONE(0, sort);
	TWO(0, shape, 0, sort);
	THREE(-1, sort, 0, sort, 1, sort);
	return out;
}

static uint32_t *
rows_last(uint32_t *out, const WordLook *looks)
{
	uint32_t number = PART_LAST * MOST_TEMPLATES;

	ONE(0, word);
	ONE(0, start3);
	ONE(0, end2);
	ONE(0, end3);
	TWO(0, shape, 0, sort);
	TWO(0, word, 1, word);
	TWO(0, word, 1, sort);
	TWO(-1, sort, 0, sort);
	ONE(0, cluster);
	return out;
}

#undef ONE
#undef TWO
#undef THREE

/*
 * What is learned of words as they are, for each part of a piece; the traits
 * of its word are features of each part, too.
 */
static const struct
{
	uint32_t word_rows; /* the first */
	int8_t	 word_at;
	uint32_t *(*templates)(uint32_t *out, const WordLook *looks);
} parts[PIECE_PARTS] = {
	[PART_BEFORE] = { ROW_BEFORE, -1, rows_before },
	[PART_BEHIND] = { ROW_BEHIND, 1, rows_behind },
	[PART_ONLY] = { ROW_ONLY, 0, rows_only },
	[PART_FIRST] = { ROW_FIRST, 0, rows_first },
	[PART_INNER] = { ROW_INNER, 0, rows_inner },
	[PART_LAST] = { ROW_LAST, 0, rows_last },
};

static uint32_t *
add_bits(uint32_t *out, uint64_t bits, uint32_t first_row)
{
	while (bits)
	{
		*out++ = first_row + (uint32_t) __builtin_ctzll(bits);
		bits &= bits - 1;
	}
	return out;
}

int
tagger_part_word(PiecePart part)
{
	return parts[part].word_at;
}

uint32_t
tagger_seen_rows(PiecePart part, uint32_t seen, uint32_t rows[N_SEEN])
{
	return (uint32_t) (add_bits(rows, seen, parts[part].word_rows + N_TRAITS) -
					   rows);
}

uint32_t
tagger_part_rows(const Run *run, PiecePart part, uint32_t word,
				 uint32_t rows[MOST_ROWS])
{
	const WordLook *looks = run->looks + 2 + word;
	const WordLook *of_part = &looks[parts[part].word_at];
	uint32_t	   *out = rows;

	out = add_bits(out, of_part->traits, parts[part].word_rows);
	out = add_bits(out, of_part->seen, parts[part].word_rows + N_TRAITS);
	out = parts[part].templates(out, looks);
	if (part == PART_BEHIND && word + 1 == run->words)
		out = add_bits(out, run->apposition >> SEEN_AS_PERSON, ROW_APPOSITION);
	if (part == PART_BEFORE && word == 0)
		out = add_bits(out, run->descriptor >> SEEN_AS_PERSON, ROW_DESCRIPTOR);
	return (uint32_t) (out - rows);
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

static uint32_t *
add_phrase(uint32_t *out, const Run *run, uint32_t a, uint32_t b)
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
			*out++ = ROW_PHRASE + k + (b - a > 2 ? N_PHRASES : 0);
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
		hash = tagger_words_hash(hash, &article->tokens[i]);
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
			bits = SEEN_BIT(FIRST);
		else if (piece->label == NAME_PERSON && i + 1 == piece->end)
			bits = SEEN_BIT(LAST);
		else if (piece->label == NAME_ORG)
			bits = SEEN_BIT(INSIDE) |
				(i == piece->first ? SEEN_BIT(ORG_FIRST) : 0);
		else if (piece->label == NAME_PLACE)
			bits = SEEN_BIT(IN_PLACE);
		if (!bits)
			continue;
		seen = word_table_add(&context->seen, article->tokens[i].hash);
		if (seen)
			*seen |= bits;
	}
}

/*
 * "African Union" may be called AU, "Bank of Ghana" BoG: the letters of its
 * words, with and without the small ones.
 */
static void
remember_initials(NameContext *context, const NamePiece *piece)
{
	const Article *article = context->article;
	uint32_t	   bit = piece->label == NAME_ORG ? SEEN_BIT(ORG_INITIALS) :
													SEEN_BIT(PLACE_INITIALS);

	for (int small = 0; small < 2; small++)
	{
		uint32_t  hash = UNICODE_HASH_START;
		uint32_t  letters = 0;
		uint32_t *seen;

		for (uint32_t i = piece->first; i < piece->end; i++)
		{
			const Token *token = &article->tokens[i];
			char		 c = (char) (article->text[token->start] | 0x20);

			if (token->kind != TOKEN_WORD || c < 'a' || c > 'z' ||
				(!small && !(token->flags & TOKEN_CAPITAL)))
				continue;
			hash = unicode_hash(hash, &c, 1);
			letters++;
		}
		if (letters < 2)
			return;
		seen = word_table_add(&context->seen, hash);
		if (seen)
			*seen |= bit;
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
		if (piece.label == NAME_ORG || piece.label == NAME_PLACE)
			remember_initials(context, &piece);
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

uint32_t
tagger_elsewhere_rows(const NameContext *context, uint32_t words,
					  uint32_t rows[ELSEWHERE_ROWS])
{
	const uint32_t *counts = word_table_find(&context->pieces, words);
	uint32_t	   *out = rows;
	uint32_t		best = 0;
	uint32_t		label = 0;

	if (counts == NULL)
		return 0;
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
		*out++ = ROW_ELSEWHERE + label;
	if (best > 1)
		*out++ = ROW_ELSEWHERE + NAME_LABELS + label;
	return (uint32_t) (out - rows);
}

/* Numbers of the templates of whole pieces, behind those of the parts. */
enum
{
	WHOLE_WORDS = PIECE_PARTS * MOST_TEMPLATES + 1,
	WHOLE_ENDS,
	WHOLE_SORT_ENDS,
	WHOLE_SORTS
};

uint32_t
tagger_whole_rows(const Run *run, uint32_t a, uint32_t b,
				  uint32_t rows[MOST_ROWS])
{
	const NameContext *context = run->context;
	uint32_t		   words = hash_of_words(context->article, run->first + a,
											 run->first + b);
	uint32_t		   elsewhere[ELSEWHERE_ROWS];
	uint32_t		   n = tagger_elsewhere_rows(context, words, elsewhere);
	uint32_t		   steady = tagger_steady_rows(run, a, b, rows + n);

	/* behind the row of its length: the trainer adds in this order */
	rows[0] = rows[n];
	memcpy(rows + 1, elsewhere, n * sizeof(uint32_t));
	return n + steady;
}

uint32_t
tagger_steady_rows(const Run *run, uint32_t a, uint32_t b,
				   uint32_t rows[MOST_ROWS])
{
	const WordLook *looks = run->looks + 2;
	uint32_t	   *out = rows;
	uint32_t		words = WHOLE_WORDS;
	uint32_t		sorts = WHOLE_SORTS;

	*out++ = ROW_LENGTH + (b - a > 5 ? 5 : b - a) - 1;
	if (b - a == 1)
		return (uint32_t) (out - rows);
	out = add_phrase(out, run, a, b);
	for (uint32_t k = a; k < b; k++)
	{
		words = mix(words, looks[k].word);
		sorts = mix(sorts, looks[k].sort);
	}
	*out++ = hashed_row(words);
	*out++ = hashed_row(sorts);
	*out++ = hashed_row(
		mix(mix(WHOLE_ENDS, looks[a].word), looks[b - 1].word));
	*out++ = hashed_row(
		mix(mix(WHOLE_SORT_ENDS, looks[a].sort), looks[b - 1].sort));
	return (uint32_t) (out - rows);
}

uint32_t
tagger_labels(const Run *run, uint32_t a, uint32_t b)
{
	const uint32_t names = LABEL_BIT(PERSON) | LABEL_BIT(ORG) |
		LABEL_BIT(PLACE) | LABEL_BIT(MISC);
	uint64_t traits = run->looks[a + 2].traits;

	if (b - a > 1)
	{
		if (!tagger_begins(run, a) || !tagger_ends(run, b - 1))
			return 0;
		return traits & TRAIT_BIT(JOINING) ? LABEL_BIT(PERSON) : names;
	}
	if ((traits & (TRAIT_BIT(JOINING) | TRAIT_BIT(TAIL))) ||
		!tagger_ends(run, a) ||
		((traits & TRAIT_BIT(DIGIT)) && (traits & TRAIT_BIT(NUMBER))))
		return LABEL_BIT(OTHER);
	return names | LABEL_BIT(OTHER);
}

uint32_t
tagger_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) &newsext_tagger,
						sizeof(newsext_tagger));
}
