/*
 * credits.c
 *		Bylines and contributors' lines, with their names.
 *
 * A line of credits is nearly all names: capitalised words, parted by commas
 * and "and", with a role, a place or an outlet beside some of them.  One
 * reader of such lists serves both kinds of line; which line it is, is told by
 * the words around the list.
 */
#include "layout.h"

#include <string.h>

/* Tokens of the longest line of each kind. */
#define LONGEST_BYLINE		 40
#define LONGEST_CONTRIBUTORS 160
/* Words of the longest name. */
#define LONGEST_NAME 6

#define PLACES (LEX(CITY) | LEX(REGION) | LEX(COUNTRY) | LEX(STATE_ABBREV))

/* What a run of capitalised words in a list of names is. */
typedef enum RunKind
{
	RUN_NAME,
	RUN_ORG,
	RUN_PLACE,
	RUN_ROLE,
	RUN_DATE
} RunKind;

typedef struct Run
{
	uint32_t start; /* tokens */
	uint32_t end;
	RunKind	 kind;
} Run;

/* A list of names while it is read. */
typedef struct List
{
	Layout	*layout;
	uint32_t at;
	uint32_t end;
	bool	 byline;	  /* names to bylines; else to contributors */
	bool	 affiliation; /* a comma stood behind the last name */
	bool	 bar;		  /* a bar: outlet and date follow, no more names */
	uint32_t names;		  /* found so far */
	uint32_t orgs;
	TextSpan org;
	TextSpan agency; /* the first that is a news agency */
} List;

/* People of the desk; with these a name without "By" is a byline. */
static const char *const desk_words[] = {
	"writer",		  "writers",		"reporter",		"reporters",
	"correspondent",  "correspondents", "editor",		"editors",
	"columnist",	  "contributor",	"photographer", "producer",
	"producers",	  "journalist",		"journalists",	"staff",
	"photojournalist"
};

/* Last words of the names of outlets. */
static const char *const outlet_words[] = {
	"news",		 "post",	 "times",	 "herald",	 "journal", "tribune",
	"press",	 "gazette",	 "wire",	 "radio",	 "tv",		"television",
	"agency",	 "staff",	 "service",	 "bureau",	 "media",	"desk",
	"chronicle", "star",	 "network",	 "magazine", "online",	"telegraph",
	"guardian",	 "observer", "newswire", "report",	 "today",	"team",
	"audio"
};

static bool
is_capital(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		(article->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE));
}

static bool
is_particle(const Article *article, uint32_t i, uint32_t end)
{
	return i + 1 < end && article->tokens[i].kind == TOKEN_WORD &&
		token_has(article, i, LEX(NAME_PARTICLE)) &&
		is_capital(article, i + 1);
}

static bool
is_joiner(const Article *article, uint32_t i)
{
	return token_is(article, i, "and") || token_is(article, i, "&");
}

/* The end of the run of capitalised words at i. */
static uint32_t
run_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t start = i;

	while (i < end && i < start + LONGEST_NAME + 2 &&
		   (is_capital(article, i) ||
			(i > start && is_particle(article, i, end))))
	{
		if (is_joiner(article, i) || (i > start && token_is(article, i, "in")))
			break;
		/* an initial's stop */
		if (i + 2 < end &&
			article->tokens[i].end - article->tokens[i].start == 1 &&
			token_is_mark(article, i + 1, '.'))
			i++;
		i++;
	}
	return i;
}

static bool
covers(const Article *article, uint32_t i, uint32_t end, LexClasses any)
{
	uint32_t words = 0;

	return token_phrase(article, i, end, any, &words) && i + words >= end;
}

/* A desk word among tokens [i, end). */
static bool
has_desk_word(const Article *article, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (LAYOUT_ANY(article, i, desk_words))
			return true;
	return false;
}

