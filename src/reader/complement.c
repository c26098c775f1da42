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

#include "syntax.h"

/* Units a clause may be long; longer ones are cut there. */
#define CLAUSE_REACH 400
/* Units within which a bare clause must show its verb. */
#define VERB_REACH 30
/* Adverbials that may stand between a cue and what it reports. */
#define MOST_ADVERBIALS 6

/* A verb that reports only when marked words stand right beside it. */
static bool
is_weak(const Cue *cue)
{
	return !(cue->classes &
			 (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT) |
			  LEX(CUE_ATTITUDE) | LEX(CUE_CONTINUES) | LEX(CUE_ACCORDING)));
}

static bool
is_comma(const Article *article, uint32_t u)
{
	return unit_is_mark(article, u, ',');
}

static bool
is_finite(const Article *article, uint32_t u)
{
	return unit_tag_in(article, u, TAGS_FINITE) ||
		(unit_has(article, u, LEX(AUXILIARY) | LEX(MODAL)) &&
		 !unit_tag_in(article, u,
					  TAGBIT(TAG_VB) | TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)));
}

bool
complement_has_finite(const Article *article, uint32_t first, uint32_t end)
{
	if (end - first > CLAUSE_REACH)
		first = end - CLAUSE_REACH;
	for (uint32_t u = first; u < end; u++)
		if (is_finite(article, u))
			return true;
	return false;
}

bool
complement_mark_leads(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];
	const Token *last;

	if (span->inner_end <= span->inner_start)
		return false;
	last = &article->tokens[span->inner_end - 1];
	if (last->kind == TOKEN_SINGLE_MARK || last->kind == TOKEN_DOUBLE_MARK)
	{
		if (span->inner_end - span->inner_start < 2)
			return false;
		last--;
	}
	return last->mark == ',' || last->kind == TOKEN_STOP ||
		last->kind == TOKEN_DASH;
}

/* Words of a marked span. */
static uint32_t
marked_words(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	return span->inner_end - span->inner_start;
}

/* Marked words that begin with a capital, as a sentence does. */
static bool
begins_sentence(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	for (uint32_t i = span->inner_start; i < span->inner_end; i++)
		if (article->tokens[i].kind == TOKEN_WORD)
			return (article->tokens[i].flags & TOKEN_CAPITAL) != 0;
	return false;
}

/*
 * The object that begins at unit u: as outline_phrase_right, but it ends
 * where a name begins behind a common noun ("told reporters Ruiz was").
 */
static uint32_t
object_end(const Article *article, const Frame *frame, uint32_t u)
{
	const Unit *units = article->outline->units;
	uint32_t	first;
	uint32_t	end;

	if (u >= frame->end ||
		!outline_phrase_right(article, frame, u, &first, &end))
		return u;
	for (uint32_t k = u + 1; k < end; k++)
	{
		const Mention *mention;
		uint32_t	   m = mention_from(article, units[k].token);

		if (m >= article->n_mentions)
			break;
		mention = &article->mentions[m];
		if (mention->token_start == units[k].token &&
			unit_tag_in(article, k - 1,
						TAGBIT(TAG_PLURAL) | TAGBIT(TAG_NOUN)) &&
			!unit_has(article, k - 1,
					  LEX(ROLE) | LEX(ROLE_MODIFIER) | LEX(TITLE)))
			return k;
	}
	/* "the BBC's 'World at One'" */
	if (end < frame->end && unit_is_marked(article, end) &&
		unit_kind(article, end - 1) == TOKEN_POSSESSIVE)
		return end + 1;
	return end;
}

/* Marked words that are the title of a work: 'on "Meet the Press"'. */
static bool
is_title(const Article *article, const Frame *frame, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	return u > frame->start && begins_sentence(article, u) &&
		(span->look != LOOK_PLAIN ||
		 span->inner_end - span->inner_start <= 2) &&
		(unit_has(article, u - 1, LEX(PREPOSITION)) ||
		 (!unit_is_marked(article, u - 1) &&
		  unit_kind(article, u - 1) == TOKEN_POSSESSIVE));
}

static bool
is_adverbial_preposition(const Article *article, uint32_t u)
{
	static const char *const prepositions[] = {
		"on",		 "in",	 "at",	  "during", "after", "before",
		"to",		 "of",	 "about", "from",	"via",	 "through",
		"following", "with", "since", "over"
	};

	for (size_t k = 0; k < sizeof(prepositions) / sizeof(prepositions[0]); k++)
		if (unit_is(article, u, prepositions[k]))
			return true;
	return false;
}

