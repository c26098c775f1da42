/*
 * mention.c
 *		Names in an article: makes mentions of what tagger_cut.c reads in the
 *		runs of words that mention_run.c finds.
 *
 * All is read twice.  The first round only remembers what each run was read
 * as, so that the second one knows the whole article.
 */
#include "mention.h"

#include "reader.h"
#include "syntax.h"
#include "tagger.h"

#include <stdlib.h>

#define MOST_STRANGE 4 /* words of a name that only a noun announces */

#define PLACES (LEX(COUNTRY) | LEX(CITY) | LEX(REGION))

void
mention_add(MentionList *list, uint32_t first, uint32_t end, MentionKind kind,
			uint32_t paragraph)
{
	Article *article = list->article;
	Mention *mention = ARENA_PUSH(article->arena, article->mentions,
								  article->n_mentions, list->capacity);

	mention->token_start = first;
	mention->token_end = end;
	mention->span = token_span(article, first, end);
	mention->kind = kind;
	mention->paragraph = paragraph;
	mention->entity = NONE;
	mention->quotation = NONE;
	mention->sentence = NONE;
	while (list->sentence < article->n_sentences &&
		   article->sentences[list->sentence].token_end <= first)
		list->sentence++;
	if (list->sentence < article->n_sentences &&
		article->sentences[list->sentence].token_start <= first)
		mention->sentence = list->sentence;
}

/* "Russians", "Chinese": a people, a party's or a faith's, or its adjective.
 */
static bool
is_people(const Article *article, uint32_t i)
{
	return token_has(article, i, LEX(DEMONYM) | LEX(GROUP));
}

static bool
has_class(const Article *article, uint32_t first, uint32_t end, LexClasses any)
{
	for (uint32_t i = first; i < end; i++)
		if (token_has(article, i, any))
			return true;
	return false;
}

/* The classes of the lexicon's entry for exactly these words. */
static LexClasses
whole_classes(const Article *article, const NamePiece *piece, LexClasses any)
{
	uint32_t		words;
	const LexEntry *entry = token_phrase(article, piece->first, piece->end,
										 any, &words);

	return entry && words == piece->end - piece->first ? entry->classes : 0;
}

/* A hyphen between tokens i and i + 1, without white space around it. */
static bool
is_hyphen(const Article *article, uint32_t i)
{
	const Token *tokens = article->tokens;

	return tokens[i].kind == TOKEN_DASH &&
		!((tokens[i].flags | tokens[i + 1].flags) & TOKEN_SPACE_BEFORE);
}

/*
 * "London-based", "the Ghana-Togo border": annotators of names pass over such
 * words.
 */
static bool
is_hyphenated_place(const Article *article, uint32_t i, uint32_t end)
{
	LexClasses places = LEX(COUNTRY) | LEX(CITY) | LEX(REGION);

	if (!token_has(article, i, places) || token_has(article, i, LEX(DEMONYM)))
		return false;
	if (i + 2 < end && is_hyphen(article, i + 1) &&
		!(article->tokens[i + 2].flags & TOKEN_CAPITAL) &&
		article->tokens[i + 2].kind == TOKEN_WORD)
		return true;
	/* "R-Duluth" is parted at its hyphen, too */
	return i > 1 && is_hyphen(article, i - 1) &&
		(token_has(article, i - 2, LEX(COUNTRY) | LEX(ORG_ACRONYM)) ||
		 article->tokens[i - 2].end - article->tokens[i - 2].start == 1);
}

/* The kind of a name that is no person's, organisation's or place's. */
static MentionKind
kind_of_other(const Article *article, const NamePiece *piece)
{
	if (whole_classes(article, piece, LEX(ORG)) &&
		!whole_classes(article, piece, LEX(DEMONYM) | LEX(GROUP)))
		return MENTION_ORG;
	if (piece->end - piece->first == 1)
		return token_has(article, piece->first, LEX(EVENT_HEAD)) ?
			MENTION_EVENT :
			MENTION_GROUP;
	if (has_class(article, piece->first, piece->end, LEX(EVENT_HEAD)))
		return MENTION_EVENT;
	/* "Board of Peace" */
	if (token_has(article, piece->first, LEX(ORG_HEAD)) &&
		token_is(article, piece->first + 1, "of"))
		return MENTION_ORG;
	return MENTION_GROUP;
}

