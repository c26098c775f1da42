/*
 * dateline.c
 *		Place, date and agency before the running text.
 *
 * What the forms have in common: a place (often in capitals), perhaps a region
 * behind a comma, perhaps a date, perhaps an agency between brackets or
 * slashes, then a dash.  Each part lends weight to the others: a place in
 * small letters needs an agency, a place that is in no list needs capitals,
 * and a common word in capitals ("BREAKING —") is no place at all.
 */
#include "layout.h"

#include <string.h>

/* Tokens; a dateline is no longer, whatever stands behind. */
#define LONGEST_DATELINE 40
#define LONGEST_PLACE	 8
#define LONGEST_AGENCY	 6
/* LexEntry.number of an agency whose texts others print. */
#define WIRE_AGENCY 1
/* Regions and countries behind the place. */
#define MOST_REGIONS 3

#define PLACES (LEX(CITY) | LEX(REGION) | LEX(COUNTRY))

/* A dateline while it is read. */
typedef struct Reading
{
	const Article *article;
	uint32_t	   at; /* the next token */
	uint32_t	   end;
	bool		   first;		/* of the article's running text */
	bool		   capitals;	/* the place is written in capitals */
	bool		   known;		/* the place or its region is in a list */
	bool		   common;		/* its words are plain English words */
	bool		   person;		/* its words are names of people */
	bool		   sure_region; /* the region behind it is in a list */
	uint32_t	   words;		/* of the place */
	bool		   aboard;		/* ABOARD: of a ship or plane */
	bool		   region;		/* a region stands behind the place */
	bool		   dated;
	bool		   slashes; /* the agency stands between slashes */
	bool		   listed;	/* the agency is in the lists */
	Dateline	  *out;
} Reading;

/* The value of a number token that is digits and perhaps "th"; -1 otherwise.
 */
static int
digits(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	int			 value = 0;
	uint32_t	 n = 0;

	if (token->kind != TOKEN_NUMBER)
		return -1;
	while (n < 5 && token->start + n < token->end &&
		   article->text[token->start + n] >= '0' &&
		   article->text[token->start + n] <= '9')
		value = value * 10 + article->text[token->start + n++] - '0';
	if (n == 0 || n > 4)
		return -1;
	if (token->start + n < token->end &&
		!(token->end - token->start - n == 2 && n <= 2 &&
		  strchr("snrt", article->text[token->start + n])))
		return -1;
	return value;
}

static bool
is_year(int value)
{
	return value >= 1700 && value <= 2199;
}

/* YYYY-MM-DD */
static bool
iso_date(const Article *article, uint32_t i, Date *date)
{
	const Token *token = &article->tokens[i];
	const char	*text = article->text + token->start;
	int			 parts[3] = { 0 };
	int			 part = 0;

	if (token->kind != TOKEN_NUMBER || token->end - token->start != 10)
		return false;
	for (int k = 0; k < 10; k++)
	{
		if (k == 4 || k == 7)
		{
			if (text[k] != '-')
				return false;
			part++;
		}
		else if (text[k] < '0' || text[k] > '9')
			return false;
		else
			parts[part] = parts[part] * 10 + text[k] - '0';
	}
	if (!is_year(parts[0]) || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
		parts[2] > 31)
		return false;
	*date = (Date){ parts[0], parts[1], parts[2] };
	return true;
}

/* 1-12 when token i is the name of a month; its full stop is skipped. */
static int
month_at(const Article *article, uint32_t i, uint32_t end, uint32_t *next)
{
	if (i >= end || !token_has(article, i, LEX(MONTH)))
		return 0;
	*next = i + 1;
	if (i + 1 < end && token_is_mark(article, i + 1, '.') &&
		!(article->tokens[i + 1].flags & TOKEN_SPACE_BEFORE))
		*next = i + 2;
	return token_entry(article, i)->number;
}

