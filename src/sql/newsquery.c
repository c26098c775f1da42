/*
 * newsquery.c
 *		The type newsquery: building and checking its stored form, text and
 *		binary in and out, operators, casts; see newsquery.h.
 */
#include "newsquery.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(newsquery_in);
PG_FUNCTION_INFO_V1(newsquery_out);
PG_FUNCTION_INFO_V1(newsquery_recv);
PG_FUNCTION_INFO_V1(newsquery_send);
PG_FUNCTION_INFO_V1(newsquery_from_text);
PG_FUNCTION_INFO_V1(news_to_query);
PG_FUNCTION_INFO_V1(newsquery_and);
PG_FUNCTION_INFO_V1(newsquery_or);
PG_FUNCTION_INFO_V1(newsquery_not);
PG_FUNCTION_INFO_V1(newsquery_eq);
PG_FUNCTION_INFO_V1(newsquery_ne);
PG_FUNCTION_INFO_V1(newsquery_hash);

struct QueryNode
{
	NewsQueryItemType type;
	NewsQueryField	  field;
	int				  flags;
	const char		 *text;
	uint32			  length;
	List			 *operands;
};

const char *const newsquery_fields[FIELDS] = { "",	   "speaker", "cue",
											   "kind", "person",  "org",
											   "place" };

QueryNode *
query_term(NewsQueryField field, int flags, const char *text, uint32 length)
{
	QueryNode *node = palloc0(sizeof(QueryNode));

	node->type = QUERY_TERM;
	node->field = field;
	node->flags = flags;
	node->text = text;
	node->length = length;
	return node;
}

QueryNode *
query_operation(NewsQueryItemType type)
{
	QueryNode *node = palloc0(sizeof(QueryNode));

	node->type = type;
	return node;
}

/* (a & b) & c is a & b & c. */
void
query_add_operand(QueryNode *operation, QueryNode *operand)
{
	if (operand->type == operation->type &&
		(operand->type == QUERY_AND || operand->type == QUERY_OR))
		operation->operands = list_concat(operation->operands,
										  operand->operands);
	else
		operation->operands = lappend(operation->operands, operand);
}

static QueryNode *
node_of(const NewsQuery *query, uint32 i)
{
	const NewsQueryItem *item = &query->items[i];
	QueryNode			*node;

	check_stack_depth();
	if (item->type == QUERY_TERM)
		return query_term(item->field, item->flags,
						  query_term_text(query, item), item->length);
	node = query_operation(item->type);
	for (uint32 c = i + 1; c < i + item->span; c += query->items[c].span)
		query_add_operand(node, node_of(query, c));
	return node;
}

QueryNode *
query_whole(const NewsQuery *query)
{
	return query->n_items == 0 ? NULL : node_of(query, 0);
}

/* Appends the items of a subtree, and the bytes of its terms. */
static void
flatten(const QueryNode *node, StringInfo items, StringInfo terms)
{
	NewsQueryItem item = { .type = node->type,
						   .field = node->field,
						   .flags = node->flags };
	uint32		  first = (uint32) items->len;
	ListCell	 *cell;

	check_stack_depth();
	if (node->type == QUERY_TERM)
	{
		item.at = (uint32) terms->len;
		item.length = node->length;
		appendBinaryStringInfo(terms, node->text, (int) node->length);
	}
	appendBinaryStringInfo(items, (char *) &item, sizeof(item));
	foreach (cell, node->operands)
		flatten(lfirst(cell), items, terms);
	((NewsQueryItem *) (items->data + first))->span = ((uint32) items->len -
													   first) /
		sizeof(item);
}

NewsQuery *
query_finish(const QueryNode *root)
{
	StringInfoData items;
	StringInfoData terms;
	NewsQuery	  *query;
	Size		   size;

	initStringInfo(&items);
	initStringInfo(&terms);
	if (root)
		flatten(root, &items, &terms);
	size = offsetof(NewsQuery, items) + (Size) items.len + (Size) terms.len;
	query = palloc0(size);
	SET_VARSIZE(query, size);
	query->version = NEWSQUERY_VERSION;
	query->n_items = (uint32) items.len / sizeof(NewsQueryItem);
	memcpy(query->items, items.data, (Size) items.len);
	memcpy((char *) query->items + items.len, terms.data, (Size) terms.len);
	return query;
}

