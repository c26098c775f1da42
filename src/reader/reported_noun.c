/*
 * reported_noun.c
 *		Indirect speech behind a noun: "the claim that", "her call for"; see
 *		reported.h.
 */
#include "reported.h"

#include "clause.h"
#include "syntax.h"

/* Units between a noun and whose it is. */
#define NOUN_REACH 6

/* "by Ruiz", "from the board": sets the speaker, returns the unit behind. */
static uint32_t
over_source(const Article *article, const Frame *frame, uint32_t u,
			UnitRange *speaker)
{
	uint32_t first;
	uint32_t end;

	if (u + 1 >= frame->end ||
		!(unit_is(article, u, "by") || unit_is(article, u, "from")) ||
		!outline_phrase_right(article, frame, u + 1, &first, &end))
		return u;
	/* "criticism from Ruiz of the plan": not Ruiz of the plan */
	for (uint32_t k = u + 2; k < end; k++)
	{
		uint32_t m = mention_from(article,
								  article->outline->units[k - 1].token);

		if (m < article->n_mentions &&
			article->mentions[m].kind == MENTION_PERSON &&
			article->mentions[m].token_end == article->outline->units[k].token)
		{
			end = k;
			break;
		}
	}
	*speaker = (UnitRange){ u + 1, end };
	return end;
}

/* "Ruiz's latest call", "her call": whose it is. */
static bool
owner_before(const Article *article, const Frame *frame, uint32_t noun,
			 UnitRange *speaker)
{
	uint32_t first = noun;

	while (first > frame->start && noun - first < NOUN_REACH &&
		   (unit_tag_in(article, first - 1, TAGS_NOMINAL) ||
			unit_kind(article, first - 1) == TOKEN_NUMBER) &&
		   unit_kind(article, first - 1) != TOKEN_POSSESSIVE)
		first--;
	if (first == frame->start)
		return false;
	if (unit_has(article, first - 1, LEX(POSSESSIVE)))
	{
		*speaker = (UnitRange){ first - 1, first };
		return true;
	}
	return unit_kind(article, first - 1) == TOKEN_POSSESSIVE &&
		first - 1 > frame->start &&
		outline_subject_left(article, frame, first - 1, &speaker->first,
							 &speaker->end);
}

/*
 * "The claim that it is safe was wrong", "her call for peace went unheard":
 * ends what begins at unit first before the noun's own verb.
 */
static uint32_t
before_own_verb(const Article *article, const Frame *frame, uint32_t first,
				uint32_t end)
{
	bool verb = !unit_is(article, first, "that");

	for (uint32_t u = first + 1; u < end; u++)
	{
		bool negated = false;

		if (unit_is_marked(article, u))
		{
			verb |= marked_is_verbal(article, u);
			continue;
		}
		if (unit_is_comma(article, u) || unit_is(article, u, "who") ||
			unit_is(article, u, "which") ||
			unit_has(article, u,
					 LEX(CONJUNCTION) | LEX(SUBORDINATOR) |
						 LEX(COMPLEMENTIZER)))
			return end;
		if (!unit_is_finite(article, u))
			continue;
		if (verb && outline_group(article, frame, u, &negated) == u &&
			!unit_is_finite(article, u - 1))
			return u;
		verb = true;
	}
	return end;
}

/* What stands behind the noun can be what is said: "that", "to", "of". */
static bool
opens_report(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t u)
{
	if (unit_is(article, u, "that"))
		return clause_begins(article, frame, u);
	if (unit_is(article, u, "about"))
		return true;
	/* "a letter to the board", "an e-mail of the day" */
	if (cue->classes & LEX(CUE_WRITING))
		return false;
	return unit_is(article, u, "of") || unit_is(article, u, "for") ||
		(unit_is(article, u, "to") &&
		 unit_tag_in(article, u + 1, TAGBIT(TAG_VB)));
}

bool
reported_noun(const Article *article, const Frame *frame, uint32_t u,
			  uint32_t low, Cue *cue, Complement *out)
{
	UnitRange *piece = &out->pieces[0];

	*out = (Complement){ 0 };
	if (!unit_has(article, u, LEX(CUE_NOUN)) ||
		(!unit_tag_in(article, u, TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)) &&
		 !(u > frame->start && unit_has(article, u - 1, LEX(POSSESSIVE)))))
		return false;
	*cue = (Cue){ .start = u, .end = u + 1, .group = u };
	cue->classes = token_classes(article, article->outline->units[u].token);
	cue->form = CUE_PREPOSITION;
	piece->first = over_source(article, frame, u + 1, &out->speaker);
	if (piece->first < low || piece->first + 2 >= frame->end ||
		!opens_report(article, frame, cue, piece->first) ||
		(out->speaker.end == 0 &&
		 !owner_before(article, frame, u, &out->speaker)))
		return false;
	out->clausal = unit_is(article, piece->first, "that");
	piece->end = out->clausal ? clause_end(article, frame, piece->first, cue) :
								reported_end(article, frame, piece->first);
	piece->end = before_own_verb(article, frame, piece->first, piece->end);
	out->rule = RULE_OWNER;
	out->n_pieces = 1;
	return piece->end > piece->first + 2;
}
