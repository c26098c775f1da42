/*
 * outline.c
 *		Sentences seen from outside the quotation marks; see outline.h.
 *
 * The look-ups here go a bounded number of units from where they start, so
 * that a sentence of a megabyte costs no more than many of a hundred words.
 */
#include "outline.h"

#include "reader.h"
#include "syntax.h"

/* Units a subject may be away from its verb, asides included. */
#define SUBJECT_REACH 60
/* Comma groups that may stand between a subject and its verb. */
#define MOST_ASIDES 4
/* Units of a speaker's description behind an inverted cue. */
#define PHRASE_REACH 40

bool
unit_is_marked(const Article *article, uint32_t u)
{
	return article->outline->units[u].marked != NONE;
}

bool
unit_has(const Article *article, uint32_t u, LexClasses any)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && token_has(article, unit->token, any);
}

bool
unit_is(const Article *article, uint32_t u, const char *word)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && token_is(article, unit->token, word);
}

bool
unit_is_mark(const Article *article, uint32_t u, char c)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && token_is_mark(article, unit->token, c);
}

bool
unit_tag_in(const Article *article, uint32_t u, uint16_t tags)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE && syntax_tag_in(article, unit->token, tags);
}

TokenKind
unit_kind(const Article *article, uint32_t u)
{
	const Unit *unit = &article->outline->units[u];

	return unit->marked == NONE ?
		(TokenKind) article->tokens[unit->token].kind :
		TOKEN_PUNCTUATION;
}

TextSpan
outline_span(const Article *article, uint32_t first, uint32_t end)
{
	const Unit *units = article->outline->units;

	if (first >= end)
		return (TextSpan){ 0, 0 };
	return token_span(article, units[first].token,
					  unit_end_token(article, &units[end - 1]));
}

/* Paragraphs whose sentences can hold quotations and reports. */
static bool
has_frames(ParagraphKind kind)
{
	return kind == PARAGRAPH_BODY || kind == PARAGRAPH_HEADLINE ||
		kind == PARAGRAPH_SUBHEAD || kind == PARAGRAPH_BULLET ||
		kind == PARAGRAPH_BLOCKQUOTE || kind == PARAGRAPH_CAPTION ||
		kind == PARAGRAPH_TURN;
}

static void
add_frame(Article *article, uint32_t *capacity, uint32_t first,
		  uint32_t paragraph)
{
	Outline *outline = article->outline;
	Frame	*frame;

	if (first >= outline->n_units)
		return;
	frame = ARENA_PUSH(article->arena, outline->frames, outline->n_frames,
					   *capacity);
	frame->start = first;
	frame->end = outline->n_units;
	frame->paragraph = paragraph;
}

void
outline_read(Article *article)
{
	Outline *outline = arena_alloc(article->arena, 1, sizeof(Outline));
	uint32_t capacity = 0;
	uint32_t m = 0;
	uint32_t s = 0;

	article->outline = outline;
	outline->units = arena_alloc(article->arena, article->n_tokens + 1,
								 sizeof(Unit));
	outline->taken = arena_alloc(article->arena, article->n_tokens + 1, 1);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];
		uint32_t		 first = outline->n_units;
		uint32_t		 i = paragraph->text_token;

		if (!has_frames(paragraph->kind))
			continue;
		while (m < article->n_marked && article->marked[m].token_start < i)
			m++;
		if (s < paragraph->sentence_start)
			s = paragraph->sentence_start;
		while (i < paragraph->token_end)
		{
			Unit *unit = &outline->units[outline->n_units++];

			unit->token = i;
			unit->marked = NONE;
			if (m < article->n_marked && article->marked[m].token_start == i)
			{
				unit->marked = m;
				i = article->marked[m++].token_end;
			}
			else
				i++;
			while (s < paragraph->sentence_end &&
				   article->sentences[s].token_end < i)
				s++;
			if (s < paragraph->sentence_end &&
				article->sentences[s].token_end == i)
			{
				add_frame(article, &capacity, first, p);
				first = outline->n_units;
			}
		}
		add_frame(article, &capacity, first, p);
		arena_check(article->arena);
	}
}

