/*
 * entity_person.c
 *		Which person a name means.
 *
 * A draft is found by every word of its name but the first, so by the surname
 * and by each of two surnames.  Namesakes are kept apart by their given names,
 * by "Mr." and "Mrs.", by their titles; last, a bare surname goes to the one
 * of them who has been called by it, or who is not brought in as a relative.
 */
#include "entity_draft.h"

#include "unicode.h"

/* What the drafts under the words of a name come to. */
typedef struct Search
{
	const DraftName *name;
	uint32_t		 mention;
	Gender			 gender;
	uint32_t title;	   /* hash of the last word of the title beside it, or 0 */
	bool	 certain;  /* only what is surely the same */
	uint32_t found[2]; /* drafts that fit, of these: */
	uint32_t n;		   /*   all */
	uint32_t n_before; /*   named before the mention */
	uint32_t n_titled; /*   with the same title */
	uint32_t n_surname; /*   called by the surname before */
	uint32_t n_main;	/*   named before, and no relative */
	uint32_t before;
	uint32_t titled;
	uint32_t surname;
	uint32_t main;
} Search;

/* The last word of the title beside a mention, 0 for none. */
static uint32_t
title_hash(const Article *article, uint32_t m)
{
	TextSpan title = article->mentions[m].title;
	uint32_t i;

	if (title.start == title.end)
		return 0;
	i = token_at(article, title.end);
	return i > 0 ? article->tokens[i - 1].hash : 0;
}

static bool
has_title(const Draft *draft, uint32_t title)
{
	for (int k = 0; k < DRAFT_TITLES; k++)
		if (draft->titles[k] == title)
			return title != 0;
	return false;
}

/* "Byrne", "van Dyke", "al-Hadid": no given name, which Al Byrne has. */
bool
person_is_surname(const Article *article, const Mention *mention,
				  const DraftName *name)
{
	if (mention->token_end - mention->token_start > 1 &&
		token_is(article, mention->token_start, "al") &&
		(article->tokens[mention->token_start].flags & TOKEN_CAPITAL))
		return false;
	return name_surname_start(name->words, name->n) == 0;
}

/* "NPR Ana Ruiz", "United States Ana Ruiz": what is no part of the name. */
static bool
begins_with_other(const Article *article, const Mention *mention)
{
	LexClasses given = LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE);
	uint32_t   words;

	return !token_has(article, mention->token_start, given) &&
		token_phrase(article, mention->token_start, mention->token_end,
					 LEX(COUNTRY) | LEX(DEMONYM) | LEX(AGENCY) | LEX(ORG) |
						 LEX(ORG_ACRONYM) | LEX(ROLE) | LEX(TITLE),
					 &words) &&
		mention->token_start + words + 1 < mention->token_end &&
		(words > 1 || token_has(article, mention->token_start + words, given));
}

/*
 * How much of a person's name a mention has: its words, initials half; little
 * when it begins with a word that is no part of it.
 */
int
person_fullness(const Article *article, const Mention *mention)
{
	int fullness = 0;

	if (begins_with_other(article, mention))
		return 1;
	for (uint32_t i = mention->token_start; i < mention->token_end; i++)
		fullness += article->tokens[i].flags & TOKEN_INNER_STOP ? 1 : 2;
	return fullness;
}

/* ----------------------------------------------------- slips of typing */

/* Surnames that may be mistyped, in bytes. */
#define SHORTEST_TYPED 5
#define LONGEST_TYPED  20

/* The hash of a word without the byte at "left"; its length for all of it. */
static uint32_t
typed_hash(NameWord word, uint32_t left)
{
	uint32_t hash = unicode_hash(UNICODE_HASH_START, word.bytes, left);

	return left < word.length ?
		unicode_hash(hash, word.bytes + left + 1, word.length - left - 1) :
		hash;
}

static bool
may_be_mistyped(NameWord word)
{
	return word.length >= SHORTEST_TYPED && word.length <= LONGEST_TYPED;
}

/*
 * Two words that differ by one letter, more or less or another, have a hash
 * in common among those of each with one letter left out and of the whole.
 */
static void
note_typing(Drafts *drafts, uint32_t d, NameWord surname)
{
	if (may_be_mistyped(surname))
		for (uint32_t left = 0; left <= surname.length; left++)
			draft_note(&drafts->typing, typed_hash(surname, left), d);
}

/*
 * "Mr. Lindqist": a surname that nobody has, and that no list knows, but for
 * one letter that of the one person named before.
 */
static uint32_t
find_mistyped(const Drafts *drafts, uint32_t m, NameWord surname)
{
	uint32_t		found = NONE;
	const LexEntry *entry = lexicon_find(typed_hash(surname, surname.length),
										 surname.bytes, surname.length);

	if (!may_be_mistyped(surname) ||
		(entry &&
		 (entry->classes &
		  (LEX(SURNAME) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))))
		return NONE;
	for (uint32_t left = 0; left <= surname.length; left++)
	{
		uint32_t		hash = typed_hash(surname, left);
		const uint32_t *value = word_table_find(&drafts->typing, hash);

		if (value == NULL || *value == 0)
			continue;
		if (*value == AMBIGUOUS || drafts->list[*value - 1].first > m ||
			(found != NONE && found != *value - 1))
			return NONE;
		found = *value - 1;
	}
	return found;
}