/* Whether a possessive stands at i: Post's, News’ */
static bool
is_possessive(const Article *article, uint32_t i, uint32_t end)
{
	return i < end &&
		(article->tokens[i].kind == TOKEN_POSSESSIVE ||
		 (article->tokens[i].kind == TOKEN_SINGLE_MARK &&
		  !(article->tokens[i].flags & TOKEN_SPACE_BEFORE)));
}

static RunKind
kind_of_run(const Article *article, const List *list, const Run *run,
			uint32_t first)
{
	uint32_t start = run->start;
	uint32_t end = run->end;
	bool	 person = token_has(article, start,
								LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE));

	if (token_has(article, start, LEX(MONTH) | LEX(WEEKDAY)) &&
		(end - start == 1 || !person))
		return RUN_DATE;
	if (start > first &&
		(token_is(article, start - 1, "in") ||
		 token_is(article, start - 1, "from") ||
		 token_is(article, start - 1, "near")))
		return RUN_PLACE;
	if (start > first &&
		(token_is(article, start - 1, "of") ||
		 token_is(article, start - 1, "for") ||
		 token_is(article, start - 1, "at") ||
		 token_is(article, start - 1, "the")))
		return RUN_ORG;
	if (token_is(article, start, "the") ||
		is_possessive(article, end, list->end))
		return RUN_ORG;
	if (has_desk_word(article, start, end))
		return token_has(article, start, LEX(AGENCY) | LEX(ORG)) ? RUN_ORG :
																   RUN_ROLE;
	if (covers(article, start, end, LEX(AGENCY) | LEX(ORG)) ||
		(end - start > 1 &&
		 token_has(article, end - 1, LEX(ORG_HEAD) | LEX(ORG_SUFFIX))) ||
		(LAYOUT_ANY(article, end - 1, outlet_words) &&
		 !(person && end - start == 2 && end < list->end &&
		   !is_joiner(article, end))) ||
		(end < list->end && LAYOUT_ANY(article, end, desk_words) &&
		 !token_is(article, end, "editor")))
		return RUN_ORG;
	return RUN_NAME;
}

static void
add_name(List *list, const Run *run)
{
	Layout		*layout = list->layout;
	Article		*article = layout->article;
	FrontMatter *front = &article->front;
	TextSpan	 span = token_span(article, run->start, run->end);

	if (list->byline)
		*ARENA_PUSH(article->arena, front->bylines, front->n_bylines,
					layout->bylines_capacity) = span;
	else
		*ARENA_PUSH(article->arena, front->contributors, front->n_contributors,
					layout->contributors_capacity) = span;
	list->names++;
}

static void
add_org(List *list, const Run *run)
{
	const Article *article = list->layout->article;
	uint32_t	   start = run->start;
	uint32_t	   end = run->end;

	if (token_is(article, start, "the") && end > start + 1)
		start++;
	/* "Daily Post Writer": the role is no part of the outlet */
	while (end > start + 1 && LAYOUT_ANY(article, end - 1, desk_words))
		end--;
	if (list->orgs++ == 0)
		list->org = token_span(article, start, end);
	if (list->agency.end == 0 && covers(article, start, end, LEX(AGENCY)))
		list->agency = token_span(article, start, end);
}

/* Whether "and" and another run follow the run that ends at i. */
static bool
and_follows(const List *list, uint32_t i)
{
	const Article *article = list->layout->article;
	uint32_t	   last = i + 24 < list->end ? i + 24 : list->end;

	for (; i < last; i++)
	{
		if (is_joiner(article, i))
			return i + 1 < last && is_capital(article, i + 1);
		if (!is_capital(article, i) && !token_is_mark(article, i, ',') &&
			!token_is_mark(article, i, '.') && !is_particle(article, i, last))
			return false;
	}
	return false;
}

/*
 * In a byline a comma parts a name from its outlet ("By A, City Wire") as
 * well as from the next name ("By A, B and C").
 */
