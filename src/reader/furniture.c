/*
 * furniture.c
 *		Notes, corrections, links, captions: parts known by their wording.
 *
 * Most say what they are in their first words.  How much more is asked for
 * depends on how likely the words are to open a sentence of the story: a
 * colon, a short line, or nothing.
 */
#include "layout.h"

/* Tokens of a short line. */
#define SHORT_LINE 30
/* Tokens of the longest caption. */
#define LONGEST_CAPTION 90
/* Tokens of a caption known by "left" or "right" alone. */
#define DIRECTED_CAPTION 45
/* Tokens of the credit at a caption's end. */
#define LONGEST_CREDIT 14

typedef enum Needs
{
	NEEDS_NOTHING,
	NEEDS_COLON,   /* a colon, dash or bar behind, or no more words */
	NEEDS_MARK,	   /* the same, but not the words alone */
	NEEDS_CAPTION, /* no more than LONGEST_CAPTION tokens, no quotation */
	NEEDS_SHORT,   /* no more than SHORT_LINE tokens, no quotation */
	NEEDS_BRACKET  /* the paragraph stands in brackets */
} Needs;

typedef struct Opening
{
	const char	 *words;
	ParagraphKind kind;
	Needs		  needs;
} Opening;

static const Opening openings[] = {
	{ "editor 's note", PARAGRAPH_NOTE, NEEDS_NOTHING },
	{ "editors ' note", PARAGRAPH_NOTE, NEEDS_NOTHING },
	{ "editors note", PARAGRAPH_NOTE, NEEDS_NOTHING },
	{ "author 's note", PARAGRAPH_NOTE, NEEDS_NOTHING },
	{ "publisher 's note", PARAGRAPH_NOTE, NEEDS_NOTHING },
	{ "note to readers", PARAGRAPH_NOTE, NEEDS_COLON },
	{ "note to editors", PARAGRAPH_NOTE, NEEDS_COLON },
	{ "notes to editors", PARAGRAPH_NOTE, NEEDS_COLON },
	{ "a note to readers", PARAGRAPH_NOTE, NEEDS_COLON },
	{ "reader note", PARAGRAPH_NOTE, NEEDS_COLON },
	{ "eds", PARAGRAPH_NOTE, NEEDS_MARK },
	{ "note", PARAGRAPH_NOTE, NEEDS_MARK },
	{ "correction", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "corrections", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "corrected", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "clarification", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "clarifications", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "correction and clarification", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "corrections and clarifications", PARAGRAPH_CORRECTION, NEEDS_COLON },
	{ "corrects", PARAGRAPH_CORRECTION, NEEDS_BRACKET },
	{ "an earlier version of", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "a previous version of", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "an earlier headline", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "the original version of this", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "this article has been corrected", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "this story has been corrected", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "this article was corrected", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "this story was corrected", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "this post has been corrected", PARAGRAPH_CORRECTION, NEEDS_NOTHING },
	{ "update", PARAGRAPH_UPDATE, NEEDS_MARK },
	{ "updated", PARAGRAPH_UPDATE, NEEDS_MARK },
	{ "refile", PARAGRAPH_UPDATE, NEEDS_COLON },
	{ "updates", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "updates with", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "adds", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "recasts", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "refiles", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "refiled", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "rewrites", PARAGRAPH_UPDATE, NEEDS_BRACKET },
	{ "this story has been updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this article has been updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this post has been updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this report has been updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this story was updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this article was updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this story will be updated", PARAGRAPH_UPDATE, NEEDS_NOTHING },
	{ "this is a developing", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this is a breaking", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this story is developing", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this story was first published", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this story was originally published", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this article was originally published", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "this article originally appeared", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "originally published", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "more to come", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "check back", PARAGRAPH_UPDATE, NEEDS_SHORT },
	{ "read more", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "read also", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "also read", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "read next", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "read", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "read the full", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "read the rest", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "read the entire", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "read the original", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "see also", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "also see", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "see more", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "view full", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "related", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related story", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related stories", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related article", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related articles", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related coverage", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related news", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related content", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related links", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "related topics", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "more", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "more on this story", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "more coverage", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "more stories", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "more news", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "recommended", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "watch", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "watch live", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "watch the", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "watch more", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "listen", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "listen live", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "listen to the full", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "video", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "podcast", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "photos", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "gallery", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "in pictures", PARAGRAPH_RELATED, NEEDS_COLON },
	{ "click here", PARAGRAPH_RELATED, NEEDS_SHORT },
	{ "online", PARAGRAPH_RELATED, NEEDS_MARK },
	{ "follow us", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "like us on", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "find us on", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "join us on", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "share this", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "sign up", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "subscribe", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "get the latest", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "get our", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "download our", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "download the", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "for more information", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "for more news", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "for more stories", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "support our", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "our standards", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "media contact", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "media contacts", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "press contact", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "contact", PARAGRAPH_BOILERPLATE, NEEDS_MARK },
	{ "contacts", PARAGRAPH_BOILERPLATE, NEEDS_MARK },
	{ "contact the author", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "contact the reporter", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "source", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "sources", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "h / t", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "hat tip", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "email", PARAGRAPH_BOILERPLATE, NEEDS_MARK },
	{ "e-mail", PARAGRAPH_BOILERPLATE, NEEDS_MARK },
	{ "advertisement", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "skip advertisement", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "story continues below", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "article continues", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "continue reading", PARAGRAPH_BOILERPLATE, NEEDS_SHORT },
	{ "the views expressed", PARAGRAPH_BOILERPLATE, NEEDS_NOTHING },
	{ "the opinions expressed", PARAGRAPH_BOILERPLATE, NEEDS_NOTHING },
	{ "opinions expressed", PARAGRAPH_BOILERPLATE, NEEDS_NOTHING },
	{ "forward-looking statements", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "safe harbor statement", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "cautionary statement", PARAGRAPH_BOILERPLATE, NEEDS_COLON },
	{ "file", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "file photo", PARAGRAPH_CAPTION, NEEDS_COLON },
	{ "photo", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "photo taken", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "in this photo", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "in this image", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "in this file photo", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "this photo", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "this image", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "file photo of", PARAGRAPH_CAPTION, NEEDS_CAPTION },
	{ "photo by", PARAGRAPH_CAPTION, NEEDS_SHORT },
	{ "photos by", PARAGRAPH_CAPTION, NEEDS_SHORT },
	{ "photograph", PARAGRAPH_CAPTION, NEEDS_COLON },
	{ "photograph by", PARAGRAPH_CAPTION, NEEDS_SHORT },
	{ "image", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "image credit", PARAGRAPH_CAPTION, NEEDS_COLON },
	{ "photo credit", PARAGRAPH_CAPTION, NEEDS_COLON },
	{ "picture", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "credit", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "caption", PARAGRAPH_CAPTION, NEEDS_MARK },
	{ "illustration", PARAGRAPH_CAPTION, NEEDS_MARK },
};

/* What gives a picture's maker: "Image: X." "(Photo by X)" */
static const char *const credit_words[] = {
	"photo",  "image",	"picture", "photograph", "illustration",
	"photos", "images", "credit",  "photography"
};

static bool
is_bracketed(const Article *article, uint32_t first, uint32_t end)
{
	return token_is_mark(article, first, '(') ||
		token_is_mark(article, first, '[') ||
		token_is_mark(article, end - 1, ')');
}

/*
 * A colon, dash or bar at i, perhaps behind a date in brackets ("Correction
 * (Feb. 4):"), a number ("UPDATE 2-") or an address; or nothing more.
 */
static bool
has_colon(const Article *article, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k < i + 7; k++)
	{
		const Token *token = &article->tokens[k];

		if (token->mark == ':' || token->mark == '|')
			return true;
		if (token->kind == TOKEN_DASH)
			return k > i || (token->flags & TOKEN_SPACE_AFTER);
		if (k == i && token->kind == TOKEN_STOP && i + 1 == end)
			return true;
		if (token->kind != TOKEN_NUMBER && token->mark != '(' &&
			token->mark != ')' && token->mark != ',' && token->mark != '.' &&
			!token_has(article, k, LEX(MONTH) | LEX(WEEKDAY)))
			return k > i && token->kind == TOKEN_WORD &&
				(article->tokens[k - 1].flags & TOKEN_HAS_HYPHEN);
	}
	return i >= end;
}