/* Over "on Thursday", "in a statement", "to reporters", "later". */
static uint32_t
skip_adverbials(const Article *article, const Frame *frame, uint32_t u)
{
	const Unit *units = article->outline->units;

	for (int n = 0; n < MOST_ADVERBIALS && u < frame->end; n++)
	{
		uint32_t after;

		if (unit_is_marked(article, u))
			break;
		if (unit_kind(article, u) == TOKEN_WORD &&
			(syntax_is_time_word(article, units[u].token) ||
			 (unit_tag_in(article, u, TAGBIT(TAG_ADV)) &&
			  !unit_has(article, u, LEX(COMPLEMENTIZER))) ||
			 (unit_is(article, u, "last") || unit_is(article, u, "this"))))
		{
			if ((unit_is(article, u, "last") || unit_is(article, u, "this")) &&
				!(u + 1 < frame->end && !unit_is_marked(article, u + 1) &&
				  syntax_is_time_word(article, units[u + 1].token)))
				break;
			u++;
			while (u < frame->end && !unit_is_marked(article, u) &&
				   unit_kind(article, u) == TOKEN_NUMBER)
				u++;
			continue;
		}
		if (!is_adverbial_preposition(article, u) || u + 1 >= frame->end)
			break;
		after = u + 1;
		if (!unit_is_marked(article, after) &&
			unit_kind(article, after) == TOKEN_WORD &&
			(syntax_is_time_word(article, units[after].token) ||
			 unit_is(article, after, "last") ||
			 unit_is(article, after, "early") ||
			 unit_is(article, after, "late")))
		{
			u = after;
			continue;
		}
		if (unit_tag_in(article, after, TAGBIT(TAG_VB)) &&
			unit_is(article, u, "to"))
			break;
		if (unit_is_marked(article, after) && is_title(article, frame, after))
		{
			u = after + 1;
			continue;
		}
		after = object_end(article, frame, u + 1);
		if (after == u + 1)
			break;
		u = after;
	}
	return u;
}

/*
 * A second cue with the same subject, in the tense of the first one: "and
 * vowed", "but also warned".
 */
static bool
second_cue(const Article *article, const Frame *frame, uint32_t u,
		   uint16_t tense)
{
	for (int n = 0; n < 3 && u < frame->end; n++, u++)
	{
		Cue cue;

		if (unit_is_marked(article, u))
			return false;
		if (outline_cue(article, frame, u, CUE_VERBAL & ~LEX(CUE_WEAK), &cue))
			return cue.form == CUE_FINITE &&
				(cue.group < cue.start ||
				 unit_tag_in(article, cue.start, tense));
		if (!unit_tag_in(article, u, TAGBIT(TAG_ADV)) &&
			!unit_is(article, u, "did") && !unit_is(article, u, "has"))
			return false;
	}
	return false;
}

/* The tenses a second cue may have beside this one. */
static uint16_t
tense_of(const Article *article, const Cue *cue)
{
	if (unit_tag_in(article, cue->start, TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBP)))
		return TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBP);
	if (unit_tag_in(article, cue->start, TAGBIT(TAG_VBG)))
		return TAGBIT(TAG_VBG) | TAGBIT(TAG_VBD);
	return TAGBIT(TAG_VBD) | TAGBIT(TAG_VBN);
}

/* Behind the comma at u: "he said", "officials added." up to the end. */
static bool
closing_attribution(const Article *article, const Frame *frame, uint32_t u)
{
	for (uint32_t v = u + 2; v < frame->end && v < u + 12; v++)
	{
		Cue		 cue;
		uint32_t first;
		uint32_t end;

		if (unit_is_marked(article, v))
			return false;
		if (!outline_cue(article, frame, v, LEX(CUE_SPEECH) | LEX(CUE_WRITING),
						 &cue))
			continue;
		if (cue.form != CUE_FINITE ||
			!outline_subject_left(article, frame, cue.group, &first, &end) ||
			first != u + 1)
			return false;
		end = skip_adverbials(article, frame, cue.end);
		return end >= frame->end || is_comma(article, end) ||
			unit_kind(article, end) == TOKEN_STOP;
	}
	return false;
}

