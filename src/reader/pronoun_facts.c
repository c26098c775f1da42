/*
 * pronoun_facts.c
 *		Who may be meant by a pronoun, and what is known of each; see
 *pronoun.h.
 *
 * Only names near the pronoun are looked at, so that the cost does not grow
 * with the article.
 */
#include "pronoun.h"

#include "pronoun_grammar.h"
#include "syntax.h"

/* How far back a name may stand. */
#define MENTIONS_BACK	60
#define PARAGRAPHS_BACK 3
/* Names behind the pronoun that are looked at in its sentence, and behind. */
#define MENTIONS_BEHIND 8
#define MENTIONS_AGAIN	20
/* Tokens behind a pronoun that are near it. */
#define NEAR_TOKENS 8
/* Tokens behind a name where a pronoun tells the gender. */
#define FOLLOWED_TOKENS 25
/* Words of a title that are looked at. */
#define TITLE_TOKENS 8

typedef struct Search
{
	const Article	   *article;
	const PronounChain *chain;
	uint32_t			token; /* the pronoun */
	uint32_t			sentence;
	uint32_t			paragraph;
	uint32_t			first; /* token of the sentence */
	uint32_t			marked;
	Gender				gender;
	PronounCandidate   *list;
	uint32_t			n;
	uint32_t			named[PRONOUN_CANDIDATES]; /* how often, nearby */
} Search;

/* ------------------------------------------------------------------ scheme */

#define SCHEME				pronoun_scheme
#define SCHEME_NUMBER(fact) FACT_##fact
#define SCHEME_FACTS		PRONOUN_FACTS
#define SCHEME_TEMPLATES	PRONOUN_TEMPLATES
#define SCHEME_WEIGHTS		PRONOUN_WEIGHTS
#include "choice_scheme.h"

/* -------------------------------------------------------- small questions */

Gender
pronoun_gender(const Article *article, uint32_t token)
{
	if (token_has(article, token, LEX(PRON_SUBJ_M)) ||
		token_is(article, token, "him") || token_is(article, token, "his") ||
		token_is(article, token, "himself"))
		return GENDER_MALE;
	if (token_has(article, token, LEX(PRON_SUBJ_F)) ||
		token_is(article, token, "her") || token_is(article, token, "hers") ||
		token_is(article, token, "herself"))
		return GENDER_FEMALE;
	return GENDER_UNKNOWN;
}

/* The nth value from the first one, or the last one for more. */
static uint8_t
nth(uint8_t first, uint32_t n, uint8_t end)
{
	uint32_t most = end - 1u - first;

	return (uint8_t) (first + (n < most ? n : most));
}

uint32_t
pronoun_marked(const Article *article, uint32_t token)
{
	uint32_t low = 0;
	uint32_t high = article->n_marked;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->marked[middle].token_end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low < article->n_marked &&
			article->marked[low].token_start <= token &&
			article->marked[low].look == LOOK_PLAIN ?
		low :
		NONE;
}

static PronounCandidate *
find_candidate(const Search *search, uint32_t entity)
{
	for (uint32_t k = 1; k < search->n; k++)
		if (search->list[k].entity == entity)
			return &search->list[k];
	return NULL;
}

/* Mention m stands behind the pronoun in its paragraph, before m_end. */
static bool
is_behind(const Search *search, uint32_t m, uint32_t m_end)
{
	return m < search->article->n_mentions && m < m_end &&
		search->article->mentions[m].paragraph == search->paragraph;
}

static const Mention *
mention_of(const Search *search, const PronounCandidate *one)
{
	return &search->article->mentions[one->mention];
}

/* ------------------------------------------------------------------ gender */

static Gender
gender_of(LexClasses classes, LexClasses male, LexClasses female)
{
	if (!(classes & male) == !(classes & female))
		return GENDER_UNKNOWN;
	return classes & male ? GENDER_MALE : GENDER_FEMALE;
}

/* What the word before the name tells, or its title. */
static Gender
gender_beside(const Article *article, const Mention *mention)
{
	LexClasses male = LEX(MALE_NOUN);
	LexClasses female = LEX(FEMALE_NOUN);
	uint32_t   name = mention->token_start;
	uint32_t   first = article->sentences[mention->sentence].token_start;
	Gender	   gender = GENDER_UNKNOWN;
	uint32_t   title;

	if (name > first)
		gender = gender_of(token_classes(article, name - 1), male, female);
	if (mention->title.start == mention->title.end)
		return gender;
	title = token_at(article, mention->title.start);
	for (uint32_t i = title; gender == GENDER_UNKNOWN &&
		 i < article->n_tokens && i < title + TITLE_TOKENS &&
		 article->tokens[i].start < mention->title.end;
		 i++)
		gender = gender_of(token_classes(article, i), male, female);
	return gender;
}