/* ", 2026" or " 2026" at token i: the tokens it takes. */
static uint32_t
year_at(const Article *article, uint32_t i, uint32_t end, int *year)
{
	uint32_t k = i;

	if (k < end && token_is_mark(article, k, ','))
		k++;
	if (k >= end || !is_year(digits(article, k)) ||
		article->tokens[k].end - article->tokens[k].start != 4)
		return 0;
	*year = digits(article, k);
	return k + 1 - i;
}

uint32_t
date_read(const Article *article, uint32_t i, uint32_t end, Date *date)
{
	uint32_t k = i;
	uint32_t next = i;

	*date = (Date){ 0, 0, 0 };
	if (k < end && token_has(article, k, LEX(WEEKDAY)))
	{
		k++;
		if (k < end &&
			(token_is_mark(article, k, ',') || token_is_mark(article, k, '.')))
			k++;
	}
	if (k >= end)
		return 0;
	if (iso_date(article, k, date))
		return k + 1 - i;
	date->month = month_at(article, k, end, &next);
	if (date->month > 0 && next < end)
	{
		date->day = digits(article, next);
		k = next + 1;
	}
	else
	{
		date->day = digits(article, k);
		if (++k < end && token_is(article, k, "of"))
			k++;
		date->month = month_at(article, k, end, &next);
		k = next;
	}
	if (date->month == 0 || date->day < 1 || date->day > 31)
	{
		*date = (Date){ 0, 0, 0 };
		return 0;
	}
	k += year_at(article, k, end, &date->year);
	return k - i;
}

/* Whether a word of the place goes on at token i, which is no capital. */
static bool
joins_place(const Article *article, uint32_t i, uint32_t end)
{
	const Token *token = &article->tokens[i];

	if (i + 1 >= end || !(article->tokens[i + 1].flags & TOKEN_CAPITAL))
		return false;
	if (token->kind == TOKEN_POSSESSIVE || token->mark == '/' ||
		token->mark == '&')
		return true;
	/* Stratford-upon-Avon, St. Vila */
	if (token->kind == TOKEN_DASH)
		return !((token->flags | article->tokens[i - 1].flags) &
				 TOKEN_SPACE_AFTER) &&
			token->end - token->start == 1;
	if (token->mark == '.' && token->kind == TOKEN_STOP)
		return article->tokens[i - 1].end - article->tokens[i - 1].start <= 3;
	return token->kind == TOKEN_WORD &&
		(token_has(article, i, LEX(NAME_PARTICLE)) ||
		 token_is(article, i, "of") || token_is(article, i, "on") ||
		 token_is(article, i, "and") || token_is(article, i, "the"));
}

/* The place's words from r->at; false when there are none. */
static bool
read_place(Reading *r)
{
	const Article *article = r->article;
	const Token	  *tokens = article->tokens;
	uint32_t	   start = r->at;
	uint32_t	   words = 0;
	uint32_t	   in_list;

	r->capitals = true;
	r->common = true;
	r->person = true;
	if (token_is(article, start, "aboard") &&
		(tokens[start].flags & TOKEN_ALL_CAPITALS))
	{
		r->aboard = true;
		start++;
		if (start < r->end && token_is(article, start, "the"))
			start++;
		r->at = start;
	}
	while (r->at < r->end && words <= LONGEST_PLACE)
	{
		uint32_t i = r->at;

		if (tokens[i].kind == TOKEN_WORD && (tokens[i].flags & TOKEN_CAPITAL))
		{
			if (token_has(article, i, LEX(MONTH) | LEX(WEEKDAY)) && words > 0)
				break;
			r->capitals &= (tokens[i].flags & TOKEN_ALL_CAPITALS) ||
				tokens[i].end - tokens[i].start <= 2;
			r->common &= token_has(article, i, LEX(COMMON) | LEX(LABEL)) &&
				!token_has(article, i, PLACES | LEX(PLACE_HEAD));
			r->known |= token_phrase(article, i, r->end, PLACES, &in_list) !=
				NULL;
			r->person &= token_has(article, i,
								   LEX(SURNAME) | LEX(GIVEN_MALE) |
									   LEX(GIVEN_FEMALE));
			words++;
		}
		else if (words == 0 || !joins_place(article, i, r->end))
			break;
		r->at++;
	}
	if (words == 0 || words > LONGEST_PLACE)
		return false;
	r->out->place = token_span(article, start, r->at);
	r->words = words;
	if (words == 1 && token_has(article, start, LEX(LABEL)))
		r->common = true;
	return r->aboard ||
		!token_has(article, start,
				   LEX(DETERMINER) | LEX(HONORIFIC) | LEX(TITLE)) ||
		token_phrase(article, start, r->end, PLACES, &in_list) != NULL;
}

