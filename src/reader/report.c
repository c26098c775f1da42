/*
 * report.c
 *		The cues that may report some marked words; see report.h.
 *
 * Every cue of the sentence near the words is asked what it reports, in each
 * of the ways that complement.c knows; besides cues there are a colon, a dash
 * with a name, a label, and any verb beside words that end as speech does.
 * All of that is bounded, so a sentence of a thousand quotations costs a
 * thousand times as much as one.
 */
#include "report.h"

#include "clause.h"
#include "reported.h"
#include "syntax.h"

/* Units before and behind marked words within which cues are looked for. */
#define BEFORE_REACH 60
#define BEHIND_REACH 40
/* The same for nouns: "her claim that". */
#define NOUN_REACH 24
/* Units of a label at most. */
#define LABEL_UNITS 12
/* Units from the start of a headline to the colon behind its label. */
#define LABEL_REACH 8

typedef struct List
{
	const Article	*article;
	const Frame		*frame;
	uint32_t		 low;
	uint32_t		 u; /* the marked words */
	UnitRange		 spoke;
	ReportCandidate *all;
	uint32_t		 n;
} List;

static bool
same_range(UnitRange a, UnitRange b)
{
	return a.first == b.first && a.end == b.end;
}

static bool
same_candidate(const ReportCandidate *a, const ReportCandidate *b)
{
	if (a->cue.start != b->cue.start || a->cue.end != b->cue.end ||
		a->complement.n_pieces != b->complement.n_pieces ||
		!same_range(a->complement.speaker, b->complement.speaker))
		return false;
	for (uint32_t i = 0; i < a->complement.n_pieces; i++)
		if (!same_range(a->complement.pieces[i], b->complement.pieces[i]))
			return false;
	return true;
}

/* Pieces end where another quotation has begun. */
static void
cut_pieces(const Article *article, Complement *complement)
{
	const uint8_t *taken = article->outline->taken;

	for (uint32_t i = 0; i < complement->n_pieces; i++)
	{
		UnitRange *piece = &complement->pieces[i];

		for (uint32_t u = piece->first; u < piece->end; u++)
			if (taken[u])
			{
				piece->end = u;
				while (piece->end > piece->first &&
					   !unit_is_marked(article, piece->end - 1) &&
					   (unit_is_mark(article, piece->end - 1, ',') ||
						unit_has(article, piece->end - 1, LEX(CONJUNCTION))))
					piece->end--;
			}
		if (piece->first == piece->end)
			complement->n_pieces = i;
	}
}

static bool
holds(const Complement *complement, uint32_t u)
{
	for (uint32_t i = 0; i < complement->n_pieces; i++)
		if (complement->pieces[i].first <= u && u < complement->pieces[i].end)
			return true;
	return false;
}

/*
 * 'Ruiz read "The Long Ferry" twice', 'she published "The Long Ferry"': what a
 * person reads or prints is a work; what a sign reads is not.
 */
static bool
names_work(const List *list, const Cue *cue, const Complement *complement)
{
	const Article *article = list->article;
	const MarkedSpan
		*marked = &article->marked[article->outline->units[list->u].marked];
	uint32_t last = complement->speaker.end;
	uint32_t m;

	if (marked->look != LOOK_TITLE || cue->end != list->u ||
		last <= complement->speaker.first ||
		(cue->classes &
		 (LEX(CUE_WRITING) | LEX(CUE_WEAK) | LEX(CUE_CLAUSE))) !=
			(LEX(CUE_WRITING) | LEX(CUE_WEAK)))
		return false;
	if (unit_has(article, --last, SUBJECT_PRONOUNS))
		return true;
	m = mention_from(article, article->outline->units[last].token);
	return m < article->n_mentions &&
		article->mentions[m].token_start <=
		article->outline->units[last].token &&
		article->mentions[m].kind == MENTION_PERSON;
}

/* Adds a candidate that reports the marked words, unless it is there. */
static void
add(List *list, const Cue *cue, const Complement *complement, uint8_t level,
	SpeakerFrom from)
{
	ReportCandidate *one;

	if (list->n == REPORT_CANDIDATES)
		return;
	one = &list->all[list->n];
	one->cue = *cue;
	one->complement = *complement;
	one->level = level;
	one->from = from;
	cut_pieces(list->article, &one->complement);
	if (!holds(&one->complement, list->u) || names_work(list, cue, complement))
		return;
	for (uint32_t k = 1; k < list->n; k++)
		if (same_candidate(one, &list->all[k]))
			return;
	list->n++;
}