static bool
opening_fits(const Article *article, const Opening *opening, uint32_t first,
			 uint32_t end, bool bracket)
{
	uint32_t n = layout_words(article, first, end, opening->words);

	if (n == 0)
		return false;
	switch (opening->needs)
	{
		case NEEDS_NOTHING:
			return true;
		case NEEDS_COLON:
			return has_colon(article, first + n, end);
		case NEEDS_MARK:
			return first + n + 1 < end && has_colon(article, first + n, end);
		case NEEDS_CAPTION:
			return end - first <= LONGEST_CAPTION &&
				!layout_quotes(article, first, end);
		case NEEDS_SHORT:
			return end - first <= SHORT_LINE &&
				!layout_quotes(article, first, end);
		case NEEDS_BRACKET:
			return bracket;
	}
	return false;
}

/* Whether one of the words stands in tokens [i, end). */
static bool
has_word(const Article *article, uint32_t i, uint32_t end,
		 const char *const *words, size_t n)
{
	for (; i < end; i++)
		if (layout_any(article, i, words, n))
			return true;
	return false;
}

/* "Follow @dreyes", "Dana Reyes is a writer. Follow her at @dreyes." */
static bool
is_follow_line(const Article *article, uint32_t first, uint32_t end)
{
	bool follow = false;

	if (end - first > SHORT_LINE || layout_quotes(article, first, end))
		return false;
	for (uint32_t i = first; i < end; i++)
	{
		if (follow && article->tokens[i].kind == TOKEN_ADDRESS)
			return true;
		follow |= token_is(article, i, "follow") &&
			(article->tokens[i].flags & TOKEN_CAPITAL) &&
			(i == first || article->tokens[i - 1].kind == TOKEN_STOP);
	}
	return false;
}