/* True when item i spans what its operands span, and these are its due. */
static bool
item_is_sound(const NewsQuery *query, uint32 i, Size text_bytes)
{
	const NewsQueryItem *item = &query->items[i];
	uint32				 n = 0;
	uint32				 c = i + 1;

	if (item->span < 1 || item->span > query->n_items - i)
		return false;
	if (item->type == QUERY_TERM)
		return item->span == 1 && item->field < FIELDS &&
			item->at <= text_bytes && item->length <= text_bytes - item->at;
	for (; c < i + item->span; n++)
	{
		if (query->items[c].span < 1 ||
			query->items[c].span > i + item->span - c)
			return false;
		c += query->items[c].span;
	}
	switch (item->type)
	{
		case QUERY_NOT:
		case QUERY_QUOTE:
			return n == 1;
		case QUERY_AND:
		case QUERY_OR:
			return n >= 2;
		default:
			return false;
	}
}

NewsQuery *
newsquery_checked(struct varlena *value)
{
	NewsQuery *query = (NewsQuery *) value;
	Size	   size = VARSIZE(value);
	bool	   sound = size >= offsetof(NewsQuery, items);

	if (sound && query->version != NEWSQUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("newsquery format version %u is not supported",
						query->version),
				 errdetail("This release of newsext reads version %u.",
						   NEWSQUERY_VERSION),
				 errhint("Install the release of newsext that wrote the "
						 "value.")));
	sound = sound &&
		query->n_items <=
			(size - offsetof(NewsQuery, items)) / sizeof(NewsQueryItem);
	if (sound)
	{
		Size text_bytes = size - offsetof(NewsQuery, items) -
			query->n_items * sizeof(NewsQueryItem);

		for (uint32 i = 0; sound && i < query->n_items; i++)
			sound = item_is_sound(query, i, text_bytes);
		sound = sound &&
			(query->n_items == 0 || query->items[0].span == query->n_items);
	}
	if (!sound)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("newsquery value is damaged")));
	return query;
}

static void
write_term(StringInfo out, const NewsQuery *query, const NewsQueryItem *item)
{
	const char *text = query_term_text(query, item);

	if (item->field != FIELD_WORD)
		appendStringInfo(out, "%s:", newsquery_fields[item->field]);
	if (item->flags & TERM_QUOTED)
	{
		appendStringInfoChar(out, '"');
		for (uint32 i = 0; i < item->length; i++)
		{
			if (text[i] == '"' || text[i] == '\\')
				appendStringInfoChar(out, '\\');
			appendStringInfoChar(out, text[i]);
		}
		appendStringInfoChar(out, '"');
	}
	else
		appendBinaryStringInfo(out, text, (int) item->length);
	if (item->flags & TERM_PREFIX)
		appendStringInfoChar(out, '*');
}

/* The item at i; operands that bind less tightly go into parentheses. */
static void
write_item(StringInfo out, const NewsQuery *query, uint32 i,
		   NewsQueryItemType around)
{
	const NewsQueryItem *item = &query->items[i];
	bool				 parted;

	check_stack_depth();
	switch ((NewsQueryItemType) item->type)
	{
		case QUERY_TERM:
			write_term(out, query, item);
			return;
		case QUERY_NOT:
			appendStringInfoChar(out, '!');
			write_item(out, query, i + 1, QUERY_NOT);
			return;
		case QUERY_QUOTE:
			appendStringInfoString(out, "quote(");
			write_item(out, query, i + 1, QUERY_QUOTE);
			appendStringInfoChar(out, ')');
			return;
		case QUERY_AND:
		case QUERY_OR:
			break;
	}
	parted = around == QUERY_NOT ||
		(item->type == QUERY_OR && around == QUERY_AND);
	if (parted)
		appendStringInfoChar(out, '(');
	for (uint32 c = i + 1; c < i + item->span; c += query->items[c].span)
	{
		if (c > i + 1)
			appendStringInfoString(out,
								   item->type == QUERY_AND ? " & " : " | ");
		write_item(out, query, c, item->type);
	}
	if (parted)
		appendStringInfoChar(out, ')');
}