/* Of the given name; "Kelly" alone can be a surname as well. */
static Gender
gender_of_given(const Article *article, const Mention *mention)
{
	LexClasses classes = token_classes(article, mention->token_start);

	if ((classes & LEX(SURNAME)) &&
		mention->token_end - mention->token_start == 1)
		return GENDER_UNKNOWN;
	return gender_of(classes, LEX(GIVEN_MALE), LEX(GIVEN_FEMALE));
}

/* What a mention tells by itself. */
static Gender
gender_of_mention(const Article *article, const Mention *mention)
{
	Gender gender = gender_beside(article, mention);

	return gender != GENDER_UNKNOWN ? gender :
									  gender_of_given(article, mention);
}

/* True for a person of the other gender, by this or the first mention. */
static bool
is_other(const Search *search, const Mention *mention)
{
	const Article *article = search->article;
	const Entity  *entity = &article->entities[mention->entity];
	const Mention *first = &article->mentions[entity->first_mention];
	Gender		   gender = gender_of_mention(article, mention);

	if (gender == GENDER_UNKNOWN && first->sentence != NONE)
		gender = gender_of_mention(article, first);
	return gender != GENDER_UNKNOWN && gender != search->gender;
}

/* FIT */
static uint8_t
fit(const Search *search, const Mention *mention)
{
	const Article *article = search->article;
	LexClasses	   classes = token_classes(article, mention->token_start);
	Gender		   known = article->entities[mention->entity].gender;

	if (gender_beside(article, mention) != GENDER_UNKNOWN)
		return FIT_TITLED;
	if (gender_of_given(article, mention) != GENDER_UNKNOWN)
		return FIT_GIVEN;
	if (known != GENDER_UNKNOWN)
		return known == search->gender ? FIT_SURNAME : FIT_OTHER_SURNAME;
	return (classes & LEX(GIVEN_MALE)) && (classes & LEX(GIVEN_FEMALE)) ?
		FIT_EITHER :
		FIT_UNKNOWN;
}

static uint8_t
ending(const Article *article, const Mention *mention)
{
	switch (article->text[article->tokens[mention->token_start].end - 1])
	{
		case 'a':
			return ENDING_A;
		case 'e':
			return ENDING_E;
		case 'i':
			return ENDING_I;
		case 'o':
			return ENDING_O;
		case 'n':
			return ENDING_N;
		default:
			return ENDING_OTHER;
	}
}

static uint8_t
followed(const Search *search, const Mention *mention)
{
	const Article *article = search->article;
	uint32_t	   end = mention->token_end + FOLLOWED_TOKENS;

	for (uint32_t i = mention->token_end; i < article->n_tokens && i < end;
		 i++)
	{
		Gender gender = pronoun_gender(article, i);

		if (gender != GENDER_UNKNOWN)
			return gender == search->gender ? FOLLOWED_SAME : FOLLOWED_OTHER;
	}
	return FOLLOWED_NONE;
}

/* -------------------------------------------------------- of one candidate */

static uint8_t
form(const Article *article, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	bool again = article->entities[mention->entity].first_mention != m;

	if (mention->token_end - mention->token_start > 1)
		return again ? FORM_FULL_AGAIN : FORM_FULL_NEW;
	return again ? FORM_SHORT_AGAIN : FORM_SHORT_NEW;
}

/* MARKED; MARKED_UNSAID for a name in speech that the pronoun is not in. */
static uint8_t
marked(const Search *search, uint32_t token)
{
	uint32_t name = pronoun_marked(search->article, token);

	if (name == search->marked)
		return name == NONE ? MARKED_NONE : MARKED_SAME;
	if (search->marked == NONE)
		return MARKED_UNSAID;
	return name == NONE ? MARKED_PRONOUN : MARKED_OTHER;
}

static uint8_t
again_as(uint8_t role)
{
	switch (role)
	{
		case ROLE_SUBJECT:
		case ROLE_CLAUSE_SUBJECT:
			return AGAIN_AS_SUBJECT;
		case ROLE_OWNER:
			return AGAIN_AS_OWNER;
		case ROLE_OBJECT:
			return AGAIN_AS_OBJECT;
		default:
			return AGAIN_AS_OTHER;
	}
}

