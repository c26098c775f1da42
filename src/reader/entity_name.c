/*
 * entity_name.c
 *		What an entity is called, and all that was said of it: its fullest
 *		form, its other forms, its titles.
 */
#include "entity_draft.h"

#include "mention.h"
#include "unicode.h"

#include <string.h>

/* The text of a span; where a line ends inside it, with a space. */
static Name
name_of_span(const Article *article, TextSpan span)
{
	const char *bytes = article->text + span.start;
	size_t		len = span.end - span.start;
	size_t		n = 0;
	char	   *joined;

	if (memchr(bytes, '\n', len) == NULL)
		return (Name){ bytes, (uint32_t) len };
	joined = arena_alloc(article->arena, len + 1, 1);
	for (size_t i = 0; i < len; i++)
	{
		bool space = bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r');

		if (!space)
			joined[n++] = bytes[i];
		else if (n > 0 && joined[n - 1] != ' ')
			joined[n++] = ' ';
	}
	return (Name){ joined, (uint32_t) n };
}

static bool
same_name(Name a, Name b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

/* Most titles and other forms that are kept of one entity. */
#define MOST_FORMS 16

static void
add_form(Arena *arena, Name **list, uint32_t *n, Name name)
{
	if (name.length == 0 || *n >= MOST_FORMS)
		return;
	for (uint32_t i = 0; i < *n; i++)
		if (same_name((*list)[i], name))
			return;
	if (*list == NULL)
		*list = arena_alloc(arena, MOST_FORMS, sizeof(Name));
	(*list)[(*n)++] = name;
}

/* Written in capitals that it does not have by itself: no "NATO". */
static bool
is_shouted(const Article *article, const Mention *mention)
{
	uint32_t letters = 0;

	if (mention->kind != MENTION_PLACE && mention->kind != MENTION_PERSON)
		return false;
	for (uint32_t i = mention->token_start; i < mention->token_end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind != TOKEN_WORD)
			continue;
		/* initials and "II" stay as they are */
		if (!(token->flags & TOKEN_ALL_CAPITALS) &&
			token->end - token->start > 2)
			return false;
		letters += token->end - token->start;
	}
	return letters >= 4;
}

/* "LONDON" is called London: of each word only the first letter stays. */
static Name
with_small_letters(const Article *article, TextSpan span)
{
	size_t len = span.end - span.start;
	size_t n = 0;
	char  *bytes = arena_alloc(article->arena, len + 1, 4);
	bool   inside = false;

	for (size_t at = span.start; at < span.end;)
	{
		int		 size;
		uint32_t c = unicode_next(article->text, at, span.end, &size);

		if (inside && unicode_is_upper(c))
			n += unicode_lower(c, bytes + n);
		else
		{
			memcpy(bytes + n, article->text + at, (size_t) size);
			n += (size_t) size;
		}
		inside = unicode_is_letter(c) || c == '\'' || c == 0x2019;
		at += (size_t) size;
	}
	return (Name){ bytes, (uint32_t) n };
}

/* Arnold "Sled" Boyle is called Arnold Boyle. */
static Name
without_nickname(const Article *article, const Mention *mention)
{
	Name whole = name_of_span(article, mention->span);

	for (uint32_t i = mention->token_start + 1; i + 3 < mention->token_end;
		 i++)
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK &&
			article->tokens[i + 2].kind == TOKEN_DOUBLE_MARK)
		{
			size_t head = article->tokens[i].start - mention->span.start;
			size_t tail = mention->span.end - article->tokens[i + 3].start;
			char  *bytes = arena_copy(article->arena, whole.bytes,
									  whole.length);

			memcpy(bytes + head, article->text + article->tokens[i + 3].start,
				   tail);
			return (Name){ bytes, (uint32_t) (head + tail) };
		}
	return whole;
}

static Name
draft_name(const Drafts *drafts, const Draft *draft)
{
	const Article *article = drafts->article;
	const Mention *mention = &article->mentions[draft->mention];

	/* an organisation is called as it calls itself, but for its letters */
	if (draft->canonical &&
		(draft->kind != MENTION_ORG || draft->fullness == 1))
	{
		const char *name = lexicon_string(draft->canonical);

		return (Name){ name, (uint32_t) strlen(name) };
	}
	if (is_shouted(article, mention))
		return with_small_letters(article, mention->span);
	if (mention->kind == MENTION_PERSON)
		return without_nickname(article, mention);
	return name_of_span(article, mention->span);
}

/* Of what stands beside the mention, before it and behind it. */
static void
add_titles(const Article *article, Entity *entity, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	bool		   shouted = is_shouted(article, mention);
	TextSpan	   titles[2 + TITLES_BEHIND] = { mention->title };
	uint32_t	   n = 1;

	if (mention->kind == MENTION_PERSON)
		titles[n++] = title_apposed(article, m);
	n += title_behind(article, m, titles + n);
	for (uint32_t k = 0; k < n; k++)
		add_form(article->arena, &entity->titles, &entity->n_titles,
				 shouted ? with_small_letters(article, titles[k]) :
						   name_of_span(article, titles[k]));
}

/*
 * The draft that this one is a short form of, itself for none.  Each is of a
 * longer name than the one before, so the way ends.
 */
static uint32_t
whole_draft(const Drafts *drafts, uint32_t d)
{
	while (drafts->list[d].same_as != NONE)
		d = drafts->list[d].same_as;
	return d;
}

/* Numbers the entities in the order of their first mentions. */
void
draft_make_entities(Drafts *drafts)
{
	Article	 *article = drafts->article;
	uint32_t *number = arena_alloc(article->arena, drafts->n + 1,
								   sizeof(uint32_t));

	article->entities = arena_alloc(article->arena, drafts->n + 1,
									sizeof(Entity));
	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		Mention *mention = &article->mentions[m];
		Entity	*entity;
		uint32_t d = mention->entity;

		if ((m & 0xFF) == 0)
			arena_check(article->arena);
		if (d == NONE)
			continue;
		d = whole_draft(drafts, d);
		if (number[d] == 0)
		{
			entity = &article->entities[article->n_entities++];
			number[d] = article->n_entities;
			entity->kind = drafts->list[d].kind;
			entity->name = draft_name(drafts, &drafts->list[d]);
			entity->gender = (Gender) drafts->list[d].gender;
			entity->first_mention = m;
		}
		mention->entity = number[d] - 1;
		entity = &article->entities[mention->entity];
		entity->mentions++;
		if (!same_name(entity->name, name_of_span(article, mention->span)))
			add_form(article->arena, &entity->aliases, &entity->n_aliases,
					 name_of_span(article, mention->span));
		add_titles(article, entity, m);
	}
}
