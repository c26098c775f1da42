/*
 * complement.c
 *		What a cue reports, and where it ends; see complement.h.
 *
 * English puts what is reported before the cue (", Ruiz said"), behind it
 * ("said that"), or on both sides ("The plan, she said, would fail").  Each
 * search goes a bounded number of units, so that cost stays linear whatever
 * the sentence holds.
 */
#include "complement.h"

#include "clause.h"
#include "syntax.h"

/* Units behind a cue within which "by Ruiz" or a second piece is looked for.
 */
#define BEHIND_REACH 30

/* A verb that reports only when marked words stand right beside it. */
static bool
is_weak(const Cue *cue)
{
	return !(cue->classes &
			 (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT) |
			  LEX(CUE_ATTITUDE) | LEX(CUE_CONTINUES) | LEX(CUE_ACCORDING)));
}

static bool
holds_marked(const Article *article, UnitRange range)
{
	for (uint32_t u = range.first; u < range.end; u++)
		if (unit_is_marked(article, u))
			return true;
	return false;
}

static void
add_piece(Complement *out, uint32_t first, uint32_t end)
{
	if (first < end && out->n_pieces < COMPLEMENT_PIECES)
		out->pieces[out->n_pieces++] = (UnitRange){ first, end };
}

/* Marked words at p, right behind the cue or its comma or colon. */
static bool
right_marked(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t p, UnitRange *piece)
{
	bool comma = unit_is_comma(article, p);

	if (comma || unit_is_mark(article, p, ':') ||
		unit_kind(article, p) == TOKEN_DASH)
	{
		if (p + 1 >= frame->end || !unit_is_marked(article, p + 1))
			return false;
		piece->first = p + 1;
		piece->end = p + 2;
		/* "said, 'unlike before', they" goes on; a sentence does not */
		if (comma && !marked_begins_sentence(article, p + 1) &&
			!marked_leads(article, p + 1))
			piece->end = clause_end(article, frame, p + 1, cue);
		return true;
	}
	/* "the firm, holding 'a series of breakfasts'" is no report */
	if (is_weak(cue) || !unit_is_marked(article, p) ||
		(cue->form == CUE_PARTICIPLE && (cue->classes & LEX(CUE_WEAK))))
		return false;
	piece->first = p;
	if ((cue->classes &
		 (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_CONTINUES))) &&
		marked_begins_sentence(article, p) &&
		(p + 1 >= frame->end || marked_leads(article, p)))
		piece->end = p + 1;
	else
		piece->end = clause_end(article, frame, p, cue);
	return true;
}

/* "vowed to fight", "urged them not to go": *p gets the infinitive's start. */
static bool
takes_infinitive(const Article *article, const Frame *frame, const Cue *cue,
				 uint32_t from, uint32_t *p)
{
	uint32_t to = *p;
	uint32_t begin;

	if ((cue->classes & (LEX(CUE_TO) | LEX(CUE_SPEECH) | LEX(NEGATION))) !=
		(LEX(CUE_TO) | LEX(CUE_SPEECH)))
		return false;
	if (!unit_is(article, to, "to"))
		to = clause_object_end(article, frame, from);
	begin = to;
	if (to < frame->end && unit_is(article, to, "not"))
		to++;
	if (to + 1 < frame->end && unit_is(article, to, "to") &&
		unit_tag_in(article, to + 1, TAGBIT(TAG_VB)))
	{
		*p = begin;
		return true;
	}
	return false;
}

/* Units before a cue within which the "as" of its clause is looked for. */
#define AS_REACH 6

static bool
opened_by_as(const Article *article, const Frame *frame, const Cue *cue)
{
	for (uint32_t u = cue->group;
		 u > frame->start && cue->group - u < AS_REACH; u--)
	{
		if (unit_is_marked(article, u - 1) || unit_is_comma(article, u - 1))
			return false;
		if (unit_is(article, u - 1, "as"))
			return true;
	}
	return false;
}

