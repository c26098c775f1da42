/*
 * newsquery_compile.c
 *		A newsquery made ready for use; see newsquery_compile.h.
 */
#include "newsquery_compile.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "encoding.h"
#include "model.h"
#include "reader/name.h"

/* Queries that a function keeps: an index scan may have several conditions. */
#define KEPT_QUERIES 4

typedef struct KeptQuery
{
	MemoryContext  context;
	CompiledQuery *compiled; /* NULL for none */
} KeptQuery;

typedef struct CompileCache
{
	KeptQuery queries[KEPT_QUERIES];
	int		  next; /* to be replaced */
} CompileCache;

void
search_name_cut(SearchWords *words, const char *utf8, uint32 bytes)
{
	char folded[SEARCH_NAME_LIMIT];

	search_words_add(words, folded,
					 (uint32) name_fold(utf8, bytes, folded, sizeof(folded)));
}

SearchKeyKind
search_name_kind(NewsQueryField field)
{
	switch (field)
	{
		case FIELD_SPEAKER:
			return KEY_SPEAKER;
		case FIELD_PERSON:
			return KEY_PERSON;
		case FIELD_ORG:
			return KEY_ORG;
		default:
			return KEY_PLACE;
	}
}

/* Appends a key to the last term, in a group of its own. */
static QueryKey *
add_key(CompiledQuery *compiled, QueryTerm *term, SearchKeyKind kind,
		const char *text, uint32 length)
{
	QueryKey *key = &compiled->keys[compiled->n_keys++];

	memset(key, 0, sizeof(*key));
	key->kind = kind;
	key->text = text;
	key->length = length;
	key->group = term->n_keys++;
	return key;
}

/* Keys for one word of a quotation; stop words have none. */
static void
add_word_keys(CompiledQuery *compiled, QueryTerm *term, const QueryWord *word)
{
	bool same = word->length == word->stem_length &&
		memcmp(word->bytes, word->stem, word->length) == 0;

	if (word->prefix)
	{
		/* a stem may begin so when its word does not */
		QueryKey *stem = add_key(compiled, term, KEY_STEM, word->bytes,
								 word->length);
		QueryKey *whole = add_key(compiled, term, KEY_WORD, word->bytes,
								  word->length);

		whole->group = stem->group;
		stem->prefix = whole->prefix = stem->lossy = true;
	}
	else if (word->stop)
		return;
	else if (term->exact && !same)
		add_key(compiled, term, KEY_WORD, word->bytes, word->length);
	else
		add_key(compiled, term, KEY_STEM, word->stem, word->stem_length)
			->lossy = term->exact;
}

static void
add_word_term(CompiledQuery *compiled, QueryTerm *term)
{
	for (uint32 i = 0; i < term->n_words; i++)
		add_word_keys(compiled, term, &term->words[i]);
}

/*
 * A key of a cue is a stem: what is asked for exactly is looked at.  Of a
 * prefix, which may be longer than the stem, its first letter is looked up,
 * which the dictionary leaves as it is; cues are few.
 */
static void
add_cue_term(CompiledQuery *compiled, QueryTerm *term)
{
	for (uint32 i = 0; i < term->n_words; i++)
	{
		const QueryWord *word = &term->words[i];
		const char		*text = word->prefix ? word->bytes : word->stem;
		uint32			 letter = pg_utf_mblen((const unsigned char *) text);
		QueryKey		*key = add_key(compiled, term, KEY_CUE, text,
								   word->prefix ? Min(letter, word->length) :
													  word->stem_length);

		key->prefix = word->prefix;
		key->lossy = word->prefix || term->exact;
	}
}

/* Each word, and for statistics each two that stand side by side. */
static void
add_name_term(CompiledQuery *compiled, QueryTerm *term)
{
	SearchKeyKind kind = search_name_kind(term->field);

	for (uint32 i = 0; i < term->n_words; i++)
	{
		const QueryWord *word = &term->words[i];
		QueryKey		*key;

		key = add_key(compiled, term, kind, word->bytes, word->length);
		key->prefix = word->prefix;
		if (i + 1 == term->n_words)
			break;
		key = add_key(compiled, term, kind, word->bytes,
					  word->length + 1 + (word + 1)->length);
		key->prefix = (word + 1)->prefix;
		key->pair = true;
	}
}

