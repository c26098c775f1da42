/*
 * article.h
 *		The data model: what is found in one article.
 *
 * All offsets are bytes of article->text (UTF-8, possibly ill-formed), spans
 * are half open.  Everything hangs on article->arena.  The stages fill it in
 * the order of the members; a stage reads what stands above its own part and
 * changes nothing of it.
 */
#ifndef NEWSEXT_ARTICLE_H
#define NEWSEXT_ARTICLE_H

#include "arena.h"
#include "lexicon.h"
#include "token.h"
#include "unicode.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define NONE UINT32_MAX /* no such token, sentence, entity ... */

typedef struct TextSpan
{
	uint32_t start;
	uint32_t end; /* start == end: nothing there */
} TextSpan;

/* A string that is a slice of the text, of the lexicon or of the arena. */
typedef struct Name
{
	const char *bytes; /* not NUL-terminated; NULL for none */
	uint32_t	length;
} Name;

typedef enum ParagraphKind
{
	PARAGRAPH_BODY, /* running text */
	PARAGRAPH_HEADLINE,
	PARAGRAPH_KICKER, /* section or slug above the headline */
	PARAGRAPH_BYLINE,
	PARAGRAPH_DATELINE, /* a line of its own with place or date */
	PARAGRAPH_SUBHEAD,
	PARAGRAPH_BULLET,	  /* items of lists, numbered ones too, and
						   * live-blog entries that begin with a time */
	PARAGRAPH_TURN,		  /* a turn of a transcript or interview */
	PARAGRAPH_ASIDE,	  /* (APPLAUSE), [crosstalk] */
	PARAGRAPH_BLOCKQUOTE, /* quoted block: no marks of its own needed */
	PARAGRAPH_CAPTION,	  /* photo captions and credits */
	PARAGRAPH_CONTRIBUTORS,
	PARAGRAPH_COPYRIGHT,
	PARAGRAPH_NOTE,		   /* editor's note */
	PARAGRAPH_CORRECTION,  /* correction or clarification */
	PARAGRAPH_UPDATE,	   /* update, refile, developing story */
	PARAGRAPH_RELATED,	   /* read more, also see, listen */
	PARAGRAPH_BOILERPLATE, /* sign-up, share, follow, about-the-company */
	PARAGRAPH_SOCIAL,	   /* name (@handle) date under a post */
	PARAGRAPH_SEPARATOR	   /* ___ *** # # # -30- ENDS */
} ParagraphKind;

#define PARAGRAPH_KINDS (PARAGRAPH_SEPARATOR + 1)

typedef struct Paragraph
{
	TextSpan	  span; /* without white space at either end */
	ParagraphKind kind;
	uint32_t	  token_start; /* tokens of the span, half open */
	uint32_t	  token_end;
	uint32_t	  text_token; /* first token of the running text: behind
							   * dateline, bullet, number, time or label */
	TextSpan	  label;	  /* PARAGRAPH_TURN: the speaker's label, without
							   * colon: "MODERATOR", "SEN. ANA RUIZ (D-X)" */
	uint32_t	  sentence_start; /* sentences, half open */
	uint32_t	  sentence_end;
} Paragraph;

typedef struct Sentence
{
	TextSpan span; /* from the first token of the running text to
					* the last mark */
	uint32_t paragraph;
	uint32_t token_start;
	uint32_t token_end;
} Sentence;

/* Facts about the whole article; empty spans where there is nothing. */
typedef struct FrontMatter
{
	TextSpan  headline;
	TextSpan  dateline_place; /* "LONDON", "DULUTH, Minn.", "LONDON/KYIV" */
	int		  year;			  /* of the dateline, 0 unknown; a day without a */
	int		  month;		  /* year gives month and day and no year */
	int		  day;
	TextSpan  agency;
	TextSpan *bylines; /* one span a name */
	uint32_t  n_bylines;
	TextSpan *contributors;
	uint32_t  n_contributors;
	TextSpan  contributor_org;
	int		  copyright_year; /* 0 none */
	TextSpan  copyright_holder;
	TextSpan  editors_note;
	TextSpan  correction;
	bool	  is_wire; /* a news agency's dateline or copyright */
} FrontMatter;

typedef enum MentionKind
{
	MENTION_PERSON,
	MENTION_ORG,
	MENTION_PLACE,
	MENTION_GROUP, /* demonyms, parties' and faiths' people */
	MENTION_DATE,
	MENTION_TIME,
	MENTION_MONEY,
	MENTION_PERCENT,
	MENTION_QUANTITY,
	MENTION_EVENT,
	MENTION_WORK
} MentionKind;

#define MENTION_KINDS (MENTION_WORK + 1)

typedef struct Mention
{
	TextSpan	span; /* without title, "the" and possessive */
	MentionKind kind;
	uint32_t	token_start;
	uint32_t	token_end;
	TextSpan	title;	  /* as written beside this mention; may be empty */
	uint32_t	sentence; /* NONE outside the running text */
	uint32_t	paragraph;
	uint32_t	entity;
	uint32_t	quotation; /* the quotation that holds it, or NONE */
} Mention;

