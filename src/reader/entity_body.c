/*
 * entity_body.c
 *		Which organisation a name means.
 *
 * Names are compared without the country before or behind them, without
 * "Inc." and with "Department of X" as "X Department"; what the country tells
 * keeps two bodies apart.  Then come short forms: the beginning or the end of
 * one longer name that stood before, and letters: what the text itself says
 * in brackets, else the first letters of one name.
 */
#include "entity_draft.h"

#include "unicode.h"

#include <string.h>

#define LONGEST_ACRONYM 12
/* Words as frequent as this, or adjectives, are no name by themselves. */
#define COMMON_FREQUENCY 50

#define REGIONS	  (LEX(COUNTRY) | LEX(DEMONYM) | LEX(REGION) | LEX(CITY))
#define COUNTRIES (LEX(COUNTRY) | LEX(DEMONYM))

/* ------------------------------------------------------------- the core */

/* What a country or city is called, whether "U.S." or "American". */
static uint32_t
region_hash(const Article *article, const LexEntry *entry, uint32_t i)
{
	const char *name;

	if (entry->canonical == 0)
		return article->tokens[i].hash;
	name = lexicon_string(entry->canonical);
	return unicode_hash(UNICODE_HASH_START, name, strlen(name));
}

/* Over "U.S.", "Indian", "Iraq's" before more words of the name. */
static uint32_t
skip_region(const Article *article, uint32_t i, uint32_t end, BodyName *body)
{
	uint32_t		words;
	const LexEntry *entry = token_phrase(article, i, end, REGIONS, &words);
	uint32_t		behind;

	if (entry == NULL)
		return i;
	behind = i + words;
	if (behind < end && article->tokens[behind].kind == TOKEN_POSSESSIVE)
		behind++;
	if (behind >= end || article->tokens[behind].kind != TOKEN_WORD ||
		token_has(article, behind, LEX(PREPOSITION) | LEX(ORG_SUFFIX)))
		return i;
	body->region = region_hash(article, entry, i);
	body->country = (entry->classes & COUNTRIES) != 0;
	return behind;
}

/* Back over "of the Philippines" behind the name. */
static uint32_t
cut_region(const Article *article, uint32_t start, uint32_t end,
		   BodyName *body)
{
	for (uint32_t back = 1; back <= 4 && start + back + 1 < end; back++)
	{
		uint32_t		i = end - back;
		uint32_t		words;
		const LexEntry *entry;

		if (!token_is(article, i - 1, "of") &&
			!token_is(article, i - 1, "the"))
			continue;
		entry = token_phrase(article, i, end, LEX(COUNTRY), &words);
		if (entry == NULL || words != back)
			continue;
		if (token_is(article, i - 1, "the"))
			i--;
		if (i <= start + 1 || !token_is(article, i - 1, "of"))
			return end;
		body->region = region_hash(article, entry, end - back);
		body->country = true;
		return i - 1;
	}
	return end;
}

/* "the Iranian" before Chess Federation, which is no part of the mention. */
static void
region_before(const Article *article, uint32_t start, BodyName *body)
{
	for (uint32_t back = 2; back >= 1; back--)
	{
		uint32_t		words;
		const LexEntry *entry;

		if (start < back)
			continue;
		entry = token_phrase(article, start - back, start, LEX(DEMONYM),
							 &words);
		if (entry == NULL || words != back)
			continue;
		body->region = region_hash(article, entry, start - back);
		body->country = true;
		return;
	}
}

static uint32_t
cut_suffixes(const Article *article, uint32_t start, uint32_t end)
{
	while (end > start + 1 &&
		   (token_has(article, end - 1, LEX(ORG_SUFFIX)) ||
			token_is_mark(article, end - 1, ',') ||
			article->tokens[end - 1].kind == TOKEN_STOP))
		end--;
	return end;
}

/* Reads the name of an organisation; false when nothing is left of it. */
static bool
body_read(const Article *article, const Mention *mention, BodyName *body)
{
	uint32_t start = mention->token_start;
	uint32_t end = mention->token_end;
	TextSpan span;
	size_t	 n;

	body->region = 0;
	body->country = false;
	if (end > start + 1 && token_is(article, start, "the"))
		start++;
	end = cut_suffixes(article, start, end);
	start = skip_region(article, start, end, body);
	if (body->region == 0)
		end = cut_region(article, start, end, body);
	if (body->region == 0)
		region_before(article, start, body);
	body->token_start = start;
	body->token_end = end;
	span = token_span(article, start, end);
	n = name_fold(article->text + span.start, span.end - span.start,
				  body->plain, sizeof(body->plain));
	body->n = name_words(body->plain, n, body->words);
	body->length = name_core(body->words, body->n, body->core,
							 sizeof(body->core));
	return body->length > 0;
}

