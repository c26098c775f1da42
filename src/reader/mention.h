/*
 * mention.h
 *		What the files that find names share; not for other stages.
 *
 * mention_run.c finds runs of words that may be names, evidence.c tells what
 * the whole article says of them, wordlook.c what a word looks like, tagger.c
 * what features that makes, tagger_cut.c cuts a run into names and decides
 * their kinds, mention.c makes mentions of them, title.c reads the titles
 *beside them, and amount.c reads dates, times, money and other measures.
 */
#ifndef NEWSEXT_MENTION_H
#define NEWSEXT_MENTION_H

#include "article.h"
#include "wordtable.h"

/* What a piece of a run is. */
typedef enum NameLabel
{
	NAME_PERSON,
	NAME_ORG,
	NAME_PLACE,
	NAME_MISC, /* event, work, product, people of a country */
	NAME_OTHER /* no name: one word */
} NameLabel;

#define NAME_LABELS (NAME_OTHER + 1)

/* Longest run that is read at once, and longest name, in words. */
#define LONGEST_RUN	 24
#define LONGEST_NAME 9

/*
 * What the rest of the article tells of a word: values of a WordTable, as
 * bits. The last ones are what it was read as in the first round.
 */
enum
{
	SEEN_CAPITAL,		 /* with a capital inside a sentence */
	SEEN_SURNAME,		 /* last behind a given name or initials */
	SEEN_GIVEN,			 /* first of such a run */
	SEEN_TITLED,		 /* last behind a title */
	SEEN_ROLE,			 /* last of a run behind a role: "spokesman Rui Sá" */
	SEEN_AGED,			 /* last before an age or "who": ", 51," */
	SEEN_SPEAKING,		 /* beside a verb of speech */
	SEEN_ORG,			 /* before the head of an organisation's name */
	SEEN_IN,			 /* alone behind "in" or "at" */
	SEEN_FROM,			 /* alone behind "from", "to", "near" */
	SEEN_THE,			 /* alone behind "the" */
	SEEN_THE_LONG,		 /* first of several words behind "the" */
	SEEN_NOUN,			 /* alone before a noun */
	SEEN_OWNER,			 /* last before "'s" and a role: "Kessin's envoy" */
	SEEN_AS_PERSON,		 /* last before ", a spokesman ..." */
	SEEN_AS_ORG,		 /* last before ", a company ...", behind "company" */
	SEEN_AS_PLACE,		 /* last before ", a town ...", behind "town of" */
	SEEN_BRACKETS,		 /* alone in round brackets */
	SEEN_ACRONYM,		 /* there, behind words with these letters */
	SEEN_LAST,			 /* last of a person's name of several words */
	SEEN_FIRST,			 /* first of one */
	SEEN_ORG_FIRST,		 /* first of an organisation's name */
	SEEN_INSIDE,		 /* in an organisation's name of several words */
	SEEN_IN_PLACE,		 /* in a place's name of several words */
	SEEN_ORG_INITIALS,	 /* the first letters of an organisation's name */
	SEEN_PLACE_INITIALS, /* or of a place's */
	N_SEEN
};

#define SEEN_BIT(seen) ((uint32_t) 1 << SEEN_##seen)

typedef struct NamePiece
{
	uint32_t  first; /* tokens, half open */
	uint32_t  end;
	NameLabel label;
} NamePiece;

typedef struct NameContext
{
	const Article			 *article;
	const struct TaggerModel *model;
	WordTable				  seen; /* token hash to SEEN_ bits */
	WordTable pieces;  /* hash of words to what they were read as */
	uint8_t	 *letters; /* of each paragraph: how capitals are used */
} NameContext;

/* NameContext.letters */
#define LETTERS_NORMAL	0
#define LETTERS_TITLE	1 /* Most Words Have A Capital */
#define LETTERS_CAPITAL 2 /* ALL LETTERS ARE CAPITALS */

/* tagger_cut.c: what is kept of a run between the two readings. */
typedef struct RunScores RunScores;

/*
 * tagger_cut.c: cuts the run [first, end) into pieces; returns their number.
 * Sets *scores, unless it is not wanted, to what tagger_cut_again needs, or
 * to NULL where the run is to be cut anew.
 */
extern uint32_t tagger_cut(const NameContext *context, uint32_t first,
						   uint32_t end, uint32_t paragraph,
						   NamePiece pieces[LONGEST_RUN], RunScores **scores);