/* A clause that stands behind the cue, from unit p on. */
static bool
right_clause(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t from, uint32_t p, UnitRange *piece, bool *clausal)
{
	bool bare = false;

	if (unit_has(article, p, LEX(COMPLEMENTIZER)) &&
		(cue->classes &
		 (LEX(CUE_CLAUSE) | LEX(CUE_SPEECH) | LEX(CUE_WRITING) |
		  LEX(CUE_THOUGHT))))
	{
		*clausal = true;
		/* "disputed that account" */
		bare = unit_is(article, p, "that");
	}
	else if (takes_infinitive(article, frame, cue, from, &p))
		;
	/* "officials say will be": the subject stands before the cue */
	else if ((cue->classes & LEX(CUE_CLAUSE)) &&
			 (cue->classes & (LEX(CUE_WEAK) | LEX(CUE_CONTINUES))) !=
				 LEX(CUE_WEAK))
	{
		bare = !(p == cue->end && unit_is_finite(article, p));
		/* "as Moscow alleges was agreed" */
		if (!bare && opened_by_as(article, frame, cue))
			return false;
	}
	else
		return false;
	if (bare && !clause_begins(article, frame, p))
		return false;
	piece->first = p;
	piece->end = clause_end(article, frame, p, cue);
	return piece->end > p + 1 &&
		(!bare || clause_has_finite(article, p, piece->end));
}

/* "called the plan 'a gift to crooks'", "praised Ruiz, who left, for 'it'" */
static bool
object_with_marks(const Article *article, const Frame *frame, const Cue *cue,
				  uint32_t first, UnitRange *piece)
{
	bool relative = false;

	for (uint32_t u = first; u < frame->end && !unit_is_marked(article, u);
		 u++)
	{
		if (u - first > BEHIND_REACH || unit_is_mark(article, u, ':'))
			return false;
		if (unit_is(article, u, "who") || unit_is(article, u, "which") ||
			unit_is(article, u, "whose") || unit_is(article, u, "that"))
			relative = true;
		else if (unit_is_finite(article, u))
		{
			if (!relative)
				return false;
			relative = false;
		}
	}
	piece->first = first;
	piece->end = clause_end(article, frame, first, cue);
	return holds_marked(article, *piece);
}

/* What stands behind the cue, from unit `from` on. */
static bool
right_complement(const Article *article, const Frame *frame, const Cue *cue,
				 uint32_t from, Nearness near, UnitRange *piece, bool *clausal)
{
	uint32_t object = from;
	uint32_t p;

	*clausal = false;
	if (cue->classes & LEX(CUE_TOLD))
		object = clause_object_end(article, frame, from);
	p = clause_skip_adverbials(article, frame, object);
	/* "noted, however, that" */
	if (p + 3 < frame->end && unit_is_comma(article, p) &&
		unit_tag_in(article, p + 1, TAGBIT(TAG_ADV)) &&
		unit_is_comma(article, p + 2))
		p += 3;
	/* "said in Vila, Ohio, that" */
	else if (p + 3 < frame->end && unit_is_comma(article, p) &&
			 unit_has(article, p + 1,
					  LEX(REGION) | LEX(COUNTRY) | LEX(STATE_ABBREV)) &&
			 unit_is_comma(article, p + 2))
		p += 3;
	/* "explains, in its own way, that" */
	else if (p + 3 < frame->end && unit_is_comma(article, p) &&
			 unit_has(article, p + 1, LEX(PREPOSITION)))
	{
		uint32_t behind = clause_skip_adverbials(article, frame, p + 1);

		if (behind + 1 < frame->end && behind > p + 1 &&
			unit_is_comma(article, behind) &&
			unit_is(article, behind + 1, "that"))
			p = behind + 1;
	}
	if (p >= frame->end)
		return false;
	if (right_marked(article, frame, cue, p, piece))
		return true;
	if (near < NEAR_CLAUSE || unit_is_comma(article, p) ||
		unit_is_mark(article, p, ':') || unit_kind(article, p) == TOKEN_DASH)
		return false;
	if (!is_weak(cue) &&
		right_clause(article, frame, cue, from, p, piece, clausal))
		return true;
	return near == NEAR_OBJECT &&
		object_with_marks(article, frame, cue,
						  object > from && object < frame->end ? object : from,
						  piece);
}

/*
 * What stands before units from `behind` on, which hold the subject and the
 * cue: marked words with their comma, or a clause with its comma.
 */