/* Walks left over the auxiliaries and adverbs of a verb group. */
static uint32_t
group_start(const Article *article, const Frame *frame, uint32_t u,
			bool *negated)
{
	uint32_t first = u;

	for (uint32_t k = u; k > frame->start && u - k < 6; k--)
	{
		const Unit *unit = &article->outline->units[k - 1];

		if (unit->marked != NONE)
			break;
		/* "he's predicting" */
		if (unit_kind(article, k - 1) == TOKEN_POSSESSIVE && k == u &&
			k - 1 > frame->start &&
			unit_tag_in(article, u, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)) &&
			unit_has(article, k - 2, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
			return k - 1;
		if (!syntax_is_verb_helper(article, unit->token) ||
			unit_has(article, k - 1, LEX(TIME_WORD) | LEX(WEEKDAY)))
			break;
		if (unit_has(article, k - 1, LEX(NEGATION)))
			*negated = true;
		first = k - 1;
	}
	return first;
}

static bool
is_be(const Article *article, uint32_t u)
{
	static const char *const forms[] = {
		"is",	 "was", "are",	 "were",   "be",	 "been",
		"being", "am",	"isn't", "wasn't", "aren't", "weren't"
	};

	for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]); k++)
		if (unit_is(article, u, forms[k]))
			return true;
	return false;
}

/* The auxiliary of a verb group nearest to its main verb, or NONE. */
static uint32_t
nearest_auxiliary(const Article *article, uint32_t group, uint32_t u)
{
	for (uint32_t k = u; k > group; k--)
		if (unit_has(article, k - 1, LEX(AUXILIARY) | LEX(MODAL)))
			return k - 1;
	return NONE;
}

/*
 * "to say": the verb group before "to" governs it ("declined to say", "went
 * on to say"); its start is the group's.
 */
static bool
read_infinitive(const Article *article, const Frame *frame, Cue *cue)
{
	uint32_t u = cue->group;

	if (u < frame->start + 2 || !unit_is(article, u - 1, "to"))
		return false;
	for (uint32_t k = u - 1; k > frame->start && u - k < 4; k--)
	{
		if (unit_tag_in(article, k - 1, TAGS_VERB))
		{
			cue->negated |= unit_has(article, k - 1, LEX(NEGATION));
			cue->group = group_start(article, frame, k - 1, &cue->negated);
			cue->form = CUE_INFINITIVE;
			return true;
		}
	}
	return false;
}

bool
outline_cue(const Article *article, const Frame *frame, uint32_t u,
			LexClasses any, Cue *cue)
{
	const Unit	   *unit = &article->outline->units[u];
	uint32_t		words;
	const LexEntry *entry;
	WordTag			tag;
	uint32_t		auxiliary;
	uint32_t		last = u;
	uint32_t		limit = unit->token;

	if (unit->marked != NONE ||
		article->tokens[unit->token].kind != TOKEN_WORD)
		return false;
	/* a phrase must not reach into a quotation */
	while (last < frame->end && last < u + 6 &&
		   article->outline->units[last].marked == NONE)
		limit = article->outline->units[last++].token + 1;
	entry = token_phrase(article, unit->token, limit, any | LEX(CUE_ACCORDING),
						 &words);
	if (entry == NULL)
		return false;
	/* "vowed to", "denied that": what is reported begins with the last word */
	if (words > 1 && !(entry->classes & LEX(CUE_ACCORDING)) &&
		u + words < frame->end &&
		(unit_is(article, u + words - 1, "that") ||
		 (unit_is(article, u + words - 1, "to") &&
		  unit_tag_in(article, u + words, TAGBIT(TAG_VB)))))
	{
		entry = token_phrase(article, unit->token, unit->token + 1, any,
							 &words);
		if (entry == NULL)
			return false;
	}
	cue->start = u;
	cue->end = u + words;
	cue->group = u;
	cue->classes = entry->classes;
	cue->negated = false;
	if (entry->classes & LEX(CUE_ACCORDING))
	{
		cue->form = CUE_PREPOSITION;
		return words > 1;
	}
	tag = (WordTag) article->tags[unit->token];
	cue->group = group_start(article, frame, u, &cue->negated);
	auxiliary = nearest_auxiliary(article, cue->group, u);
	cue->form = CUE_FINITE;
	switch (tag)
	{
		case TAG_VBD:
		case TAG_VBP:
		case TAG_VBZ:
			return true;
		case TAG_VBN:
			if (auxiliary == NONE)
				return (entry->tags & TAGBIT(TAG_VBD)) != 0;
			if (is_be(article, auxiliary))
				cue->form = CUE_PASSIVE;
			return true;
		case TAG_VBG:
			if ((auxiliary == NONE || !is_be(article, auxiliary)) &&
				unit_kind(article, cue->group) != TOKEN_POSSESSIVE)
				cue->form = CUE_PARTICIPLE;
			return true;
		case TAG_VB:
			if (auxiliary != NONE)
				return true;
			return read_infinitive(article, frame, cue);
		default:
			return words > 1 && (tag == TAG_OTHER || TAGBIT(tag) & TAGS_VERB);
	}
}