/* Whether a reported clause ends at the comma at u. */
static bool
ends_at_comma(const Article *article, const Frame *frame, uint32_t u,
			  uint16_t tense)
{
	uint32_t v = u + 1;
	Cue		 cue;

	if (v >= frame->end || unit_is_marked(article, v))
		return false;
	if (outline_cue(article, frame, v, CUE_VERBAL & ~LEX(CUE_WEAK), &cue) &&
		(cue.form == CUE_PARTICIPLE || cue.form == CUE_PREPOSITION))
		return true;
	if (unit_is(article, v, "and") || unit_is(article, v, "but"))
	{
		uint32_t end;

		if (second_cue(article, frame, v + 1, tense))
			return true;
		if (!unit_is(article, v, "but"))
			return false;
		end = object_end(article, frame, v + 1);
		return end > v + 1 && end < frame->end && is_finite(article, end) &&
			!unit_has(article, v + 1, SUBJECT_PRONOUNS | LEX(PRON_OTHER));
	}
	return closing_attribution(article, frame, u);
}

/*
 * Whether the clause ends with the marked words at u: they close with a comma
 * and something new follows, or another subject and its verb do.
 */
static bool
ends_at_mark(const Article *article, const Frame *frame, uint32_t u,
			 uint16_t tense)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];
	uint32_t next = u + 1;
	bool	 conjunction;
	Cue		 cue;

	if (next >= frame->end || unit_is_marked(article, next))
		return false;
	conjunction = unit_is(article, next, "and") ||
		unit_is(article, next, "but");
	if (conjunction && next + 2 < frame->end &&
		unit_has(article, next + 1, SUBJECT_PRONOUNS) &&
		is_finite(article, next + 2))
		return true;
	if (span->inner_end == span->inner_start ||
		article->tokens[span->inner_end - 1].mark != ',')
		return false;
	if (conjunction)
		return second_cue(article, frame, next + 1, tense) ||
			unit_tag_in(article, next + 1, tense);
	return outline_cue(article, frame, next, CUE_VERBAL & ~LEX(CUE_WEAK),
					   &cue) ||
		unit_is(article, next, "which") || unit_is(article, next, "while") ||
		unit_tag_in(article, next, TAGBIT(TAG_VBG)) ||
		closing_attribution(article, frame, u);
}

/* Where the clause that begins at unit first ends. */
static uint32_t
clause_end(const Article *article, const Frame *frame, uint32_t first,
		   uint16_t tense)
{
	uint32_t end = frame->end;

	if (end - first > CLAUSE_REACH)
		end = first + CLAUSE_REACH;
	for (uint32_t u = first; u < end; u++)
	{
		if (unit_is_marked(article, u))
		{
			if (u + 1 < end && ends_at_mark(article, frame, u, tense))
				return u + 1;
			continue;
		}
		if (u == first)
			continue;
		if (unit_is_mark(article, u, ';'))
			return u;
		if (is_comma(article, u))
		{
			if (ends_at_comma(article, frame, u, tense))
				return u;
		}
		else if ((unit_is(article, u, "and") || unit_is(article, u, "but")) &&
				 second_cue(article, frame, u + 1, tense))
			return u;
	}
	while (end > first + 1 && !unit_is_marked(article, end - 1) &&
		   (unit_kind(article, end - 1) == TOKEN_STOP ||
			is_comma(article, end - 1)))
		end--;
	return end;
}

/* "said talks had failed": a clause without "that" begins at u. */
static bool
bare_clause(const Article *article, const Frame *frame, uint32_t u)
{
	bool relative = false;

	if (u >= frame->end)
		return false;
	if (!unit_is_marked(article, u) &&
		(unit_kind(article, u) == TOKEN_STOP || is_finite(article, u)))
		return false;
	for (uint32_t k = u; k < frame->end && k < u + VERB_REACH; k++)
	{
		if (unit_is_marked(article, k))
			continue;
		if (unit_is_mark(article, k, ';'))
			return false;
		if (k > u && is_finite(article, k))
		{
			if (!relative)
				return true;
			relative = false;
		}
		else if (k > u &&
				 (unit_is(article, k, "who") || unit_is(article, k, "which") ||
				  unit_is(article, k, "that")))
			relative = true;
	}
	return false;
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
	bool comma = is_comma(article, p);

	if (comma || unit_is_mark(article, p, ':') ||
		unit_kind(article, p) == TOKEN_DASH)
	{
		if (p + 1 >= frame->end || !unit_is_marked(article, p + 1))
			return false;
		piece->first = p + 1;
		piece->end = p + 2;
		/* "said, 'unlike before', they" goes on; a sentence does not */
		if (comma && !begins_sentence(article, p + 1) &&
			!complement_mark_leads(article, p + 1))
			piece->end = clause_end(article, frame, p + 1,
									tense_of(article, cue));
		return true;
	}
	if (is_weak(cue) || !unit_is_marked(article, p))
		return false;
	piece->first = p;
	if ((cue->classes &
		 (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_CONTINUES))) &&
		begins_sentence(article, p) &&
		(p + 1 >= frame->end || complement_mark_leads(article, p)))
		piece->end = p + 1;
	else
		piece->end = clause_end(article, frame, p, tense_of(article, cue));
	return true;
}