/* "Do you live near the bridge? Share your pictures with our newsroom." */
static bool
calls_reader(const Article *article, uint32_t first, uint32_t end)
{
	static const char *const calls[] = { "share your",	"send us",
										 "email us",	"tell us your",
										 "contact us",	"get in touch with us",
										 "write to us", "message us" };

	if (end - first > SHORT_LINE || layout_quotes(article, first, end))
		return false;
	for (uint32_t i = first; i < end; i++)
	{
		if (!(article->tokens[i].flags & TOKEN_CAPITAL) ||
			(i > first && article->tokens[i - 1].kind != TOKEN_STOP))
			continue;
		for (size_t k = 0; k < sizeof(calls) / sizeof(calls[0]); k++)
			if (layout_words(article, i, end, calls[k]))
				return true;
	}
	return false;
}

/* "Follow City Wire's coverage of the weather at the address below." */
static bool
is_coverage_line(const Article *article, uint32_t first, uint32_t end)
{
	if (end - first > SHORT_LINE || layout_quotes(article, first, end) ||
		(!token_is(article, first, "follow") &&
		 !token_is(article, first, "find") &&
		 !token_is(article, first, "see")))
		return false;
	for (uint32_t i = first + 1; i < end && i < first + 8; i++)
		if (token_is(article, i, "coverage") ||
			token_is(article, i, "stories"))
			return true;
	return false;
}

/* Nothing but an address. */
static bool
is_address_line(const Article *article, uint32_t first, uint32_t end)
{
	return article->tokens[first].kind == TOKEN_ADDRESS &&
		(end - first == 1 ||
		 (end - first == 2 && article->tokens[end - 1].kind == TOKEN_STOP)) &&
		article->text[article->tokens[first].start] != '@' &&
		article->text[article->tokens[first].start] != '#';
}