/* AGAIN and AGAIN_AS: the next mention of the candidate. */
static void
name_again(const Search *search, PronounCandidate *one)
{
	const Article *article = search->article;
	uint32_t	   first = mention_from(article, search->token);

	one->facts[FACT_AGAIN] = AGAIN_NEVER;
	for (uint32_t m = first; is_behind(search, m, first + MENTIONS_AGAIN); m++)
	{
		const Mention *again = &article->mentions[m];
		uint32_t	   later = again->sentence - search->sentence;

		if (m == one->mention || again->sentence == NONE ||
			again->entity != one->entity)
			continue;
		one->facts[FACT_AGAIN] = later > 1					 ? AGAIN_LATER :
			later == 1										 ? AGAIN_NEXT :
			again->token_start > search->token + NEAR_TOKENS ? AGAIN_SAME :
															   AGAIN_NEAR;
		one->facts[FACT_AGAIN_AS] = again_as(grammar_role(article, m));
		return;
	}
}

/* BEST: of the mentions in this sentence and the one before. */
static void
note_role(const Search *search, PronounCandidate *one, uint32_t m)
{
	uint8_t role;

	if (search->article->mentions[m].sentence + 1 < search->sentence)
		return;
	switch (grammar_role(search->article, m))
	{
		case ROLE_SUBJECT:
		case ROLE_CLAUSE_SUBJECT:
			role = BEST_SUBJECT;
			break;
		case ROLE_OWNER:
			role = BEST_OWNER;
			break;
		case ROLE_OBJECT:
			role = BEST_OBJECT;
			break;
		default:
			role = BEST_OTHER;
	}
	if (one->facts[FACT_BEST] == BEST_UNSAID || role < one->facts[FACT_BEST])
		one->facts[FACT_BEST] = role;
}

/* CHAIN, LINKS and SINCE; for nobody, too. */
static void
chain_facts(const Search *search, PronounCandidate *one)
{
	const PronounChain *chain = search->chain;
	uint32_t			links = 0;
	uint32_t			since = 0;
	uint8_t				fact = CHAIN_AGAINST;
	uint32_t			last = chain->n ? chain->tokens[chain->n - 1] : NONE;

	if (chain->n == 0)
		fact = CHAIN_NONE;
	else if (chain->entities[chain->n - 1] == NONE)
		fact = CHAIN_UNKNOWN;
	for (uint32_t k = 0; k < chain->n && one->entity != NONE; k++)
		if (chain->entities[k] == one->entity)
		{
			links++;
			fact = k + 1 < chain->n	  ? CHAIN_EARLIER :
				last >= search->first ? CHAIN_SAME :
										CHAIN_BEFORE;
		}
	for (uint32_t k = 1; k < search->n && chain->n > 0; k++)
	{
		uint32_t name = mention_of(search, &search->list[k])->token_start;

		since += name > last && name < search->token;
	}
	one->facts[FACT_CHAIN] = fact;
	if (chain->n > 0)
		one->facts[FACT_SINCE] = nth(SINCE_0, since, SINCE_END);
	if (one->entity != NONE)
		one->facts[FACT_LINKS] = nth(LINKS_0, links, LINKS_END);
}

/* The facts that need no other candidate. */
static void
describe(const Search *search, PronounCandidate *one)
{
	const Article *article = search->article;
	const Mention *mention = mention_of(search, one);
	uint8_t		  *facts = one->facts;

	facts[FACT_ROLE] = grammar_role(article, one->mention);
	facts[FACT_START] = grammar_start(article, one->mention);
	facts[FACT_FIT] = fit(search, mention);
	if (facts[FACT_FIT] == FIT_UNKNOWN)
		facts[FACT_ENDING] = ending(article, mention);
	facts[FACT_FOLLOWED] = followed(search, mention);
	facts[FACT_FORM] = form(article, one->mention);
	facts[FACT_COUNT] = COUNT_1;
	facts[FACT_MARKED] = marked(search, mention->token_start);
	grammar_next(article, one->mention, facts);
	name_again(search, one);
	if (mention->token_start > search->token)
	{
		facts[FACT_PLACE] = PLACE_BEHIND;
		grammar_between(article, search->token + 1, mention->token_start,
						facts);
		return;
	}
	facts[FACT_PLACE] = nth(PLACE_SAME, search->sentence - mention->sentence,
							PLACE_BEHIND);
	if (facts[FACT_PLACE] == PLACE_SAME)
		grammar_between(article, mention->token_end, search->token, facts);
}

