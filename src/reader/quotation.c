/*
 * quotation.c
 *		Quotation marks to marked spans: pairing, a paragraph at a time.
 *
 * Which way a mark works is told by its glyph and by the white space around
 * it; where the two disagree and only one of them fits what is open, that one
 * is believed.  A mark of the other kind inside an open quotation belongs to
 * it ("nested").  Single marks open quotations only in headlines and in
 * articles that use them for speech, and never inside a word.
 *
 * A mark without a partner spoils nothing behind it: an unclosed quotation
 * ends with its paragraph, or before the next opening mark, and a closing mark
 * alone takes in its sentence.  An unclosed last quotation runs on when the
 * next paragraph opens with a mark (the running quotation of news style).
 */
#include "reader.h"
#include "syntax.h"

/* How many marks ahead are looked at to tell nested from unclosed. */
#define MARKS_AHEAD 64
/* How many tokens ahead a better closing mark is looked for. */
#define TOKENS_AHEAD 400
/* Longest title of a work or nickname, words. */
#define LONGEST_TITLE 12
/* Longest first line that is read as a headline, tokens. */
#define LONGEST_HEADLINE 24
/* Tokens from the speaker's first to the cue, at most. */
#define SPEAKER_TOKENS 6

typedef enum Direction
{
	DIRECTION_OPEN,
	DIRECTION_CLOSE,
	DIRECTION_EITHER
} Direction;

typedef struct Pairing
{
	Article *article;
	uint32_t capacity; /* of article->marked */
	uint32_t paragraph;
	uint32_t first; /* tokens of the paragraph's running text */
	uint32_t end;
	bool	 single;   /* single marks are for speech here */
	bool	 heading;  /* capitals tell nothing here */
	uint32_t open;	   /* token of the opening mark, or NONE */
	uint32_t last_end; /* where the last marked span ended */
	uint32_t carried;  /* paragraph whose first mark closes what the one before
						* it left open, or NONE */
} Pairing;

static bool
is_mark(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_DOUBLE_MARK ||
		article->tokens[i].kind == TOKEN_SINGLE_MARK;
}

static bool
leaves_room_before(const Article *article, uint32_t i, uint32_t first)
{
	const Token *before;

	if (i == first || (article->tokens[i].flags & TOKEN_SPACE_BEFORE))
		return true;
	before = &article->tokens[i - 1];
	return before->mark == '(' || before->mark == '[' ||
		before->kind == TOKEN_DASH ||
		(is_mark(article, i - 1) && before->kind != article->tokens[i].kind &&
		 (before->flags & TOKEN_SPACE_BEFORE));
}

static bool
leaves_room_after(const Article *article, uint32_t i, uint32_t end)
{
	const Token *after;

	if (i + 1 >= end || (article->tokens[i].flags & TOKEN_SPACE_AFTER))
		return true;
	after = &article->tokens[i + 1];
	return after->kind == TOKEN_STOP || after->kind == TOKEN_DASH ||
		after->kind == TOKEN_PUNCTUATION ||
		(is_mark(article, i + 1) && after->kind != article->tokens[i].kind &&
		 (after->flags & TOKEN_SPACE_AFTER));
}

/* Which way the mark at i works, by glyph and white space. */
static Direction
direction_of(const Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;
	const Token	  *token = &article->tokens[i];
	bool		   before = leaves_room_before(article, i, pairing->first);
	bool		   after = leaves_room_after(article, i, pairing->end);

	/* room on one side only is as good as a glyph */
	if (before != after)
	{
		Direction seen = before ? DIRECTION_OPEN : DIRECTION_CLOSE;

		if (token->mark == FACING_NEUTRAL ||
			(token->mark == FACING_OPEN) == (seen == DIRECTION_OPEN))
			return seen;
		/* a stop or comma before the mark speaks for closing, a wrong-facing
		 * glyph or not */
		return DIRECTION_EITHER;
	}
	if (token->mark == FACING_OPEN)
		return DIRECTION_OPEN;
	if (token->mark == FACING_CLOSE)
		return DIRECTION_CLOSE;
	return DIRECTION_EITHER;
}