/* The same run, once more is known of the article; uses the scores up. */
extern uint32_t
tagger_cut_again(const NameContext *context, uint32_t first, uint32_t end,
				 uint32_t paragraph, NamePiece pieces[LONGEST_RUN],
				 RunScores *scores);

/* mention_run.c: the end of the run that begins at token i, i when none does.
 */
extern uint32_t run_end(const Article *article, uint32_t i, uint32_t end);

/* tagger.c: remembers how the pieces of a run were read. */
extern void
remember_pieces(NameContext *context, const NamePiece *pieces, uint32_t n);

/* tagger.c: how often these words were read so in the first round. */
extern uint32_t times_read(const NameContext *context, const NamePiece *piece);

/*
 * wordlook.c: what the apposition at token i calls the name before it, as a
 * SEEN_AS_ bit: ", a company in ..."; 0 for nothing.
 */
extern uint32_t
apposition_at(const Article *article, uint32_t i, uint32_t end);

/* wordlook.c: the same for the noun that names begin behind: "town of ..." */
extern uint32_t descriptor_before(const Article *article, uint32_t i);

/* evidence.c: counts what the article tells of its words. */
extern void name_context(NameContext *context, const Article *article);

/*
 * amount.c: the date, time or measure that begins at token i and ends before
 * token end; returns its end and sets *kind, or i.
 */
extern uint32_t amount_end(const Article *article, uint32_t i, uint32_t end,
						   MentionKind *kind);

/* title.c: the title beside mention m, empty when there is none. */
extern TextSpan title_beside(const Article *article, uint32_t m);

/* True when tokens [first, end) end a title: State in Secretary of State. */
extern bool title_covers(const Article *article, uint32_t first, uint32_t end);

/* Most titles of one apposition: "a lawyer and partner at Sá". */
#define TITLES_BEHIND 2

/*
 * The ones in an apposition behind it, which it may have besides; returns
 * their number.
 */
extern uint32_t title_behind(const Article *article, uint32_t m,
							 TextSpan titles[TITLES_BEHIND]);

/* True for who is brought in as a relative: "his wife Ana Ruiz". */
extern bool title_is_kin(const Article *article, uint32_t m);

/* The one that it is itself an apposition of; may be empty. */
extern TextSpan title_apposed(const Article *article, uint32_t m);

#define GIVEN (LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE))

/* A name ends where a line or a sentence begins. */
static inline bool
begins_anew(const Article *article, uint32_t i)
{
	return (article->tokens[i].flags & TOKEN_SENTENCE_START) != 0;
}

#define WORD_FLAGS (TOKEN_CAPITAL | TOKEN_MIXED_CASE)

/* A word written as a name is. */
static inline bool
mention_may_be(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return token->kind == TOKEN_WORD && (token->flags & WORD_FLAGS) != 0;
}

/*
 * A word in small letters that is nothing but a name; its entry has one of
 * these classes.
 */
#define SMALL_NAMES (GIVEN | LEX(COUNTRY) | LEX(CITY) | LEX(ORG))
extern bool mention_is_small(const Article *article, uint32_t i);

/* Takes the titles off the front; false when nothing but titles is left. */
extern bool mention_without_titles(const Article *article, NamePiece *piece);

typedef struct MentionList
{
	Article	   *article;
	NameContext names;
	uint32_t	capacity;
	uint32_t	sentence; /* the first that ends behind the last mention */
} MentionList;

/* A span outside the running text whose kind is known. */
typedef struct KnownSpan
{
	TextSpan	span;
	MentionKind kind;
} KnownSpan;

typedef struct KnownSpans
{
	Arena	  *arena;
	KnownSpan *list;
	uint32_t   n;
	uint32_t   capacity;
	uint32_t   next; /* the first that is not yet read */
} KnownSpans;

/* Appends a mention of tokens [first, end). */
extern void mention_add(MentionList *list, uint32_t first, uint32_t end,
						MentionKind kind, uint32_t paragraph);

/* Collects the spans whose kind the layout knows. */
extern void mention_know_layout(KnownSpans *known, const Article *article);

/*
 * Adds what the layout knows of token i, before token end of paragraph p.
 * Returns the token behind it, or i when it knows nothing.
 */
extern uint32_t mention_read_known(MentionList *list, KnownSpans *known,
								   uint32_t i, uint32_t end, uint32_t p);

#endif /* NEWSEXT_MENTION_H */