/* --------------------------------------------------------------- letters */

/*
 * Letters of the words [start, end): of those with a capital, or of all.
 * "U.S." gives two, "Anglo-American" too.
 */
static size_t
first_letters(const Article *article, uint32_t start, uint32_t end, bool all,
			  char letters[LONGEST_ACRONYM])
{
	size_t n = 0;

	for (uint32_t i = start; i < end; i++)
	{
		const Token *token = &article->tokens[i];
		bool		 begins = true;

		if (token->kind != TOKEN_WORD ||
			!(all || (token->flags & TOKEN_CAPITAL)) ||
			token_is(article, i, "the"))
			continue;
		for (uint32_t at = token->start;
			 at < token->end && n < LONGEST_ACRONYM; at++)
		{
			unsigned char c = (unsigned char) article->text[at];

			if (begins && c < 0x80 && c != '-' && c != '.')
				letters[n++] = (char) (c | 0x20);
			begins = c == '-' || c == '.';
		}
	}
	return n;
}

/* Remembers the letters that a name of several words may be written with. */
static void
note_letters(Drafts *drafts, uint32_t d, uint32_t start, uint32_t end)
{
	MentionKind kind = drafts->list[d].kind;
	char		letters[LONGEST_ACRONYM];

	for (int all = 0; all < 2; all++)
	{
		size_t n = first_letters(drafts->article, start, end, all, letters);

		if (n >= 2)
			draft_note(&drafts->acronyms, draft_hash(kind, letters, n), d);
	}
}

/* True when the mention is one word and all its letters are capitals. */
static bool
is_letters(const Article *article, const Mention *mention)
{
	return mention->token_end - mention->token_start == 1 &&
		(article->tokens[mention->token_start].flags & TOKEN_ALL_CAPITALS);
}

/*
 * True when the letters in a token may be those of the name: they begin with
 * its first letter, with or without its country; or they are of another
 * language, when they do not end with the letters of this, which is then the
 * rest of a longer name.
 */
static bool
may_stand_for(const Article *article, uint32_t token, const Mention *name)
{
	const Token *letters = &article->tokens[token];
	const char	*first = article->text + letters->start;
	uint32_t	 len = letters->end - letters->start;
	BodyName	 body;
	char		 initials[LONGEST_ACRONYM];
	size_t		 n;

	if (*first == article->text[name->span.start])
		return true;
	if (!body_read(article, name, &body))
		return false;
	if (*first == article->text[article->tokens[body.token_start].start])
		return true;
	if (!(letters->flags & TOKEN_ALL_CAPITALS) ||
		token_entry(article, token)->classes)
		return false;
	n = first_letters(article, name->token_start, name->token_end, false,
					  initials);
	return n == 0 || n >= len ||
		initials[n - 1] != (article->text[letters->end - 1] | 0x20);
}

/* Nothing but brackets, or ", or", and "the" and marks between two mentions.
 */
static bool
stands_beside(const Article *article, const Mention *first,
			  const Mention *second)
{
	uint32_t i = first->token_end;
	bool	 open = token_is_mark(article, i, '(') ||
		token_is_mark(article, i, '[');

	if (!open &&
		!(token_is_mark(article, i, ',') && token_is(article, i + 1, "or")))
		return false;
	/* "(the Fed)", "(“Fed”)" */
	for (i += open ? 1 : 2; i < second->token_start; i++)
		if (!token_is(article, i, "the") &&
			article->tokens[i].kind != TOKEN_DOUBLE_MARK)
			return false;
	i = second->token_end;
	return !open || token_is_mark(article, i, ')') ||
		token_is_mark(article, i, ']') ||
		article->tokens[i].kind == TOKEN_DOUBLE_MARK;
}

/*
 * "Federal Reserve (Fed)", "Harbour Pilots Association, or HPA,", "HPA
 * (Harbour Pilots Association)": of the mentions m - 1 and m, one gives the
 * letters of the other, the name.
 */
bool
body_defines(const Article *article, uint32_t m, uint32_t *name,
			 uint32_t *letters)
{
	const Mention *first = m > 0 ? &article->mentions[m - 1] : NULL;
	const Mention *second = &article->mentions[m];
	bool		   behind = second->token_end - second->token_start == 1;

	if (first == NULL || first->kind != second->kind ||
		(first->kind != MENTION_ORG && first->kind != MENTION_PLACE) ||
		(first->token_end - first->token_start == 1) == behind ||
		first->paragraph != second->paragraph ||
		second->token_start - first->token_end > 3 ||
		second->token_end >= article->n_tokens ||
		!stands_beside(article, first, second))
		return false;
	*name = behind ? m - 1 : m;
	*letters = behind ? m : m - 1;
	return (behind || is_letters(article, first)) &&
		may_stand_for(article, article->mentions[*letters].token_start,
					  &article->mentions[*name]);
}