/* 'em, 'til, '90s: an apostrophe where letters are left out. */
static bool
is_elision(const Article *article, uint32_t i)
{
	static const char *const elided[] = { "em",	   "til", "tis",  "twas",
										  "cause", "n",	  "bout", "round" };

	if (article->tokens[i].flags & TOKEN_SPACE_AFTER)
		return false;
	if (i + 1 >= article->n_tokens)
		return false;
	if (article->tokens[i + 1].kind == TOKEN_NUMBER)
		return article->tokens[i].mark != FACING_OPEN;
	for (size_t k = 0; k < sizeof(elided) / sizeof(elided[0]); k++)
		if (token_is(article, i + 1, elided[k]))
			return true;
	return false;
}

/* A single mark that can begin a quotation. */
static bool
opens_single(const Article *article, uint32_t i, uint32_t first)
{
	const Token *token = &article->tokens[i];

	return token->kind == TOKEN_SINGLE_MARK && token->mark != FACING_CLOSE &&
		leaves_room_before(article, i, first) &&
		!(token->flags & TOKEN_SPACE_AFTER) && !is_elision(article, i);
}

/* A single mark that can only end a quotation: ,’ or .’ before a space. */
static bool
surely_closes_single(const Article *article, uint32_t i, uint32_t end)
{
	const Token *before;

	if (article->tokens[i].kind != TOKEN_SINGLE_MARK || i == 0 ||
		article->tokens[i].mark == FACING_OPEN ||
		!leaves_room_after(article, i, end))
		return false;
	before = &article->tokens[i - 1];
	if (before->kind == TOKEN_STOP || before->mark == ',' ||
		before->kind == TOKEN_DASH)
		return true;
	/* 'It is gone', he said: the comma outside, as British papers write */
	return before->kind == TOKEN_WORD &&
		article->text[before->end - 1] != 's' && i + 1 < end &&
		token_is_mark(article, i + 1, ',');
}

/* A single mark behind a word: a closing mark, or the apostrophe of "dogs'".
 */
static bool
closes_single(const Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;
	const Token	  *token = &article->tokens[i];

	if (surely_closes_single(article, i, pairing->end))
		return true;
	if (token->kind != TOKEN_SINGLE_MARK || token->mark == FACING_OPEN ||
		(token->flags & TOKEN_SPACE_BEFORE) ||
		!leaves_room_after(article, i, pairing->end))
		return false;
	if (i > 0 && article->text[article->tokens[i - 1].end - 1] != 's')
		return true;
	/* "the workers' pay," he said: a surer mark further on is the closing one
	 */
	for (uint32_t k = i + 1; k < pairing->end && k < i + TOKENS_AHEAD; k++)
	{
		if (opens_single(article, k, pairing->first))
			return true;
		if (surely_closes_single(article, k, pairing->end))
			return false;
		if (article->tokens[k].kind == TOKEN_SINGLE_MARK)
			return false;
	}
	return true;
}

/*
 * Whether the article uses single marks for speech: more sure closing single
 * marks than double marks.
 */
static bool
speaks_in_single_marks(const Article *article)
{
	uint32_t singles = 0;
	uint32_t doubles = 0;

	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK)
			doubles++;
		else if (surely_closes_single(article, i, article->n_tokens))
			singles++;
	}
	return singles * 2 > doubles;
}

/* Words after which marked words are a name: 'a film called "The Ferry"'. */
static bool
names_what_follows(const Article *article, uint32_t i)
{
	static const char *const naming[] = { "titled",	   "entitled", "dubbed",
										  "nicknamed", "named",	   "codenamed",
										  "headlined" };

	for (size_t k = 0; k < sizeof(naming) / sizeof(naming[0]); k++)
		if (token_is(article, i, naming[k]))
			return true;
	if (i == 0)
		return false;
	/* "a film called", but not "Ruiz called" */
	if (token_is(article, i, "called"))
		return article->tokens[i - 1].kind == TOKEN_WORD &&
			!(article->tokens[i - 1].flags & TOKEN_CAPITAL) &&
			syntax_tag_in(article, i - 1,
						  TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)) &&
			!token_has(article, i - 1,
					   LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN));
	return token_is(article, i, "as") && token_is(article, i - 1, "known");
}