static bool
left_marked(const Article *article, const Frame *frame, uint32_t low,
			uint32_t behind, bool sure, UnitRange *piece)
{
	uint32_t u = behind;
	bool	 comma = false;

	if (u > low && unit_is(article, u - 1, "as"))
		u--;
	if (u > low &&
		(unit_is_comma(article, u - 1) ||
		 unit_kind(article, u - 1) == TOKEN_DASH))
	{
		comma = true;
		u--;
	}
	if (u <= low || !unit_is_marked(article, u - 1) ||
		marked_is_title(article, frame, u - 1))
		return false;
	if (!comma && !marked_leads(article, u - 1) &&
		!(sure && marked_length(article, u - 1) >= 3))
		return false;
	piece->first = low;
	piece->end = u;
	if (u - low > CLAUSE_REACH)
		piece->first = u - CLAUSE_REACH;
	/* 'Ruiz had a plan: "We wait," she said': the words behind the colon */
	if (u > low + 1 &&
		(unit_is_mark(article, u - 2, ':') || unit_is_comma(article, u - 2)))
		piece->first = u - 1;
	return true;
}

/* "Asked if she would go", "When he left": no clause of its own */
static bool
opens_adverbially(const Article *article, UnitRange piece)
{
	if (!unit_has(article, piece.first, LEX(SUBORDINATOR)) &&
		!unit_tag_in(article, piece.first,
					 TAGBIT(TAG_VBN) | TAGBIT(TAG_VBD) | TAGBIT(TAG_VBG)))
		return false;
	for (uint32_t u = piece.first; u < piece.end; u++)
		if (unit_is_comma(article, u) || unit_is_marked(article, u))
			return false;
	return true;
}

static bool
left_clause(const Article *article, uint32_t low, uint32_t behind,
			UnitRange *piece)
{
	uint32_t u = behind;

	if (u > low && unit_is(article, u - 1, "as"))
		u--;
	if (u <= low + 2 || !unit_is_comma(article, u - 1))
		return false;
	u--;
	piece->first = low;
	piece->end = u;
	if (u - low > CLAUSE_REACH)
		piece->first = u - CLAUSE_REACH;
	if (opens_adverbially(article, *piece))
		return false;
	return clause_has_finite(article, piece->first, piece->end) ||
		holds_marked(article, *piece);
}

/* "according to Ruiz" at either end of what it reports, or inside it. */
static bool
according(const Article *article, const Frame *frame, const Cue *cue,
		  uint32_t low, Complement *out)
{
	uint32_t first;
	uint32_t end;
	uint32_t start = cue->start;
	uint32_t after;

	if (!outline_phrase_right(article, frame, cue->end, &first, &end))
		return false;
	out->rule = RULE_ACCORDING;
	out->speaker = (UnitRange){ cue->end, end };
	after = clause_skip_adverbials(article, frame, end);
	if (start <= low || (start == low + 1 && !unit_is_marked(article, low)))
	{
		/* "But according to Ruiz, 34, a lawyer, ..." */
		after = outline_skip_asides(article, frame, after);
		while (after < frame->end && after < end + CLAUSE_REACH / 4 &&
			   !unit_is_comma(article, after) &&
			   !unit_is_marked(article, after))
			after++;
		if (after < frame->end && unit_is_comma(article, after))
			after++;
		if (after >= frame->end)
			return false;
		add_piece(out, after, clause_end(article, frame, after, cue));
		return out->n_pieces > 0;
	}
	if (unit_is_comma(article, start - 1))
		start--;
	else if (!unit_is_marked(article, start - 1) && after < frame->end &&
			 !unit_is_comma(article, after) &&
			 unit_kind(article, after) != TOKEN_STOP)
		return false; /* "the formula according to which" */
	if (start <= low)
		return false;
	add_piece(out, start - low > CLAUSE_REACH ? start - CLAUSE_REACH : low,
			  start);
	after = outline_skip_asides(article, frame, after);
	if (after + 1 < frame->end && unit_is_comma(article, after) &&
		!clause_has_finite(article, out->pieces[0].first, out->pieces[0].end))
		add_piece(out, after + 1, clause_end(article, frame, after + 1, cue));
	return out->n_pieces > 0;
}