/* The name that the text gives these letters for, or NONE. */
uint32_t
body_defined(const Drafts *drafts, uint32_t m)
{
	const Article *article = drafts->article;
	const Mention *mention = &article->mentions[m];

	if (mention->token_end - mention->token_start != 1)
		return NONE;
	return draft_single(&drafts->defined,
						article->tokens[mention->token_start].hash);
}

/* ----------------------------------------------------------- short forms */

static const LexEntry *
word_entry(NameWord word)
{
	return lexicon_find(unicode_hash(UNICODE_HASH_START, word.bytes,
									 word.length),
						word.bytes, word.length);
}

static bool
is_class(NameWord word, LexClasses any)
{
	const LexEntry *entry = word_entry(word);

	return entry && (entry->classes & any);
}

/* A word that does not name anything by itself: "federal", "house". */
static bool
is_plain_word(NameWord word)
{
	const LexEntry *entry = word_entry(word);

	if (entry == NULL)
		return false;
	return (entry->classes & (REGIONS | LEX(GROUP))) ||
		((entry->classes & LEX(COMMON)) &&
		 (entry->frequency >= COMMON_FREQUENCY || entry->best_tag == TAG_ADJ));
}

/* One word and "Motor Company", "Airlines", "Inc.". */
static bool
is_company(const Article *article, const Mention *mention)
{
	const LexEntry *entry = token_entry(article, mention->token_end - 1);

	for (uint32_t i = mention->token_start + 1; i + 1 < mention->token_end;
		 i++)
		if (article->tokens[i].kind == TOKEN_WORD &&
			!(token_entry(article, i)->classes &
			  (LEX(COMMON) | LEX(ORG_HEAD) | LEX(ORG_SUFFIX))))
			return false;
	return (entry->classes & (LEX(ORG_HEAD) | LEX(ORG_SUFFIX))) &&
		name_is_beside(entry, (NameWord){ "company", 7 });
}

/* True when the lexicon knows it as an organisation of its own. */
static bool
is_known(const Article *article, const BodyName *body)
{
	uint32_t		words;
	const LexEntry *entry = token_phrase(article, body->token_start,
										 body->token_end,
										 LEX(ORG) | LEX(ORG_ACRONYM) |
											 LEX(AGENCY),
										 &words);

	return entry && words == body->token_end - body->token_start;
}

/* The hash of words [first, end) of a name. */
static uint32_t
part_hash(const BodyName *body, uint32_t first, uint32_t end)
{
	const char *from = body->words[first].bytes;
	NameWord	last = body->words[end - 1];

	return draft_hash(MENTION_ORG, from,
					  (size_t) (last.bytes + last.length - from));
}

/*
 * Remembers the beginnings and ends of the name that may stand for it.  What
 * stands behind "of", and each side of an "and", is something else.
 */
static void
note_parts(Drafts *drafts, uint32_t d, const BodyName *body, bool company)
{
	uint32_t n = body->n;
	uint32_t joint = n; /* the first preposition */

	for (uint32_t k = n; k-- > 1;)
		if (is_class(body->words[k], LEX(PREPOSITION)))
			joint = k;
	for (uint32_t k = 2; k < n; k++)
		if (!name_word_is(body->words[k], "and"))
			draft_note(&drafts->parts, part_hash(body, 0, k), d);
	for (uint32_t k = 1; k + 1 < n && k < joint; k++)
		if (!name_word_is(body->words[k - 1], "and"))
			draft_note(&drafts->parts, part_hash(body, k, n), d);
	if (n < 2)
		return;
	/* the House of Representatives; the Labour Party; Ford Motor Company */
	if ((joint == 1 && is_class(body->words[0], LEX(ORG_HEAD))) ||
		(n == 2 && name_word_is(body->words[1], "party")) || company ||
		!is_plain_word(body->words[0]))
		draft_note(&drafts->firsts, part_hash(body, 0, 1), d);
	if (joint == n && is_class(body->words[n - 1], LEX(ORG_HEAD)))
		draft_note(&drafts->parts, part_hash(body, n - 1, n), d);
}

/* "the White House", "the Democratic White House" */
static bool
is_metonym(const Article *article, const Mention *mention)
{
	uint32_t words;

	for (uint32_t i = mention->token_start; i < mention->token_end; i++)
		if (token_phrase(article, i, mention->token_end, LEX(METONYM), &words))
			return true;
	return false;
}