/* ", Minn." ", Mali" "[Mali]" behind the place, and a date behind a comma. */
static void
read_regions(Reading *r)
{
	const Article *article = r->article;
	uint32_t	   tokens;
	Date		   date;

	for (int n = 0; n <= MOST_REGIONS && r->at + 1 < r->end; n++)
	{
		uint32_t i = r->at + 1;
		uint32_t start = i;
		uint32_t in_list;

		if (token_is_mark(article, r->at, '[') && n == 0)
		{
			while (i < r->end && i < r->at + 6 &&
				   !token_is_mark(article, i, ']'))
				i++;
			if (i >= r->end || !token_is_mark(article, i, ']'))
				return;
			r->known = true;
			r->at = i + 1;
			continue;
		}
		if (!token_is_mark(article, r->at, ',') &&
			!token_is_mark(article, r->at, '.'))
			break;
		tokens = date_read(article, i, r->end, &date);
		if (tokens > 0)
		{
			r->out->date = date;
			r->dated = true;
			r->at = i + tokens;
			return;
		}
		if (!token_is_mark(article, r->at, ','))
			break;
		while (i < r->end && i < start + 4 &&
			   article->tokens[i].kind == TOKEN_WORD &&
			   (article->tokens[i].flags & TOKEN_CAPITAL))
			i++;
		if (i == start || n == MOST_REGIONS)
			return;
		r->region = true;
		if (token_phrase(article, start, r->end, PLACES | LEX(STATE_ABBREV),
						 &in_list))
			r->known = r->sure_region = true;
		/* the abbreviation's full stop */
		if (i < r->end && token_is_mark(article, i, '.') &&
			!(article->tokens[i].flags & TOKEN_SPACE_BEFORE))
			i++;
		/* an abbreviated state, in a list or not */
		if (article->text[article->tokens[i - 1].end - 1] == '.')
		{
			r->sure_region = true;
			r->known |= r->capitals;
		}
		r->out->place.end = article->tokens[i - 1].end;
		r->at = i;
	}
	tokens = date_read(article, r->at, r->end, &date);
	if (tokens > 0)
	{
		r->out->date = date;
		r->dated = true;
		r->at += tokens;
	}
}

bool
dateline_agency(const Article *article, uint32_t i, uint32_t end, bool *wire)
{
	for (*wire = false; i < end; i++)
	{
		uint32_t		words;
		const LexEntry *entry = token_phrase(article, i, end, LEX(AGENCY),
											 &words);

		/* "dpa" writes itself small */
		if (entry == NULL && (token_entry(article, i)->classes & LEX(AGENCY)))
			entry = token_entry(article, i);
		if (entry)
		{
			*wire = entry->number == WIRE_AGENCY;
			return true;
		}
	}
	return false;
}