static bool
is_nominal(const Article *article, uint32_t u)
{
	const Unit *unit = &article->outline->units[u];

	if (unit->marked != NONE)
		return false;
	if (unit_kind(article, u) == TOKEN_NUMBER ||
		unit_is_mark(article, u, '%') ||
		unit_kind(article, u) == TOKEN_POSSESSIVE ||
		unit_kind(article, u) == TOKEN_ADDRESS)
		return true;
	return unit_kind(article, u) == TOKEN_WORD &&
		(syntax_tag_in(article, unit->token, TAGS_NOMINAL) ||
		 token_has(article, unit->token,
				   LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN)));
}

static bool
is_determiner(const Article *article, uint32_t u)
{
	return unit_has(article, u, LEX(DETERMINER) | LEX(POSSESSIVE)) &&
		!unit_has(article, u, LEX(COMPLEMENTIZER) & ~LEX(DETERMINER));
}

/* Prepositions that join a describing phrase to a noun: "head of", "aide to"
 */
static bool
joins_phrases(const Article *article, uint32_t u)
{
	static const char *const joining[] = { "of",	"for",	 "from", "with",
										   "at",	"in",	 "to",	 "on",
										   "close", "behind" };

	for (size_t k = 0; k < sizeof(joining) / sizeof(joining[0]); k++)
		if (unit_is(article, u, joining[k]))
			return true;
	return false;
}

/* The mention that covers a token, or NULL. */
static const Mention *
mention_at(const Article *article, uint32_t token)
{
	uint32_t m = mention_from(article, token);

	if (m < article->n_mentions && article->mentions[m].token_start <= token)
		return &article->mentions[m];
	return NULL;
}

/*
 * The base noun phrase that ends with unit last: determiner, adjectives,
 * nouns, names.  Returns its first unit; last + 1 when there is none.
 */
static uint32_t
base_phrase(const Article *article, const Frame *frame, uint32_t last)
{
	const Unit	  *units = article->outline->units;
	uint32_t	   first = last + 1;
	const Mention *name = NULL;

	if (unit_has(article, last, SUBJECT_PRONOUNS) ||
		(unit_has(article, last, LEX(PRON_OTHER)) &&
		 !is_nominal(article, last)))
		return last;
	while (first > frame->start && last - (first - 1) < PHRASE_REACH)
	{
		uint32_t	   u = first - 1;
		const Mention *mention;

		if (units[u].marked != NONE)
			break;
		if (is_determiner(article, u) && first <= last)
		{
			/* "both the", "all of": one more determiner may come before */
			return first - 1;
		}
		if (unit_kind(article, u) == TOKEN_WORD && first <= last &&
			syntax_is_time_word(article, units[u].token) &&
			!unit_has(article, u, LEX(ROLE)))
			break;
		if (!is_nominal(article, u) &&
			!unit_has(article, u, LEX(ROLE_MODIFIER)) &&
			!(first <= last && unit_tag_in(article, u, TAGBIT(TAG_VBN)) &&
			  u > frame->start && is_determiner(article, u - 1)))
			break;
		mention = mention_at(article, units[u].token);
		/* two names side by side without a comma: the second begins anew */
		if (mention && mention->kind == MENTION_PERSON)
		{
			if (name && mention != name &&
				unit_kind(article, first) != TOKEN_POSSESSIVE)
				break;
			if (!name && first <= last &&
				unit_kind(article, first) != TOKEN_POSSESSIVE &&
				mention_at(article, units[first].token) == NULL &&
				!unit_has(article, first,
						  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(ROLE_MODIFIER) |
							  LEX(GROUP_NOUN) | LEX(NAME_SUFFIX)) &&
				!unit_tag_in(article, first,
							 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) |
								 TAGBIT(TAG_ADJ)))
				break;
			name = mention;
		}
		else if (name && !mention &&
				 unit_tag_in(article, u,
							 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)) &&
				 !unit_has(article, u,
						   LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) |
							   LEX(ROLE_MODIFIER) | LEX(TITLE)) &&
				 article->tokens[units[first].token].start >=
					 name->span.start &&
				 !(name->title.start < name->title.end &&
				   article->tokens[units[u].token].start >= name->title.start))
			break; /* "At the rally Ruiz said" */
		first = u;
	}
	/* a possessive cannot begin a phrase */
	while (first <= last && unit_kind(article, first) == TOKEN_POSSESSIVE)
		first++;
	return first;
}