/* The kind of mention a piece makes; false for none. */
static bool
kind_of_piece(const Article *article, const NamePiece *piece,
			  uint32_t text_end, MentionKind *kind)
{
	switch (piece->label)
	{
		case NAME_PERSON:
			*kind = MENTION_PERSON;
			return true;
		case NAME_ORG:
			*kind = MENTION_ORG;
			return true;
		case NAME_PLACE:
			/* "the Kremlin" acts and speaks */
			*kind = whole_classes(article, piece, LEX(METONYM)) ?
				MENTION_ORG :
				MENTION_PLACE;
			return true;
		case NAME_MISC:
			*kind = kind_of_other(article, piece);
			return *kind != MENTION_GROUP ||
				is_people(article, piece->end - 1);
		default:
			if (is_hyphenated_place(article, piece->first, text_end))
			{
				*kind = MENTION_PLACE;
				return true;
			}
			*kind = MENTION_GROUP;
			return is_people(article, piece->first);
	}
}

/*
 * Cuts titles off the front of a person's name ("Sheriff Arnold Boyle");
 * false when nothing but titles is there ("Madam Chair").
 */
bool
mention_without_titles(const Article *article, NamePiece *piece)
{
	LexClasses names = GIVEN | LEX(SURNAME) | LEX(PERSON);

	while (piece->end - piece->first > 1)
	{
		uint32_t		words;
		const LexEntry *entry = token_phrase(article, piece->first, piece->end,
											 LEX(TITLE), &words);

		if (entry == NULL || (entry->classes & GIVEN))
			return true;
		if (words >= piece->end - piece->first)
			break;
		piece->first += words;
	}
	return !token_has(article, piece->first, LEX(TITLE)) ||
		token_has(article, piece->first, names) ||
		piece->end - piece->first > 1;
}

/*
 * "Interior Minister Sá", "Norwegian Energy Minister Olsen": common words
 * before a title belong to it.
 */
static bool
belongs_to_title(const Article *article, const NamePiece *piece,
				 uint32_t text_end)
{
	LexClasses names = LEX(ORG) | LEX(COUNTRY) | LEX(CITY) | LEX(REGION) |
		LEX(ORG_ACRONYM) | GIVEN;
	uint32_t i = piece->first;

	if (piece->end >= text_end || begins_anew(article, piece->end) ||
		!token_has(article, piece->end, LEX(TITLE)))
		return false;
	if (piece->end - i > 1 && token_has(article, i, LEX(DEMONYM)))
		i++;
	return piece->end - i == 1 && token_has(article, i, LEX(COMMON)) &&
		!token_has(article, i, names);
}

/*
 * "in Riga", here or elsewhere in the article, and "DRC", the letters of a
 * country: a place of one word that was read as something else.
 */
static bool
is_known_place(const NameContext *context, const NamePiece *piece)
{
	const Article *article = context->article;
	uint32_t	   i = piece->first;
	uint32_t person = SEEN_BIT(FIRST) | SEEN_BIT(LAST) | SEEN_BIT(TITLED) |
		SEEN_BIT(SURNAME) | SEEN_BIT(GIVEN) | SEEN_BIT(SPEAKING);
	const uint32_t *seen;

	if ((piece->label != NAME_PERSON && piece->label != NAME_ORG) ||
		piece->end - i > 1 ||
		!token_has(article, i, LEX(COUNTRY) | LEX(CITY) | LEX(REGION)) ||
		token_has(article, i, LEX(ORG) | LEX(ORG_ACRONYM) | LEX(METONYM)))
		return false;
	if ((article->tokens[i].flags & TOKEN_ALL_CAPITALS) &&
		piece->label == NAME_ORG)
		return token_has(article, i, LEX(COUNTRY));
	if (i > 0 && !begins_anew(article, i) && token_is(article, i - 1, "in"))
		return true;
	seen = word_table_find(&context->seen, article->tokens[i].hash);
	return seen && (*seen & SEEN_BIT(IN)) && !(*seen & person);
}

