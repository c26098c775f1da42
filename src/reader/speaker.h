/*
 * speaker.h
 *		From the noun phrase beside a cue to who that is.
 */
#ifndef NEWSEXT_SPEAKER_H
#define NEWSEXT_SPEAKER_H

#include "outline.h"

/*
 * Which rule found the speaker.  Each has a name and an attribution; how sure
 * the speaker is then is told by sureness.h.
 */
typedef enum SpeakerRule
{
	RULE_NONE,			  /* no speaker to be told */
	RULE_AFTER_SUBJECT,	  /* "...," Ruiz said */
	RULE_AFTER_INVERTED,  /* "...," said Ruiz */
	RULE_BEFORE,		  /* Ruiz said: "..." and Ruiz said that ... */
	RULE_ACCORDING,		  /* ..., according to Ruiz */
	RULE_PARTICIPLE,	  /* Ruiz left, saying ... */
	RULE_AGENT,			  /* was called "..." by Ruiz */
	RULE_OWNER,			  /* her claim that ... */
	RULE_WEAK_VERB,		  /* "...," Ruiz laughed */
	RULE_COLON,			  /* Ruiz was blunt: "..." */
	RULE_SIGNATURE,		  /* "..." -- Ana Ruiz */
	RULE_LABEL,			  /* RUIZ: ... */
	RULE_LEAD_IN,		  /* the paragraph before ends with a colon or cue */
	RULE_SENTENCE_BEFORE, /* the sentence before it reports someone */
	RULE_SAME_PARAGRAPH,  /* stands alone behind an attributed one */
	RULE_SAME_SENTENCE,	  /* marked words in a sentence about Ruiz */
	RULE_NEXT_PARAGRAPH,  /* alone in the paragraph behind one */
	RULE_BLOCK			  /* block quotation behind its lead-in */
} SpeakerRule;

#define SPEAKER_RULES (RULE_BLOCK + 1)

/* What a rule is called when a reading is explained. */
extern const char *speaker_rule_name(SpeakerRule rule);

/*
 * Fills the speaker's members of a quotation from units [first, end) of the
 * outline; before: the quotation before it in the text, or NULL.
 */
extern void
speaker_read(Article *article, Quotation *quotation, uint32_t first,
			 uint32_t end, SpeakerRule rule, const Quotation *before);

/* The speaker of another quotation, by a rule that needs no words beside it.
 */
extern void
speaker_inherit(Quotation *quotation, const Quotation *from, SpeakerRule rule);

/* For the speaker_*.c files: which rule found it, and whose name it is. */
extern void speaker_set_rule(Quotation *quotation, SpeakerRule rule);
extern void speaker_set_entity(const Article *article, Quotation *quotation,
							   uint32_t entity);

/* A speaker's label or signature, by tokens. */
extern void speaker_read_label(Article *article, Quotation *quotation,
							   TextSpan label, SpeakerRule rule);

/* A name of a speaker that is no mention. */
typedef struct UnreadName
{
	TextSpan	span;
	TextSpan	title; /* before it; empty for none */
	MentionKind kind;
	uint32_t	entity; /* that has this name, or NONE */
} UnreadName;

/*
 * speaker_name.c: the name that the noun phrase of tokens [first, end), which
 * no mention heads, is all the same; false for none.
 */
extern bool speaker_unread_name(const Article *article, uint32_t first,
								uint32_t end, UnreadName *name);

/* The rule takes the speaker from another quotation or sentence. */
extern bool speaker_is_inherited(SpeakerRule rule);

/* The quotation ends up without a speaker. */
extern void speaker_none(Quotation *quotation);

#endif /* NEWSEXT_SPEAKER_H */
