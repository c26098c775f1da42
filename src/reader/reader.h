/*
 * reader.h
 *		Reads one article: the stages, called in order.
 *
 * Linear in the length of the text.  Whatever the text holds, there is a
 * result; only the host's allocation and cancel callbacks can end it early.
 */
#ifndef NEWSEXT_READER_H
#define NEWSEXT_READER_H

#include "article.h"

/* Longest text that is read, in bytes; the SQL layer refuses longer ones. */
#define READER_MAX_TEXT (128u * 1024 * 1024)

/* text must outlive the article; len <= READER_MAX_TEXT. */
extern Article *reader_read(Arena *arena, const char *text, uint32_t len);

/* The same, and keeps what was tried for each quotation: article->trials. */
extern Article *reader_explain(Arena *arena, const char *text, uint32_t len);

/* The stages, each in its own file. */
extern void
layout_read(Article *article); /* layout.c: paragraphs, front matter */
extern void sentence_read(Article *article);  /* sentence.c */
extern void syntax_read(Article *article);	  /* syntax.c: parts of speech */
extern void mention_read(Article *article);	  /* mention.c: names and titles */
extern void entity_read(Article *article);	  /* entity.c: who is who */
extern void quotation_read(Article *article); /* quotation.c: marks to spans */
extern void
outline_read(Article *article); /* outline.c: sentences around marked spans */
extern void
attribution_read(Article *article);			 /* utterance.c: cue and speaker */
extern void reported_read(Article *article); /* reported.c: indirect speech */

/*
 * pronoun.c: whom a pronoun at this token means, from the entities named near
 * it, or NONE when it cannot be told.  said: what "he" or "she" says, the
 * subject of a cue, or NULL.  Who speaks is told more easily, and is nobody
 * who is named in it.
 */
extern uint32_t entity_of_pronoun(const Article *article, uint32_t token,
								  const Quotation *said);

/*
 * pronoun.c: the entity can be "he" or "she" at this token, who says that: it
 * is neither named in it nor spoken to, and nothing tells another gender.
 */
extern bool entity_may_speak(const Article *article, uint32_t entity,
							 uint32_t token, const Quotation *said);

/*
 * pronoun_subject.c: the noun phrase, tokens [*first, *end), of the people or
 * the body that "they" or "it" at this token means; false when it cannot be
 * told.  behind: the pronoun speaks behind what it says.
 */
extern bool subject_before(const Article *article, uint32_t token, bool behind,
						   uint32_t *first, uint32_t *end);

/* True when "they" may take up this noun: officials, a team, no report. */
extern bool noun_means_people(const Article *article, uint32_t token);

/*
 * noun.c: whom "the minister" or "the company", tokens [first, end), means,
 * from the entities mentioned before it, or NONE when two fit or none does.
 */
extern uint32_t
entity_of_noun(const Article *article, uint32_t first, uint32_t end);

/*
 * pronoun.c: the mention that heads the noun phrase of tokens [first, end),
 * e.g. of "Mr. Smith's lawyer" none, of "Gov. Ana Ruiz of Vila" the person's;
 * NONE when the phrase is headed by no name.
 */
extern uint32_t
entity_head_mention(const Article *article, uint32_t first, uint32_t end);

/*
 * reader.c: a number that changes whenever the data do that a reading depends
 * on: the word lists and all weights.
 */
extern uint32_t reader_checksum(void);

/* tagger.c, pronoun.c, ..._choice.c: of their weights alone. */
extern uint32_t tagger_checksum(void);
extern uint32_t pronoun_checksum(void);
extern uint32_t ending_checksum(void);
extern uint32_t report_checksum(void);
extern uint32_t sureness_checksum(void);

/* name.c: comparing names, for entities and for the SQL functions. */

/*
 * Folds a name for comparison into out: case, accents, titles, initials'
 * stops, spaces.  Returns the length; capacity bytes at most.
 */
extern size_t
name_key(const char *name, size_t len, char *out, size_t capacity);

/* 1 the same, 0 different, -1 cannot be told. */
extern int name_same(const char *a, size_t a_len, const char *b, size_t b_len);

#endif /* NEWSEXT_READER_H */