/* "said co-author Karen Alley": a given name behind a role. */
static bool
is_named_by_role(const Article *article, const NamePiece *piece)
{
	uint32_t i = piece->first;

	return (piece->label == NAME_PLACE || piece->label == NAME_ORG) &&
		piece->end - i >= 2 && piece->end - i <= 3 && i > 0 &&
		!begins_anew(article, i) && token_has(article, i, GIVEN) &&
		!token_has(article, i, LEX(COUNTRY) | LEX(CITY) | LEX(REGION)) &&
		!(article->tokens[i - 1].flags & TOKEN_CAPITAL) &&
		token_has(article, i - 1, LEX(ROLE));
}

static void
add_piece(MentionList *list, const NamePiece *given, uint32_t paragraph,
		  uint32_t text_end)
{
	const Article *article = list->article;
	NamePiece	   piece = *given;
	MentionKind	   kind;

	if (piece.label != NAME_OTHER && piece.label != NAME_PERSON &&
		title_covers(article, piece.first, piece.end))
		return;
	if (is_named_by_role(article, &piece))
		piece.label = NAME_PERSON;
	if (is_known_place(&list->names, &piece))
		piece.label = NAME_PLACE;
	if (piece.label == NAME_PERSON && !mention_without_titles(article, &piece))
		return;
	if (belongs_to_title(article, &piece, text_end))
	{
		if (!is_people(article, piece.first))
			return;
		piece.end = piece.first + 1;
		piece.label = NAME_MISC;
	}
	if (kind_of_piece(article, &piece, text_end, &kind))
		mention_add(list, piece.first, piece.end, kind, paragraph);
}

/*
 * "the minister of Norway Ana Ruiz": a place or body that a list knows, which
 * the role before it is of, and the person who has the role.  Returns where
 * the person's name begins, piece->end for none.
 */
static uint32_t
behind_place(const Article *article, const NamePiece *piece)
{
	LexClasses others = PLACES | LEX(PLACE_HEAD) | LEX(ORG_HEAD) |
		LEX(ORG_SUFFIX) | LEX(EVENT_HEAD);
	uint32_t i = piece->first;
	uint32_t words;

	if (i > 1 && token_is(article, i - 1, "the"))
		i--;
	if (i < 2 || begins_anew(article, piece->first) ||
		!token_has(article, i - 1, LEX(PREPOSITION)) ||
		!token_has(article, i - 2, LEX(ROLE) | LEX(TITLE)) ||
		token_phrase(article, piece->first, piece->end,
					 PLACES | LEX(ORG) | LEX(ORG_ACRONYM), &words) == NULL)
		return piece->end;
	i = piece->first + words;
	if (i + 2 > piece->end || i + 3 < piece->end ||
		!token_has(article, i, GIVEN) || token_has(article, i, others) ||
		token_has(article, piece->end - 1, others))
		return piece->end;
	return i;
}

/* Adds what stands before the person, and leaves the person. */
static void
add_place_before(MentionList *list, NamePiece *piece, uint32_t paragraph,
				 uint32_t text_end)
{
	uint32_t  person = behind_place(list->article, piece);
	NamePiece place = { piece->first, person, NAME_PLACE };

	if (person == piece->end)
		return;
	if (!token_has(list->article, place.first, PLACES))
		place.label = NAME_ORG;
	add_piece(list, &place, paragraph, text_end);
	piece->first = person;
	piece->label = NAME_PERSON;
}

/*
 * "Ahead of the meeting with Ruiz Valdanha said": two people side by side,
 * each known by the surname alone, the first one no given name.
 */
static bool
are_two_people(const NameContext *context, const NamePiece *piece)
{
	const Article  *article = context->article;
	NamePiece		left = *piece;
	NamePiece		right = *piece;
	const uint32_t *seen;

	if (piece->label != NAME_PERSON || piece->end - piece->first != 2 ||
		token_has(article, piece->first, GIVEN | LEX(NAME_PARTICLE)))
		return false;
	left.end--;
	right.first++;
	seen = word_table_find(&context->seen, article->tokens[left.first].hash);
	return seen && (*seen & SEEN_BIT(LAST)) &&
		times_read(context, piece) < 2 && times_read(context, &left) > 0 &&
		times_read(context, &right) > 0;
}