/* "(APPLAUSE)" "[crosstalk]" */
static bool
is_aside(const Article *article, uint32_t first, uint32_t end)
{
	static const char *const noises[] = {
		"applause",	 "laughter",	   "laughs",   "crosstalk",
		"inaudible", "cheers",		   "cheering", "booing",
		"boos",		 "pause",		   "music",	   "silence",
		"chanting",	 "unintelligible", "video",	   "audio",
		"clip",		 "commercial",	   "crying",   "sighs",
		"applauds",	 "indiscernible"
	};
	bool capitals = true;

	/* a transcript in marks puts one before each paragraph */
	if (article->tokens[first].kind == TOKEN_DOUBLE_MARK)
		first++;
	if (end - first < 3 || end - first > 10 ||
		(!token_is_mark(article, first, '(') &&
		 !token_is_mark(article, first, '[')))
		return false;
	if (article->tokens[end - 1].kind == TOKEN_STOP)
		end--;
	if (!token_is_mark(article, end - 1, ')') &&
		!token_is_mark(article, end - 1, ']'))
		return false;
	if (layout_words(article, first + 1, end, "h / t"))
		return false;
	for (uint32_t i = first + 1; i + 1 < end; i++)
		if (article->tokens[i].kind == TOKEN_WORD)
			capitals &= (article->tokens[i].flags & TOKEN_ALL_CAPITALS) != 0;
		else if (article->tokens[i].kind <= TOKEN_ADDRESS)
			capitals = false;
	return capitals ||
		has_word(article, first + 1, end, noises,
				 sizeof(noises) / sizeof(noises[0]));
}

/* Where a caption's credit begins: "Image: X." "(Photo by X)"; or end. */
static uint32_t
credit_start(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t i = end - first > LONGEST_CREDIT ? end - LONGEST_CREDIT : first;

	for (; i + 1 < end; i++)
	{
		uint32_t before = i > first ? i - 1 : i;

		if (token_is_mark(article, i, '(') && i + 3 < end &&
			layout_words(article, i + 1, end, "ap photo") &&
			token_is_mark(article, i + 3, '/'))
			return i;
		if (!LAYOUT_ANY(article, i, credit_words))
			continue;
		if (i > first && article->tokens[before].kind != TOKEN_STOP &&
			!token_is_mark(article, before, '(') &&
			!token_is_mark(article, before, '[') &&
			!(token_is(article, before, "file")))
			continue;
		if (token_is_mark(article, i + 1, ':') ||
			(token_is(article, i + 1, "by") && i > first) ||
			(token_is(article, i + 1, "credit") && i > first) ||
			(token_is(article, i + 1, "courtesy") && i > first))
			return i;
	}
	return end;
}

/* "Mayor Ana Ruiz, left, speaks": a direction between commas or brackets. */
static bool
has_direction(const Article *article, uint32_t first, uint32_t end)
{
	static const char *const directions[] = { "left",		"right",
											  "center",		"centre",
											  "foreground", "background" };

	for (uint32_t i = first + 1; i + 1 < end; i++)
	{
		bool	 brackets;
		uint32_t start = i;

		/* what is behind it rules most words out */
		if ((!token_is_mark(article, i + 1, ',') &&
			 !token_is_mark(article, i + 1, ')')) ||
			(article->tokens[i].flags & TOKEN_CAPITAL) ||
			!LAYOUT_ANY(article, i, directions))
			continue;
		while (start > first + 1 && i - start < 3 &&
			   (token_is(article, start - 1, "from") ||
				token_is(article, start - 1, "second") ||
				token_is(article, start - 1, "third") ||
				token_is(article, start - 1, "the") ||
				token_is(article, start - 1, "at") ||
				token_is(article, start - 1, "far")))
			start--;
		brackets = token_is_mark(article, start - 1, '(') &&
			token_is_mark(article, i + 1, ')');
		if (brackets ||
			(token_is_mark(article, start - 1, ',') &&
			 token_is_mark(article, i + 1, ',') && start > first + 1 &&
			 (article->tokens[start - 2].flags & TOKEN_CAPITAL)))
			return true;
	}
	return false;
}