static bool
is_affiliation(const List *list, const Run *run)
{
	const Article *article = list->layout->article;

	if (!list->byline || list->names == 0)
		return false;
	if (list->bar)
		return true;
	if (!list->affiliation)
		return false;
	return !and_follows(list, run->end) &&
		!(run->end - run->start <= 3 &&
		  token_has(article, run->start, LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)));
}

/* Takes one run of capitalised words from the list. */
static void
take_run(List *list, uint32_t first)
{
	const Article *article = list->layout->article;
	Run run = { list->at, run_end(article, list->at, list->end), 0 };

	run.kind = kind_of_run(article, list, &run, first);
	/* "in Cork, Ireland": the country behind a place */
	if (list->at > first + 1 && run.kind == RUN_NAME &&
		token_is_mark(article, list->at - 1, ',') &&
		covers(article, run.start, run.end, PLACES) &&
		!token_has(article, run.start, LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))
		run.kind = RUN_PLACE;
	if (run.kind == RUN_NAME && is_affiliation(list, &run))
		run.kind = covers(article, run.start, run.end, PLACES) ? RUN_PLACE :
																 RUN_ORG;
	if (run.kind == RUN_NAME && run.end - run.start <= LONGEST_NAME)
		add_name(list, &run);
	else if (run.kind == RUN_ORG)
		add_org(list, &run);
	list->affiliation = false;
	list->at = run.end;
}

/* Reads the names of tokens [i, end). */
static void
read_names(List *list)
{
	const Article *article = list->layout->article;
	uint32_t	   first = list->at;
	while (list->at < list->end)
	{
		uint32_t i = list->at;

		if (is_capital(article, i) && !is_joiner(article, i))
		{
			take_run(list, first);
			continue;
		}
		if (token_is_mark(article, i, ','))
			list->affiliation = list->names > 0;
		else if (is_joiner(article, i))
			list->affiliation = false;
		list->bar |= token_is_mark(article, i, '|') ||
			layout_glyph(article, i, "•");
		list->at++;
	}
}

/* Small words that may stand between the names of a byline. */
static bool
is_byline_word(const Article *article, uint32_t i, uint32_t end)
{
	static const char *const small[] = { "and", "in",	"of",	"for", "at",
										 "the", "with", "from", "&" };
	const Token				*token = &article->tokens[i];

	if (is_capital(article, i) || is_particle(article, i, end) ||
		LAYOUT_ANY(article, i, small) || LAYOUT_ANY(article, i, desk_words))
		return true;
	return token->kind == TOKEN_NUMBER || token->kind == TOKEN_POSSESSIVE ||
		token->kind == TOKEN_ADDRESS || token->kind == TOKEN_DASH ||
		token->kind == TOKEN_PUNCTUATION || token->kind == TOKEN_SINGLE_MARK ||
		(token->kind == TOKEN_STOP && token->mark == '.') ||
		token_is(article, i, "a.m.") || token_is(article, i, "p.m.") ||
		token_is(article, i, "am") || token_is(article, i, "pm");
}

/* The tokens of "By", "Story by", "BYLINE:" at i; 0 for none. */
static uint32_t
byline_words(const Article *article, uint32_t i, uint32_t end)
{
	static const char *const openings[] = {
		"by",		  "story by",	  "written by",	  "words by",
		"text by",	  "reporting by", "report by",	  "reported by",
		"byline :",	  "author :",	  "authors :",	  "analysis by",
		"opinion by", "review by",	  "interview by", "compiled by"
	};

	if (!(article->tokens[i].flags & TOKEN_CAPITAL) &&
		!(token_is(article, i, "by") && end - i <= 6))
		return 0;
	for (size_t k = 0; k < sizeof(openings) / sizeof(openings[0]); k++)
	{
		uint32_t n = layout_words(article, i, end, openings[k]);

		if (n > 0 && i + n < end)
			return n + token_is_mark(article, i + n, ':');
	}
	return 0;
}

