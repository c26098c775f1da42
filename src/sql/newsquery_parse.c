/*
 * newsquery_parse.c
 *		From what is written to a newsquery.
 *
 *	query   = and { "|" and }
 *	and     = not { "&" not }
 *	not     = "!" not | "(" query ")" | "quote" "(" query ")" | term
 *	term    = [ field ":" ] ( word | '"' phrase '"' ) [ "*" ]
 *
 * A word is anything but spaces and the marks above; inside a phrase a
 * backslash takes the next character as it is.
 */
#include "newsquery.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "encoding.h"
#include "model.h"
#include "reader/unicode.h"

/*
 * Longest term, in bytes; the same as of a word in a tsquery.  It bounds the
 * words of a phrase, each of which may be compared with each of an article.
 */
#define LONGEST_TERM 2046

typedef struct Parser
{
	const char *text;
	const char *at;
	const char *end;
	Node	   *escontext;
	const char *quote; /* where the quote( that we are in begins, or NULL */
} Parser;

/* A term as it stands in the text. */
typedef struct RawTerm
{
	NewsQueryField field;
	int			   flags;
	char		  *text;
	uint32		   length;
} RawTerm;

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
ends_word(char c)
{
	return is_space(c) || strchr("&|!()\"", c) != NULL;
}

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
skip_spaces(Parser *parser)
{
	while (parser->at < parser->end && is_space(*parser->at))
		parser->at++;
}

static bool
at_char(const Parser *parser, char c)
{
	return parser->at < parser->end && *parser->at == c;
}

/* Where a character stands, for a message: from 1. */
static int
place(const Parser *parser, const char *at)
{
	return pg_mbstrlen_with_len(parser->text, (int) (at - parser->text)) + 1;
}

/* Reports what is wrong where; the detail has one %d for the place. */
static QueryNode *
wrong(const Parser *parser, const char *at, const char *detail,
	  const char *hint)
{
	ereturn(parser->escontext, NULL,
			(errcode(ERRCODE_SYNTAX_ERROR),
			 errmsg("syntax error in newsquery: \"%s\"", parser->text),
			 errdetail(detail, place(parser, at)),
			 hint ? errhint("%s", hint) : 0));
}

/* The field that is named by these letters; FIELDS for none. */
static NewsQueryField
field_named(const char *name, Size length)
{
	NewsQueryField field = FIELD_SPEAKER;

	while (field < FIELDS &&
		   (strlen(newsquery_fields[field]) != length ||
			pg_strncasecmp(newsquery_fields[field], name, length) != 0))
		field++;
	return field;
}

/* Letters and a colon: their number, or 0. */
static Size
field_length(const char *at, const char *end)
{
	const char *colon = at;

	while (colon < end && is_ascii_letter(*colon))
		colon++;
	if (colon == at || colon == end || *colon != ':')
		return 0;
	return (Size) (colon - at);
}

/* The text between quotation marks, at the first; false when not closed. */
static bool
take_phrase(const char **at, const char *end, RawTerm *term)
{
	const char *from = *at + 1;

	term->text = palloc((Size) (end - from) + 1);
	term->length = 0;
	term->flags |= TERM_QUOTED;
	while (from < end && *from != '"')
	{
		if (*from == '\\' && from + 1 < end)
			from++;
		term->text[term->length++] = *from++;
	}
	*at = Min(from + 1, end);
	return from < end;
}

static void
take_word(const char **at, const char *end, RawTerm *term)
{
	const char *from = *at;

	while (*at < end && !ends_word(**at))
		(*at)++;
	term->length = (uint32) (*at - from);
	if (term->length > 1 && from[term->length - 1] == '*')
	{
		term->length--;
		term->flags |= TERM_PREFIX;
	}
	term->text = pnstrdup(from, term->length);
}

/* True when something can be looked for by this text. */
static bool
has_words(const char *text, uint32 length)
{
	uint32		bytes;
	const char *utf8 = encoding_to_reader(text, length, &bytes);

	for (uint32 at = 0; at < bytes;)
	{
		int		 size;
		uint32_t c = unicode_next(utf8, at, bytes, &size);

		if (unicode_is_letter(c) || unicode_is_digit(c))
			return true;
		at += (uint32) size;
	}
	return false;
}

static bool
is_kind(const RawTerm *term)
{
	static const char *const kinds[] = { "direct", "mixed", "indirect" };

	for (Size i = 0; i < lengthof(kinds); i++)
		if (strlen(kinds[i]) == term->length &&
			pg_strncasecmp(kinds[i], term->text, term->length) == 0)
			return !(term->flags & TERM_PREFIX);
	return false;
}

static QueryNode *
term_node(const RawTerm *term)
{
	return query_term(term->field, term->flags, term->text, term->length);
}