/* "(AP)", "(BUSINESS WIRE)", "/BELTA/", or a date in brackets, at r->at. */
static bool
read_agency(Reading *r)
{
	const Article *article = r->article;
	uint32_t	   i = r->at + 1;
	char		   closing = token_is_mark(article, r->at, '/') ? '/' : ')';
	Date		   date;

	if (closing == ')' && !token_is_mark(article, r->at, '('))
		return false;
	while (i < r->end && i <= r->at + LONGEST_AGENCY &&
		   !token_is_mark(article, i, closing))
		i++;
	if (i >= r->end || i == r->at + 1 || !token_is_mark(article, i, closing))
		return false;
	if (date_read(article, r->at + 1, i, &date) == i - r->at - 1)
	{
		r->out->date = date;
		r->dated = true;
	}
	else
	{
		bool wire;
		bool known = dateline_agency(article, r->at + 1, i, &wire);

		for (uint32_t k = r->at + 1; k < i && !known; k++)
			if (article->tokens[k].kind != TOKEN_WORD ||
				!(article->tokens[k].flags & TOKEN_CAPITAL))
				return false;
		r->out->agency = token_span(article, r->at + 1, i);
		r->slashes = closing == '/';
		/* the form of a release has a dash behind the slash, that of an agency
		 * a full stop */
		r->listed = known;
		r->out->wire = wire ||
			(r->slashes && i + 1 < r->end &&
			 token_is_mark(article, i + 1, '.'));
	}
	r->at = i + 1;
	return true;
}

static bool
is_listed(const Reading *r)
{
	return r->listed || r->out->wire;
}

/* The dash, or what stands for one; the tokens it takes. */
static uint32_t
dash_at(const Reading *r)
{
	const Article *article = r->article;
	const Token	  *token;

	if (r->at >= r->end)
		return 0;
	token = &article->tokens[r->at];
	if (token->kind == TOKEN_DASH || token->mark == '_')
		return 1;
	if (token->mark == ':' && r->out->agency.end > 0)
		return is_listed(r) && (r->known || r->dated);
	return token->mark == '.' && r->slashes;
}

/* Whether running text can begin at r->at. */
static bool
text_begins(const Reading *r)
{
	const Token *token;

	if (r->at >= r->end)
		return false;
	token = &r->article->tokens[r->at];
	return (token->flags & TOKEN_CAPITAL) || token->kind == TOKEN_NUMBER ||
		token->kind == TOKEN_DOUBLE_MARK || token->kind == TOKEN_SINGLE_MARK ||
		token->kind == TOKEN_ADDRESS || token->mark == '(' ||
		token->mark == '$' || (token->flags & TOKEN_MIXED_CASE);
}

/* A text all in capitals says nothing by them. */
static bool
capitals_go_on(const Reading *r)
{
	for (uint32_t i = r->at; i < r->end && i < r->at + 5; i++)
		if (r->article->tokens[i].kind == TOKEN_WORD &&
			!(r->article->tokens[i].flags & TOKEN_ALL_CAPITALS) &&
			r->article->tokens[i].end - r->article->tokens[i].start > 1)
			return false;
	return true;
}

/* A second dash soon: "Vila — the port — is", an aside and no dateline. */
static bool
dash_again(const Reading *r)
{
	for (uint32_t i = r->at; i < r->end && i < r->at + 14; i++)
	{
		if (r->article->tokens[i].kind == TOKEN_STOP)
			return false;
		if (r->article->tokens[i].kind == TOKEN_DASH)
			return true;
	}
	return false;
}

/* Weighs the parts against each other; dash: one was there. */
static bool
convinces(const Reading *r, bool dash)
{
	bool agency = r->out->agency.end > 0;

	if (r->out->place.end == 0 && !agency)
		return dash && r->first && r->dated && r->out->date.year > 0;
	if (agency)
	{
		if (!dash && !(is_listed(r) && (r->known || r->dated)))
			return false;
		if (r->capitals)
			return !r->common || r->dated || r->aboard || r->known ||
				is_listed(r);
		return r->known || (is_listed(r) && (dash || r->dated)) ||
			(r->dated && dash);
	}
	if (!dash)
		return false;
	if (r->dated)
		return r->capitals || r->known;
	if (r->capitals)
		return !capitals_go_on(r) && r->words <= 4 &&
			(!r->region || r->sure_region) &&
			(r->known || (r->first && !r->common && !r->person));
	return r->first && r->known && !dash_again(r);
}

/* (KTLA) (WXYZ-TV): a station of the United States. */
static bool
is_call_sign(const Article *article, uint32_t i, uint32_t end)
{
	const Token *token = &article->tokens[i];
	char		 first = article->text[token->start];

	return end - i <= 3 && (token->flags & TOKEN_ALL_CAPITALS) &&
		(first == 'K' || first == 'W') &&
		(token->end - token->start == 4 || token->end - token->start == 7) &&
		!token_has(article, i, PLACES | LEX(COMMON));
}