/* A clause that stands behind the cue, from unit p on. */
static bool
right_clause(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t from, uint32_t p, UnitRange *piece, bool *clausal)
{
	piece->first = p;
	if (unit_has(article, p, LEX(COMPLEMENTIZER)) &&
		(cue->classes &
		 (LEX(CUE_CLAUSE) | LEX(CUE_SPEECH) | LEX(CUE_WRITING) |
		  LEX(CUE_THOUGHT))))
		*clausal = true;
	else if ((cue->classes & LEX(CUE_TO)) && unit_is(article, p, "to") &&
			 p + 1 < frame->end && unit_tag_in(article, p + 1, TAGBIT(TAG_VB)))
		piece->first = from;
	/* "officials say will be": the subject stands before the cue */
	else if (!(cue->classes & LEX(CUE_CLAUSE)) ||
			 !((p == cue->end && is_finite(article, p)) ||
			   bare_clause(article, frame, p)))
		return false;
	piece->end = clause_end(article, frame, p, tense_of(article, cue));
	return piece->end > p + 1;
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
		object = object_end(article, frame, from);
	p = skip_adverbials(article, frame, object);
	if (p >= frame->end)
		return false;
	if (right_marked(article, frame, cue, p, piece))
		return true;
	if (near == NEAR_BESIDE || is_weak(cue) || is_comma(article, p) ||
		unit_is_mark(article, p, ':') || unit_kind(article, p) == TOKEN_DASH)
		return false;
	if (right_clause(article, frame, cue, from, p, piece, clausal))
		return true;
	if (near != NEAR_OBJECT)
		return false;
	/* "called the plan 'a gift to crooks'" */
	piece->first = object > from && object < frame->end ? object : from;
	for (uint32_t u = piece->first;
		 u < frame->end && !unit_is_marked(article, u); u++)
		if (is_finite(article, u) || u - piece->first > VERB_REACH)
			return false;
	piece->end = clause_end(article, frame, piece->first,
							tense_of(article, cue));
	return holds_marked(article, *piece);
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
		(is_comma(article, u - 1) || unit_kind(article, u - 1) == TOKEN_DASH))
	{
		comma = true;
		u--;
	}
	if (u <= low || !unit_is_marked(article, u - 1) ||
		is_title(article, frame, u - 1))
		return false;
	if (!comma && !complement_mark_leads(article, u - 1) &&
		!(sure && marked_words(article, u - 1) >= 3))
		return false;
	piece->first = low;
	piece->end = u;
	if (u - low > CLAUSE_REACH)
		piece->first = u - CLAUSE_REACH;
	/* 'Ruiz had a plan: "We wait," she said': the words behind the colon */
	if (u > low + 1 &&
		(unit_is_mark(article, u - 2, ':') || is_comma(article, u - 2)))
		piece->first = u - 1;
	return true;
}

static bool
left_clause(const Article *article, uint32_t low, uint32_t behind,
			UnitRange *piece)
{
	uint32_t u = behind;

	if (u > low && unit_is(article, u - 1, "as"))
		u--;
	if (u <= low + 2 || !is_comma(article, u - 1))
		return false;
	u--;
	piece->first = low;
	piece->end = u;
	if (u - low > CLAUSE_REACH)
		piece->first = u - CLAUSE_REACH;
	return complement_has_finite(article, piece->first, piece->end) ||
		holds_marked(article, *piece);
}