/* A mention: of a new candidate, or another one of a known one. */
static void
add_mention(Search *search, uint32_t m)
{
	const Mention	 *mention = &search->article->mentions[m];
	PronounCandidate *one;
	bool			  behind = mention->token_start > search->token;

	if (mention->entity == NONE || mention->sentence == NONE ||
		mention->kind != MENTION_PERSON ||
		/* "Her" of a name */
		(!behind && mention->token_end > search->token))
		return;
	one = find_candidate(search, mention->entity);
	if (one && !behind && one->facts[FACT_COUNT] + 1 < COUNT_END)
		one->facts[FACT_COUNT]++;
	if (one == NULL)
	{
		if (search->n == PRONOUN_CANDIDATES || is_other(search, mention) ||
			marked(search, mention->token_start) == MARKED_UNSAID)
			return;
		one = &search->list[search->n++];
		*one = (PronounCandidate){ .entity = mention->entity, .mention = m };
		describe(search, one);
	}
	if (!behind)
		note_role(search, one, m);
}

/* ---------------------------------------------------------- of all of them */

/* Counts how often each is named nearby, before the pronoun and behind it. */
static void
count_names(Search *search)
{
	const Article *article = search->article;
	uint32_t	   m = mention_from(article, search->token);
	uint32_t	   from = m > MENTIONS_BACK ? m - MENTIONS_BACK : 0;

	for (uint32_t k = from; k < m || is_behind(search, k, m + MENTIONS_AGAIN);
		 k++)
	{
		const PronounCandidate *one;

		if (article->mentions[k].entity == NONE ||
			article->mentions[k].paragraph + PARAGRAPHS_BACK <
				search->paragraph)
			continue;
		one = find_candidate(search, article->mentions[k].entity);
		if (one)
			search->named[one - search->list]++;
	}
}

/* TOTAL and TOPIC: who is named most often, and who was named first. */
static void
find_topic(Search *search)
{
	uint32_t most = 0;
	uint32_t first = NONE;

	for (uint32_t k = 1; k < search->n; k++)
	{
		uint32_t entity = search->list[k].entity;

		if (search->named[k] > most)
			most = search->named[k];
		if (entity < first)
			first = entity;
	}
	for (uint32_t k = 1; k < search->n; k++)
	{
		PronounCandidate *one = &search->list[k];
		bool			  is_most = search->named[k] == most;

		one->facts[FACT_TOTAL] = nth(TOTAL_1, search->named[k] - 1, TOTAL_END);
		one->facts[FACT_TOPIC] = is_most ?
			(one->entity == first ? TOPIC_BOTH : TOPIC_MOST) :
			one->entity == first ? TOPIC_FIRST :
								   TOPIC_NEITHER;
	}
}

/* AMONG: where in its sentence the candidate stands among the others. */
static uint8_t
among(const Search *search, const PronounCandidate *one)
{
	uint32_t sentence = mention_of(search, one)->sentence;
	bool	 before = false;
	bool	 after = false;

	for (uint32_t k = 1; k < search->n; k++)
	{
		const PronounCandidate *other = &search->list[k];

		if (other == one || mention_of(search, other)->sentence != sentence)
			continue;
		if (other->mention < one->mention)
			before = true;
		else
			after = true;
	}
	if (!before)
		return after ? AMONG_FIRST : AMONG_ONLY;
	return after ? AMONG_MIDDLE : AMONG_LAST;
}

/* NEARNESS and AMONG; NOBODY tells how many there are. */
static void
rank(Search *search)
{
	uint32_t before = 0;
	uint32_t behind = 0;

	for (uint32_t k = 1; k < search->n; k++)
	{
		PronounCandidate *one = &search->list[k];
		uint32_t *ranks = one->facts[FACT_PLACE] == PLACE_BEHIND ? &behind :
																   &before;

		one->facts[FACT_NEARNESS] = nth(NEARNESS_1, (*ranks)++, NEARNESS_END);
		one->facts[FACT_AMONG] = among(search, one);
	}
	search->list[0].facts[FACT_NOBODY] = nth(NOBODY_0, before + behind,
											 NOBODY_END);
}