static QueryNode *
parse_term(Parser *parser)
{
	const char *start = parser->at;
	Size		length = field_length(parser->at, parser->end);
	RawTerm		term = { .field = FIELD_WORD };

	if (length > 0)
	{
		term.field = field_named(parser->at, length);
		if (term.field == FIELDS)
			return wrong(parser, start, "Unknown field at character %d.",
						 "Fields are speaker, cue, kind, person, org and "
						 "place; a term with a colon goes in double quotes.");
		parser->at += length + 1;
		if (parser->at == parser->end ||
			(ends_word(*parser->at) && *parser->at != '"'))
			return wrong(parser, parser->at,
						 "Expected a word or a phrase at character %d.",
						 "Name the field with each term.");
	}
	if (at_char(parser, '"'))
	{
		if (!take_phrase(&parser->at, parser->end, &term))
			return wrong(parser, start,
						 "The phrase at character %d is never closed.", NULL);
		if (at_char(parser, '*'))
		{
			term.flags |= TERM_PREFIX;
			parser->at++;
		}
	}
	else
		take_word(&parser->at, parser->end, &term);
	if (term.length > LONGEST_TERM)
		ereturn(parser->escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("term is too long in newsquery"),
				 errdetail("The term at character %d has %u bytes; the limit "
						   "is %d bytes.",
						   place(parser, start), term.length, LONGEST_TERM)));
	if (!has_words(term.text, term.length))
		return wrong(parser, start,
					 "No letter or digit in the term at character %d.", NULL);
	if (term.field == FIELD_KIND && !is_kind(&term))
		return wrong(parser, start, "Unknown kind at character %d.",
					 "Kinds are direct, mixed and indirect.");
	return term_node(&term);
}

static QueryNode *parse_or(Parser *parser);

/* A query in parentheses; parser is behind the opening one, at open. */
static QueryNode *
parse_parted(Parser *parser, const char *open)
{
	QueryNode *inner = parse_or(parser);

	if (inner == NULL)
		return NULL;
	if (!at_char(parser, ')'))
	{
		if (parser->at < parser->end)
			return wrong(parser, parser->at,
						 "Expected \"&\", \"|\" or \")\" at character %d.",
						 "Put phrases in double quotes.");
		return wrong(parser, open,
					 "The parenthesis at character %d is never closed.", NULL);
	}
	parser->at++;
	skip_spaces(parser);
	return inner;
}

static QueryNode *
unary(NewsQueryItemType type, QueryNode *operand)
{
	QueryNode *node;

	if (operand == NULL)
		return NULL;
	node = query_operation(type);
	query_add_operand(node, operand);
	return node;
}

/* The parenthesis behind "quote", or NULL when that is a word like others. */
static const char *
quote_parenthesis(const Parser *parser)
{
	const char *at = parser->at + strlen("quote");

	if (parser->end - parser->at <= (ptrdiff_t) strlen("quote") ||
		pg_strncasecmp(parser->at, "quote", strlen("quote")) != 0)
		return NULL;
	while (at < parser->end && is_space(*at))
		at++;
	return at < parser->end && *at == '(' ? at : NULL;
}

static QueryNode *
parse_quote(Parser *parser, const char *open)
{
	QueryNode *inner;

	if (parser->quote)
		return wrong(parser, parser->at,
					 "quote( ) at character %d stands inside another.", NULL);
	parser->quote = parser->at;
	parser->at = open + 1;
	inner = parse_parted(parser, open);
	parser->quote = NULL;
	return unary(QUERY_QUOTE, inner);
}

static QueryNode *
parse_not(Parser *parser)
{
	const char *open;
	QueryNode  *term;

	check_stack_depth();
	skip_spaces(parser);
	if (at_char(parser, '!'))
	{
		parser->at++;
		return unary(QUERY_NOT, parse_not(parser));
	}
	if (at_char(parser, '('))
	{
		open = parser->at++;
		return parse_parted(parser, open);
	}
	open = quote_parenthesis(parser);
	if (open)
		return parse_quote(parser, open);
	if (parser->at == parser->end ||
		(ends_word(*parser->at) && *parser->at != '"'))
		return wrong(parser, parser->at,
					 "Expected a term, \"!\" or \"(\" at character %d.", NULL);
	term = parse_term(parser);
	skip_spaces(parser);
	return term;
}

/* Operands with this mark between them. */
static QueryNode *
parse_chain(Parser *parser, char mark, NewsQueryItemType type,
			QueryNode *(*parse_operand)(Parser *) )
{
	QueryNode *first = parse_operand(parser);
	QueryNode *chain;

	if (first == NULL || !at_char(parser, mark))
		return first;
	chain = unary(type, first);
	while (at_char(parser, mark))
	{
		QueryNode *operand;

		parser->at++;
		operand = parse_operand(parser);
		if (operand == NULL)
			return NULL;
		query_add_operand(chain, operand);
	}
	return chain;
}