/* Kinds of works that have a title. */
static bool
is_work(const Article *article, uint32_t i)
{
	static const char *const works[] = {
		"show",	   "series", "sitcom",	"book",	   "novel",		  "memoir",
		"film",	   "movie",	 "musical", "opera",   "documentary", "play",
		"podcast", "song",	 "album",	"single",  "program",	  "programme",
		"column",  "essay",	 "poem",	"episode", "segment",	  "magazine",
		"game",	   "comedy", "drama",	"blog",	   "newsletter",  "exhibition",
	};

	for (size_t k = 0; k < sizeof(works) / sizeof(works[0]); k++)
		if (token_is(article, i, works[k]))
			return true;
	return false;
}

/*
 * What stands before a title: 'on "World at One"', 'the BBC's "World at One"',
 * 'the show "World at One"', 'in her new book, "World at One"'.  What people
 * chant or write ('chants of "Long Live the King"') is no title.
 */
static bool
comes_before_title(const Article *article, uint32_t i)
{
	if (i > 0 && token_is_mark(article, i, ','))
		return is_work(article, i - 1);
	if (article->tokens[i].kind == TOKEN_POSSESSIVE || is_work(article, i))
		return true;
	return token_has(article, i, LEX(PREPOSITION)) &&
		(i == 0 || !token_is(article, i, "of") ||
		 !token_has(article, i - 1, LEX(CUE_NOUN) | LEX(CUE_SPEECH)));
}

/* '"Rain over Vila," by Ana Ruiz' */
static bool
has_author(const Article *article, const MarkedSpan *span)
{
	uint32_t by = span->token_end;

	return by + 1 < article->n_tokens && token_is(article, by, "by") &&
		(article->tokens[by + 1].flags & TOKEN_CAPITAL) &&
		token_is_mark(article, span->inner_end - 1, ',') &&
		(article->tokens[span->inner_start].flags & TOKEN_CAPITAL);
}

/* Robert “Bob” Ruiz */
static bool
is_nickname(const Article *article, const MarkedSpan *span)
{
	const Token *tokens = article->tokens;
	uint32_t	 before = span->token_start - 1;

	return span->token_start > 0 && span->token_end < article->n_tokens &&
		tokens[before].kind == TOKEN_WORD &&
		(tokens[before].flags & TOKEN_CAPITAL) &&
		(tokens[span->token_end].flags & TOKEN_CAPITAL) &&
		!token_has(article, before, LEX(CUE_SPEECH)) &&
		token_has(article, before, LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE));
}

/* heading: capitals tell nothing. */
static MarkedLook
look_of(const Article *article, const MarkedSpan *span, bool heading)
{
	uint32_t	 words = 0;
	uint32_t	 capitals = 0;
	uint32_t	 addresses = 0;
	bool		 stops = false; /* ends with a full stop */
	const Token *tokens = article->tokens;

	if (span->inner_end - span->inner_start > LONGEST_TITLE)
		return has_author(article, span) ? LOOK_NAME : LOOK_PLAIN;
	for (uint32_t i = span->inner_start; i < span->inner_end; i++)
	{
		if (tokens[i].kind == TOKEN_STOP && tokens[i].mark == '.')
		{
			if (i + 1 < span->inner_end)
				return LOOK_PLAIN;
			stops = true;
		}
		addresses += tokens[i].kind == TOKEN_ADDRESS;
		if (tokens[i].kind != TOKEN_WORD)
			continue;
		if (tokens[i].flags & TOKEN_CAPITAL)
			capitals++;
		else if (words > 0 &&
				 token_has(article, i,
						   LEX(DETERMINER) | LEX(PREPOSITION) |
							   LEX(CONJUNCTION) | LEX(NAME_PARTICLE)))
			continue;
		words++;
	}
	if ((!stops && span->token_start > 0 &&
		 names_what_follows(article, span->token_start - 1)) ||
		has_author(article, span))
		return LOOK_NAME;
	/* "#PortStrike" */
	if (words == 0 && addresses == 1)
		return LOOK_TITLE;
	if (words == 0 || capitals < words)
		return LOOK_PLAIN;
	if (words >= 2 && span->token_start > 0 && !heading &&
		comes_before_title(article, span->token_start - 1))
		return LOOK_NAME;
	if (stops)
		return LOOK_PLAIN;
	if (words <= 3 && is_nickname(article, span))
		return LOOK_NAME;
	return words >= 2 ? LOOK_TITLE : LOOK_PLAIN;
}