/* "was called 'a gift' by Ruiz" */
static bool
by_agent(const Article *article, const Frame *frame, const Cue *cue,
		 Complement *out)
{
	uint32_t by = NONE;
	uint32_t first;
	uint32_t end;

	for (uint32_t u = cue->end; u < frame->end && u < cue->end + BEHIND_REACH;
		 u++)
		if (unit_is(article, u, "by"))
		{
			by = u;
			break;
		}
	if (by == NONE ||
		!outline_phrase_right(article, frame, by + 1, &first, &end))
		return false;
	out->rule = RULE_AGENT;
	out->speaker = (UnitRange){ by + 1, end };
	if (by > cue->end)
	{
		UnitRange piece = { cue->end, by };

		if (!holds_marked(article, piece))
			return false;
		add_piece(out, piece.first, piece.end);
	}
	else
	{
		UnitRange piece = { end, clause_end(article, frame, end, cue) };

		if (end >= frame->end || !holds_marked(article, piece))
			return false;
		add_piece(out, piece.first, piece.end);
	}
	return true;
}

/* '"...," it was announced': nobody says who did. */
static bool
impersonal(const Article *article, const Frame *frame, const Cue *cue,
		   uint32_t low, Complement *out)
{
	UnitRange piece;

	if (cue->group <= low + 1 || !unit_is(article, cue->group - 1, "it") ||
		!left_marked(article, frame, low, cue->group - 1, true, &piece))
		return false;
	*out = (Complement){ .rule = RULE_NONE };
	add_piece(out, piece.first, piece.end);
	return true;
}

/*
 * '"A," said Ruiz, smiling, "B."': marked words behind a comma, colon or dash,
 * before another verb speaks.
 */
static void
second_piece(const Article *article, const Frame *frame, uint32_t from,
			 Complement *out)
{
	for (uint32_t u = from; u < frame->end && u < from + BEHIND_REACH; u++)
	{
		if (unit_is_marked(article, u))
		{
			if (unit_is_comma(article, u - 1) ||
				unit_is_mark(article, u - 1, ':') ||
				unit_kind(article, u - 1) == TOKEN_DASH ||
				(u == from && marked_leads(article, u)))
				add_piece(out, u, u + 1);
			return;
		}
		if (unit_is_finite(article, u) ||
			(unit_tag_in(article, u, TAGBIT(TAG_VBG)) &&
			 unit_has(article, u, LEX(CUE_SPEECH) | LEX(CUE_CONTINUES))))
			return;
	}
}

/* "..., said Ruiz" */
static bool
inverted(const Article *article, const Frame *frame, const Cue *cue,
		 uint32_t low, Nearness near, Complement *out)
{
	bool	  weak = is_weak(cue);
	uint32_t  first;
	uint32_t  end;
	uint32_t  before = cue->start;
	UnitRange piece;

	if (cue->form != CUE_FINITE || cue->group != cue->start ||
		cue->start <= low)
		return false;
	if (!unit_is_comma(article, before - 1) &&
		!unit_is_marked(article, before - 1) &&
		unit_kind(article, before - 1) != TOKEN_DASH)
		return false;
	if (!outline_phrase_right(article, frame, cue->end, &first, &end) ||
		first != cue->end)
		return false;
	out->speaker = (UnitRange){ cue->end, end };
	out->rule = weak ? RULE_WEAK_VERB : RULE_AFTER_INVERTED;
	if (left_marked(article, frame, low, before, true, &piece))
	{
		if (!marked_leads(article, piece.end - 1) && end < frame->end &&
			!unit_is_comma(article, end) && !unit_is_mark(article, end, ';') &&
			unit_kind(article, end) != TOKEN_STOP)
			return false; /* "X" told the court that ... */
		add_piece(out, piece.first, piece.end);
	}
	else if (!weak && (cue->classes & LEX(CUE_SPEECH)) &&
			 !(cue->classes & LEX(CUE_TOLD)) &&
			 left_clause(article, low, before, &piece) &&
			 (near >= NEAR_CLAUSE || holds_marked(article, piece)) &&
			 (end >= frame->end || unit_is_comma(article, end) ||
			  unit_kind(article, end) == TOKEN_STOP ||
			  unit_is(article, end, "who")))
		add_piece(out, piece.first, piece.end);
	else
		return false;
	second_piece(article, frame, end, out);
	return true;
}