/* The last token of the line without its full stop. */
static uint32_t
without_stop(const Article *article, uint32_t first, uint32_t end)
{
	return end > first + 1 && article->tokens[end - 1].kind == TOKEN_STOP ?
		end - 1 :
		end;
}

/* "Dana Reyes, Staff Writer", "Dana Reyes / Political Correspondent" */
static bool
is_desk_line(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t name = run_end(article, i, end);

	if (end - i > 14 || name - i < 2 || name - i > 4 || name >= end ||
		(!token_is_mark(article, name, ',') &&
		 !token_is_mark(article, name, '/') &&
		 !token_is_mark(article, name, '|') &&
		 !(article->tokens[name].flags & TOKEN_LINE_START)))
		return false;
	for (uint32_t k = i; k < end; k++)
		if (!is_byline_word(article, k, end))
			return false;
	return has_desk_word(article, end - 1, end) &&
		!has_desk_word(article, i, name);
}

/* Two to four capitalised words: a name that stands alone. */
static bool
is_name_line(const Article *article, uint32_t i, uint32_t end)
{
	return end - i >= 2 && end - i <= 4 && run_end(article, i, end) == end &&
		!has_desk_word(article, i, end);
}

/* An outlet or agency and nothing more: "City Wire" */
static bool
is_agency_line(const Article *article, uint32_t i, uint32_t end)
{
	if (token_is(article, i, "the"))
		i++;
	return i < end && end - i <= 4 && covers(article, i, end, LEX(AGENCY));
}

/* "Political Correspondent", "Daily Post Staff Writer", "Associated Press" */
static bool
is_desk_title(const Article *article, uint32_t i, uint32_t end)
{
	return end - i <= 6 && run_end(article, i, end) == end &&
		(has_desk_word(article, end - 1, end) ||
		 is_agency_line(article, i, end));
}

/* A name, and below it what the person is at the outlet. */
static bool
is_two_line_byline(const Article *article, uint32_t p, bool *title)
{
	const Paragraph *paragraph = &article->paragraphs[p];

	*title = p > 0 && paragraph[-1].kind == PARAGRAPH_BYLINE &&
		is_desk_title(article, paragraph->token_start, paragraph->token_end);
	return *title ||
		(p + 1 < article->n_paragraphs &&
		 is_name_line(article, paragraph->token_start, paragraph->token_end) &&
		 is_desk_title(article, paragraph[1].token_start,
					   paragraph[1].token_end));
}

/* DANA REYES, above running text that begins with a dateline. */
static bool
is_capital_name(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	Dateline		 dateline;

	if (p + 1 >= article->n_paragraphs ||
		!is_name_line(article, paragraph->token_start, paragraph->token_end))
		return false;
	for (uint32_t i = paragraph->token_start; i < paragraph->token_end; i++)
		if (!(article->tokens[i].flags & TOKEN_ALL_CAPITALS) ||
			token_has(article, i, PLACES | LEX(LABEL)) ||
			(token_has(article, i, LEX(COMMON)) &&
			 !token_has(article, i, LEX(SURNAME))))
			return false;
	return dateline_read(article, paragraph[1].token_start,
						 paragraph[1].token_end, true, &dateline);
}

/* Reads bylines from tokens [i, end). */
static void
read_byline(Layout *layout, uint32_t i, uint32_t end)
{
	FrontMatter *front = &layout->article->front;
	List		 list = { 0 };

	list.layout = layout;
	list.at = i;
	list.end = end;
	list.byline = true;
	read_names(&list);
	if (front->agency.end == 0)
		front->agency = list.agency;
}