void
person_index(Drafts *drafts, uint32_t d)
{
	const Draft *draft = &drafts->list[d];
	NameWord	 words[NAME_MOST_WORDS];
	uint32_t	 n = name_words(draft->full, draft->full_length, words);

	n = name_without_suffix(words, n);
	for (uint32_t k = n > 1 ? 1 : 0; k < n; k++)
		if (words[k].length > 1)
			draft_link(drafts, &drafts->persons, name_sound_hash(words[k]), d);
	if (n > 1)
		note_typing(drafts, d, words[n - 1]);
	if (n > 1)
		draft_note(&drafts->firsts,
				   draft_hash(draft->kind, words[0].bytes, words[0].length),
				   d);
}

/* "J. Ruiz" turns out to be Juana Ruiz Costa: from now on she is nobody else.
 */
void
person_learn(Drafts *drafts, uint32_t d, const DraftName *name)
{
	Draft *draft = &drafts->list[d];

	if (name->length <= draft->full_length)
		return;
	draft->full = arena_copy(drafts->article->arena, name->key, name->length);
	draft->full_length = (uint32_t) name->length;
	person_index(drafts, d);
}

/* Counts a draft that fits the name. */
static void
count_fit(Search *search, const Draft *draft, uint32_t d)
{
	search->found[search->n > 0] = d;
	search->n++;
	if (draft->first < search->mention)
	{
		search->n_before++;
		search->before = d;
		if (!draft->kin)
		{
			search->n_main++;
			search->main = d;
		}
	}
	if (has_title(draft, search->title))
	{
		search->n_titled++;
		search->titled = d;
	}
	if (draft->surname)
	{
		search->n_surname++;
		search->surname = d;
	}
}

/* Looks at the drafts under one word; false when there are too many. */
static bool
search_word(Drafts *drafts, Search *search, NameWord word)
{
	const uint32_t *slot = word_table_find(&drafts->persons,
										   name_sound_hash(word));
	uint32_t		link = slot ? *slot : 0;

	for (uint32_t step = 0; link != 0; step++)
	{
		uint32_t d = drafts->links[link - 1].draft;
		Draft	*draft = &drafts->list[d];
		NameWord other[NAME_MOST_WORDS];
		uint32_t m;
		int		 same;

		if (step == MOST_NAMESAKES)
			return false;
		link = drafts->links[link - 1].next;
		/* who has only a surname is somebody when "Mrs." stood before it */
		if (draft->seen == drafts->searches ||
			(search->certain && draft->bare &&
			 draft->gender == GENDER_UNKNOWN))
			continue;
		draft->seen = drafts->searches;
		if (search->gender != GENDER_UNKNOWN &&
			draft->gender != GENDER_UNKNOWN && draft->gender != search->gender)
			continue;
		m = name_words(draft->full, draft->full_length, other);
		same = name_words_same(search->name->words, search->name->n, other, m);
		if (same == 1 || (same == -1 && !search->certain))
			count_fit(search, draft, d);
	}
	return true;
}

/* The one draft that the name can mean, of those that fit; or NONE. */
static uint32_t
choose(const Search *search)
{
	if (search->n == 1)
		return search->found[0];
	if (search->n_titled == 1)
		return search->titled;
	/* of two namesakes, the one that the reader has met so far */
	if (search->n_before == 1)
		return search->before;
	if (search->n_surname == 1 && search->name->bare)
		return search->surname;
	if (search->n_main == 1 && search->name->bare)
		return search->main;
	return NONE;
}

static Search
search_words(Drafts *drafts, uint32_t m, const DraftName *name, Gender gender,
			 bool certain)
{
	Search	 search = { .name = name,
						.mention = m,
						.gender = gender,
						.title = title_hash(drafts->article, m),
						.certain = certain };
	uint32_t n = name_without_suffix(name->words, name->n);

	drafts->searches++;
	for (uint32_t k = n > 1 ? 1 : 0; k < n; k++)
		if (name->words[k].length > 1 &&
			!search_word(drafts, &search, name->words[k]))
		{
			search.n = AMBIGUOUS;
			search.n_before = search.n_titled = 0;
			search.n_surname = search.n_main = 0;
			break;
		}
	return search;
}

/* "JFK" of John F. Kennedy. */
static uint32_t
find_initials(const Drafts *drafts, const Mention *mention,
			  const DraftName *name)
{
	const Article *article = drafts->article;

	if (name->n != 1 || name->length < 3 ||
		!(article->tokens[mention->token_start].flags & TOKEN_ALL_CAPITALS) ||
		token_has(article, mention->token_start,
				  LEX(SURNAME) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))
		return NONE;
	return draft_single(&drafts->acronyms,
						draft_hash(MENTION_PERSON, name->key, name->length));
}

uint32_t
person_find(Drafts *drafts, uint32_t m, const DraftName *name, Gender gender)
{
	const Mention *mention = &drafts->article->mentions[m];
	Search		   search = search_words(drafts, m, name, gender, true);
	uint32_t	   d;

	if (search.n == 0)
		search = search_words(drafts, m, name, gender, false);
	if (search.n > 0)
	{
		d = choose(&search);
		if (d != NONE && name->bare)
			drafts->list[d].surname = true;
		return d;
	}
	if (name->n > 1)
		return NONE;
	/* a given name alone, and the first word of a Chinese name */
	d = draft_single(&drafts->firsts,
					 draft_hash(MENTION_PERSON, name->key, name->length));
	if (d == NONE)
		d = find_initials(drafts, mention, name);
	return d != NONE ? d : find_mistyped(drafts, m, name->words[0]);
}