/*
 * "Board of Peace": the head of an organisation's name, "of" and one more
 * name or capitalised word, where the pieces say nothing of it.  Returns the
 * number of pieces that it takes, 0 for none.
 */
static uint32_t
pieces_of_body(const Article *article, const NamePiece *pieces, uint32_t n)
{
	uint32_t k = 2;

	if (n < 3 || pieces[0].label != NAME_OTHER ||
		!token_has(article, pieces[0].first, LEX(ORG_HEAD)) ||
		token_has(article, pieces[0].first, LEX(TITLE)) ||
		!token_is(article, pieces[1].first, "of"))
		return 0;
	if (token_is(article, pieces[2].first, "the"))
		k = 3;
	if (k >= n || pieces[k].label == NAME_PERSON ||
		!mention_may_be(article, pieces[k].first))
		return 0;
	return k + 1;
}

/*
 * "American Samoa", "Côte d'Ivoire": a place that a list knows, where the
 * pieces have parts of it at most.  Returns the number of pieces that it
 * takes, 0 for none.
 */
static uint32_t
pieces_of_place(const Article *article, const NamePiece *pieces, uint32_t n)
{
	uint32_t words;

	if (token_entry(article, pieces[0].first)->phrase_words < 2 ||
		token_phrase(article, pieces[0].first, pieces[n - 1].end,
					 LEX(COUNTRY) | LEX(REGION), &words) == NULL)
		return 0;
	for (uint32_t k = 0; k < n && pieces[k].label != NAME_PERSON &&
		 pieces[k].label != NAME_ORG;
		 k++)
		if (pieces[k].end >= pieces[0].first + words)
			return k > 0 && pieces[k].end == pieces[0].first + words ? k + 1 :
																	   0;
	return 0;
}

/*
 * "Cook left": the first word of a sentence is a common word, too, but a
 * person of that surname is named in full elsewhere and a verb follows.
 */
static bool
is_surname_alone(const NameContext *context, const NamePiece *piece)
{
	const Article  *article = context->article;
	const Token	   *token = &article->tokens[piece->first];
	const uint32_t *seen;

	if (piece->label != NAME_OTHER || piece->end >= article->n_tokens ||
		!(token->flags & TOKEN_CAPITAL) ||
		!(token->flags & TOKEN_SENTENCE_START) ||
		(token->flags & TOKEN_SMALL_SEEN) ||
		!syntax_tag_in(article, piece->end, TAGS_FINITE))
		return false;
	seen = word_table_find(&context->seen, token->hash);
	return seen && (*seen & SEEN_BIT(LAST));
}

/* A capitalised word that can be part of a name nobody has heard of. */
static bool
may_be_strange(const Article *article, const NamePiece *piece, bool first)
{
	LexClasses none = LEX(ROLE) | LEX(MONTH) | LEX(WEEKDAY) | LEX(DEMONYM) |
		LEX(GROUP) | LEX(ORG_HEAD) | LEX(EVENT_HEAD);

	if (first)
		none |= LEX(DETERMINER) | LEX(PREPOSITION);
	return piece->label == NAME_OTHER &&
		mention_may_be(article, piece->first) &&
		!begins_anew(article, piece->first) &&
		!token_has(article, piece->first, none);
}

/* What the noun right before token i says of the name that begins there. */
static NameLabel
announced(const Article *article, uint32_t i, uint32_t *least)
{
	uint32_t descriptor = descriptor_before(article, i);

	*least = 1;
	if (descriptor & SEEN_BIT(AS_PLACE))
		return NAME_PLACE;
	/* one word alone may go on with the noun: "the team Captain" */
	*least = 2;
	if (descriptor & SEEN_BIT(AS_ORG))
		return NAME_ORG;
	if (i > 0 && token_has(article, i - 1, LEX(ROLE)) &&
		!(article->tokens[i - 1].flags & TOKEN_CAPITAL) &&
		syntax_tag_in(article, i - 1, TAGBIT(TAG_NOUN)))
		return NAME_PERSON;
	return NAME_OTHER;
}

/*
 * "junta spokesman Zaw Min Tun", "the suburb of Yoff-Sud": capitalised words
 * that a noun announces, where the pieces say nothing of them.  Sets the
 * label and returns the number of pieces that are the name, 0 for none.
 */
