/*
 * outline.h
 *		Sentences seen from outside the quotation marks.
 *
 * Attribution asks what stands around a quotation, not inside it.  The outline
 * of an article is its running text with each marked span as one unit, cut
 * into frames: the sentences that remain when quotations count as one word.
 */
#ifndef NEWSEXT_OUTLINE_H
#define NEWSEXT_OUTLINE_H

#include "article.h"
#include "reader.h"
#include "syntax.h"

typedef struct Unit
{
	uint32_t token;	 /* first token */
	uint32_t marked; /* index of the marked span, or NONE for one token */
} Unit;

typedef struct Frame
{
	uint32_t start; /* units, half open */
	uint32_t end;
	uint32_t paragraph;
} Frame;

/* What was found for a unit, so that it is looked for only once. */
typedef struct Found
{
	uint32_t first; /* units, half open; NONE when there is nothing */
	uint32_t end;	/* 0 when nobody has asked yet */
} Found;

typedef struct Outline
{
	Unit	*units;
	uint32_t n_units;
	Frame	*frames;
	uint32_t n_frames;
	uint8_t *taken;	   /* a unit that is part of a quotation, or its
						* cue: TAKEN_... */
	Found	*subjects; /* of the verb at each unit; outline_subject_left() */
	Found	*mains;	   /* before each unit; complement_main_subject() */
} Outline;

#define TAKEN_CONTENT 1
#define TAKEN_CUE	  2

/* How a verb cue is used. */
typedef enum CueForm
{
	CUE_FINITE,		/* said, has said, did not say, is saying */
	CUE_PARTICIPLE, /* saying, adding */
	CUE_INFINITIVE, /* went on to say, declined to say */
	CUE_PASSIVE,	/* was told, is said */
	CUE_PREPOSITION /* according to */
} CueForm;

/* A cue of a frame, in units. */
typedef struct Cue
{
	uint32_t   start; /* the cue itself */
	uint32_t   end;
	uint32_t   group; /* first unit of its verb group: "has also said" */
	CueForm	   form;
	LexClasses classes;
	bool	   negated;
} Cue;

static inline uint32_t
unit_end_token(const Article *article, const Unit *unit)
{
	return unit->marked == NONE ? unit->token + 1 :
								  article->marked[unit->marked].token_end;
}

/* What was found, to be handed on; false when there is nothing. */
static inline bool
found_take(const Found *found, uint32_t *first, uint32_t *end)
{
	if (found->first == NONE)
		return false;
	*first = found->first;
	*end = found->end;
	return true;
}

/* Keeps what was found. */
static inline void
found_keep(Found *found, bool any, uint32_t first, uint32_t end)
{
	found->first = any ? first : NONE;
	found->end = any ? end : NONE;
}

/* Text of units [first, end). */
extern TextSpan
outline_span(const Article *article, uint32_t first, uint32_t end);

/* Small words that letters in capitals may stand for, too. */
#define SMALL_WORDS \
	(SUBJECT_PRONOUNS | LEX(PRON_OTHER) | LEX(COMPLEMENTIZER) | \
	 LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(DETERMINER))

/* A token in capitals is a body and no small word: WHO, US. */
static inline bool
outline_is_acronym(const Article *article, uint32_t token)
{
	return (article->tokens[token].flags & TOKEN_ALL_CAPITALS) &&
		token_has(article, token, LEX(ORG_ACRONYM));
}

static inline bool
unit_is_marked(const Article *article, uint32_t u)
{
	return article->outline->units[u].marked != NONE;
}

/* True when unit u is no marked span and its token has any of the classes. */
static inline bool
unit_has(const Article *article, uint32_t u, LexClasses any)
{
	const Unit *unit = &article->outline->units[u];

	if (unit->marked != NONE || !token_has(article, unit->token, any))
		return false;
	return !(any & SMALL_WORDS) || !outline_is_acronym(article, unit->token) ||
		token_has(article, unit->token, any & ~SMALL_WORDS);
}

static inline bool
unit_is(const Article *article, uint32_t u, const char *word)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && token_is(article, unit->token, word) &&
		!outline_is_acronym(article, unit->token);
}

static inline bool
unit_is_mark(const Article *article, uint32_t u, char c)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && token_is_mark(article, unit->token, c);
}

static inline bool
unit_tag_in(const Article *article, uint32_t u, uint16_t tags)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && syntax_tag_in(article, unit->token, tags);
}

static inline TokenKind
unit_kind(const Article *article, uint32_t u)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE ?
		(TokenKind) article->tokens[unit->token].kind :
		TOKEN_PUNCTUATION;
}

/* is, was, been ... */
extern bool unit_is_be(const Article *article, uint32_t u);

/*
 * Reads a cue that begins at unit u of a frame; false when there is none.
 * any: classes of cues wanted.
 */
extern bool outline_cue(const Article *article, const Frame *frame, uint32_t u,
						LexClasses any, Cue *cue);

/*
 * The first unit of the verb group with its main verb at u: over auxiliaries
 * and adverbs to the left; sets *negated when one of them is a negation.
 */
extern uint32_t outline_group(const Article *article, const Frame *frame,
							  uint32_t u, bool *negated);

/*
 * The noun phrase that is the subject of the verb group beginning at unit u,
 * to its left: asides, adverbs and times between are skipped.  False when
 * none can be told.
 */
extern bool outline_subject_left(const Article *article, const Frame *frame,
								 uint32_t u, uint32_t *first, uint32_t *end);

/*
 * Over asides behind a noun phrase that ends at unit u (", 34, a lawyer,"):
 * the unit of the comma that closes the last one, or u.
 */
extern uint32_t
outline_skip_asides(const Article *article, const Frame *frame, uint32_t u);

/* The noun phrase that begins at unit u: behind "said" or "according to". */
extern bool outline_phrase_right(const Article *article, const Frame *frame,
								 uint32_t u, uint32_t *first, uint32_t *end);

#define CUE_VERBAL \
	(LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT) | \
	 LEX(CUE_ATTITUDE) | LEX(CUE_WEAK) | LEX(CUE_CONTINUES))

#endif /* NEWSEXT_OUTLINE_H */