/* RENAMED: who is named first behind the pronoun. */
static void
find_renamed(Search *search)
{
	const Article		   *article = search->article;
	uint32_t				first = mention_from(article, search->token);
	const PronounCandidate *found = NULL;

	for (uint32_t m = first;
		 is_behind(search, m, first + MENTIONS_AGAIN) && found == NULL; m++)
	{
		found = find_candidate(search, article->mentions[m].entity);
		if (found && found->mention == m)
			found = NULL;
	}
	for (uint32_t k = 1; k < search->n; k++)
	{
		PronounCandidate *one = &search->list[k];

		one->facts[FACT_RENAMED] = one == found	  ? RENAMED_FIRST :
			one->facts[FACT_AGAIN] == AGAIN_NEVER ? RENAMED_NEVER :
													RENAMED_LATER;
	}
}

/* LOCAL: who is the subject of the verb that governs the pronoun. */
static void
find_local_subject(Search *search)
{
	const Article *article = search->article;
	uint32_t i = grammar_local_subject(article, search->token, search->first);
	uint32_t m = i == NONE ? article->n_mentions : mention_from(article, i);
	uint32_t entity = NONE;
	uint8_t	 local = LOCAL_NONE;

	if (m < article->n_mentions && article->mentions[m].token_start <= i)
	{
		local = LOCAL_NOUN;
		if (article->mentions[m].kind == MENTION_PERSON)
		{
			local = LOCAL_NAME;
			entity = article->mentions[m].entity;
		}
	}
	else if (i != NONE &&
			 (token_has(article, i, SUBJECT_PRONOUNS) ||
			  token_is(article, i, "it")))
		local = pronoun_gender(article, i) == search->gender ?
			LOCAL_PRONOUN :
			LOCAL_OTHER_PRONOUN;
	else if (i != NONE && syntax_tag_in(article, i, TAGS_NOMINAL))
		local = LOCAL_NOUN;
	for (uint32_t k = 1; k < search->n; k++)
		search->list[k].facts[FACT_LOCAL] = local == LOCAL_NAME &&
				search->list[k].entity == entity ?
			LOCAL_THIS :
			local;
}

/* The facts of the pronoun itself, which all candidates have. */
static void
describe_pronoun(Search *search)
{
	const Article *article = search->article;
	uint8_t opener = grammar_opener(article, search->token, search->first);
	uint8_t kind = grammar_kind(article, search->token, opener);
	bool	fronted = grammar_fronted(article, search->token, search->first);

	if (kind != KIND_SUBJECT)
		find_local_subject(search);
	for (uint32_t k = 0; k < search->n; k++)
	{
		uint8_t *facts = search->list[k].facts;

		facts[FACT_KIND] = kind;
		facts[FACT_OPENER] = opener;
		facts[FACT_SEX] = search->gender == GENDER_MALE ? SEX_MALE :
														  SEX_FEMALE;
		if (k == 0)
			continue;
		facts[FACT_FRONTED] = fronted ? FRONTED_YES : FRONTED_NO;
		if (kind == KIND_SUBJECT)
			facts[FACT_LOCAL] = LOCAL_NONE;
	}
}

static void
collect(Search *search)
{
	const Article *article = search->article;
	uint32_t	   m = mention_from(article, search->token);

	for (uint32_t k = m; k > 0 && m - k < MENTIONS_BACK &&
		 article->mentions[k - 1].paragraph + PARAGRAPHS_BACK >=
			 search->paragraph;
		 k--)
		if (article->mentions[k - 1].sentence <= search->sentence)
			add_mention(search, k - 1);
	for (uint32_t k = m; k < article->n_mentions && k < m + MENTIONS_BEHIND &&
		 article->mentions[k].sentence == search->sentence;
		 k++)
		add_mention(search, k);
}

uint32_t
pronoun_candidates(const Article *article, uint32_t token,
				   const PronounChain *chain,
				   PronounCandidate	   list[PRONOUN_CANDIDATES])
{
	Search search = { .article = article, .chain = chain, .token = token };

	list[0] = (PronounCandidate){ .entity = NONE, .mention = NONE };
	search.list = list;
	search.n = 1;
	search.gender = pronoun_gender(article, token);
	search.sentence = grammar_sentence(article, token);
	if (search.gender == GENDER_UNKNOWN ||
		search.sentence == article->n_sentences ||
		article->sentences[search.sentence].token_start > token)
		return 1;
	search.first = article->sentences[search.sentence].token_start;
	search.marked = pronoun_marked(article, token);
	search.paragraph = article->sentences[search.sentence].paragraph;
	collect(&search);
	count_names(&search);
	find_topic(&search);
	rank(&search);
	find_renamed(&search);
	describe_pronoun(&search);
	for (uint32_t k = 0; k < search.n; k++)
		chain_facts(&search, &list[k]);
	return search.n;
}