static void
add_kind_term(CompiledQuery *compiled, QueryTerm *term)
{
	const QueryWord *word = &term->words[0];

	if (term->n_words == 0)
		return;
	term->kind = word->bytes[0] == 'd' ? QUOTE_DIRECT :
		word->bytes[0] == 'm'		   ? QUOTE_MIXED :
										 QUOTE_INDIRECT;
	add_key(compiled, term, KEY_KIND, word->bytes, word->length);
}

/*
 * Keeps the words of a term, with their stems; words of names have none.  All
 * that the end of a prefix is in are beginnings: of "well-kn", "well-kn" and
 * "kn", but not "well".
 */
static void
keep_words(QueryTerm *term, const SearchWords *cut, bool prefix)
{
	char *letters = palloc((Size) cut->letters.len);

	memcpy(letters, cut->letters.data, (Size) cut->letters.len);
	term->n_words = cut->n;
	term->words = palloc0(cut->n * sizeof(QueryWord));
	for (uint32 i = 0; i < cut->n; i++)
	{
		const SearchWord *word = &cut->words[i];
		QueryWord		 *kept = &term->words[i];
		SearchStem		 *stem;

		kept->bytes = letters + word->at;
		kept->length = word->length;
		kept->prefix = prefix && word->end == cut->words[cut->n - 1].end;
		if (term->field == FIELD_SPEAKER || term->field >= FIELD_PERSON)
			continue;
		stem = search_stem(kept->bytes, kept->length, word->inflected);
		kept->stem = pnstrdup(search_stem_letters(stem), stem->stem_length);
		kept->stem_length = stem->stem_length;
		kept->stop = stem->stop;
	}
}

/* A name that is asked for is looked for without its titles. */
static void
cut_asked_name(SearchWords *words, const char *utf8, uint32 bytes)
{
	char key[SEARCH_NAME_LIMIT];

	search_words_add(words, key,
					 (uint32) name_key(utf8, bytes, key, sizeof(key)));
}

/* Makes room for the keys of a term, at most two for each of its words. */
static void
reserve_keys(CompiledQuery *compiled, Size words)
{
	Size wanted = compiled->n_keys + 2 * words;

	if (compiled->keys && wanted <= compiled->room)
		return;
	compiled->room = Max(wanted, 2 * compiled->room);
	if (compiled->keys == NULL)
		compiled->keys = palloc_array(QueryKey, compiled->room);
	else
		compiled->keys = repalloc_huge(compiled->keys,
									   compiled->room * sizeof(QueryKey));
}

/* cut: memory for words, the same for all terms. */
static void
compile_term(CompiledQuery *compiled, const NewsQueryItem *item,
			 SearchWords *cut)
{
	QueryTerm  *term = &compiled->terms[compiled->n_terms];
	uint32		bytes;
	const char *utf8 = encoding_to_reader(query_term_text(compiled->query,
														  item),
										  item->length, &bytes);

	memset(term, 0, sizeof(*term));
	term->field = item->field;
	term->exact = (item->flags & TERM_QUOTED) != 0;
	term->first_key = compiled->n_keys;
	search_words_reset(cut);
	if (item->field == FIELD_WORD || item->field == FIELD_CUE ||
		item->field == FIELD_KIND)
		search_words_cut(cut, utf8, bytes);
	else
		cut_asked_name(cut, utf8, bytes);
	keep_words(term, cut, (item->flags & TERM_PREFIX) != 0);
	reserve_keys(compiled, cut->n);
	switch (term->field)
	{
		case FIELD_WORD:
			add_word_term(compiled, term);
			break;
		case FIELD_CUE:
			add_cue_term(compiled, term);
			break;
		case FIELD_KIND:
			add_kind_term(compiled, term);
			break;
		default:
			add_name_term(compiled, term);
			break;
	}
	compiled->n_terms++;
}

/* The codes by which an index knows the keys. */
static void
add_codes(CompiledQuery *compiled)
{
	for (uint32 k = 0; k < compiled->n_keys; k++)
	{
		QueryKey *key = &compiled->keys[k];

		key->first_code = compiled->n_codes;
		if (key->pair)
			continue;
		key->n_codes = 1;
		if (key->prefix)
			key->n_codes = search_prefix_codes(key->kind, key->text,
											   key->length, key->codes);
		else
			key->codes[0] = search_code(key->kind, key->text, key->length);
		compiled->n_codes += (uint32) key->n_codes;
	}
}

