/*
 * complement_speaker.c
 *		Who speaks where a cue has no subject right before it; see
 *		complement.h.
 */
#include "complement.h"

#include "clause.h"
#include "syntax.h"

/* Units before a cue within which "who" is looked for. */
#define RELATIVE_REACH 12
/* Units before ", saying" or a colon within which the subject is looked for.
 */
#define SUBJECT_REACH 120
/* Units between "quoted" and "as saying". */
#define QUOTED_REACH 30

static bool
main_subject(const Article *article, const Frame *frame, uint32_t end,
			 bool (*is_verb)(const Article *article, uint32_t u),
			 UnitRange *subject)
{
	uint32_t first = frame->start;
	bool	 found = false;

	if (end - first > SUBJECT_REACH)
		first = end - SUBJECT_REACH;
	for (uint32_t u = first; u < end; u++)
	{
		uint32_t a;
		uint32_t b;
		uint32_t k;
		uint32_t group = u;

		if (!is_verb(article, u) || unit_has(article, u, LEX(COMPLEMENTIZER)))
			continue;
		while (group > first && !unit_is_marked(article, group - 1) &&
			   syntax_is_verb_helper(article,
									 article->outline->units[group - 1].token))
			group--;
		if (group == first ||
			!outline_subject_left(article, frame, group, &a, &b))
			continue;
		if (!found)
		{
			subject->first = a;
			subject->end = b;
			found = true;
		}
		/* at the head of the main clause, adverbs aside */
		for (k = a; k > frame->start &&
			 unit_tag_in(article, k - 1, TAGBIT(TAG_ADV)) &&
			 !unit_has(article, k - 1, LEX(SUBORDINATOR));)
			k--;
		if (k == frame->start || unit_is_comma(article, k - 1) ||
			unit_is_marked(article, k - 1) ||
			unit_has(article, k - 1, LEX(CONJUNCTION)) ||
			unit_kind(article, k - 1) == TOKEN_DASH)
		{
			subject->first = a;
			subject->end = b;
			return true;
		}
	}
	return found;
}

/* "called" of "the prince called for it", which may be a participle, too. */
static bool
may_be_finite(const Article *article, uint32_t u)
{
	return unit_tag_in(article, u, TAGBIT(TAG_VBN)) &&
		(token_entry(article, article->outline->units[u].token)->tags &
		 TAGBIT(TAG_VBD)) &&
		u > 0 && !unit_has(article, u - 1, LEX(AUXILIARY));
}

bool
complement_main_subject(const Article *article, const Frame *frame,
						uint32_t end, UnitRange *subject)
{
	Found *found = &article->outline->mains[end];

	if (found->end == 0)
	{
		UnitRange kept = { 0, 0 };
		bool any = main_subject(article, frame, end, unit_is_finite, &kept) ||
			main_subject(article, frame, end, may_be_finite, &kept);

		found_keep(found, any, kept.first, kept.end);
	}
	return found_take(found, &subject->first, &subject->end);
}

/* "The paper quoted Ruiz as saying": whom it quoted. */
static bool
quoted_as(const Article *article, const Frame *frame, uint32_t u,
		  UnitRange *speaker)
{
	if (u < frame->start + 3 || !unit_is(article, u - 1, "as"))
		return false;
	for (uint32_t k = u - 1; k > frame->start && u - k < QUOTED_REACH; k--)
		if (unit_is(article, k - 1, "quoted") ||
			unit_is(article, k - 1, "cited"))
		{
			*speaker = (UnitRange){ k, u - 1 };
			return k < u - 1;
		}
	return false;
}

void
complement_participle_speaker(const Article *article, const Frame *frame,
							  const Cue *cue, Complement *out)
{
	uint32_t first;
	uint32_t end;
	uint32_t u = cue->group;

	out->rule = RULE_PARTICIPLE;
	if (quoted_as(article, frame, u, &out->speaker))
		return;
	if (u > frame->start && unit_is_comma(article, u - 1) &&
		complement_main_subject(article, frame, u, &out->speaker))
		return;
	/* "with officials saying", "a report saying" */
	if (u > frame->start && !unit_is_comma(article, u - 1) &&
		!unit_has(article, u - 1, LEX(CUE_NOUN)) &&
		outline_subject_left(article, frame, u, &first, &end) &&
		((first > frame->start && unit_is(article, first - 1, "with")) ||
		 unit_has(article, end - 1,
				  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN))))
	{
		out->speaker = (UnitRange){ first, end };
		return;
	}
	if (complement_main_subject(article, frame, u, &out->speaker))
		return;
	out->speaker = (UnitRange){ 0, 0 };
	/* "Speaking in Cork, Ruiz said": the subject comes behind */
}

void
complement_set_relative(const Article *article, const Cue *cue,
						Complement *out)
{
	bool closed = false;

	/* "who leads it, said" has another verb, and closes its aside */
	for (uint32_t u = cue->group; u > out->speaker.end; u--)
	{
		bool comma = unit_is_comma(article, u - 1);

		if (cue->group - u >= RELATIVE_REACH || unit_is_finite(article, u - 1))
			return;
		if (unit_is(article, u - 1, "who") ||
			unit_is(article, u - 1, "which") ||
			(u == cue->group && unit_is(article, u - 1, "that")))
		{
			/* "who, on Friday, said", but not "who in Cork leads it, said" */
			if (closed && !unit_is_comma(article, u))
				return;
			out->meant = out->speaker;
			out->speaker = (UnitRange){ u - 1, u };
			return;
		}
		closed |= comma;
	}
}
