/*
 * newsdoc_search.c
 *		An article that a newsquery is held against; see newsdoc_search.h.
 *
 * What stands in the article is cut into words when a term first asks for it,
 * a quotation at a time.
 */
#include "newsdoc_search.h"

#include "miscadmin.h"

#include "encoding.h"

typedef struct ArticleJudge
{
	QueryJudge judge;
	SearchDoc *search;
	uint32	   quote; /* inside quote( ) */
} ArticleJudge;

/* Sorts the mentions inside quotations by these. */
static void
sort_mentions(SearchDoc *search)
{
	const Article *article = &search->open.article;
	uint32 *first = palloc0((article->n_quotations + 2) * sizeof(uint32));

	search->mentions = palloc_array(uint32, article->n_mentions);
	search->first_mention = first;
	/* first[q + 2] counts, first[q + 1] is where the next one of q goes */
	for (uint32 i = 0; i < article->n_mentions; i++)
		if (article->mentions[i].quotation < article->n_quotations)
			first[article->mentions[i].quotation + 2]++;
	for (uint32 q = 0; q < article->n_quotations; q++)
		first[q + 2] += first[q + 1];
	for (uint32 i = 0; i < article->n_mentions; i++)
		if (article->mentions[i].quotation < article->n_quotations)
			search->mentions[first[article->mentions[i].quotation + 1]++] = i;
}

int
search_sections(const CompiledQuery *compiled)
{
	return SEARCH_KEY_SECTIONS |
		(compiled->mentions ? SECTION_BIT(SECTION_MENTIONS) : 0);
}

void
search_doc_open(SearchDoc *search, const NewsDoc *doc,
				const CompiledQuery *compiled, int more)
{
	newsdoc_open(&search->open, doc, search_sections(compiled) | more);
	search->compiled = compiled;
	search->quotes = palloc0(search->open.article.n_quotations *
							 sizeof(QuoteWords));
	search->names = palloc0(search->open.article.n_entities *
							sizeof(NameForms));
	search_words_init(&search->cut);
	search->mentions = search->first_mention = NULL;
	search->words.cut = false;
	if (compiled->mentions)
		sort_mentions(search);
	search_stems_begin();
}

/* A quotation that is searched. */
static bool
quote_counts(const SearchDoc *search, uint32 quote)
{
	return medium_is_told(search->open.article.quotations[quote].medium);
}

static void
cut_span(SearchDoc *search, TextSpan span)
{
	uint32		bytes;
	const char *slice = newsdoc_slice(&search->open, span, &bytes);

	slice = encoding_to_reader(slice, bytes, &bytes);
	search_words_cut(&search->cut, slice, bytes);
}

static void
begin_range(SearchDoc *search, WordRange *range)
{
	range->first = search->cut.n;
}

static void
end_range(SearchDoc *search, WordRange *range)
{
	range->end = search->cut.n;
	range->cut = true;
}

/* The words of a range, until more are cut. */
static SearchWords
words_of(const SearchDoc *search, const WordRange *range)
{
	SearchWords words = search->cut;

	words.words += range->first;
	words.n = range->end - range->first;
	return words;
}

static const WordRange *
quote_words(SearchDoc *search, uint32 quote)
{
	const Quotation *quotation = &search->open.article.quotations[quote];
	WordRange		*range = &search->quotes[quote].content;

	if (!range->cut)
	{
		begin_range(search, range);
		for (uint32 i = 0; i < quotation->n_content; i++)
			cut_span(search, quotation->content[i]);
		end_range(search, range);
	}
	return range;
}

static const WordRange *
cue_words(SearchDoc *search, uint32 quote)
{
	WordRange *range = &search->quotes[quote].cue;

	if (!range->cut)
	{
		begin_range(search, range);
		cut_span(search, search->open.article.quotations[quote].cue);
		end_range(search, range);
	}
	return range;
}