/*
 * '"We are done, Ruiz said. Then it rained.': the comma that ends what is
 * quoted where the closing mark is missing, or NONE.
 */
static uint32_t
comma_before_cue(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i + 2 < end && i < first + TOKENS_AHEAD; i++)
	{
		if (!token_is_mark(article, i, ','))
			continue;
		for (uint32_t k = i + 2; k < end && k < i + 2 + SPEAKER_TOKENS; k++)
		{
			if (article->tokens[k].kind != TOKEN_WORD)
				break;
			if (token_has(article, k, LEX(CUE_SPEECH)) &&
				syntax_tag_in(article, k, TAGS_FINITE))
			{
				if (!token_has(article, i + 1, LEX(PRON_SUBJ_1)) &&
					(k + 1 >= end ||
					 article->tokens[k + 1].kind == TOKEN_STOP ||
					 syntax_is_time_word(article, k + 1)))
					return i;
				break;
			}
		}
	}
	return NONE;
}

/*
 * '“We are done.’ Then it rained.': the single mark that was typed for the
 * missing double one, or NONE.
 */
static uint32_t
single_for_double(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end && i < first + TOKENS_AHEAD; i++)
	{
		if (article->tokens[i].kind != TOKEN_SINGLE_MARK)
			continue;
		if (opens_single(article, i, first))
			return NONE;
		if (i > first && surely_closes_single(article, i, end) &&
			article->tokens[i - 1].kind == TOKEN_STOP)
			return i;
	}
	return NONE;
}

static void
add_span(Pairing *pairing, uint32_t start, uint32_t end, bool opened,
		 bool closed)
{
	Article	   *article = pairing->article;
	MarkedSpan *span;

	pairing->open = NONE;
	if (!closed && opened)
	{
		uint32_t comma = comma_before_cue(article, start + 1, end);
		uint32_t single = article->tokens[start].kind == TOKEN_DOUBLE_MARK ?
			single_for_double(article, start + 1, end) :
			NONE;

		closed = single != NONE && (comma == NONE || single < comma);
		if (closed)
			end = single + 1;
		else if (comma != NONE)
			end = comma + 1;
	}
	if (end <= start + (uint32_t) opened + (uint32_t) closed)
		return; /* nothing between the marks */
	span = ARENA_PUSH(article->arena, article->marked, article->n_marked,
					  pairing->capacity);
	span->token_start = start;
	span->token_end = end;
	span->inner_start = start + opened;
	span->inner_end = end - closed;
	span->paragraph = pairing->paragraph;
	span->opened = opened;
	span->closed = closed;
	span->quotation = NONE;
	span->look = (uint8_t) look_of(article, span, pairing->heading);
	pairing->last_end = end;
}

/* Whether a mark at i could open a nested quotation: two closings follow. */
static bool
is_nested(const Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;
	int			   depth = 2;
	int			   marks = 0;

	for (uint32_t k = i + 1;
		 k < pairing->end && k < i + TOKENS_AHEAD && marks < MARKS_AHEAD; k++)
	{
		if (article->tokens[k].kind != article->tokens[i].kind)
			continue;
		marks++;
		depth += direction_of(pairing, k) == DIRECTION_OPEN ? 1 : -1;
		if (depth == 0)
			return true;
	}
	return false;
}

/* Where an unclosed quotation ends when another one opens at token next. */
static uint32_t
unclosed_end(const Pairing *pairing, uint32_t next)
{
	for (uint32_t i = next; i > pairing->open + 1; i--)
		if (pairing->article->tokens[i - 1].kind == TOKEN_STOP)
			return i;
	return next;
}

/* A closing mark with nothing open: takes in the sentence it ends. */
static void
add_unopened(Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;
	uint32_t	   start = i;

	/* the stop right before the mark is the sentence's own */
	while (start > pairing->last_end &&
		   (start == i || article->tokens[start - 1].kind != TOKEN_STOP))
		start--;
	add_span(pairing, start, i + 1, false, true);
}

static void
open_at(Pairing *pairing, uint32_t i)
{
	if (pairing->open != NONE)
		add_span(pairing, pairing->open, unclosed_end(pairing, i), true,
				 false);
	pairing->open = i;
}