static QueryNode *
parse_and(Parser *parser)
{
	return parse_chain(parser, '&', QUERY_AND, parse_not);
}

static QueryNode *
parse_or(Parser *parser)
{
	return parse_chain(parser, '|', QUERY_OR, parse_and);
}

NewsQuery *
newsquery_parse(const char *text, Node *escontext)
{
	Parser	   parser = { .text = text,
						  .at = text,
						  .end = text + strlen(text),
						  .escontext = escontext };
	QueryNode *root = NULL;

	skip_spaces(&parser);
	if (parser.at < parser.end)
	{
		root = parse_or(&parser);
		if (root == NULL)
			return NULL;
		if (parser.at < parser.end)
		{
			wrong(&parser, parser.at,
				  "Expected \"&\" or \"|\" at character %d.",
				  "Put phrases in double quotes.");
			return NULL;
		}
	}
	return query_finish(root);
}

/*
 * The term at this place of what a person has typed; false when nothing can
 * be looked for by it.  A field that is none makes a phrase of the whole.
 */
static bool
take_typed(const char **at, const char *end, RawTerm *term)
{
	Size		length = field_length(*at, end);
	const char *start = *at;

	memset(term, 0, sizeof(*term));
	if (length > 0 && field_named(*at, length) != FIELDS)
	{
		term->field = field_named(*at, length);
		*at += length + 1;
		while (*at < end && is_space(**at))
			(*at)++;
		if (*at == end || (**at != '"' && ends_word(**at)))
			term->field = FIELD_WORD;
	}
	if (*at < end && **at == '"')
	{
		take_phrase(at, end, term);
		if (*at < end && **at == '*')
		{
			term->flags |= TERM_PREFIX;
			(*at)++;
		}
	}
	else
		take_word(at, end, term);
	if ((length > 0 && term->field == FIELD_WORD) ||
		(term->field == FIELD_KIND && !is_kind(term)))
	{
		term->field = FIELD_WORD;
		term->flags |= TERM_QUOTED;
		term->length = (uint32) (*at - start);
		term->text = pnstrdup(start, term->length);
	}
	return term->length <= LONGEST_TERM && has_words(term->text, term->length);
}

/* "or" between two terms. */
static bool
is_or(const RawTerm *term)
{
	return term->field == FIELD_WORD && term->flags == 0 &&
		term->length == 2 && pg_strncasecmp(term->text, "or", 2) == 0;
}

/* One node over all of these, or NULL when there is none. */
static QueryNode *
joined(NewsQueryItemType type, const List *operands)
{
	QueryNode *node;
	ListCell  *cell;

	if (list_length(operands) < 2)
		return operands ? linitial(operands) : NULL;
	node = query_operation(type);
	foreach (cell, operands)
		query_add_operand(node, lfirst(cell));
	return node;
}

/* The typed text with straight marks for the curly ones. */
static const char *
with_straight_marks(const char *text, uint32 *bytes)
{
	static const char *const curly[] = { "\xE2\x80\x9C", "\xE2\x80\x9D",
										 "\xE2\x80\x9E" };
	char					*straight;
	uint32					 n = 0;

	text = encoding_to_reader(text, *bytes, bytes);
	straight = palloc((Size) *bytes + 1);
	for (uint32 at = 0; at < *bytes; at++)
	{
		straight[n] = text[at];
		for (Size i = 0; i < lengthof(curly) && at + 3 <= *bytes; i++)
			if (memcmp(text + at, curly[i], 3) == 0)
			{
				straight[n] = '"';
				at += 2;
				break;
			}
		n++;
	}
	*bytes = n;
	return encoding_from_reader(straight, n, bytes);
}

NewsQuery *
newsquery_parse_plain(const char *typed, uint32 bytes)
{
	const char *text = with_straight_marks(typed, &bytes);
	const char *at = text;
	const char *end = text + bytes;
	List	   *any = NIL; /* what "or" stands between */
	List	   *all = NIL; /* terms since the last "or" */

	while (at < end)
	{
		RawTerm term;
		bool	negated;

		CHECK_FOR_INTERRUPTS();
		if (*at != '"' && ends_word(*at))
		{
			at++;
			continue;
		}
		negated = *at == '-' && end - at > 1 && !is_space(at[1]);
		if (negated)
			at++;
		if (!take_typed(&at, end, &term))
			continue;
		if (is_or(&term) && all && !negated)
		{
			any = lappend(any, joined(QUERY_AND, all));
			all = NIL;
			continue;
		}
		all = lappend(all,
					  negated ? unary(QUERY_NOT, term_node(&term)) :
								term_node(&term));
	}
	if (all)
		any = lappend(any, joined(QUERY_AND, all));
	return query_finish(joined(QUERY_OR, any));
}