/* Only a comma stands between the cue and the rest of a clause: mid-sentence.
 */
static bool
goes_on_behind(const Article *article, const Frame *frame, const Cue *cue,
			   uint32_t u, UnitRange *piece)
{
	if (u + 2 >= frame->end || !unit_is_comma(article, u) ||
		clause_ends_at_comma(article, frame, u, cue))
		return false;
	piece->first = u + 1;
	piece->end = clause_end(article, frame, u + 1, cue);
	return clause_has_finite(article, piece->first, piece->end);
}

/*
 * "The plan, she said, 'will fail.'": the words before the subject's comma are
 * reported too, unless they tell when, where or how it was said.
 */
static bool
opens_report(const Article *article, uint32_t first, uint32_t end)
{
	if (first >= end || end - first > CLAUSE_REACH ||
		unit_tag_in(article, first, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)))
		return false;
	for (uint32_t u = first; u < end; u++)
		if (unit_has(article, u,
					 LEX(TIME_WORD) | LEX(WEEKDAY) | LEX(MONTH) |
						 LEX(CUE_NOUN)))
			return false;
	return end - first > 1 || !unit_tag_in(article, first, TAGBIT(TAG_ADV));
}

/* Behind the last semicolon before unit u, or low. */
static uint32_t
behind_semicolon(const Article *article, uint32_t low, uint32_t u)
{
	uint32_t limit = u - low > CLAUSE_REACH ? u - CLAUSE_REACH : low;

	for (; u > limit; u--)
		if (unit_is_mark(article, u - 1, ';'))
			return u;
	return low;
}

/* What is reported before a subject that begins at unit before. */
static bool
left_of_subject(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, uint32_t before, uint32_t after, Nearness near,
				Complement *out)
{
	UnitRange left;
	UnitRange right;

	/* "closed late because, officials said, the key was lost" */
	if (near >= NEAR_CLAUSE && before > low + 1 &&
		unit_is_comma(article, before - 1) && after + 2 < frame->end &&
		unit_is_comma(article, after) &&
		unit_has(article, before - 2,
				 LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER) | LEX(CONJUNCTION) |
					 LEX(PREPOSITION)))
	{
		add_piece(out, after + 1, clause_end(article, frame, after + 1, cue));
		return true;
	}
	/* "As Ruiz told the BBC, wages have dropped." */
	if (near >= NEAR_CLAUSE && before > low && before <= low + 2 &&
		unit_is(article, before - 1, "as") && after + 2 < frame->end &&
		unit_is_comma(article, after))
	{
		add_piece(out, after + 1, clause_end(article, frame, after + 1, cue));
		return true;
	}
	low = behind_semicolon(article, low, before);
	/* "The talks failed, Ruiz said." */
	if (left_clause(article, low, before, &left) &&
		(near >= NEAR_CLAUSE || holds_marked(article, left)) &&
		(after >= frame->end || unit_is_comma(article, after) ||
		 unit_kind(article, after) == TOKEN_STOP ||
		 unit_has(article, after, LEX(SUBORDINATOR) | LEX(PREPOSITION))))
	{
		add_piece(out, left.first, left.end);
		/* "Two fled, police said, before help came." */
		if (near >= NEAR_CLAUSE && after + 2 < frame->end &&
			unit_is_comma(article, after) &&
			!clause_ends_at_comma(article, frame, after, cue) &&
			unit_has(article, after + 1,
					 LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER) |
						 LEX(PREPOSITION)))
			add_piece(out, after + 1,
					  clause_end(article, frame, after + 1, cue));
		return true;
	}
	/* "The plan, she said, would fail." */
	if (near >= NEAR_CLAUSE && unit_is_comma(article, before - 1) &&
		before - 1 > low &&
		goes_on_behind(article, frame, cue, after, &right) &&
		(unit_is_finite(article, right.first) ||
		 opens_report(article, low, before - 1)))
	{
		add_piece(out, low, before - 1);
		add_piece(out, right.first, right.end);
		return true;
	}
	return false;
}