/* 'Ruiz said," We go': a mark stuck to the comma behind the cue opens. */
static bool
follows_cue(const Article *article, uint32_t i, uint32_t first)
{
	return i >= first + 2 &&
		(token_is_mark(article, i - 1, ',') ||
		 token_is_mark(article, i - 1, ':')) &&
		token_has(article, i - 2, LEX(CUE_SPEECH) | LEX(CUE_WRITING)) &&
		i + 1 < article->n_tokens &&
		!(article->tokens[i + 1].flags & TOKEN_LINE_START);
}

/* The mark that closes the value of an attribute: <post author="Ruiz"> */
static uint32_t
attribute_end(const Pairing *pairing, uint32_t i)
{
	for (uint32_t k = i + 1; k < pairing->end && k < i + TOKENS_AHEAD; k++)
		if (pairing->article->tokens[k].kind == TOKEN_DOUBLE_MARK)
			return k;
	return i;
}

/*
 * Whether the mark at i, of another glyph than the straight one that is open,
 * opens words inside it: its partner follows before a straight mark does.
 */
static uint32_t
nested_in_straight(const Pairing *pairing, uint32_t i)
{
	const Token *tokens = pairing->article->tokens;

	if (tokens[pairing->open].mark != FACING_NEUTRAL ||
		tokens[i].mark != FACING_OPEN)
		return NONE;
	for (uint32_t k = i + 1; k < pairing->end && k < i + TOKENS_AHEAD; k++)
		if (tokens[k].kind == TOKEN_DOUBLE_MARK)
			return tokens[k].mark == FACING_CLOSE ? k : NONE;
	return NONE;
}

/* Double marks.  Returns the token where reading goes on. */
static uint32_t
take_double(Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;
	Direction	   direction = direction_of(pairing, i);

	if (pairing->open == NONE)
	{
		if (i > pairing->first && token_is_mark(article, i - 1, '=') &&
			!(article->tokens[i].flags & TOKEN_SPACE_BEFORE))
			return attribute_end(pairing, i);
		if (pairing->paragraph == pairing->carried)
		{
			pairing->carried = NONE;
			add_span(pairing, pairing->first, i + 1, false, true);
		}
		else if (direction == DIRECTION_CLOSE && i > pairing->first &&
				 !follows_cue(article, i, pairing->first))
			add_unopened(pairing, i);
		else
			open_at(pairing, i);
		return i;
	}
	if (article->tokens[pairing->open].kind != article->tokens[i].kind)
		return i; /* nested in single marks */
	if (nested_in_straight(pairing, i) != NONE)
		return nested_in_straight(pairing, i);
	if (direction != DIRECTION_OPEN)
		add_span(pairing, pairing->open, i + 1, true, true);
	else if (is_nested(pairing, i))
	{
		/* over the inner quotation, to behind its closing mark */
		int depth = 1;

		while (++i < pairing->end && depth > 0)
			if (article->tokens[i].kind == article->tokens[pairing->open].kind)
				depth += direction_of(pairing, i) == DIRECTION_OPEN ? 1 : -1;
		i--;
	}
	else
		open_at(pairing, i);
	return i;
}

static void
take_single(Pairing *pairing, uint32_t i)
{
	const Article *article = pairing->article;

	if (pairing->open == NONE)
	{
		if (pairing->single && opens_single(article, i, pairing->first))
			open_at(pairing, i);
	}
	else if (article->tokens[pairing->open].kind == TOKEN_SINGLE_MARK &&
			 closes_single(pairing, i))
		add_span(pairing, pairing->open, i + 1, true, true);
}

/* The next paragraph of running text, or n_paragraphs. */
static uint32_t
next_running(const Article *article, uint32_t p)
{
	while (++p < article->n_paragraphs)
		if (article->paragraphs[p].kind != PARAGRAPH_CAPTION &&
			article->paragraphs[p].kind != PARAGRAPH_RELATED &&
			article->paragraphs[p].kind != PARAGRAPH_BOILERPLATE)
			break;
	return p;
}