void
body_index(Drafts *drafts, uint32_t d)
{
	const Article *article = drafts->article;
	Draft		  *draft = &drafts->list[d];
	const Mention *mention = &article->mentions[draft->first];
	BodyName	   body;

	if (mention->token_end - mention->token_start > 1)
		note_letters(drafts, d, mention->token_start, mention->token_end);
	if (draft->kind != MENTION_ORG || !body_read(article, mention, &body))
		return;
	draft->region = body.region;
	draft->company = is_company(article, mention);
	draft->words = body.n;
	if (body.n == 1 || !is_known(article, &body))
		draft->whole = part_hash(&body, 0, body.n);
	draft_link(drafts, &drafts->bodies,
			   draft_hash(MENTION_ORG, body.core, body.length), d);
	if (body.token_end - body.token_start < 2)
		return;
	if (body.token_start > mention->token_start)
		note_letters(drafts, d, body.token_start, body.token_end);
	/* the White House is no House */
	if (!is_metonym(article, mention))
		note_parts(drafts, d, &body, draft->company);
}

/*
 * The body with the same core.  "U.S. Congress" and "Congress" are one when
 * there is no other Congress; a city's court is no court named before it.
 */
static uint32_t
find_core(Drafts *drafts, uint32_t m, const BodyName *body)
{
	const uint32_t *slot = word_table_find(&drafts->bodies,
										   draft_hash(MENTION_ORG, body->core,
													  body->length));
	uint32_t		link = slot ? *slot : 0;
	uint32_t		found = NONE;
	uint32_t		n = 0;

	for (uint32_t step = 0; link != 0 && step < MOST_NAMESAKES; step++)
	{
		uint32_t	 d = drafts->links[link - 1].draft;
		const Draft *draft = &drafts->list[d];

		link = drafts->links[link - 1].next;
		if (draft->region == body->region)
			return d;
		if (draft->region != 0 && body->region != 0)
			continue;
		if (draft->region == 0 && !body->country && draft->first < m)
			continue;
		found = d;
		n++;
	}
	if (n != 1 || link != 0)
		return NONE;
	if (body->region)
		drafts->list[found].region = body->region;
	return found;
}

/*
 * The longer name that a word begins, or that it ends and that stands before
 * it; NONE when it may be two.
 */
static uint32_t
find_part(const Drafts *drafts, uint32_t m, uint32_t hash)
{
	uint32_t begins = draft_single(&drafts->firsts, hash);
	uint32_t ends = draft_single(&drafts->parts, hash);

	if (ends != NONE && drafts->list[ends].first > m)
		ends = NONE;
	if (begins == NONE || begins == ends)
		return ends;
	return ends == NONE ? begins : NONE;
}

bool
body_is_foreign(const Drafts *drafts, uint32_t d, uint32_t m)
{
	BodyName body;

	return drafts->list[d].region != 0 &&
		body_read(drafts->article, &drafts->article->mentions[m], &body) &&
		body.region != 0 && body.region != drafts->list[d].region;
}

uint32_t
body_find(Drafts *drafts, uint32_t m, const DraftName *name)
{
	const Mention *mention = &drafts->article->mentions[m];
	uint32_t	   d;
	BodyName	   body;

	if (is_letters(drafts->article, mention))
	{
		d = draft_single(&drafts->acronyms,
						 draft_hash(MENTION_ORG, name->key, name->length));
		if (d != NONE)
			return d;
	}
	if (!body_read(drafts->article, mention, &body))
		return NONE;
	d = find_core(drafts, m, &body);
	if (d != NONE || body.n != 1 || body.region != 0)
		return d;
	d = find_part(drafts, m, part_hash(&body, 0, 1));
	/* Ford is Ford Motor Company, but not Ford Museum */
	if (d != NONE && is_known(drafts->article, &body) &&
		!drafts->list[d].company)
		return NONE;
	return d;
}

/* The longer name that a draft is a short form of, or NONE. */
static uint32_t
find_whole(const Drafts *drafts, uint32_t d)
{
	const Draft *draft = &drafts->list[d];
	uint32_t	 whole;

	if (draft->whole == 0)
		return NONE;
	if (draft->words == 1)
	{
		whole = draft_single(&drafts->firsts, draft->whole);
		return whole != NONE && drafts->list[whole].company ? whole : NONE;
	}
	whole = draft_single(&drafts->parts, draft->whole);
	return whole != NONE && drafts->list[whole].first < draft->first ? whole :
																	   NONE;
}

void
body_join_short(Drafts *drafts)
{
	for (uint32_t d = 0; d < drafts->n; d++)
	{
		Draft	*draft = &drafts->list[d];
		uint32_t whole = find_whole(drafts, d);

		if (whole == NONE || drafts->list[whole].words <= draft->words ||
			(draft->region && draft->region != drafts->list[whole].region))
			continue;
		draft->same_as = whole;
	}
}