static bool
with_subject(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t low, Nearness near, Complement *out)
{
	bool	  weak = is_weak(cue);
	uint32_t  first;
	uint32_t  end;
	uint32_t  before = cue->group;
	uint32_t  after;
	UnitRange left;
	UnitRange right;
	bool	  has_right;
	bool	  subject_here = false;

	if (outline_subject_left(article, frame, cue->group, &first, &end))
	{
		out->speaker = (UnitRange){ first, end };
		complement_set_relative(article, cue, out);
		subject_here = first >= low;
		if (subject_here)
			before = first;
	}
	else if (cue->group == frame->start)
		return false; /* "Asked by Ruiz if ..., Byrne said" */
	else if (unit_is_comma(article, cue->group - 1) ||
			 unit_has(article, cue->group - 1, LEX(CONJUNCTION)))
		/* "has mocked one man, praised another" */
		complement_main_subject(article, frame, cue->group, &out->speaker);
	out->rule = weak ? RULE_WEAK_VERB : RULE_AFTER_SUBJECT;
	has_right = right_complement(article, frame, cue, cue->end, near, &right,
								 &out->clausal);
	/* the verb of "officials who had seen it" attributes nothing before it */
	if (subject_here && !unit_is(article, end, "who") &&
		!unit_is(article, end, "which") &&
		left_marked(article, frame, low, before, !weak && !has_right, &left))
	{
		add_piece(out, left.first, left.end);
		second_piece(article, frame, cue->end, out);
		return true;
	}
	if (has_right && near != NEAR_AFTER)
	{
		if (subject_here && unit_is_comma(article, right.first - 1) &&
			before > low + 1 && unit_is_comma(article, before - 1) &&
			!(unit_is_marked(article, right.first) &&
			  marked_begins_sentence(article, right.first)) &&
			opens_report(article, low, before - 1))
			add_piece(out, low, before - 1);
		add_piece(out, right.first, right.end);
		if (!weak)
			out->rule = RULE_BEFORE;
		return true;
	}
	if (weak || has_right || !subject_here || before <= low ||
		!(cue->classes &
		  (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT))))
		return false;
	after = clause_skip_adverbials(article, frame,
								   cue->classes & LEX(CUE_TOLD) ?
									   clause_object_end(article, frame,
														 cue->end) :
									   cue->end);
	return left_of_subject(article, frame, cue, low, before, after, near, out);
}

bool
complement_find(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Nearness near, Complement *out)
{
	UnitRange piece;

	*out = (Complement){ 0 };
	switch (cue->form)
	{
		case CUE_PREPOSITION:
			return near >= NEAR_CLAUSE &&
				according(article, frame, cue, low, out);
		case CUE_PASSIVE:
			return near >= NEAR_CLAUSE &&
				(by_agent(article, frame, cue, out) ||
				 impersonal(article, frame, cue, low, out));
		case CUE_PARTICIPLE:
			/* "Promising that ..., Ruiz said" reports nothing by itself */
			if (near == NEAR_AFTER ||
				(near == NEAR_CLAUSE && cue->group == frame->start) ||
				!right_complement(article, frame, cue, cue->end, near, &piece,
								  &out->clausal))
				return false;
			complement_participle_speaker(article, frame, cue, out);
			add_piece(out, piece.first, piece.end);
			return true;
		default:
			if (inverted(article, frame, cue, low, near, out))
				return true;
			*out = (Complement){ 0 };
			/* 'Said Ruiz: "..."', 'But, said Ruiz, "..."' */
			if (cue->form == CUE_FINITE &&
				(cue->group == frame->start ||
				 (near == NEAR_BESIDE &&
				  unit_is_comma(article, cue->group - 1))) &&
				outline_phrase_right(article, frame, cue->end, &piece.first,
									 &piece.end))
			{
				UnitRange subject = piece;

				if (right_complement(article, frame, cue,
									 outline_skip_asides(article, frame,
														 subject.end),
									 NEAR_BESIDE, &piece, &out->clausal))
				{
					out->rule = RULE_AFTER_INVERTED;
					out->speaker = subject;
					add_piece(out, piece.first, piece.end);
					return true;
				}
				if (cue->group == frame->start)
					return false;
			}
			return with_subject(article, frame, cue, low, near, out);
	}
}
