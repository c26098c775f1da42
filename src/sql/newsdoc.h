/*
 * newsdoc.h
 *		The stored format: an article's text and all that was found in it.
 *
 * A newsdoc is a fixed head, the text in the server's encoding exactly as it
 * came, and the annotation behind it: a map of positions, and seven sections:
 *
 *	quotations	pieces, speaker, cue
 *	entities	kind, names, titles, aliases
 *	words		spans of the distinct words of quotations, for an index
 *	mentions	kind, span, title, entity
 *	front		facts about the whole article
 *	paragraphs	kind and span
 *	sentences	span
 *
 * A compressed value can be had up to some byte for less than all of it costs.
 * So the text, which all need, is in front, and then comes what is asked for
 * most.
 *
 * The map counts for each row of CHARMAP_ROW characters the bytes that it has
 * beyond one a character.  It is left out when there are none in the text.
 *
 * The map and every section are a row of variable-length integers (seven
 * bits a byte, least significant first).  A span is its length and the
 * distance from the end of the span before it, both in characters, so most
 * spans take two bytes and a position can be shown without counting.  A name
 * is most often a slice of the text and is stored as one; only canonical names
 * from the lexicon are spelled out.  A quotation has the names of its speaker
 * itself, or those of the quotation before.  So every section can be read
 * without the others, but for the names that mentions take from entities.
 *
 * Integers of the head are in the machine's byte order, as in every type of
 * the server.  The version changes when the format does; of earlier
 * versions the text can be had, and nothing else.
 */
#ifndef NEWSEXT_NEWSDOC_H
#define NEWSEXT_NEWSDOC_H

#include "postgres.h"

#include "fmgr.h"

#include "charmap.h"
#include "compat.h"
#include "model.h"

#define NEWSDOC_VERSION 3

/* Of the binary form that clients send and receive, which has no sections. */
#define NEWSDOC_BINARY_VERSION 1

typedef enum NewsDocSection
{
	SECTION_QUOTATIONS,
	SECTION_ENTITIES,
	SECTION_WORDS,
	SECTION_MENTIONS,
	SECTION_FRONT,
	SECTION_PARAGRAPHS,
	SECTION_SENTENCES,
	SECTIONS
} NewsDocSection;

typedef struct NewsDoc
{
	int32  vl_len_; /* varlena header */
	uint8  version;
	uint8  reserved[3]; /* zero */
	uint32 text_bytes;
	uint32 text_chars;
	uint32 section_end[SECTIONS]; /* bytes behind the text; the first section
								   * begins where the map ends */
	char   text[FLEXIBLE_ARRAY_MEMBER];
} NewsDoc;

StaticAssertDecl(offsetof(NewsDoc, text) == 44,
				 "the head of a newsdoc is stored on disk");

#define NAME_SLICE 1 /* lowest bit of a name's length */

/* What is known of a quotation's speaker: name, title, MentionKind. */
#define SPEAKER_NAME_MASK	0x03
#define SPEAKER_TITLE_SHIFT 2
#define SPEAKER_TITLE_MASK	0x03
#define SPEAKER_KIND_SHIFT	4

/* Where a speaker's name or title is. */
#define NAME_NONE	 0
#define NAME_BEFORE	 1 /* it is the one of the quotation before */
#define NAME_FOLLOWS 2

/* First byte of a mention. */
#define MENTION_KIND_MASK 0x0F
#define MENTION_TITLED	  0x10
#define MENTION_QUOTED	  0x20
#define MENTION_SENTENCE  0x40 /* in another sentence than the one before */
#define MENTION_PARAGRAPH 0x80

/* First integer of a quotation, what is rare in its second byte. */
#define QUOTATION_KIND_MASK			0x03
#define QUOTATION_ATTRIBUTION_SHIFT 2
#define QUOTATION_ATTRIBUTION_MASK	0x07
#define QUOTATION_NAMED				0x20
#define QUOTATION_MEDIUM_SHIFT		6
#define QUOTATION_MEDIUM_MASK		0x03
#define QUOTATION_NEGATED			0x100
#define QUOTATION_FLAGS				0x1FF

#define FRONT_IS_WIRE 0x01
#define FRONT_ENGLISH 0x02

#pragma GCC visibility push(hidden)

/* Packs an article read from the reader's form of this text. */
extern NewsDoc *
newsdoc_pack(const Article *article, const char *text, uint32 bytes);

/*
 * A newsdoc being read.  The members of article that belong to the sections
 * asked for are filled in as article.h says, with two differences: spans count
 * characters, and names are in the server's encoding.  Numbers of entities are
 * sure to be below n_entities only where entities were asked for, too.
 */
typedef struct OpenDoc
{
	const NewsDoc *doc;
	CharMap		   map;
	Article		   article;
	bool		   english;
	TextSpan	  *words; /* as searchword.h cuts them, each word once */
	uint32		   n_words;
} OpenDoc;

#define SECTION_BIT(section) (1 << (section))

/*
 * Unpacks sections (a set of SECTION_BITs) into CurrentMemoryContext.  Raises
 * an error when the value is damaged or of another version.
 */
extern void newsdoc_open(OpenDoc *open, const NewsDoc *doc, int sections);

/* The bytes of a span. */
extern const char *
newsdoc_slice(const OpenDoc *open, TextSpan span, uint32 *bytes);

/*
 * A stored newsdoc, of which at least the text and these sections are there.
 * What every user of it relies on is checked: a version whose head is as this
 * one's, and text and sections inside the value.
 */
extern NewsDoc *newsdoc_from(Datum value, int sections);

#pragma GCC visibility pop

#define ALL_SECTIONS (SECTION_BIT(SECTIONS) - 1)

#define DatumGetNewsDocP(d)			newsdoc_from(d, ALL_SECTIONS)
#define PG_GETARG_NEWSDOC_P(n)		DatumGetNewsDocP(PG_GETARG_DATUM(n))
#define PG_GETARG_NEWSDOC_TEXT_P(n) newsdoc_from(PG_GETARG_DATUM(n), 0)

#endif /* NEWSEXT_NEWSDOC_H */