/*
 * "Citing the cost, Ruiz left": the subject of the clause behind the comma
 * that ends what the cue reports.
 */
static bool
later_subject(const List *list, uint32_t from, UnitRange *subject)
{
	const Article *article = list->article;
	const Frame	  *frame = list->frame;
	uint32_t	   comma = from;

	while (comma < frame->end && comma < from + BEHIND_REACH &&
		   !unit_is_comma(article, comma))
		comma++;
	if (from > frame->start && unit_is_marked(article, from - 1) &&
		!unit_is_comma(article, from))
		comma = from - 1; /* its comma stands between the marks */
	for (uint32_t u = comma + 1; u < frame->end && u < comma + LABEL_UNITS;
		 u++)
		if (unit_is_finite(article, u))
			return outline_subject_left(article, frame, u, &subject->first,
										&subject->end) &&
				subject->first > comma;
	return false;
}

/* The same report by others who may speak, for a cue with no subject. */
static void
add_speakers(List *list, const Cue *cue, Complement complement, Nearness level)
{
	const Article *article = list->article;
	const Frame	  *frame = list->frame;
	UnitRange	  *speaker = &complement.speaker;

	/* "quoted Ruiz as saying" has one */
	if (cue->group > frame->start && unit_is(article, cue->group - 1, "as") &&
		speaker->first < speaker->end)
		return;
	complement.meant = (UnitRange){ 0, 0 };
	*speaker = list->spoke;
	if (speaker->first < speaker->end)
		add(list, cue, &complement, level, FROM_SPOKE);
	if (outline_subject_left(article, frame, cue->group, &speaker->first,
							 &speaker->end))
		add(list, cue, &complement, level, FROM_LEFT);
	if (complement_main_subject(article, frame, cue->group, speaker))
		add(list, cue, &complement, level, FROM_MAIN);
	if (cue->group <= frame->start + 1 &&
		later_subject(list, complement.pieces[complement.n_pieces - 1].end,
					  speaker))
		add(list, cue, &complement, level, FROM_LATER);
}

/* What the cue reports, in every way. */
static void
add_cue(List *list, const Cue *cue)
{
	for (Nearness level = NEAR_AFTER; level <= NEAR_OBJECT; level++)
	{
		Complement complement;

		if (complement_find(list->article, list->frame, cue, list->low, level,
							&complement))
		{
			add(list, cue, &complement, level, FROM_BESIDE);
			if (cue->form == CUE_PARTICIPLE ||
				(cue->form != CUE_PASSIVE &&
				 complement.speaker.first == complement.speaker.end))
				add_speakers(list, cue, complement, level);
		}
	}
}

/* The cue has a candidate by someone: '"...", it was said by Ruiz'. */
static bool
has_agent(const List *list, const Cue *cue)
{
	for (uint32_t k = 1; k < list->n; k++)
		if (list->all[k].cue.start == cue->start &&
			list->all[k].complement.rule == RULE_AGENT)
			return true;
	return false;
}

/* "her claim that", "called for": what indirect speech reports, with marks. */
static void
add_reported(List *list, const Cue *cue)
{
	Complement complement;

	if (reported_object(list->article, list->frame, cue, list->low,
						&complement) &&
		!(complement.rule == RULE_NONE && has_agent(list, cue)))
		add(list, cue, &complement, LEVEL_AS_REPORTED, FROM_BESIDE);
}

static void
add_nouns(List *list)
{
	const Article *article = list->article;
	uint32_t u = list->u > list->low + NOUN_REACH ? list->u - NOUN_REACH :
													list->low;

	for (; u < list->u; u++)
	{
		Cue		   cue;
		Complement complement;

		if (unit_has(article, u, LEX(CUE_NOUN)) &&
			reported_noun(article, list->frame, u, list->low, &cue,
						  &complement))
			add(list, &cue, &complement, LEVEL_AS_NOUN, FROM_BESIDE);
	}
}

/* What is no verb reports the marked words alone. */
static void
add_plain(List *list, UnitRange cue, UnitRange speaker, SpeakerRule rule,
		  UnitRange piece)
{
	Cue plain = { .start = cue.first, .end = cue.end, .group = cue.first };
	Complement complement = { .n_pieces = 1,
							  .speaker = speaker,
							  .rule = rule };

	complement.pieces[0] = piece;
	add(list, &plain, &complement, NEAR_BESIDE, FROM_BESIDE);
}