bool
complement_main_subject(const Article *article, const Frame *frame,
						uint32_t end, UnitRange *subject)
{
	uint32_t first = frame->start;
	bool	 found = false;

	if (end - first > CLAUSE_REACH)
		first = end - CLAUSE_REACH;
	for (uint32_t u = first; u < end; u++)
	{
		uint32_t a;
		uint32_t b;
		uint32_t group = u;

		if (!is_finite(article, u) ||
			unit_has(article, u, LEX(COMPLEMENTIZER)))
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
		if (a == frame->start || is_comma(article, a - 1) ||
			unit_is_marked(article, a - 1) ||
			unit_has(article, a - 1, LEX(CONJUNCTION)) ||
			unit_kind(article, a - 1) == TOKEN_DASH)
		{
			subject->first = a;
			subject->end = b;
			return true;
		}
	}
	return found;
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
	after = skip_adverbials(article, frame, end);
	if (start <= low + 1)
	{
		/* "But according to Ruiz, ..." */
		while (after < frame->end && after < end + CLAUSE_REACH / 4 &&
			   !is_comma(article, after) && !unit_is_marked(article, after))
			after++;
		if (after < frame->end && is_comma(article, after))
			after++;
		if (after >= frame->end)
			return false;
		add_piece(out, after,
				  clause_end(article, frame, after, tense_of(article, cue)));
		return out->n_pieces > 0;
	}
	if (is_comma(article, start - 1))
		start--;
	else if (!unit_is_marked(article, start - 1) && after < frame->end &&
			 !is_comma(article, after) &&
			 unit_kind(article, after) != TOKEN_STOP)
		return false; /* "the formula according to which" */
	if (start <= low)
		return false;
	add_piece(out, start - low > CLAUSE_REACH ? start - CLAUSE_REACH : low,
			  start);
	if (after + 1 < frame->end && is_comma(article, after) &&
		!complement_has_finite(article, out->pieces[0].first,
							   out->pieces[0].end))
		add_piece(out, after + 1,
				  clause_end(article, frame, after + 1,
							 tense_of(article, cue)));
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

	for (uint32_t u = cue->end; u < frame->end && u < cue->end + VERB_REACH;
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
		UnitRange piece = {
			end, clause_end(article, frame, end, tense_of(article, cue))
		};

		if (end >= frame->end || !holds_marked(article, piece))
			return false;
		add_piece(out, piece.first, piece.end);
	}
	return true;
}

/* Whom "saying" speaks of. */
static void
participle_speaker(const Article *article, const Frame *frame, const Cue *cue,
				   Complement *out)
{
	uint32_t first;
	uint32_t end;
	uint32_t u = cue->group;

	out->rule = RULE_PARTICIPLE;
	if (u > frame->start && is_comma(article, u - 1) &&
		complement_main_subject(article, frame, u, &out->speaker))
		return;
	/* "with officials saying", "a report saying" */
	if (u > frame->start && !is_comma(article, u - 1) &&
		!unit_has(article, u - 1, LEX(CUE_NOUN)) &&
		outline_subject_left(article, frame, u, &first, &end) &&
		unit_has(article, end - 1,
				 LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN)))
	{
		out->speaker = (UnitRange){ first, end };
		return;
	}
	if (complement_main_subject(article, frame, u, &out->speaker))
		return;
	out->speaker = (UnitRange){ 0, 0 };
	/* "Speaking in Cork, Ruiz said": the subject comes behind */
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
	uint32_t  after;
	UnitRange piece;

	if (cue->form != CUE_FINITE || cue->group != cue->start ||
		cue->start <= low)
		return false;
	if (!is_comma(article, before - 1) &&
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
		if (!complement_mark_leads(article, piece.end - 1) &&
			end < frame->end && !is_comma(article, end) &&
			unit_kind(article, end) != TOKEN_STOP)
			return false; /* "X" told the court that ... */
		add_piece(out, piece.first, piece.end);
	}
	else if (!weak && (cue->classes & LEX(CUE_SPEECH)) &&
			 !(cue->classes & LEX(CUE_TOLD)) &&
			 left_clause(article, low, before, &piece) &&
			 (near != NEAR_BESIDE || holds_marked(article, piece)) &&
			 (end >= frame->end || is_comma(article, end) ||
			  unit_kind(article, end) == TOKEN_STOP ||
			  unit_is(article, end, "who")))
		add_piece(out, piece.first, piece.end);
	else
		return false;
	/* "A," said Ruiz, "B." */
	after = skip_adverbials(article, frame, end);
	for (uint32_t u = after; u < frame->end && u < after + VERB_REACH; u++)
	{
		if (!unit_is_marked(article, u))
			continue;
		if (is_comma(article, u - 1) || unit_is_mark(article, u - 1, ':') ||
			unit_kind(article, u - 1) == TOKEN_DASH)
			add_piece(out, u, u + 1);
		break;
	}
	return true;
}