typedef enum Gender
{
	GENDER_UNKNOWN,
	GENDER_MALE,
	GENDER_FEMALE,
	GENDER_NEUTRAL
} Gender;

typedef struct Entity
{
	MentionKind kind;
	Name		name;	/* fullest form, or the canonical one */
	Name	   *titles; /* distinct, in order of appearance */
	uint32_t	n_titles;
	Name	   *aliases; /* distinct written forms other than name */
	uint32_t	n_aliases;
	uint32_t	mentions; /* how many */
	uint32_t	first_mention;
	Gender		gender;
} Entity;

typedef enum QuoteKind
{
	QUOTE_DIRECT,
	QUOTE_MIXED,
	QUOTE_INDIRECT
} QuoteKind;

/*
 * How what is reported came to be known.  Words between quotation marks are
 * spoken or written; only indirect ones can be thoughts or attitudes.
 */
typedef enum Medium
{
	MEDIUM_SPEECH,
	MEDIUM_WRITING,	 /* wrote, tweeted, posted */
	MEDIUM_THOUGHT,	 /* thought, believes, knows */
	MEDIUM_ATTITUDE, /* wants, supports, opposes */
} Medium;

#define MEDIUMS (MEDIUM_ATTITUDE + 1)

/* Told to others, and so given unless something else is asked for. */
static inline bool
medium_is_told(Medium medium)
{
	return medium == MEDIUM_SPEECH || medium == MEDIUM_WRITING;
}

/* How the speaker was found. */
typedef enum Attribution
{
	ATTRIBUTION_EXPLICIT,  /* cue and name or noun phrase beside it */
	ATTRIBUTION_SPLIT,	   /* further piece after the attribution */
	ATTRIBUTION_PRONOUN,   /* cue and pronoun, resolved to a name */
	ATTRIBUTION_RUNNING,   /* quotation runs over paragraphs */
	ATTRIBUTION_CONTINUED, /* closed, then opened again by "he continued"
							* or without any cue, same speaker */
	ATTRIBUTION_LABEL,	   /* transcript label, dash signature, colon */
	ATTRIBUTION_INHERITED, /* no cue of its own: the speaker before it */
	ATTRIBUTION_NONE	   /* cannot be told */
} Attribution;

/* What words between quotation marks look like by themselves. */
typedef enum MarkedLook
{
	LOOK_PLAIN,
	LOOK_TITLE, /* of a work, or a name: every word capitalised;
				 * speech only where a cue takes it */
	LOOK_NAME	/* nickname, or what something is called: never
				 * speech */
} MarkedLook;

/*
 * What stands between a pair of quotation marks (quotation.c), or behind a
 * mark that has no partner.  Not yet speech: attribution.c decides.
 */
typedef struct MarkedSpan
{
	uint32_t token_start; /* tokens with the marks, half open */
	uint32_t token_end;
	uint32_t inner_start; /* tokens between the marks */
	uint32_t inner_end;
	uint32_t paragraph;
	bool	 opened;	/* false: its opening mark is missing */
	bool	 closed;	/* false: its closing mark is missing */
	bool	 runs_on;	/* goes on in the next marked span, which opens
						 * the next paragraph */
	uint8_t	 look;		/* MarkedLook */
	uint32_t quotation; /* what it is part of, or NONE; attribution.c */
} MarkedSpan;

typedef struct Quotation
{
	QuoteKind	kind;
	TextSpan   *content; /* all that is reported, without outer marks */
	uint32_t	n_content;
	TextSpan   *verbatim; /* the part of it inside marks */
	uint32_t	n_verbatim;
	TextSpan	speaker_span;	 /* as written beside it; empty for none */
	uint32_t	speaker_entity;	 /* NONE for none */
	uint32_t	speaker_mention; /* name inside speaker_span, or NONE */
	Name		speaker;		 /* resolved name, or an unnamed source's
								  * wording; bytes NULL when it cannot be told */
	MentionKind speaker_kind;	 /* person, org, place, group; meaningful when
								  * speaker is set */
	Name		speaker_title;	 /* title or role; bytes NULL for none */
	bool		named;
	TextSpan	cue;
	bool		negated;
	Medium		medium;
	Attribution attribution;
	float		confidence; /* 0 to 1 */
	uint32_t	paragraph;	/* of the first piece */
	uint32_t	sentence;
	bool		unclosed; /* a mark was missing */
	uint8_t		rule;	  /* SpeakerRule, see speaker.h */
	uint32_t	ahead;	  /* how far its cue was ahead of those with another
						   * speaker, see report.h; 0 where none was chosen */
} Quotation;

/*
 * One way of attributing some words that was tried, for news_explain().  Kept
 * only when the article is read to be explained.
 */