/*
 * ( PLACE ) — and ( Agency ) —, perhaps behind a date.  r->at is at the
 * bracket.
 */
static bool
read_bracketed(Reading *r)
{
	const Article *article = r->article;
	uint32_t	   close = r->at + 1;
	bool		   wire;

	while (close < r->end && close < r->at + LONGEST_PLACE + 4 &&
		   !token_is_mark(article, close, ')'))
		close++;
	if (close >= r->end || !token_is_mark(article, close, ')'))
		return false;
	if (dateline_agency(article, r->at + 1, close, &wire) ||
		is_call_sign(article, r->at + 1, close))
	{
		if (!read_agency(r))
			return false;
		/* "(CNN)Shares fell", "(CNN) Shares fell" */
		if (dash_at(r) == 0)
			return r->at < r->end && text_begins(r) &&
				article->tokens[r->at].kind == TOKEN_WORD &&
				(r->first ||
				 !(article->tokens[r->at].flags & TOKEN_SPACE_BEFORE));
	}
	else
	{
		uint32_t end = r->end;

		r->at++;
		r->end = close;
		if (!read_place(r))
			return false;
		read_regions(r);
		if (r->at != close || !(r->known || (r->capitals && !r->common)))
			return false;
		r->end = end;
		r->at = close + 1;
	}
	if (r->at >= r->end || article->tokens[r->at].kind != TOKEN_DASH)
		return false;
	r->at++;
	return text_begins(r);
}

/* "AUSTIN, Texas – Feb. 4, 2026 –": the date between two dashes. */
static void
read_second_date(Reading *r)
{
	Date	 date;
	uint32_t n = date_read(r->article, r->at, r->end, &date);

	if (n > 0 && r->at + n < r->end &&
		r->article->tokens[r->at + n].kind == TOKEN_DASH)
	{
		r->out->date = date;
		r->dated = true;
		r->at += n + 1;
	}
}

/* NEW VILA: Text, a known place in capitals. */
static bool
is_colon_form(const Reading *r)
{
	return r->first && r->capitals && r->known && !r->dated &&
		r->out->agency.end == 0 && r->at + 1 < r->end &&
		token_is_mark(r->article, r->at, ':') &&
		(r->article->tokens[r->at + 1].flags & TOKEN_CAPITAL) &&
		!(r->article->tokens[r->at + 1].flags & TOKEN_ALL_CAPITALS) &&
		!r->common;
}

static bool
read_open(Reading *r)
{
	bool dash;

	if (r->at >= r->end)
		return false;
	if (!r->dated)
	{
		if (!read_place(r))
			return false;
		read_regions(r);
	}
	/* MINSK, February 4. /BELTA/. */
	if (r->dated && r->at + 1 < r->end &&
		token_is_mark(r->article, r->at, '.') &&
		token_is_mark(r->article, r->at + 1, '/'))
		r->at++;
	/* VILA--(BUSINESS WIRE)-- */
	if (r->at + 1 < r->end && r->article->tokens[r->at].kind == TOKEN_DASH &&
		token_is_mark(r->article, r->at + 1, '(') &&
		!(r->article->tokens[r->at].flags & TOKEN_SPACE_AFTER))
		r->at++;
	if (r->at < r->end)
		read_agency(r);
	if (r->at < r->end && !r->dated)
		read_regions(r);
	if (is_colon_form(r))
	{
		r->at++;
		return true;
	}
	dash = dash_at(r) > 0;
	r->at += dash;
	if (dash && !r->dated)
		read_second_date(r);
	return text_begins(r) && convinces(r, dash);
}