/* Only a comma stands between the cue and the rest of a clause: mid-sentence.
 */
static bool
goes_on_behind(const Article *article, const Frame *frame, const Cue *cue,
			   uint32_t u, UnitRange *piece)
{
	if (u + 2 >= frame->end || !is_comma(article, u) ||
		ends_at_comma(article, frame, u, tense_of(article, cue)))
		return false;
	piece->first = u + 1;
	piece->end = clause_end(article, frame, u + 1, tense_of(article, cue));
	return complement_has_finite(article, piece->first, piece->end);
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

/* What is reported before a subject that begins at unit before. */
static bool
left_of_subject(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, uint32_t before, uint32_t after, Nearness near,
				Complement *out)
{
	UnitRange left;
	UnitRange right;

	/* "The talks failed, Ruiz said." */
	if (left_clause(article, low, before, &left) &&
		(near != NEAR_BESIDE || holds_marked(article, left)) &&
		(after >= frame->end || is_comma(article, after) ||
		 unit_kind(article, after) == TOKEN_STOP ||
		 unit_has(article, after, LEX(SUBORDINATOR) | LEX(PREPOSITION))))
	{
		add_piece(out, left.first, left.end);
		return true;
	}
	/* "The plan, she said, would fail." */
	if (near != NEAR_BESIDE && is_comma(article, before - 1) &&
		before - 1 > low &&
		goes_on_behind(article, frame, cue, after, &right) &&
		opens_report(article, low, before - 1))
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
		subject_here = first >= low;
		if (subject_here)
			before = first;
	}
	out->rule = weak ? RULE_WEAK_VERB : RULE_AFTER_SUBJECT;
	has_right = right_complement(article, frame, cue, cue->end, near, &right,
								 &out->clausal);
	if (subject_here &&
		left_marked(article, frame, low, before, !weak && !has_right, &left))
	{
		add_piece(out, left.first, left.end);
		/* "A," Ruiz said, "B." */
		if (has_right && right.end == right.first + 1 &&
			unit_is_marked(article, right.first) &&
			!unit_is_marked(article, right.first - 1) &&
			unit_kind(article, right.first - 1) != TOKEN_WORD)
			add_piece(out, right.first, right.end);
		return true;
	}
	if (has_right)
	{
		if (subject_here && is_comma(article, right.first - 1) &&
			before > low + 1 && is_comma(article, before - 1) &&
			!(unit_is_marked(article, right.first) &&
			  begins_sentence(article, right.first)) &&
			opens_report(article, low, before - 1))
			add_piece(out, low, before - 1);
		add_piece(out, right.first, right.end);
		if (!weak)
			out->rule = RULE_BEFORE;
		return true;
	}
	if (weak || !subject_here || before <= low ||
		!(cue->classes &
		  (LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT))))
		return false;
	after = skip_adverbials(article, frame,
							cue->classes & LEX(CUE_TOLD) ?
								object_end(article, frame, cue->end) :
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
			return near != NEAR_BESIDE &&
				according(article, frame, cue, low, out);
		case CUE_PASSIVE:
			return near != NEAR_BESIDE && by_agent(article, frame, cue, out);
		case CUE_PARTICIPLE:
			if (!right_complement(article, frame, cue, cue->end, near, &piece,
								  &out->clausal))
				return false;
			participle_speaker(article, frame, cue, out);
			add_piece(out, piece.first, piece.end);
			return true;
		default:
			if (inverted(article, frame, cue, low, near, out))
				return true;
			*out = (Complement){ 0 };
			/* 'Said Ruiz: "..."' */
			if (cue->group == frame->start && cue->form == CUE_FINITE &&
				outline_phrase_right(article, frame, cue->end, &piece.first,
									 &piece.end))
			{
				UnitRange subject = piece;

				if (!right_complement(article, frame, cue, subject.end,
									  NEAR_BESIDE, &piece, &out->clausal))
					return false;
				out->rule = RULE_AFTER_INVERTED;
				out->speaker = subject;
				add_piece(out, piece.first, piece.end);
				return true;
			}
			return with_subject(article, frame, cue, low, near, out);
	}
}