/* The distinct words of all quotations, for terms of one word. */
static const WordRange *
all_words(SearchDoc *search)
{
	WordRange *range = &search->words;

	if (!range->cut)
	{
		begin_range(search, range);
		for (uint32 i = 0; i < search->open.n_words; i++)
		{
			uint32		bytes;
			const char *slice = newsdoc_slice(&search->open,
											  search->open.words[i], &bytes);

			slice = encoding_to_reader(slice, bytes, &bytes);
			search_words_add_slice(&search->cut, slice, bytes);
		}
		end_range(search, range);
	}
	return range;
}

static void
visit_name(ReaderName name, SearchNameVisitor visit, void *state)
{
	uint32		bytes;
	const char *utf8 = encoding_to_reader(name.bytes, name.length, &bytes);

	visit(state, utf8, bytes);
}

void
search_visit_entity(const Entity *entity, SearchNameVisitor visit, void *state)
{
	if (entity->name.bytes)
		visit_name(entity->name, visit, state);
	for (uint32 i = 0; i < entity->n_aliases; i++)
		visit_name(entity->aliases[i], visit, state);
}

/* A speaker may be called by a name that is none of its entity's. */
static bool
speaker_has_own_name(const OpenDoc *open, const Quotation *quotation)
{
	ReaderName name;

	if (quotation->speaker_entity == NONE)
		return true;
	name = open->article.entities[quotation->speaker_entity].name;
	return name.length != quotation->speaker.length ||
		memcmp(name.bytes, quotation->speaker.bytes, name.length) != 0;
}

void
search_visit_own_name(const OpenDoc *open, const Quotation *quotation,
					  SearchNameVisitor visit, void *state)
{
	if (speaker_has_own_name(open, quotation))
		visit_name(quotation->speaker, visit, state);
}

NewsQueryField
search_entity_field(const Entity *entity)
{
	switch (entity->kind)
	{
		case MENTION_PERSON:
			return FIELD_PERSON;
		case MENTION_ORG:
			return FIELD_ORG;
		case MENTION_PLACE:
			return FIELD_PLACE;
		default:
			return FIELD_WORD;
	}
}

static bool
word_equals(const QueryWord *word, const SearchWords *words,
			const SearchWord *found)
{
	return word->length == found->length &&
		memcmp(word->bytes, search_word_letters(words, found), word->length) ==
		0;
}

static bool
word_begins(const QueryWord *word, const SearchWords *words,
			const SearchWord *found)
{
	return word->length <= found->length &&
		memcmp(word->bytes, search_word_letters(words, found), word->length) ==
		0;
}

/*
 * The dictionary leaves the first letter of a word as it is.  A stop word is
 * reached only by itself, for it has no key.
 */
static bool
stem_equals(const QueryWord *word, const SearchWords *words,
			const SearchWord *found)
{
	const char		 *letters = search_word_letters(words, found);
	const SearchStem *stem;

	if (word_equals(word, words, found))
		return true;
	if (!found->inflected || letters[0] != word->bytes[0])
		return false;
	stem = search_stem(letters, found->length, true);
	return !stem->stop && stem->stem_length == word->stem_length &&
		memcmp(search_stem_letters(stem), word->stem, word->stem_length) == 0;
}

/* Prefixes reach no stop words in quotations, which have no keys. */
static bool
prefix_reaches(const QueryTerm *term, const SearchWords *words,
			   const SearchWord *found)
{
	if (term->field != FIELD_WORD || !found->inflected)
		return true;
	return !search_stem(search_word_letters(words, found), found->length, true)
				->stop;
}

uint32
search_term_at(const QueryTerm *term, const SearchWords *words, uint32 i)
{
	if (term->n_words == 0 || term->n_words > words->n - i)
		return 0;
	for (uint32 k = 0; k < term->n_words; k++)
	{
		const QueryWord	 *word = &term->words[k];
		const SearchWord *found = &words->words[i + k];

		if (word->prefix)
		{
			if (!word_begins(word, words, found) ||
				!prefix_reaches(term, words, found))
				return 0;
		}
		else if (term->exact ? !word_equals(word, words, found) :
							   !stem_equals(word, words, found))
			return 0;
	}
	return term->n_words;
}