/* 'Ruiz: "..."', 'Back to work - Ana Ruiz: "..."': a name up to the colon */
static bool
label_before(const Article *article, const Frame *frame, uint32_t colon,
			 UnitRange *label)
{
	uint32_t end = colon;
	uint32_t first;

	/* "Rep. Ana Ruiz (D-Cork):" */
	if (unit_is_mark(article, end - 1, ')'))
		while (--end > frame->start && colon - end < LABEL_UNITS &&
			   !unit_is_mark(article, end, '('))
			continue;
	for (first = end; first > frame->start && end - first < LABEL_UNITS;
		 first--)
	{
		const Unit *unit = &article->outline->units[first - 1];

		if (unit->marked != NONE ||
			unit_kind(article, first - 1) != TOKEN_WORD ||
			!(article->tokens[unit->token].flags & TOKEN_CAPITAL))
			break;
	}
	if (first == end)
		return false;
	*label = (UnitRange){ first, end };
	return first == frame->start ||
		unit_kind(article, first - 1) == TOKEN_DASH;
}

/*
 * The verb group that tells what the subject before the colon did: "has since
 * apologised"; the colon when there is none but "was".
 */
static UnitRange
main_verb(const List *list, uint32_t from, uint32_t colon)
{
	const Article *article = list->article;
	UnitRange	   group = { colon, colon + 1 };

	for (uint32_t u = from; u < colon && u < from + BEHIND_REACH; u++)
	{
		if (unit_is_finite(article, u))
			group = (UnitRange){ u, u + 1 };
		else
			continue;
		for (u++;
			 u < colon && unit_tag_in(article, u, TAGS_VERB | TAGBIT(TAG_ADV));
			 u++)
			if (!unit_tag_in(article, u, TAGBIT(TAG_ADV)))
				group.end = u + 1;
		break;
	}
	if (unit_is_be(article, group.end - 1))
		group = (UnitRange){ colon, colon + 1 };
	return group;
}

/* 'From the report: "..."': what the words before the colon are taken from */
static bool
source_before(const List *list, uint32_t colon, UnitRange *source)
{
	const Article *article = list->article;
	uint32_t	   u = colon;

	while (u > list->frame->start && colon - u < LABEL_UNITS &&
		   !unit_is_marked(article, u - 1) && !unit_is(article, u - 1, "from"))
		u--;
	if (u == list->frame->start || !unit_is(article, u - 1, "from") ||
		!outline_phrase_right(article, list->frame, u, &source->first,
							  &source->end))
		return false;
	return source->end == colon;
}

/* 'Ruiz was blunt: "..."' */
static void
add_colon(List *list)
{
	const Article *article = list->article;
	uint32_t	   u = list->u;
	UnitRange	   subject;

	if (u < list->frame->start + 2)
		return;
	/* 'Ruiz - "..."' */
	if (unit_kind(article, u - 1) == TOKEN_DASH &&
		label_before(article, list->frame, u - 1, &subject) &&
		subject.first == list->frame->start)
		add_plain(list, (UnitRange){ u - 1, u }, subject, RULE_COLON,
				  (UnitRange){ u, u + 1 });
	if (!unit_is_mark(article, u - 1, ':'))
		return;
	if (label_before(article, list->frame, u - 1, &subject))
		add_plain(list, (UnitRange){ u - 1, u }, subject, RULE_COLON,
				  (UnitRange){ u, u + 1 });
	else if (complement_main_subject(article, list->frame, u - 1, &subject))
		add_plain(list, main_verb(list, subject.end, u - 1), subject,
				  RULE_COLON, (UnitRange){ u, u + 1 });
	else if (source_before(list, u - 1, &subject))
		add_plain(list, (UnitRange){ u - 1, u }, subject, RULE_COLON,
				  (UnitRange){ u, u + 1 });
}

/* "in Ruiz's words", "in her own words" beside the marked words. */
static void
add_words(List *list)
{
	const Article *article = list->article;
	uint32_t	   u = list->u;
	uint32_t	   words;
	uint32_t	   owner;
	UnitRange	   speaker;

	if (u > list->low && unit_is_comma(article, u - 1))
		u--;
	if (u < list->low + 3 || !unit_is(article, u - 1, "words"))
		return;
	words = u;
	owner = unit_is(article, u - 2, "own") ? u - 3 : u - 2;
	if (owner <= list->low)
		return;
	if (unit_has(article, owner, LEX(POSSESSIVE)))
		speaker = (UnitRange){ owner, owner + 1 };
	else if ((unit_kind(article, owner) != TOKEN_POSSESSIVE &&
			  unit_kind(article, owner) != TOKEN_SINGLE_MARK) ||
			 !outline_subject_left(article, list->frame, owner, &speaker.first,
								   &speaker.end))
		return;
	if (speaker.first > list->low && unit_is(article, speaker.first - 1, "in"))
		add_plain(list, (UnitRange){ speaker.first - 1, words }, speaker,
				  RULE_ACCORDING, (UnitRange){ list->u, list->u + 1 });
}