/* One sentence: no stop before the last token. */
static bool
is_one_sentence(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i + 1 < end; i++)
		if (article->tokens[i].kind == TOKEN_STOP &&
			(article->tokens[i].flags & TOKEN_SPACE_AFTER) &&
			(article->tokens[i + 1].flags & TOKEN_CAPITAL) &&
			!(i > first && token_has(article, i - 1, LEX(MONTH) | LEX(TITLE))))
			return false;
	return true;
}

static bool
is_caption(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t words = end - first;

	if (words > LONGEST_CAPTION || layout_quotes(article, first, end))
		return false;
	if (credit_start(article, first, end) < end ||
		(layout_glyph(article, first, "©") && words <= LONGEST_CREDIT))
		return true;
	if (words > DIRECTED_CAPTION || !has_direction(article, first, end) ||
		!is_one_sentence(article, first, end))
		return false;
	for (uint32_t i = first; i < end; i++)
		if (token_has(article, i, LEX(CUE_SPEECH)) &&
			!token_has(article, i, LEX(CUE_WEAK)) &&
			!token_is(article, i, "speaks"))
			return false;
	return true;
}

/* "Ana Ruiz (@aruiz) February 4, 2026", a dash before it or not. */
static bool
is_social(const Article *article, uint32_t first, uint32_t end)
{
	bool handle = false;

	if (end - first > 22)
		return false;
	if (article->tokens[first].kind == TOKEN_DASH)
		first++;
	for (uint32_t i = first; i < end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind == TOKEN_ADDRESS && !handle && i > first &&
			token_is_mark(article, i - 1, '(') && i + 1 < end &&
			article->text[token->start] == '@' &&
			token_is_mark(article, i + 1, ')'))
			handle = i > first + 1;
		else if (token->kind == TOKEN_WORD &&
				 (handle ? !token_has(article, i, LEX(MONTH) | LEX(WEEKDAY)) &&
						  !token_is(article, i, "pm") &&
						  !token_is(article, i, "am") :
						   !(token->flags & TOKEN_CAPITAL)))
			return false;
	}
	return handle;
}

/* A caption whose first words are an instruction to look below is a link. */
static bool
points_elsewhere(const Article *article, uint32_t first, uint32_t end)
{
	static const char *const pointers[] = { "below", "here", "above",  "video",
											"clip",	 "live", "trailer" };

	return !token_is(article, first, "watch") ||
		token_is_mark(article, first + 1, ':') ||
		has_word(article, first, end, pointers,
				 sizeof(pointers) / sizeof(pointers[0]));
}

ParagraphKind
furniture_kind(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 first = paragraph->token_start;
	uint32_t		 end = paragraph->token_end;
	bool			 bracket = is_bracketed(article, first, end);

	if (is_aside(article, first, end))
		return PARAGRAPH_ASIDE;
	if (is_address_line(article, first, end))
		return PARAGRAPH_RELATED;
	if (is_social(article, first, end))
		return PARAGRAPH_SOCIAL;
	while (first + 1 < end &&
		   article->tokens[first].kind >= TOKEN_PUNCTUATION &&
		   article->tokens[first].mark != 0)
		first++;
	if (article->tokens[first].kind == TOKEN_DASH && first + 1 < end)
		first++;
	if (article->tokens[first].flags & TOKEN_CAPITAL)
	{
		for (size_t k = 0; k < sizeof(openings) / sizeof(openings[0]); k++)
			if (layout_letter_fits(article, first, *openings[k].words) &&
				opening_fits(article, &openings[k], first, end, bracket) &&
				points_elsewhere(article, first, end))
				return openings[k].kind;
		if (is_follow_line(article, first, end) ||
			calls_reader(article, first, end))
			return PARAGRAPH_BOILERPLATE;
		if (is_coverage_line(article, first, end))
			return PARAGRAPH_RELATED;
	}
	else if (layout_words(article, first, end, "h / t") &&
			 end - first <= SHORT_LINE)
		return PARAGRAPH_BOILERPLATE;
	return is_caption(article, paragraph->token_start, end) ?
		PARAGRAPH_CAPTION :
		PARAGRAPH_BODY;
}