bool
dateline_read(const Article *article, uint32_t i, uint32_t end, bool first,
			  Dateline *dateline)
{
	Reading	 r = { 0 };
	uint32_t date;

	memset(dateline, 0, sizeof(*dateline));
	r.article = article;
	r.end = end - i < LONGEST_DATELINE ? end : i + LONGEST_DATELINE;
	r.first = first;
	r.out = dateline;
	r.at = i;
	if (i + 1 < r.end && token_is(article, i, "date"))
		r.at++;
	date = date_read(article, r.at, r.end, &dateline->date);
	r.dated = date > 0;
	r.at += date;
	if (r.at >= r.end || (r.at > i && !r.dated) ||
		!(token_is_mark(article, r.at, '(') ? read_bracketed(&r) :
											  read_open(&r)))
		return false;
	dateline->text_token = r.at;
	return true;
}

uint32_t
dateline_label(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;

	while (k < end && k < i + 3 && article->tokens[k].kind == TOKEN_WORD &&
		   (article->tokens[k].flags & TOKEN_ALL_CAPITALS) &&
		   token_has(article, k, LEX(COMMON) | LEX(LABEL)) &&
		   !token_has(article, k, LEX(DETERMINER) | LEX(PRON_OTHER)))
		k++;
	if (k == i || k + 1 >= end || article->tokens[k].kind != TOKEN_DASH ||
		!(article->tokens[k + 1].flags & TOKEN_CAPITAL))
		return i;
	return k + 1;
}

/* 02/04/2026: which is the month cannot always be told. */
static uint32_t
slashed_date(const Article *article, uint32_t i, uint32_t end, Date *date)
{
	int a;
	int b;

	if (i + 5 > end || !token_is_mark(article, i + 1, '/') ||
		!token_is_mark(article, i + 3, '/'))
		return 0;
	a = digits(article, i);
	b = digits(article, i + 2);
	if (a < 1 || b < 1 || !is_year(digits(article, i + 4)) ||
		(a > 12 && b > 12) || a > 31 || b > 31)
		return 0;
	date->year = digits(article, i + 4);
	if (a > 12 || b > 12 || a == b)
	{
		date->month = a > 12 ? b : a;
		date->day = a > 12 ? a : b;
	}
	return 5;
}

/* Words and times around a date that stands for itself. */
static bool
is_date_company(const Article *article, uint32_t i)
{
	static const char *const company[] = { "at",   "am",		"pm",
										   "a.m.", "p.m.",		"a.m",
										   "p.m",  "published", "posted" };
	const Token				*token = &article->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return true;
	if (token->kind != TOKEN_WORD)
		return token->kind > TOKEN_SINGLE_MARK;
	return LAYOUT_ANY(article, i, company) || token_is(article, i, "first") ||
		token_is(article, i, "on") || token_has(article, i, LEX(WEEKDAY)) ||
		((token->flags & TOKEN_ALL_CAPITALS) &&
		 token->end - token->start <= 4);
}

bool
dateline_alone(const Article *article, uint32_t i, uint32_t end,
			   Dateline *dateline)
{
	Reading	 r = { 0 };
	uint32_t date = 0;

	memset(dateline, 0, sizeof(*dateline));
	dateline->text_token = end;
	if (end - i > 16)
		return false;
	r.article = article;
	r.end = end;
	r.out = dateline;
	for (uint32_t k = i; k < end; k++)
	{
		uint32_t n = date > 0 ? 0 :
								date_read(article, k, end, &dateline->date);

		if (n == 0 && date == 0)
			n = slashed_date(article, k, end, &dateline->date);
		if (n > 0)
		{
			date = n;
			k += n - 1;
		}
		else if (!is_date_company(article, k))
			break;
		if (k + 1 == end && date > 0)
			return true;
	}
	memset(&dateline->date, 0, sizeof(dateline->date));
	r.at = i;
	if (!read_place(&r))
		return false;
	read_regions(&r);
	if (r.at < end && read_agency(&r) && r.at < end)
		return false;
	while (r.at < end && article->tokens[r.at].kind > TOKEN_SINGLE_MARK)
		r.at++;
	return r.at == end && r.known && !r.common &&
		(r.dated || r.capitals || (r.region && end - i <= 5));
}