static uint32_t
pieces_of_strange(const Article *article, const NamePiece *pieces, uint32_t n,
				  NameLabel *label)
{
	uint32_t least;
	uint32_t k = 0;

	while (k < n && may_be_strange(article, &pieces[k], k == 0))
		k++;
	if (k == 0 || k > MOST_STRANGE)
		return 0;
	*label = announced(article, pieces[0].first, &least);
	return *label != NAME_OTHER && k >= least ? k : 0;
}

static void
add_pieces(MentionList *list, const NamePiece *pieces, uint32_t n,
		   uint32_t paragraph, uint32_t text_end)
{
	for (uint32_t k = 0; k < n; k++)
	{
		NamePiece piece = pieces[k];
		NameLabel label = NAME_ORG;
		uint32_t  taken = 0;

		if (list->names.letters[paragraph] == LETTERS_NORMAL)
		{
			taken = pieces_of_body(list->article, pieces + k, n - k);
			if (taken == 0 && k == 0)
				taken = pieces_of_strange(list->article, pieces, n, &label);
			if (taken == 0)
			{
				taken = pieces_of_place(list->article, pieces + k, n - k);
				label = NAME_PLACE;
			}
		}
		if (taken > 0)
		{
			k += taken - 1;
			piece.end = pieces[k].end;
			piece.label = label;
		}
		if (is_surname_alone(&list->names, &piece))
			piece.label = NAME_PERSON;
		if (are_two_people(&list->names, &piece))
		{
			piece.end--;
			add_piece(list, &piece, paragraph, text_end);
			piece.first++;
			piece.end++;
		}
		add_place_before(list, &piece, paragraph, text_end);
		add_piece(list, &piece, paragraph, text_end);
	}
}

/* An amount or a run of words that the first round found. */
typedef struct FoundRun
{
	uint32_t	first; /* tokens, half open */
	uint32_t	end;
	bool		is_run;
	MentionKind kind;	/* of an amount */
	RunScores  *scores; /* of a run, or NULL */
} FoundRun;

typedef struct FoundRuns
{
	FoundRun *found; /* in text order */
	uint32_t  n;
	uint32_t  capacity;
	uint32_t  next; /* the first that is not yet read again */
} FoundRuns;

/* Most tokens are small words or marks that begin neither; a quick look. */
static bool
begins_nothing(const Article *article, uint32_t i)
{
	const LexClasses begin = LEX(MONTH) | LEX(WEEKDAY) | LEX(NUMBER_WORD) |
		LEX(NAME_PARTICLE) | SMALL_NAMES;
	const Token	   *token = &article->tokens[i];
	const LexEntry *entry = token_entry(article, i);

	if (token->kind == TOKEN_DOUBLE_MARK || token->kind == TOKEN_DASH ||
		token->kind == TOKEN_STOP)
		return true;
	return token->kind == TOKEN_WORD && !(entry->classes & begin) &&
		!(token->flags & (WORD_FLAGS | TOKEN_HAS_DIGIT)) && entry->number == 0;
}

/* What begins at token i; where nothing does, its end is i. */
static FoundRun
find_at(const Article *article, uint32_t i, uint32_t end)
{
	FoundRun found = { .first = i, .end = i };

	if (begins_nothing(article, i))
		return found;
	found.end = amount_end(article, i, end, &found.kind);
	if (found.end > i)
		return found;
	found.is_run = true;
	found.end = run_end(article, i, end);
	return found;
}

/*
 * Reads the names of one paragraph for the first time, only to remember what
 * they are read as, so that the second round knows the whole article.
 */
static void
read_first(MentionList *list, FoundRuns *all, uint32_t p)
{
	const Article	*article = list->article;
	const Paragraph *paragraph = &article->paragraphs[p];
	NamePiece		 pieces[LONGEST_RUN];

	for (uint32_t i = paragraph->token_start; i < paragraph->token_end;)
	{
		FoundRun found;

		if ((i & 0x3F) == 0)
			arena_check(article->arena);
		found = find_at(article, i, paragraph->token_end);
		if (found.end == i)
		{
			i++;
			continue;
		}
		if (found.is_run)
			remember_pieces(&list->names, pieces,
							tagger_cut(&list->names, i, found.end, p, pieces,
									   &found.scores));
		*ARENA_PUSH(article->arena, all->found, all->n, all->capacity) = found;
		i = found.end;
	}
}