/* Whether the quotation left open goes on in the next paragraph. */
static bool
goes_on(const Pairing *pairing)
{
	const Article *article = pairing->article;
	uint32_t	   p = next_running(article, pairing->paragraph);
	const Token	  *token;

	if (p >= article->n_paragraphs)
		return false;
	if (article->paragraphs[p].kind != PARAGRAPH_BODY &&
		article->paragraphs[p].kind != PARAGRAPH_BLOCKQUOTE &&
		article->paragraphs[p].kind !=
			article->paragraphs[pairing->paragraph].kind)
		return false;
	if (article->paragraphs[p].text_token >= article->paragraphs[p].token_end)
		return false;
	token = &article->tokens[article->paragraphs[p].text_token];
	/* a straight mark and a curled one are of two hands */
	if ((token->mark == FACING_NEUTRAL) !=
		(article->tokens[pairing->open].mark == FACING_NEUTRAL))
		return false;
	return token->kind == article->tokens[pairing->open].kind &&
		(token->mark != FACING_CLOSE || !(token->flags & TOKEN_SPACE_AFTER));
}

static bool
is_quoting(ParagraphKind kind)
{
	return kind == PARAGRAPH_BODY || kind == PARAGRAPH_HEADLINE ||
		kind == PARAGRAPH_SUBHEAD || kind == PARAGRAPH_BULLET ||
		kind == PARAGRAPH_BLOCKQUOTE || kind == PARAGRAPH_TURN ||
		kind == PARAGRAPH_CAPTION;
}

/*
 * '... "We lost a crane.' and in the next paragraph 'The port will open,"
 * Ruiz said.': the first mark there closes what was left open here.
 */
static bool
closes_later(Pairing *pairing)
{
	const Article *article = pairing->article;
	uint32_t	   p = next_running(article, pairing->paragraph);
	Pairing		   next = *pairing;

	if (p >= article->n_paragraphs ||
		article->paragraphs[p].kind !=
			article->paragraphs[pairing->paragraph].kind)
		return false;
	next.first = article->paragraphs[p].text_token;
	next.end = article->paragraphs[p].token_end;
	for (uint32_t i = next.first;
		 i < next.end && i < next.first + TOKENS_AHEAD; i++)
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK)
		{
			if (i == next.first || direction_of(&next, i) != DIRECTION_CLOSE ||
				follows_cue(article, i, next.first))
				return false;
			pairing->carried = p;
			return true;
		}
	return false;
}

static void
read_paragraph(Pairing *pairing)
{
	Article *article = pairing->article;
	uint32_t before = article->n_marked;

	pairing->open = NONE;
	pairing->last_end = pairing->first;
	for (uint32_t i = pairing->first; i < pairing->end; i++)
	{
		if ((i & 0xFFF) == 0)
			arena_check(article->arena);
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK)
			i = take_double(pairing, i);
		else if (article->tokens[i].kind == TOKEN_SINGLE_MARK)
			take_single(pairing, i);
	}
	if (pairing->open != NONE)
	{
		bool runs = goes_on(pairing) ||
			(article->tokens[pairing->open].kind == TOKEN_DOUBLE_MARK &&
			 closes_later(pairing));

		add_span(pairing, pairing->open, pairing->end, true, false);
		if (article->n_marked > before)
			article->marked[article->n_marked - 1].runs_on = runs &&
				!article->marked[article->n_marked - 1].closed &&
				article->marked[article->n_marked - 1].token_end ==
					pairing->end;
	}
}

/*
 * A first line that is no headline for its full stop, but as short, and
 * without double marks.
 */
static bool
reads_as_headline(const Pairing *pairing)
{
	if (pairing->end - pairing->first > LONGEST_HEADLINE)
		return false;
	for (uint32_t i = pairing->first; i < pairing->end; i++)
		if (pairing->article->tokens[i].kind == TOKEN_DOUBLE_MARK)
			return false;
	return true;
}

void
quotation_read(Article *article)
{
	Pairing pairing = { 0 };
	bool	single = speaks_in_single_marks(article);
	bool	any = false; /* paragraph has been read */

	pairing.article = article;
	pairing.carried = NONE;
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];

		if (!is_quoting(paragraph->kind))
			continue;
		pairing.paragraph = p;
		pairing.first = paragraph->text_token;
		pairing.end = paragraph->token_end;
		pairing.heading = paragraph->kind == PARAGRAPH_HEADLINE ||
			paragraph->kind == PARAGRAPH_SUBHEAD ||
			(!any && reads_as_headline(&pairing));
		pairing.single = single || pairing.heading;
		any = true;
		read_paragraph(&pairing);
	}
}