bool
credits_byline(Layout *layout, uint32_t p, bool head)
{
	const Article	*article = layout->article;
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 first = paragraph->token_start;
	uint32_t		 end = paragraph->token_end;
	uint32_t		 words;
	bool			 title;

	if (end - first > LONGEST_BYLINE)
		return false;
	if (head && is_two_line_byline(article, p, &title))
	{
		if (!title || is_agency_line(article, first, end))
			read_byline(layout, first, end);
		return true;
	}
	if (head && is_capital_name(article, p))
	{
		read_byline(layout, first, end);
		return true;
	}
	words = byline_words(article, first, end);
	end = without_stop(article, first, end);
	if (words == 0 || first + words >= end)
	{
		if (!is_desk_line(article, first, end) &&
			!(head && is_agency_line(article, first, end)))
			return false;
		words = 0;
	}
	if (!is_capital(article, first + words) &&
		!token_is(article, first + words, "the") &&
		!is_particle(article, first + words, end))
		return false;
	if (token_has(article, first + words, LEX(MONTH) | LEX(WEEKDAY)) &&
		!token_has(article, first + words,
				   LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))
		return false;
	for (uint32_t i = first + words; i < end; i++)
		if (!is_byline_word(article, i, end) ||
			(article->tokens[i].kind == TOKEN_STOP && i + 1 < end &&
			 (article->tokens[i].flags & TOKEN_SPACE_AFTER) &&
			 article->tokens[i].end - article->tokens[i - 1].start > 6))
			return false;
	read_byline(layout, first + words, end);
	return true;
}

uint32_t
credits_inline(Layout *layout, uint32_t i, uint32_t end)
{
	const Article *article = layout->article;
	uint32_t	   last = i + LONGEST_BYLINE < end ? i + LONGEST_BYLINE : end;
	uint32_t	   k = i + 1;

	if (!token_is(article, i, "by") || k >= last)
		return i;
	for (; k < last && is_byline_word(article, k, last); k++)
	{
		Dateline dateline;

		if (token_is_mark(article, k, ',') &&
			dateline_read(article, k + 1, end, true, &dateline))
		{
			read_byline(layout, i + 1, k);
			return k + 1;
		}
	}
	return i;
}

/* What opens a line of contributors; the names follow. */
static const char *const contributor_openings[] = {
	"reporting by",
	"additional reporting by",
	"additional reporting from",
	"writing by",
	"editing by",
	"with reporting by",
	"with reporting from",
	"with assistance from",
	"with assistance by",
	"with files from",
	"with contributions from",
	"contributing :",
	"contributors :",
	"compiled by",
	"reported by",
	"with additional reporting by",
	"additional writing by",
	"research by",
	"graphics by",
	"edited by",
	"photography by",
	"produced by",
	"translated by",
	"additional reporting :",
	"reporting :",
	"contributing to this report",
	"additional material from"
};

/* What stands behind the names. */
static const char *const contributor_closings[] = {
	"contributed to this report",
	"contributed to this article",
	"contributed to this story",
	"contributed to this dispatch",
	"contributed to this piece",
	"contributed to this post",
	"contributed to the report",
	"contributed reporting",
	"contributed additional reporting",
	"contributed research",
	"contributed from",
	"contributed in",
	"assisted in this report"
};

static uint32_t
any_words(const Article *article, uint32_t i, uint32_t end,
		  const char *const *phrases, size_t n)
{
	for (size_t k = 0; k < n; k++)
	{
		uint32_t words = layout_words(article, i, end, phrases[k]);

		if (words > 0)
			return words;
	}
	return 0;
}

#define ANY_WORDS(article, i, end, phrases) \
	any_words((article), (i), (end), (phrases), \
			  sizeof(phrases) / sizeof((phrases)[0]))

/*
 * "Lee Park in Cork contributed to this report.": the first token of the
 * closing words in tokens [i, end), when only names stand before it; or end.
 */