typedef struct Trial
{
	uint32_t at;	  /* byte of the words in question: where the marked words,
					   * or the reported clause, begin */
	uint8_t	 rule;	  /* SpeakerRule, see speaker.h */
	bool	 fired;	  /* the one that was taken */
	TextSpan cue;	  /* what it fired on; empty for none */
	TextSpan speaker; /* as written; empty for none */
	TextSpan content; /* from the first reported word to the last */
	int32_t	 score;	  /* of the chooser, 0 where there was no choice */
} Trial;

/* A phrase of the lexicon, of two words or more, that begins at a token. */
typedef struct TokenPhrase
{
	uint32_t entry; /* lexicon_index */
	uint32_t words;
} TokenPhrase;

struct Outline;

typedef struct Article
{
	Arena	   *arena;
	const char *text;
	uint32_t	length; /* bytes */

	Token		*tokens;
	uint32_t	 n_tokens;
	LexClasses	*classes; /* of each token, as it is written */
	TokenPhrase *phrases; /* of the lexicon, by their first tokens */
	uint32_t	 n_phrases;
	uint32_t	*first_phrase; /* of each token, and behind the last one */

	Paragraph  *paragraphs;
	uint32_t	n_paragraphs;
	FrontMatter front;

	Sentence *sentences;
	uint32_t  n_sentences;
	uint8_t	 *tags; /* WordTag of each token, syntax.c */

	Mention *mentions; /* in text order, never overlapping */
	uint32_t n_mentions;

	Entity	*entities;
	uint32_t n_entities;

	MarkedSpan	   *marked; /* in text order, never overlapping */
	uint32_t		n_marked;
	struct Outline *outline; /* sentences around marked spans, outline.c */

	Quotation *quotations; /* in text order of their first piece */
	uint32_t   n_quotations;
	uint32_t   quotations_capacity;

	bool	 explains; /* keep what was tried */
	Trial	*trials;   /* in the order in which they were tried */
	uint32_t n_trials;
	uint32_t trials_capacity;

	uint32_t n_words;
} Article;

/* The lexicon's entry of token i; lexicon_none for an unknown word. */
static inline const LexEntry *
token_entry(const Article *article, uint32_t i)
{
	return article->tokens[i].entry ? lexicon_entry(article->tokens[i].entry) :
									  &lexicon_none;
}

/*
 * Looks up what each token is as it is written, and the phrases that begin
 * there.  Called once, when the tokens are there.
 */
extern void article_look_up(Article *article);

/*
 * The classes that token i has as it is written: the ones meant for capitals
 * only when it has them.
 */
static inline LexClasses
token_classes(const Article *article, uint32_t i)
{
	return article->classes[i];
}

static inline bool
token_has(const Article *article, uint32_t i, LexClasses any)
{
	return (article->classes[i] & any) != 0;
}

/* token_is_bytes() once the first letter fits. */
extern bool token_is_folded(const Article *article, uint32_t i,
							const char *word, size_t n);

/* token_is() for a word of n bytes. */
static inline bool
token_is_bytes(const Article *article, uint32_t i, const char *word, size_t n)
{
	char c = unicode_small(article->text[article->tokens[i].start]);

	if (c != word[0] && (unsigned char) c < 0x80)
		return false;
	return token_is_folded(article, i, word, n);
}

/* True when token i, folded, is this ASCII lower-case word. */
static inline bool
token_is(const Article *article, uint32_t i, const char *word)
{
	return token_is_bytes(article, i, word, strlen(word));
}

/* True when token i is the one-character punctuation c. */
static inline bool
token_is_mark(const Article *article, uint32_t i, char c)
{
	return article->tokens[i].mark == (uint8_t) c &&
		article->tokens[i].kind >= TOKEN_DASH;
}

/*
 * The longest phrase of the lexicon with any of these classes that begins at
 * token i and ends before token end: its entry, with the number of tokens in
 * *words.  A single word counts as a phrase of one.  NULL when there is none.
 */
extern const LexEntry *
token_phrase(const Article *article, uint32_t i, uint32_t end, LexClasses any,
			 uint32_t *words);

/* False when token_phrase(), for these classes, would find nothing. */
static inline bool
token_may_begin(const Article *article, uint32_t i, LexClasses any)
{
	return token_has(article, i, any) ||
		article->first_phrase[i] < article->first_phrase[i + 1];
}

/* The text of tokens [first, end). */
static inline TextSpan
token_span(const Article *article, uint32_t first, uint32_t end)
{
	TextSpan span = { 0, 0 };

	if (first < end)
	{
		span.start = article->tokens[first].start;
		span.end = article->tokens[end - 1].end;
	}
	return span;
}

/* Index of the first token that starts at or after this byte; n_tokens if
 * none. */
extern uint32_t token_at(const Article *article, uint32_t byte);

/* Index of the first mention that ends behind this token; n_mentions if none.
 */
extern uint32_t mention_from(const Article *article, uint32_t token);

/* Index of the first paragraph that ends behind this token; n_paragraphs if
 * none.
 */
extern uint32_t paragraph_from(const Article *article, uint32_t token);

#endif /* NEWSEXT_ARTICLE_H */