/* 'Ana Ruiz: cuts "a gift to crooks"', as headlines put it */
static void
add_label(List *list)
{
	const Article *article = list->article;
	const Frame	  *frame = list->frame;
	UnitRange	   label;
	uint32_t	   colon = frame->start;
	uint32_t	   end = frame->end;

	while (colon < list->u && colon < frame->start + LABEL_REACH &&
		   !unit_is_mark(article, colon, ':'))
		colon++;
	if (colon == frame->start || colon == list->u ||
		!unit_is_mark(article, colon, ':') ||
		!label_before(article, frame, colon, &label) ||
		label.first != frame->start)
		return;
	if (unit_kind(article, end - 1) == TOKEN_STOP && end - 1 > list->u)
		end--;
	add_plain(list, (UnitRange){ colon, colon + 1 }, label, RULE_COLON,
			  (UnitRange){ colon + 1, end });
}

/* '"..." -- Ana Ruiz, mayor', '"...": Ruiz' */
static void
add_signature(List *list)
{
	const Article *article = list->article;
	const Frame	  *frame = list->frame;
	uint32_t	   u = list->u;
	uint32_t	   first;
	uint32_t	   end;

	if (u != frame->start || u + 2 >= frame->end ||
		(unit_kind(article, u + 1) != TOKEN_DASH &&
		 !unit_is_mark(article, u + 1, ':')) ||
		!unit_tag_in(article, u + 2, TAGBIT(TAG_PROPER)) ||
		!outline_phrase_right(article, frame, u + 2, &first, &end) ||
		clause_has_finite(article, end, frame->end))
		return;
	add_plain(list, (UnitRange){ u + 1, u + 2 }, (UnitRange){ u + 2, end },
			  RULE_SIGNATURE, (UnitRange){ u, u + 1 });
}

/* A verb that is in no list of cues: '"...," Ruiz laughed'. */
static bool
verb_cue(const Article *article, const Frame *frame, uint32_t u, Cue *cue)
{
	if (!unit_tag_in(article, u, TAGS_FINITE & ~TAGBIT(TAG_MODAL)) ||
		unit_has(article, u, LEX(AUXILIARY) | LEX(MODAL)))
		return false;
	*cue = (Cue){ .start = u, .end = u + 1, .group = u, .form = CUE_FINITE };
	cue->group = outline_group(article, frame, u, &cue->negated);
	return true;
}

static uint32_t
find_cues(const List *list, Cue cues[REPORT_CUES])
{
	const Article *article = list->article;
	const Frame	  *frame = list->frame;
	uint32_t u = list->u > list->low + BEFORE_REACH ? list->u - BEFORE_REACH :
													  list->low;
	uint32_t n = 0;

	for (; u < frame->end && u < list->u + BEHIND_REACH && n < REPORT_CUES;
		 u++)
	{
		if (article->outline->taken[u])
		{
			if (u > list->u)
				break; /* what follows belongs to others */
			continue;
		}
		if (outline_cue(article, frame, u, CUE_VERBAL, &cues[n]) ||
			verb_cue(article, frame, u, &cues[n]))
			n++;
	}
	return n;
}

uint32_t
report_candidates(const Article *article, const Frame *frame, uint32_t low,
				  uint32_t u, UnitRange spoke,
				  ReportCandidate list[REPORT_CANDIDATES])
{
	Cue		 cues[REPORT_CUES];
	uint32_t n_cues;
	List	 found = { article, frame, low, u, spoke, list, 1 };

	list[0] = (ReportCandidate){ 0 };
	n_cues = find_cues(&found, cues);
	for (uint32_t k = 0; k < n_cues; k++)
	{
		add_cue(&found, &cues[k]);
		/* 'a plan called "a gift" by Ruiz' */
		if (cues[k].form == CUE_FINITE && cues[k].group == cues[k].start &&
			unit_tag_in(article, cues[k].start,
						TAGBIT(TAG_VBN) | TAGBIT(TAG_VBD)))
		{
			Cue passive = cues[k];

			passive.form = CUE_PASSIVE;
			add_cue(&found, &passive);
		}
		add_reported(&found, &cues[k]);
	}
	add_nouns(&found);
	add_colon(&found);
	add_label(&found);
	add_words(&found);
	add_signature(&found);
	report_describe(article, frame, u, cues, n_cues, list, found.n);
	return found.n;
}