CompiledQuery *
newsquery_compile(const NewsQuery *query)
{
	CompiledQuery *compiled = palloc0(sizeof(CompiledQuery));
	SearchWords	   cut;
	uint32		   quote_end = 0; /* items below are inside quote( ) */

	compiled->query = palloc(VARSIZE(query));
	memcpy(compiled->query, query, VARSIZE(query));
	compiled->term_of = palloc_array(uint32, query->n_items);
	compiled->terms = palloc_array(QueryTerm, query->n_items);
	search_words_init(&cut);
	search_stems_begin();
	for (uint32 i = 0; i < query->n_items; i++)
	{
		const NewsQueryItem *item = &compiled->query->items[i];

		CHECK_FOR_INTERRUPTS();
		if (item->type == QUERY_QUOTE)
			quote_end = Max(quote_end, i + item->span);
		if (item->type != QUERY_TERM)
			continue;
		compiled->term_of[i] = compiled->n_terms;
		compile_term(compiled, item, &cut);
		if (i < quote_end && item->field >= FIELD_PERSON)
			compiled->mentions = true;
	}
	add_codes(compiled);
	return compiled;
}

static bool
is_query(const CompiledQuery *compiled, const NewsQuery *query)
{
	return compiled && VARSIZE(compiled->query) == VARSIZE(query) &&
		memcmp(compiled->query, query, VARSIZE(query)) == 0;
}

const CompiledQuery *
newsquery_compiled(FunctionCallInfo fcinfo, const NewsQuery *query)
{
	FmgrInfo	 *flinfo = fcinfo->flinfo;
	CompileCache *cache = flinfo->fn_extra;
	KeptQuery	 *kept;
	MemoryContext caller;

	if (cache == NULL)
		cache = flinfo->fn_extra = MemoryContextAllocZero(flinfo->fn_mcxt,
														  sizeof(
															  CompileCache));
	for (int i = 0; i < KEPT_QUERIES; i++)
		if (is_query(cache->queries[i].compiled, query))
			return cache->queries[i].compiled;
	kept = &cache->queries[cache->next];
	cache->next = (cache->next + 1) % KEPT_QUERIES;
	kept->compiled = NULL;
	if (kept->context)
		MemoryContextReset(kept->context);
	else
		kept->context = AllocSetContextCreate(flinfo->fn_mcxt, "newsext query",
											  ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(kept->context);
	kept->compiled = newsquery_compile(query);
	MemoryContextSwitchTo(caller);
	return kept->compiled;
}

static QueryTruth
truth_of_not(QueryTruth truth)
{
	if (truth == TRUTH_NO)
		return TRUTH_YES;
	return truth == TRUTH_YES ? TRUTH_NO : TRUTH_MAYBE;
}

/* In the same quotation or not: that cannot be told. */
static QueryTruth
truth_of_and(QueryTruth a, QueryTruth b)
{
	if (a == TRUTH_NO || b == TRUTH_NO)
		return TRUTH_NO;
	if (a == TRUTH_YES)
		return b;
	return b == TRUTH_YES ? a : TRUTH_MAYBE;
}

QueryTruth
newsquery_truth(QueryJudge *judge, uint32 i)
{
	const NewsQuery		*query = judge->compiled->query;
	const NewsQueryItem *item = &query->items[i];
	bool				 all = item->type == QUERY_AND;
	QueryTruth			 truth;

	check_stack_depth();
	switch ((NewsQueryItemType) item->type)
	{
		case QUERY_TERM:
			return judge->term(judge, judge->compiled->term_of[i]);
		case QUERY_NOT:
			return truth_of_not(newsquery_truth(judge, i + 1));
		case QUERY_QUOTE:
			return judge->quote(judge, i + 1);
		case QUERY_AND:
		case QUERY_OR:
			break;
	}
	truth = all ? TRUTH_YES : TRUTH_NO;
	for (uint32 c = i + 1;
		 c < i + item->span && truth != (all ? TRUTH_NO : TRUTH_YES);
		 c += query->items[c].span)
	{
		QueryTruth operand = newsquery_truth(judge, c);

		truth = all ? truth_of_and(truth, operand) : Max(truth, operand);
	}
	return truth;
}