/*
 * What the first round found at token i.  It did not ask inside of what it
 * found, so only there, behind a span that the layout knows, it is asked now.
 */
static FoundRun
found_at(const Article *article, FoundRuns *all, uint32_t i, uint32_t end)
{
	FoundRun nothing = { .first = i, .end = i };

	while (all->next < all->n && all->found[all->next].end <= i)
		all->next++;
	if (all->next == all->n || all->found[all->next].first > i)
		return nothing;
	if (all->found[all->next].first == i)
		return all->found[all->next];
	return find_at(article, i, end);
}

/* Adds the mentions of one paragraph. */
static void
read_again(MentionList *list, KnownSpans *known, FoundRuns *all, uint32_t p)
{
	const Article	*article = list->article;
	const Paragraph *paragraph = &article->paragraphs[p];
	NamePiece		 pieces[LONGEST_RUN];

	for (uint32_t i = paragraph->token_start; i < paragraph->token_end;)
	{
		FoundRun found;
		uint32_t end;
		uint32_t n;

		if ((i & 0x3F) == 0)
			arena_check(article->arena);
		end = known->next < known->n ?
			mention_read_known(list, known, i, paragraph->token_end, p) :
			i;
		if (end > i)
		{
			i = end;
			continue;
		}
		found = found_at(article, all, i, paragraph->token_end);
		if (found.end == i)
		{
			i++;
			continue;
		}
		if (!found.is_run)
			mention_add(list, i, found.end, found.kind, p);
		else
		{
			n = found.scores ?
				tagger_cut_again(&list->names, i, found.end, p, pieces,
								 found.scores) :
				tagger_cut(&list->names, i, found.end, p, pieces, NULL);
			add_pieces(list, pieces, n, p, paragraph->token_end);
		}
		i = found.end;
	}
}

/* The end of the name that goes on behind a nickname, 0 for none. */
static uint32_t
end_behind_nickname(const Article *article, const Mention *mention,
					uint32_t end)
{
	const Token *tokens = article->tokens;
	uint32_t	 i = mention->token_end;

	if (mention->kind != MENTION_PERSON || i + 3 >= end ||
		tokens[i].kind != TOKEN_DOUBLE_MARK ||
		tokens[i + 2].kind != TOKEN_DOUBLE_MARK ||
		!mention_may_be(article, i + 1) || !mention_may_be(article, i + 3) ||
		begins_anew(article, i + 3))
		return 0;
	i += 4;
	while (i < end && i < mention->token_end + LONGEST_NAME &&
		   mention_may_be(article, i) && !begins_anew(article, i))
		i++;
	return i;
}

/*
 * Arnold "Sled" Boyle: one name.  The mention before the quotation marks goes
 * on behind them; what was read there by itself goes.
 */
static void
join_nicknames(Article *article)
{
	uint32_t n = 0;
	uint32_t taken = 0; /* tokens before this one are part of such a name */

	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		Mention	 mention = article->mentions[m];
		uint32_t end = article->paragraphs[mention.paragraph].token_end;

		if (mention.token_start < taken)
			continue;
		end = end_behind_nickname(article, &mention, end);
		if (end > 0)
		{
			taken = mention.token_end = end;
			mention.span = token_span(article, mention.token_start, end);
		}
		article->mentions[n++] = mention;
	}
	article->n_mentions = n;
}

void
mention_read(Article *article)
{
	MentionList list = { .article = article };
	KnownSpans	known = { 0 };
	FoundRuns	found = { 0 };

	name_context(&list.names, article);
	mention_know_layout(&known, article);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		arena_check(article->arena);
		if (article->paragraphs[p].kind != PARAGRAPH_SEPARATOR)
			read_first(&list, &found, p);
	}
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		arena_check(article->arena);
		if (article->paragraphs[p].kind != PARAGRAPH_SEPARATOR)
			read_again(&list, &known, &found, p);
	}
	join_nicknames(article);
	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		if ((m & 0xFF) == 0)
			arena_check(article->arena);
		article->mentions[m].title = title_beside(article, m);
	}
}
