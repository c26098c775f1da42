/*
 * reported_headline.c
 *		Reports in headlines: "Ruiz: Bridge will close", "Mayor Says Bridge
 *		Will Close"; see reported.h.
 *
 * In a headline with capitals throughout the verb looks like a name, so
 * outline_cue does not find it.
 */
#include "reported.h"

#include "syntax.h"

/* Units a source in a headline may be long. */
#define SOURCE_UNITS 6

/* Units [first, end) name a person, body or role, or those who poll. */
static bool
is_source(const Article *article, uint32_t first, uint32_t end)
{
	const Unit *units = article->outline->units;
	uint32_t	m;

	if (end - first > SOURCE_UNITS)
		return false;
	for (uint32_t u = first; u < end; u++)
		if (unit_is_marked(article, u) ||
			unit_kind(article, u) > TOKEN_POSSESSIVE)
			return false;
	if (unit_has(article, end - 1,
				 LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN)))
		return true;
	m = mention_from(article, units[end - 1].token);
	return m < article->n_mentions &&
		article->mentions[m].token_start <= units[end - 1].token &&
		article->mentions[m].token_start >= units[first].token &&
		(article->mentions[m].kind == MENTION_PERSON ||
		 article->mentions[m].kind == MENTION_ORG);
}

/* "Ana Ruiz:", "Police:", "Poll:" */
static bool
is_label(const Article *article, uint32_t first, uint32_t end)
{
	const Unit *units = article->outline->units;
	uint32_t	m = mention_from(article, units[first].token);

	if (end - first == 1 &&
		unit_has(article, first, LEX(ROLE_PLURAL) | LEX(GROUP_NOUN)))
		return true;
	return m < article->n_mentions &&
		article->mentions[m].kind == MENTION_PERSON &&
		article->mentions[m].token_end == units[end].token &&
		(article->mentions[m].token_start == units[first].token ||
		 article->mentions[m].title.start ==
			 article->tokens[units[first].token].start);
}

/* A verb of speech written with a capital among capitals. */
static bool
is_capital_cue(const Article *article, uint32_t u)
{
	const LexEntry *entry;

	if (unit_is_marked(article, u) ||
		!unit_tag_in(article, u, TAGBIT(TAG_PROPER)))
		return false;
	entry = token_entry(article, article->outline->units[u].token);
	return (entry->classes & (LEX(CUE_SPEECH) | LEX(CUE_CLAUSE))) ==
		(LEX(CUE_SPEECH) | LEX(CUE_CLAUSE)) &&
		(TAGBIT(entry->best_tag) &
		 (TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBD) | TAGBIT(TAG_VBN)));
}

bool
reported_headline(const Article *article, const Frame *frame, Cue *cue,
				  Complement *out)
{
	uint32_t end = frame->end;

	*out = (Complement){ 0 };
	if (article->paragraphs[frame->paragraph].kind != PARAGRAPH_HEADLINE)
		return false;
	if (end > frame->start && unit_kind(article, end - 1) == TOKEN_STOP)
		end--;
	for (uint32_t u = frame->start + 1;
		 u + 2 < end && u - frame->start <= SOURCE_UNITS; u++)
	{
		bool colon = unit_is_mark(article, u, ':');

		if (!colon && !is_capital_cue(article, u))
			continue;
		if (colon ? !is_label(article, frame->start, u) :
					!is_source(article, frame->start, u))
			return false;
		*cue = (Cue){ .start = u, .end = u + 1, .group = u };
		cue->classes = colon ?
			LEX(CUE_SPEECH) :
			token_classes(article, article->outline->units[u].token);
		out->speaker = (UnitRange){ frame->start, u };
		out->rule = colon ? RULE_COLON : RULE_BEFORE;
		out->pieces[0] = (UnitRange){ u + 1, end };
		out->n_pieces = 1;
		out->clausal = true;
		return true;
	}
	return false;
}