static StringInfoData
written(const NewsQuery *query)
{
	StringInfoData out;

	initStringInfo(&out);
	if (query->n_items > 0)
		write_item(&out, query, 0, QUERY_OR);
	return out;
}

Datum
newsquery_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(newsquery_parse(PG_GETARG_CSTRING(0), fcinfo->context));
}

Datum
newsquery_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(written(PG_GETARG_NEWSQUERY_P(0)).data);
}

/* Binary form: the version of the format, one byte, and the text. */
Datum
newsquery_recv(PG_FUNCTION_ARGS)
{
	StringInfo message = (StringInfo) PG_GETARG_POINTER(0);
	int		   version = pq_getmsgbyte(message);
	int		   bytes;

	if (version != NEWSQUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("unsupported newsquery version number %d", version),
				 errhint("Send version %d: that byte, then the text.",
						 NEWSQUERY_VERSION)));
	PG_RETURN_POINTER(
		newsquery_parse(pq_getmsgtext(message, message->len - message->cursor,
									  &bytes),
						NULL));
}

Datum
newsquery_send(PG_FUNCTION_ARGS)
{
	StringInfoData text = written(PG_GETARG_NEWSQUERY_P(0));
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendbyte(&message, NEWSQUERY_VERSION);
	pq_sendtext(&message, text.data, text.len);
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

Datum
newsquery_from_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(
		newsquery_parse(text_to_cstring(PG_GETARG_TEXT_PP(0)), NULL));
}

Datum
news_to_query(PG_FUNCTION_ARGS)
{
	text *typed = PG_GETARG_TEXT_PP(0);

	PG_RETURN_POINTER(
		newsquery_parse_plain(VARDATA_ANY(typed), VARSIZE_ANY_EXHDR(typed)));
}

/* Both arguments under one operation; an empty one adds nothing. */
static NewsQuery *
combine(FunctionCallInfo fcinfo, NewsQueryItemType type)
{
	QueryNode *a = query_whole(PG_GETARG_NEWSQUERY_P(0));
	QueryNode *b = query_whole(PG_GETARG_NEWSQUERY_P(1));
	QueryNode *both;

	if (a == NULL || b == NULL)
		return query_finish(a ? a : b);
	both = query_operation(type);
	query_add_operand(both, a);
	query_add_operand(both, b);
	return query_finish(both);
}

Datum
newsquery_and(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(combine(fcinfo, QUERY_AND));
}

Datum
newsquery_or(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(combine(fcinfo, QUERY_OR));
}

Datum
newsquery_not(PG_FUNCTION_ARGS)
{
	QueryNode *operand = query_whole(PG_GETARG_NEWSQUERY_P(0));
	QueryNode *negation = NULL;

	if (operand)
	{
		negation = query_operation(QUERY_NOT);
		query_add_operand(negation, operand);
	}
	PG_RETURN_POINTER(query_finish(negation));
}

/* The same tree of the same terms, as they are written. */
static bool
same_query(FunctionCallInfo fcinfo)
{
	NewsQuery *a = PG_GETARG_NEWSQUERY_P(0);
	NewsQuery *b = PG_GETARG_NEWSQUERY_P(1);

	return VARSIZE(a) == VARSIZE(b) && memcmp(a, b, VARSIZE(a)) == 0;
}

Datum
newsquery_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same_query(fcinfo));
}

Datum
newsquery_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same_query(fcinfo));
}

Datum
newsquery_hash(PG_FUNCTION_ARGS)
{
	NewsQuery *query = PG_GETARG_NEWSQUERY_P(0);

	PG_RETURN_DATUM(hash_any((unsigned char *) query, (int) VARSIZE(query)));
}
