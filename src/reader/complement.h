/*
 * complement.h
 *		What a reporting cue reports, and by whom: the clause or quotation
 *beside it, and where that ends.
 *
 * One search serves all three kinds of quotation.  What it finds is direct
 * when it is nothing but marked words, mixed when it holds some, and indirect
 * when it holds none.
 */
#ifndef NEWSEXT_COMPLEMENT_H
#define NEWSEXT_COMPLEMENT_H

#include "outline.h"
#include "speaker.h"

#define COMPLEMENT_PIECES 2

typedef struct UnitRange
{
	uint32_t first; /* units, half open; empty for none */
	uint32_t end;
} UnitRange;

typedef struct Complement
{
	UnitRange	pieces[COMPLEMENT_PIECES];
	uint32_t	n_pieces;
	UnitRange	speaker; /* empty when the cue has none beside it */
	UnitRange	meant;	 /* whom "who" means, when that is the speaker */
	SpeakerRule rule;
	bool		clausal; /* that, whether, if: a clause of its own */
} Complement;

/* How near to the cue what it reports must be. */
typedef enum Nearness
{
	NEAR_AFTER,	 /* marked words right before speaker and cue */
	NEAR_BESIDE, /* marked words right beside cue and speaker */
	NEAR_CLAUSE, /* a clause, or any of the above */
	NEAR_OBJECT	 /* marked words anywhere in the cue's object */
} Nearness;

/*
 * What the cue reports, in units from low on; false when nothing.  A verb that
 * is weak reports only marked words right beside it.
 */
extern bool
complement_find(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Nearness near, Complement *out);

/*
 * The subject of the main clause of units [frame start, end): whom ", saying"
 * and a colon speak of.
 */
extern bool complement_main_subject(const Article *article, const Frame *frame,
									uint32_t end, UnitRange *subject);

/* Whom a participle speaks of: sets rule and speaker. */
extern void
complement_participle_speaker(const Article *article, const Frame *frame,
							  const Cue *cue, Complement *out);

/*
 * "officials, who on Friday said": as people mark it, the speaker is "who",
 * which means the officials, who were the speaker so far.
 */
extern void complement_set_relative(const Article *article, const Cue *cue,
									Complement *out);

#endif /* NEWSEXT_COMPLEMENT_H */