/* Units [first, last] hold a noun, name or pronoun that could speak. */
static bool
can_be_subject(const Article *article, uint32_t first, uint32_t last)
{
	const Unit *units = article->outline->units;

	if (unit_kind(article, last) == TOKEN_POSSESSIVE)
		return false;
	for (uint32_t u = first; u <= last; u++)
	{
		if (unit_is_mark(article, u, '%'))
			return true; /* "26% say" */
		if (units[u].marked != NONE || unit_kind(article, u) > TOKEN_ADDRESS)
			continue;
		if (unit_kind(article, u) == TOKEN_ADDRESS)
			return true;
		if (unit_has(article, u, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
			return true;
		if (unit_kind(article, u) == TOKEN_WORD && is_nominal(article, u) &&
			!syntax_is_time_word(article, units[u].token))
			return true;
		if (is_determiner(article, u))
			return true; /* "many say" */
	}
	return false;
}

/*
 * "officials who attended the talks said": a verb stands before the base
 * phrase; when a relative pronoun opens its clause, the noun before that is
 * the subject.  Returns the unit of the relative pronoun or NONE.
 */
static uint32_t
relative_before(const Article *article, const Frame *frame, uint32_t u)
{
	for (uint32_t k = u; k > frame->start && u - k < 14; k--)
	{
		if (unit_is_marked(article, k - 1) ||
			unit_kind(article, k - 1) > TOKEN_ADDRESS)
			return NONE;
		if (unit_is(article, k - 1, "who") ||
			((unit_is(article, k - 1, "that") ||
			  unit_is(article, k - 1, "which")) &&
			 k - 1 > frame->start && is_nominal(article, k - 2) &&
			 unit_tag_in(article, k, TAGS_FINITE)))
			return k - 1 > frame->start ? k - 1 : NONE;
	}
	return NONE;
}

/* Extends a base phrase to the left over "of", "and", relative clauses. */
static uint32_t
whole_phrase(const Article *article, const Frame *frame, uint32_t first)
{
	for (int steps = 0; steps < 6 && first > frame->start + 1; steps++)
	{
		uint32_t before = first - 1;
		uint32_t base;
		uint32_t relative;

		if (unit_has(article, before, LEX(PREPOSITION)) &&
			joins_phrases(article, before))
		{
			if (!is_nominal(article, before - 1) &&
				!is_determiner(article, before - 1))
				return first;
		}
		else if (unit_is(article, before, "and") &&
				 is_nominal(article, before - 1) &&
				 !syntax_is_time_word(article,
									  article->outline->units[before - 1]
										  .token))
		{
			base = base_phrase(article, frame, before - 1);
			/* only at the head of a clause: "X and Y said" */
			if (base > before - 1 ||
				(base > frame->start &&
				 !unit_is_mark(article, base - 1, ',') &&
				 !unit_has(article, base - 1,
						   LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR) |
							   LEX(CONJUNCTION))))
				return first;
			first = base;
			continue;
		}
		else if (unit_tag_in(article, before, TAGS_VERB) &&
				 (relative = relative_before(article, frame, before)) != NONE)
			before = relative;
		else
			return first;
		base = base_phrase(article, frame, before - 1);
		if (base > before - 1)
			return first;
		first = base;
	}
	return first;
}

/* Over times and adverbs to the left of unit u: "on Thursday", "later". */
static uint32_t
skip_times_left(const Article *article, const Frame *frame, uint32_t u)
{
	for (int steps = 0; steps < 8 && u > frame->start + 1; steps++)
	{
		const Unit *unit = &article->outline->units[u - 1];

		const Mention *mention;

		if (unit->marked != NONE)
			break;
		mention = mention_at(article, unit->token);
		if (mention && mention->kind == MENTION_PERSON)
			break; /* "April said" */
		if (unit_kind(article, u - 1) == TOKEN_NUMBER &&
			u >= frame->start + 2 && unit_has(article, u - 2, LEX(MONTH)))
			u--;
		else if (unit_kind(article, u - 1) != TOKEN_WORD)
			break;
		else if (syntax_is_time_word(article, unit->token) ||
				 unit_tag_in(article, u - 1, TAGBIT(TAG_ADV)) ||
				 unit_has(article, u - 1, LEX(ADVERB)))
			u--;
		/* "Ruiz and Byrne both said", "Ruiz himself said" */
		else if (is_nominal(article, u - 2) &&
				 (unit_is(article, u - 1, "both") ||
				  unit_is(article, u - 1, "all") ||
				  unit_is(article, u - 1, "himself") ||
				  unit_is(article, u - 1, "herself") ||
				  unit_is(article, u - 1, "themselves")))
			u--;
		else if ((unit_is(article, u - 1, "on") ||
				  unit_is(article, u - 1, "in") ||
				  unit_is(article, u - 1, "last") ||
				  unit_is(article, u - 1, "earlier") ||
				  unit_is(article, u - 1, "this")) &&
				 syntax_is_time_word(article,
									 article->outline->units[u].token))
			u--;
		else
			break;
	}
	return u;
}

/*
 * With a comma right before the verb: over the aside it closes, and over
 * further ones ("Ruiz, 34, a lawyer from Cork, said").  Returns the unit
 * behind the subject, or NONE.
 */
static uint32_t
skip_asides_left(const Article *article, const Frame *frame, uint32_t u)
{
	uint32_t limit = u > frame->start + SUBJECT_REACH ? u - SUBJECT_REACH :
														frame->start;
	int		 asides = 0;
	uint32_t k = u - 1; /* the comma before the verb */

	while (k > limit && asides < MOST_ASIDES)
	{
		uint32_t comma = NONE;

		for (uint32_t j = k; j > limit; j--)
		{
			if (unit_is_mark(article, j - 1, ','))
			{
				comma = j - 1;
				break;
			}
			if (unit_is_mark(article, j - 1, ';') ||
				unit_kind(article, j - 1) == TOKEN_STOP)
				return NONE;
		}
		if (comma == NONE || comma == frame->start)
			return NONE;
		asides++;
		k = comma;
		/* another aside before this one? it begins behind a comma too */
		for (uint32_t j = k; j > limit; j--)
		{
			if (!unit_is_mark(article, j - 1, ','))
				continue;
			if (unit_kind(article, j) == TOKEN_NUMBER ||
				unit_is(article, j, "who") || unit_is(article, j, "which") ||
				unit_is(article, j, "a") || unit_is(article, j, "an") ||
				unit_is(article, j, "whose") ||
				(unit_is(article, j, "the") && j - 1 > frame->start &&
				 unit_tag_in(article, j - 2, TAGBIT(TAG_PROPER))))
				break; /* go on over it */
			return k;
		}
		{
			bool more = false;

			for (uint32_t j = k; j > limit && !more; j--)
				more = unit_is_mark(article, j - 1, ',');
			if (!more)
				return k;
		}
	}
	return k > limit ? k : NONE;
}

/* "X met Y and said": the subject of the verb before the conjunction. */
static bool
shared_subject(const Article *article, const Frame *frame, uint32_t u,
			   uint32_t *first, uint32_t *end)
{
	uint32_t limit = u > frame->start + SUBJECT_REACH ? u - SUBJECT_REACH :
														frame->start;
	uint32_t verb = NONE;

	/* an initial subordinate clause ("When asked, ...") has its own subject */
	if (limit == frame->start && unit_has(article, limit, LEX(SUBORDINATOR)))
		for (uint32_t k = u; k > limit; k--)
			if (unit_is_mark(article, k - 1, ','))
				limit = k - 1;
	/* the first finite verb of the main clause */
	for (uint32_t k = u; k > limit; k--)
	{
		if (unit_is_mark(article, k - 1, ';'))
			break;
		if (unit_tag_in(article, k - 1, TAGS_FINITE) &&
			!unit_has(article, k - 1, LEX(COMPLEMENTIZER)))
			verb = k - 1;
	}
	while (verb != NONE && verb < u)
	{
		bool	 negated = false;
		uint32_t group = group_start(article, frame, verb, &negated);

		if (group > frame->start &&
			outline_subject_left(article, frame, group, first, end))
			return true;
		/* a relative clause's verb comes first: try the next */
		for (verb++; verb < u; verb++)
			if (unit_tag_in(article, verb, TAGS_FINITE))
				break;
	}
	return false;
}

bool
outline_subject_left(const Article *article, const Frame *frame, uint32_t u,
					 uint32_t *first, uint32_t *end)
{
	uint32_t behind = skip_times_left(article, frame, u);
	uint32_t start;

	if (behind <= frame->start)
		return false;
	if (unit_is_mark(article, behind - 1, ','))
	{
		behind = skip_asides_left(article, frame, behind);
		if (behind == NONE || behind <= frame->start)
			return false;
	}
	else if (unit_kind(article, behind - 1) == TOKEN_DASH ||
			 unit_is_mark(article, behind - 1, ')'))
	{
		/* an aside between dashes or brackets */
		char	 open = unit_is_mark(article, behind - 1, ')') ? '(' : 0;
		uint32_t k = behind - 1;

		while (k > frame->start && behind - k < SUBJECT_REACH)
		{
			k--;
			if (open ? unit_is_mark(article, k, open) :
					   unit_kind(article, k) == TOKEN_DASH)
				break;
		}
		if (k == frame->start || behind - k >= SUBJECT_REACH)
			return false;
		behind = k;
		if (unit_is_mark(article, behind - 1, ','))
			behind--;
	}
	/* "Ruiz (D-Cork), a lawyer, said" */
	if (behind < u && unit_is_mark(article, behind - 1, ')'))
		for (uint32_t k = behind - 1; k > frame->start && behind - k < 12; k--)
			if (unit_is_mark(article, k, '('))
			{
				behind = k;
				break;
			}
	if (behind <= frame->start || unit_is_marked(article, behind - 1))
		return false;
	/* "officials who said": the relative pronoun stands for the noun */
	if ((unit_is(article, behind - 1, "who") ||
		 unit_is(article, behind - 1, "which") ||
		 (unit_is(article, behind - 1, "that") && behind == u)) &&
		behind - 1 > frame->start)
	{
		behind--;
		if (unit_is_mark(article, behind - 1, ','))
			behind--;
		if (behind <= frame->start)
			return false;
	}
	if (unit_has(article, behind - 1, LEX(CONJUNCTION)) &&
		unit_kind(article, behind - 1) == TOKEN_WORD)
		return shared_subject(article, frame, behind - 1, first, end);
	start = base_phrase(article, frame, behind - 1);
	if (start > behind - 1 || !can_be_subject(article, start, behind - 1))
		return false;
	start = whole_phrase(article, frame, start);
	*first = start;
	*end = behind;
	return true;
}

bool
outline_phrase_right(const Article *article, const Frame *frame, uint32_t u,
					 uint32_t *first, uint32_t *end)
{
	const Unit *units = article->outline->units;
	uint32_t	k = u;
	bool		noun = false;

	*first = u;
	while (k < frame->end && k - u < PHRASE_REACH)
	{
		if (units[k].marked != NONE)
			break;
		if (unit_has(article, k, SUBJECT_PRONOUNS | LEX(PRON_OTHER)) &&
			!noun && !is_nominal(article, k))
		{
			k++;
			noun = true;
			break;
		}
		if (unit_kind(article, k) == TOKEN_WORD && noun &&
			syntax_is_time_word(article, units[k].token))
			break;
		if (is_nominal(article, k))
		{
			/* "said the 46-year-old" */
			noun |= unit_kind(article, k) != TOKEN_NUMBER ||
				(article->tokens[units[k].token].flags & TOKEN_HAS_HYPHEN);
			k++;
		}
		else if (is_determiner(article, k) ||
				 unit_has(article, k, LEX(ROLE_MODIFIER)) ||
				 (!noun &&
				  unit_tag_in(article, k, TAGBIT(TAG_VBN) | TAGBIT(TAG_ADV))))
			k++;
		else if (noun && k + 1 < frame->end &&
				 (unit_is(article, k, "of") || unit_is(article, k, "for") ||
				  unit_is(article, k, "at") || unit_is(article, k, "from") ||
				  unit_is(article, k, "with") || unit_is(article, k, "by")) &&
				 (is_nominal(article, k + 1) ||
				  is_determiner(article, k + 1)) &&
				 !syntax_is_time_word(article, units[k + 1].token))
			k++;
		else if (noun && unit_is(article, k, "and") && k + 1 < frame->end &&
				 unit_tag_in(article, k + 1, TAGBIT(TAG_PROPER)))
			k++;
		else
			break;
	}
	while (k > u &&
		   (is_determiner(article, k - 1) ||
			unit_has(article, k - 1, LEX(PREPOSITION))) &&
		   !is_nominal(article, k - 1) && k - 1 > u)
		k--;
	*end = k;
	return noun;
}