static bool
term_in_range(const SearchDoc *search, const QueryTerm *term,
			  const WordRange *range)
{
	SearchWords words = words_of(search, range);

	for (uint32 i = 0; i < words.n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (search_term_at(term, &words, i))
			return true;
	}
	return false;
}

/* The forms of a name being cut. */
typedef struct FormCutter
{
	SearchDoc *search;
	NameForms *names;
} FormCutter;

static void
add_form(void *state, const char *utf8, uint32 bytes)
{
	FormCutter *cutter = state;
	WordRange  *form = &cutter->names->forms[cutter->names->n++];

	begin_range(cutter->search, form);
	search_name_cut(&cutter->search->cut, utf8, bytes);
	end_range(cutter->search, form);
}

/* Names are compared word by word, and the words as they are. */
static bool
term_in_forms(const SearchDoc *search, const QueryTerm *term,
			  const NameForms *names)
{
	QueryTerm plain = *term;

	plain.exact = true;
	for (uint32 f = 0; f < names->n; f++)
		if (term_in_range(search, &plain, &names->forms[f]))
			return true;
	return false;
}

static bool
term_names_entity(SearchDoc *search, uint32 number, uint32 entity)
{
	const CompiledQuery *compiled = search->compiled;
	const Entity		*named = &search->open.article.entities[entity];
	NameForms			*names = &search->names[entity];

	if (names->forms == NULL)
	{
		FormCutter cutter = { search, names };

		names->forms = palloc_array(WordRange, (Size) named->n_aliases + 1);
		search_visit_entity(named, add_form, &cutter);
		names->holds = palloc(compiled->n_terms);
		memset(names->holds, -1, compiled->n_terms);
	}
	if (names->holds[number] < 0)
		names->holds[number] = term_in_forms(search, &compiled->terms[number],
											 names);
	return names->holds[number] == 1;
}

static bool
term_is_speaker(SearchDoc *search, uint32 number, uint32 quote)
{
	const Quotation *quotation = &search->open.article.quotations[quote];
	WordRange		 form;
	NameForms		 own = { .forms = &form };
	FormCutter		 cutter = { search, &own };

	if (quotation->speaker.bytes == NULL)
		return false;
	if (quotation->speaker_entity != NONE &&
		term_names_entity(search, number, quotation->speaker_entity))
		return true;
	search_visit_own_name(&search->open, quotation, add_form, &cutter);
	return term_in_forms(search, &search->compiled->terms[number], &own);
}

static bool
term_is_mentioned(SearchDoc *search, uint32 number, uint32 quote)
{
	const Article *article = &search->open.article;

	for (uint32 i = search->first_mention[quote];
		 i < search->first_mention[quote + 1]; i++)
	{
		uint32 entity = article->mentions[search->mentions[i]].entity;

		if (entity != NONE && search_term_names_entity(search, number, entity))
			return true;
	}
	return false;
}

bool
search_term_names_entity(SearchDoc *search, uint32 number, uint32 entity)
{
	return search_entity_field(&search->open.article.entities[entity]) ==
		search->compiled->terms[number].field &&
		term_names_entity(search, number, entity);
}

bool
search_term_in_quote(SearchDoc *search, uint32 number, uint32 quote)
{
	const QueryTerm *term = &search->compiled->terms[number];

	CHECK_FOR_INTERRUPTS();
	switch (term->field)
	{
		case FIELD_WORD:
			return term_in_range(search, term, quote_words(search, quote));
		case FIELD_CUE:
			return term_in_range(search, term, cue_words(search, quote));
		case FIELD_KIND:
			return term->n_words > 0 &&
				(int) search->open.article.quotations[quote].kind ==
				term->kind;
		case FIELD_SPEAKER:
			return term_is_speaker(search, number, quote);
		default:
			return term_is_mentioned(search, number, quote);
	}
}