static uint32_t
closing_words(const Article *article, uint32_t i, uint32_t end)
{
	bool capital = false;

	for (uint32_t k = i; k < end; k++)
	{
		if (token_is(article, k, "contributed") ||
			token_is(article, k, "assisted"))
		{
			uint32_t n = ANY_WORDS(article, k, end, contributor_closings);

			if (!capital)
				return end;
			if (n > 0)
				return k;
			return k + 1 >= end || article->tokens[k + 1].kind == TOKEN_STOP ?
				k :
				end;
		}
		if (token_is(article, k, "reported") && k + 1 < end && capital &&
			token_is(article, k + 1, "from"))
			return k;
		if (is_capital(article, k))
			capital = true;
		else if (!is_byline_word(article, k, end) &&
				 !token_has(article, k,
							LEX(ROLE) | LEX(ROLE_PLURAL) |
								LEX(ROLE_MODIFIER)) &&
				 !token_is(article, k, "also"))
			return end;
	}
	return end;
}

/* The end of the sentence or part of tokens from i: ". " or ";". */
static uint32_t
part_end(const Article *article, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
	{
		if (token_is_mark(article, i, ';'))
			return i;
		if (article->tokens[i].kind == TOKEN_STOP && i + 1 < end &&
			article->tokens[i].mark == '.' &&
			(article->tokens[i].flags & TOKEN_SPACE_AFTER) && i > 0 &&
			article->tokens[i - 1].end - article->tokens[i - 1].start > 2)
			return i;
	}
	return end;
}

/*
 * "A reported from Vila, and B and C from Cork": whether all behind the words
 * at i is names and places too.
 */
static bool
rest_is_names(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t words = ANY_WORDS(article, i, end, contributor_closings);

	for (i += words > 0 ? words : 1; i < end; i++)
		if (!is_byline_word(article, i, end))
			return false;
	return true;
}

/* "Ruiz, from Vila": a further part that leaves the word out. */
static bool
is_name_from(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t name = run_end(article, first, end);

	if (name == first || name + 2 >= end ||
		!token_is_mark(article, name, ',') ||
		!token_is(article, name + 1, "from"))
		return false;
	return rest_is_names(article, name, end);
}

/*
 * Reads one part of the line.  false when it is no list of contributors; a
 * part behind the first may say anything.
 */
static bool
read_part(List *list, uint32_t first, uint32_t end)
{
	const Article *article = list->layout->article;
	uint32_t words = ANY_WORDS(article, first, end, contributor_openings);
	uint32_t stop = end;

	if (words == 0 && list->names > 0 && is_name_from(article, first, end))
		stop = end;
	else if (words == 0)
	{
		stop = closing_words(article, first, end);
		if (stop == end)
			return false;
		stop = rest_is_names(article, stop, end) ? end : stop;
	}
	else
	{
		words += first + words < end &&
			token_is_mark(article, first + words, ':');
		stop = closing_words(article, first + words, end);
		for (uint32_t k = first + words; k < stop; k++)
			if (!is_byline_word(article, k, stop) &&
				!token_has(article, k, LEX(ROLE) | LEX(ROLE_PLURAL)))
				return false;
	}
	list->at = first + words;
	list->end = stop;
	list->affiliation = false;
	read_names(list);
	return true;
}

bool
credits_contributors(Layout *layout, uint32_t p)
{
	const Article	*article = layout->article;
	FrontMatter		*front = &layout->article->front;
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 first = paragraph->token_start;
	uint32_t		 end = paragraph->token_end;
	List			 list = { 0 };

	if (end - first > LONGEST_CONTRIBUTORS)
		return false;
	/* brackets, a dash, an asterisk before the words */
	while (first < end && article->tokens[first].kind >= TOKEN_DASH)
		first++;
	while (end > first && article->tokens[end - 1].kind >= TOKEN_STOP)
		end--;
	if (first >= end || layout_quotes(article, first, end))
		return false;
	list.layout = layout;
	for (uint32_t i = first; i < end;)
	{
		uint32_t stop = part_end(article, i, end);

		if (!read_part(&list, i, stop) && i == first)
			return false;
		i = stop + 1;
	}
	if (front->contributor_org.end == 0)
		front->contributor_org = list.org;
	return list.names + list.orgs > 0;
}