/* The term holds anywhere in the article. */
static bool
term_in_article(SearchDoc *search, uint32 number)
{
	const QueryTerm *term = &search->compiled->terms[number];
	const Article	*article = &search->open.article;

	if (term->field == FIELD_WORD && term->n_words == 1)
		return term_in_range(search, term, all_words(search));
	if (term->field < FIELD_PERSON)
	{
		for (uint32 q = 0; q < article->n_quotations; q++)
			if (quote_counts(search, q) &&
				search_term_in_quote(search, number, q))
				return true;
		return false;
	}
	for (uint32 i = 0; i < article->n_entities; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (search_term_names_entity(search, number, i))
			return true;
	}
	return false;
}

static QueryTruth
judge_in_article(QueryJudge *judge, uint32 term)
{
	return term_in_article(((ArticleJudge *) judge)->search, term) ?
		TRUTH_YES :
		TRUTH_NO;
}

static QueryTruth
judge_in_quote(QueryJudge *judge, uint32 term)
{
	ArticleJudge *at = (ArticleJudge *) judge;

	return search_term_in_quote(at->search, term, at->quote) ? TRUTH_YES :
															   TRUTH_NO;
}

/* What is inside quote( ) holds when it does for one quotation. */
static QueryTruth
judge_quotes(QueryJudge *judge, uint32 item)
{
	SearchDoc	*search = ((ArticleJudge *) judge)->search;
	ArticleJudge inside = { .judge = *judge, .search = search };

	inside.judge.term = judge_in_quote;
	for (uint32 q = 0; q < search->open.article.n_quotations; q++)
	{
		inside.quote = q;
		if (quote_counts(search, q) &&
			newsquery_truth(&inside.judge, item) == TRUTH_YES)
			return TRUTH_YES;
	}
	return TRUTH_NO;
}

bool
search_matches(SearchDoc *search)
{
	ArticleJudge judge = { .judge = { .term = judge_in_article,
									  .quote = judge_quotes,
									  .compiled = search->compiled },
						   .search = search };

	return search->compiled->query->n_items > 0 &&
		newsquery_truth(&judge.judge, 0) == TRUTH_YES;
}

/* Collects the terms of a subtree that are wanted, not kept out. */
static void
collect_aim(SearchAim *aim, const CompiledQuery *compiled, uint32 i,
			bool wanted, bool in_quote)
{
	const NewsQueryItem *items = compiled->query->items;
	uint32				 term;

	check_stack_depth();
	if (items[i].type != QUERY_TERM)
	{
		wanted ^= items[i].type == QUERY_NOT;
		in_quote |= items[i].type == QUERY_QUOTE;
		for (uint32 c = i + 1; c < i + items[i].span; c += items[c].span)
			collect_aim(aim, compiled, c, wanted, in_quote);
		return;
	}
	term = compiled->term_of[i];
	if (!wanted)
		return;
	if (in_quote || compiled->terms[term].field < FIELD_PERSON)
		aim->quote_terms[aim->n_quote_terms++] = term;
	else
		aim->name_terms[aim->n_name_terms++] = term;
}

SearchAim
search_aim(const CompiledQuery *compiled)
{
	SearchAim aim = { .quote_terms = palloc_array(uint32, compiled->n_terms),
					  .name_terms = palloc_array(uint32, compiled->n_terms) };

	if (compiled->query->n_items > 0)
		collect_aim(&aim, compiled, 0, true, false);
	return aim;
}

double
search_quote_score(SearchDoc *search, const SearchAim *aim, uint32 quote)
{
	/* words in marks are the speaker's own */
	static const double weights[] = {
		[QUOTE_DIRECT] = 1.0, [QUOTE_MIXED] = 0.9, [QUOTE_INDIRECT] = 0.6
	};
	uint32 met = 0;
	double share;

	if (aim->n_quote_terms == 0 || !quote_counts(search, quote))
		return 0.0;
	for (uint32 i = 0; i < aim->n_quote_terms; i++)
		met += search_term_in_quote(search, aim->quote_terms[i], quote);
	share = (double) met / aim->n_quote_terms;
	return share * share *
		weights[search->open.article.quotations[quote].kind];
}
