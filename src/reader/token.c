/*
 * token.c
 *		Words, numbers and marks of an article; see token.h for what is one.
 *
 * One pass over the bytes.  ASCII, nearly all of English news, goes by a
 * table; anything else is decoded and classed by ICU.  Each word is folded
 * and looked up while it is read.  Nothing looks ahead further than the word
 * it is in, so the time is linear.
 */
#include "article.h"
#include "charclass.h"
#include "unicode.h"
#include "wordtable.h"

#include <string.h>

/* Words longer than this are in no list; bytes. */
#define LONGEST_WORD 120

/* Bytes of one word after which the host is asked again. */
#define CHECK_BYTES (1024 * 1024)

typedef struct Scanner
{
	Article	   *article;
	const char *text;
	uint32_t	end;
	uint32_t	at;
	uint32_t	capacity; /* of article->tokens */
	int			newlines; /* since the last token */
	bool		space;	  /* white space since the last token */
	/* the word being read */
	char		folded[LONGEST_WORD + 16];
	uint32_t	folded_length;
	uint32_t	hash;
	uint32_t	letters;
	bool		lower_seen;
	uint16_t	flags;
} Scanner;

/* The class, code point and size of the character at a byte; OTHER at the end.
 */
static inline CharClass
look(const Scanner *s, uint32_t at, uint32_t *c, int *size)
{
	unsigned char byte;

	*c = 0;
	*size = 0;
	if (at >= s->end)
		return CHAR_OTHER;
	byte = (unsigned char) s->text[at];
	if (byte < 0x80)
	{
		*c = byte;
		*size = 1;
		return (CharClass) char_ascii_classes[byte];
	}
	*c = unicode_next(s->text, at, s->end, size);
	return char_class_beyond(*c);
}

static CharClass
class_at(const Scanner *s, uint32_t at)
{
	uint32_t c;
	int		 size;

	return look(s, at, &c, &size);
}

static bool
is_letter_class(CharClass class)
{
	return class == CHAR_UPPER || class == CHAR_LOWER;
}

static bool
is_word_class(CharClass class)
{
	return is_letter_class(class) || class == CHAR_DIGIT;
}

static Token *
add_token(Scanner *s, TokenKind kind, uint32_t start, uint32_t end)
{
	Article *article = s->article;
	Token	*token;

	if ((article->n_tokens & 0xFFF) == 0)
		arena_check(article->arena);
	token = ARENA_PUSH(article->arena, article->tokens, article->n_tokens,
					   s->capacity);
	token->start = start;
	token->end = end;
	token->kind = (uint8_t) kind;
	if (article->n_tokens == 1)
		token->flags = TOKEN_SPACE_BEFORE | TOKEN_LINE_START |
			TOKEN_BLANK_BEFORE;
	if (s->newlines > 0)
		token->flags |= TOKEN_LINE_START;
	if (s->newlines > 1)
		token->flags |= TOKEN_BLANK_BEFORE;
	if (s->newlines > 0 || s->space)
	{
		token->flags |= TOKEN_SPACE_BEFORE;
		if (article->n_tokens > 1)
			token[-1].flags |= TOKEN_SPACE_AFTER;
	}
	s->newlines = 0;
	s->space = false;
	s->at = end;
	return token;
}

static void
word_begin(Scanner *s)
{
	s->folded_length = 0;
	s->hash = UNICODE_HASH_START;
	s->letters = 0;
	s->lower_seen = false;
	s->flags = 0;
}

static inline void
take_capital(Scanner *s)
{
	if (s->letters == 0 && !(s->flags & TOKEN_HAS_DIGIT))
		s->flags |= TOKEN_CAPITAL;
	else if (s->lower_seen)
		s->flags |= TOKEN_MIXED_CASE;
	s->letters++;
}

/* Takes the character at s->at into the word. */
static void
word_take(Scanner *s, CharClass class, uint32_t c, int size)
{
	char out[12];
	int	 n = 1;

	if (c < 0x80)
		out[0] = (char) (class == CHAR_UPPER ? c | 0x20 : c);
	else
		n = unicode_fold(c, out);
	s->hash = unicode_hash(s->hash, out, (size_t) n);
	if (s->folded_length + (uint32_t) n <= LONGEST_WORD)
		memcpy(s->folded + s->folded_length, out, (size_t) n);
	s->folded_length += (uint32_t) n;
	if (s->folded_length > LONGEST_WORD)
	{
		s->folded_length = LONGEST_WORD + 1;
		/* no word at all, and perhaps the whole text */
		if (s->at % CHECK_BYTES < (uint32_t) size)
			arena_check(s->article->arena);
	}
	if (class == CHAR_UPPER)
		take_capital(s);
	else if (class == CHAR_LOWER)
	{
		s->letters++;
		s->lower_seen = true;
	}
	else if (class == CHAR_DIGIT)
		s->flags |= TOKEN_HAS_DIGIT;
	s->at += (uint32_t) size;
}

/*
 * Takes the ASCII letters and digits at s->at into the word, as word_take
 * would one by one; a word that gets too long is left to it.
 */
static void
word_take_ascii(Scanner *s)
{
	uint32_t at = s->at;
	uint32_t n = s->folded_length;
	uint32_t hash = s->hash;

	for (; at < s->end && n < LONGEST_WORD; at++)
	{
		unsigned char byte = (unsigned char) s->text[at];
		CharClass class;

		if (byte >= 0x80)
			break;
		class = (CharClass) char_ascii_classes[byte];
		if (class == CHAR_LOWER)
		{
			s->letters++;
			s->lower_seen = true;
		}
		else if (class == CHAR_UPPER)
		{
			take_capital(s);
			byte |= 0x20;
		}
		else if (class == CHAR_DIGIT)
			s->flags |= TOKEN_HAS_DIGIT;
		else
			break;
		s->folded[n++] = (char) byte;
		hash = unicode_hash_byte(hash, byte);
	}
	s->at = at;
	s->folded_length = n;
	s->hash = hash;
}

static const LexEntry *
word_entry(const Scanner *s)
{
	if (s->folded_length > LONGEST_WORD)
		return NULL;
	return lexicon_find(s->hash, s->folded, s->folded_length);
}

static bool
folded_is(const Scanner *s, const char *word)
{
	return s->folded_length == strlen(word) &&
		memcmp(s->folded, word, s->folded_length) == 0;
}

/*
 * What comes after an apostrophe inside a word: a clitic that is a token of
 * its own ('s, 'll, 're, 've, 'd, 'm), or more of the word (O'Neill, n't).
 */
static bool
is_clitic(const Scanner *s, uint32_t after)
{
	static const char *const clitics[] = { "s", "ll", "re", "ve", "d", "m" };

	for (size_t k = 0; k < sizeof(clitics) / sizeof(clitics[0]); k++)
	{
		size_t n = strlen(clitics[k]);
		size_t i = 0;

		if (after + n > s->end)
			continue;
		while (i < n && (s->text[after + i] | 0x20) == clitics[k][i])
			i++;
		if (i == n && !is_word_class(class_at(s, after + (uint32_t) n)))
			return true;
	}
	return false;
}

/* The lexicon's entry of the word that begins at this byte and its end. */
static const LexEntry *
entry_at(const Scanner *s, uint32_t at, uint32_t *end)
{
	char   folded[LONGEST_WORD + 1];
	size_t len;

	for (*end = at; *end < s->end && *end - at < LONGEST_WORD &&
		 is_word_class(class_at(s, *end));)
	{
		uint32_t c;
		int		 size;

		look(s, *end, &c, &size);
		*end += (uint32_t) size;
	}
	len = unicode_fold_string(s->text + at, *end - at, folded, sizeof(folded));
	return lexicon_find(unicode_hash(UNICODE_HASH_START, folded, len), folded,
						len);
}

/* "(R-Duluth)", ", D-Calif.": a party's letter, but not in ", D-Day". */
static bool
is_party(const Scanner *s)
{
	uint32_t		end;
	const LexEntry *place;

	if (s->at < 3 || s->folded_length != 1 || !strchr("dri", s->folded[0]))
		return false;
	if (s->text[s->at - 2] == '(')
		return true;
	if (s->text[s->at - 2] != ' ' || s->text[s->at - 3] != ',')
		return false;
	place = entry_at(s, s->at + 1, &end);
	return place == NULL || !(place->classes & LEX(COMMON)) ||
		(end < s->end && s->text[end] == '.');
}

/* "the Ukraine-Russia war", "EU-Nigeria talks": two names. */
static bool
hyphen_parts_names(const Scanner *s, const LexEntry *left)
{
	LexClasses		sides = LEX(COUNTRY) | LEX(ORG_ACRONYM);
	uint32_t		end;
	const LexEntry *right;

	if (left == NULL || !(left->classes & sides))
		return false;
	right = entry_at(s, s->at + 1, &end);
	return right && (right->classes & sides) &&
		((left->classes | right->classes) & LEX(COUNTRY));
}

/*
 * Whether the hyphen at s->at joins what follows to the word so far, which
 * began with start's capital or not.
 */
static bool
hyphen_joins(const Scanner *s, CharClass next)
{
	const LexEntry *left;

	if (!is_word_class(next))
		return false;
	left = word_entry(s);
	if (next == CHAR_UPPER && (s->flags & TOKEN_CAPITAL))
		return !is_party(s) && !hyphen_parts_names(s, left);
	if (next == CHAR_DIGIT || s->letters <= 1 || (s->flags & TOKEN_HAS_DIGIT))
		return true;
	if (s->flags & TOKEN_CAPITAL)
		/* "Full-scale" at the start of a sentence, but "London-based" */
		return left && (left->classes & LEX(COMMON)) &&
			!(left->classes &
			  (LEX(COUNTRY) | LEX(CITY) | LEX(DEMONYM) | LEX(REGION))) &&
			!(s->flags & TOKEN_INNER_STOP) &&
			(s->letters == 1 || s->lower_seen);
	if (next == CHAR_UPPER)
		return left && (left->classes & LEX(NAME_PARTICLE));
	return true;
}

/*
 * Whether the full stop at s->at belongs to the word: between letters of an
 * abbreviation or address, or behind a known abbreviation or an initial.
 */
static bool
stop_joins(Scanner *s, uint32_t start)
{
	uint32_t		after = s->at + 1;
	CharClass		next = class_at(s, after);
	const LexEntry *entry;
	uint32_t		hash;

	if (is_letter_class(next))
	{
		/* U.S, a.m, J.K; amazon.com; but not "end.The" */
		if (s->at - start == 1 || (s->flags & TOKEN_INNER_STOP))
			return true;
		if (next == CHAR_LOWER && s->lower_seen)
			return true;
		/* Ph.D */
		return s->letters <= 2 && after + 1 < s->end &&
			s->text[after + 1] == '.';
	}
	if (s->letters == 1 && (s->flags & TOKEN_CAPITAL) &&
		!(s->flags & TOKEN_HAS_DIGIT))
		return true;
	if (s->flags & TOKEN_INNER_STOP)
	{
		/* the last letter of U.S. or a.m. */
		return s->at - start >= 3 && s->text[s->at - 2] == '.';
	}
	if (s->folded_length >= LONGEST_WORD)
		return false;
	hash = unicode_hash(s->hash, ".", 1);
	s->folded[s->folded_length] = '.';
	entry = lexicon_find(hash, s->folded, s->folded_length + 1);
	if (entry == NULL || !(entry->classes & LEX(ABBREV)))
		return false;
	/* "sat.", "no.": in small letters these end a sentence */
	if (s->flags & TOKEN_CAPITAL)
		return true;
	entry = lexicon_find(s->hash, s->folded, s->folded_length);
	return entry == NULL || !(entry->classes & LEX(COMMON));
}

/* True when the text at a byte begins with these ASCII lower-case letters. */
static bool
begins_with(const Scanner *s, uint32_t at, const char *prefix)
{
	size_t n = strlen(prefix);

	if (at + n > s->end)
		return false;
	for (size_t i = 0; i < n; i++)
	{
		char c = s->text[at + i];

		if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		if (c != prefix[i])
			return false;
	}
	return true;
}

static bool
begins_address(const Scanner *s, uint32_t at)
{
	char first = unicode_small(s->text[at]);

	return (first == 'h' &&
			(begins_with(s, at, "http://") ||
			 begins_with(s, at, "https://"))) ||
		(first == 'w' && begins_with(s, at, "www."));
}

/* The end of an address that begins at start: up to white space, less marks.
 */
static uint32_t
address_end(const Scanner *s, uint32_t start)
{
	uint32_t at = start;

	while (at < s->end)
	{
		uint32_t c;
		int		 size;
		CharClass class = look(s, at, &c, &size);

		if (class == CHAR_SPACE || class == CHAR_NEWLINE ||
			class == CHAR_DOUBLE || c == '<' || c == '>' || c >= 0x2000)
			break;
		at += (uint32_t) size;
	}
	while (at > start + 1 && strchr(".,;:!?)]}'", s->text[at - 1]))
		at--;
	return at;
}

static void
finish_word(Scanner *s, uint32_t start, TokenKind kind)
{
	uint32_t		end = s->at;
	const LexEntry *entry = word_entry(s);
	Token		   *token;

	if (kind == TOKEN_WORD && end < s->end && s->text[end] == '@' &&
		is_word_class(class_at(s, end + 1)))
	{
		kind = TOKEN_ADDRESS;
		end = address_end(s, start);
	}
	if (s->letters >= 2 && !s->lower_seen)
		s->flags |= TOKEN_ALL_CAPITALS;
	token = add_token(s, kind, start, end);
	token->flags |= s->flags;
	token->hash = s->hash;
	token->entry = entry ? lexicon_index(entry) : 0;
}

static void
read_word(Scanner *s)
{
	uint32_t start = s->at;

	if (begins_address(s, start))
	{
		add_token(s, TOKEN_ADDRESS, start, address_end(s, start));
		return;
	}
	word_begin(s);
	for (;;)
	{
		uint32_t c;
		int		 size;
		CharClass class;
		CharClass next;

		word_take_ascii(s);
		class = look(s, s->at, &c, &size);
		if (is_word_class(class))
		{
			word_take(s, class, c, size);
			continue;
		}
		if (size == 0 || s->at == start)
			break;
		next = class_at(s, s->at + (uint32_t) size);
		if (class == CHAR_SINGLE && c != '`' && is_letter_class(next))
		{
			if (c == 0x2018 || is_clitic(s, s->at + (uint32_t) size))
				break;
			word_take(s, class, c, size);
		}
		else if (class == CHAR_HYPHEN && hyphen_joins(s, next))
		{
			s->flags |= TOKEN_HAS_HYPHEN;
			word_take(s, class, c, size);
		}
		else if (c == '.' && stop_joins(s, start))
		{
			s->flags |= TOKEN_INNER_STOP;
			word_take(s, class, c, size);
			if (!is_letter_class(class_at(s, s->at)))
				break;
		}
		else if (c == '&' && next == CHAR_UPPER && (s->flags & TOKEN_CAPITAL))
			word_take(s, class, c, size);
		else
			break;
	}
	finish_word(s, start, TOKEN_WORD);
}

/* 1,000.5 10:42 2026-01-23 1st 4-year-old 5m; the first character is a digit.
 */
static void
read_number(Scanner *s)
{
	uint32_t start = s->at;

	word_begin(s);
	for (;;)
	{
		uint32_t c;
		int		 size;
		CharClass class;
		CharClass next;

		word_take_ascii(s);
		class = look(s, s->at, &c, &size);
		if (is_word_class(class))
		{
			word_take(s, class, c, size);
			continue;
		}
		if (size == 0)
			break;
		next = class_at(s, s->at + (uint32_t) size);
		if ((c == '.' || c == ',' || c == ':') && next == CHAR_DIGIT)
			word_take(s, class, c, size);
		else if (class == CHAR_HYPHEN && is_word_class(next) &&
				 (next == CHAR_DIGIT || s->letters == 0 || s->lower_seen))
		{
			s->flags |= TOKEN_HAS_HYPHEN;
			word_take(s, class, c, size);
		}
		else
			break;
	}
	finish_word(s, start, TOKEN_NUMBER);
}

/* A clitic: the apostrophe at s->at and the letters after it. */
static void
read_clitic(Scanner *s, int apostrophe)
{
	uint32_t start = s->at;
	uint32_t c;
	int		 size;
	CharClass class;
	bool possessive;

	word_begin(s);
	word_take(s, CHAR_SINGLE, '\'', apostrophe);
	while (is_letter_class(class = look(s, s->at, &c, &size)))
		word_take(s, class, c, size);
	s->flags &= ~(TOKEN_CAPITAL | TOKEN_MIXED_CASE);
	possessive = folded_is(s, "'s");
	finish_word(s, start, possessive ? TOKEN_POSSESSIVE : TOKEN_WORD);
}

static QuoteFacing
facing_of(uint32_t c)
{
	switch (c)
	{
		case 0x201C:
		case 0x2018:
		case 0x00AB:
		case 0x201E:
		case 0x201F:
		case 0x201A:
		case 0x201B:
		case 0x2039:
		case 0x301D:
			return FACING_OPEN;
		case 0x201D:
		case 0x2019:
		case 0x00BB:
		case 0x203A:
		case 0x301E:
		case 0x00B4:
		case 0x02BC:
			return FACING_CLOSE;
		case '`':
			return FACING_OPEN;
		default:
			return FACING_NEUTRAL;
	}
}

static void
read_quotation_mark(Scanner *s, CharClass class, uint32_t c, int size)
{
	uint32_t	start = s->at;
	uint32_t	end = start + (uint32_t) size;
	QuoteFacing facing = facing_of(c);
	uint32_t	second;
	uint32_t	third = 0;
	int			second_size;
	int			third_size;

	/*
	 * two single marks written for a double one: `` '' ‘‘ ’’; three of them
	 * behind a word close the inner quotation first
	 */
	if (class == CHAR_SINGLE &&
		look(s, end, &second, &second_size) == CHAR_SINGLE && second == c &&
		(s->space || s->newlines > 0 ||
		 look(s, end + (uint32_t) second_size, &third, &third_size) !=
			 CHAR_SINGLE ||
		 third != c))
	{
		class = CHAR_DOUBLE;
		end += (uint32_t) second_size;
		if (c == '\'')
			facing = FACING_CLOSE;
	}
	add_token(s, class == CHAR_DOUBLE ? TOKEN_DOUBLE_MARK : TOKEN_SINGLE_MARK,
			  start, end)
		->mark = (uint8_t) facing;
}

/* The end of a run of characters of the same class (and character) as at. */
static uint32_t
run_end(const Scanner *s, uint32_t at, CharClass class, uint32_t only)
{
	uint32_t c;
	int		 size;

	while (look(s, at, &c, &size) == class && size > 0 &&
		   (only == 0 || c == only))
		at += (uint32_t) size;
	return at;
}

static void
read_mark(Scanner *s, CharClass class, uint32_t c, int size)
{
	uint32_t start = s->at;
	uint32_t end = start + (uint32_t) size;
	Token	*token;

	if (class == CHAR_STOP)
	{
		token = add_token(s, TOKEN_STOP, start, run_end(s, start, class, 0));
		token->mark = (uint8_t) c;
	}
	else if (class == CHAR_ELLIPSIS)
		add_token(s, TOKEN_STOP, start, run_end(s, start, class, 0));
	else if (class == CHAR_DASH || class == CHAR_HYPHEN)
		add_token(s, TOKEN_DASH, start, run_end(s, start, class, 0));
	else if ((c == '@' || c == '#') && is_word_class(class_at(s, end)))
		add_token(s, TOKEN_ADDRESS, start, address_end(s, start));
	else
	{
		if (c == '*' || c == '_' || c == '=' || c == '#' || c == '~')
			end = run_end(s, start, class, c);
		token = add_token(s, TOKEN_PUNCTUATION, start, end);
		token->mark = c < 0x80 ? (uint8_t) c : 0;
	}
}

/* An apostrophe right behind a word, with a clitic behind it. */
static bool
at_clitic(const Scanner *s, uint32_t c, int size)
{
	const Article *article = s->article;

	return c != '`' && !s->space && s->newlines == 0 &&
		article->n_tokens > 0 &&
		article->tokens[article->n_tokens - 1].end == s->at &&
		article->tokens[article->n_tokens - 1].kind <= TOKEN_NUMBER &&
		is_clitic(s, s->at + (uint32_t) size);
}

/*
 * Sets TOKEN_SMALL_SEEN on words with a capital whose lower-case twin stands
 * elsewhere.  A bitmap of the hashes spares most searches.
 */
static void
mark_small_twins(Article *article)
{
	uint64_t  seen[64] = { 0 }; /* 4096 bits */
	WordTable capitals;			/* value: 1 when the twin was met */
	bool	  any = false;

	word_table_init(&capitals, article->arena);
	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		const Token *token = &article->tokens[i];

		if ((i & 0xFFFF) == 0)
			arena_check(article->arena);
		if (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL))
		{
			word_table_add(&capitals, token->hash);
			seen[(token->hash >> 6) & 63] |= (uint64_t) 1
				<< (token->hash & 63);
		}
	}
	for (uint32_t i = 0; i < article->n_tokens && capitals.used > 0; i++)
	{
		const Token *token = &article->tokens[i];
		uint32_t	*met;

		if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) ||
			!(seen[(token->hash >> 6) & 63] >> (token->hash & 63) & 1))
			continue;
		met = word_table_find(&capitals, token->hash);
		if (met)
		{
			*met = 1;
			any = true;
		}
	}
	for (uint32_t i = 0; i < article->n_tokens && any; i++)
	{
		Token		   *token = &article->tokens[i];
		const uint32_t *met;

		if (token->kind != TOKEN_WORD || !(token->flags & TOKEN_CAPITAL))
			continue;
		met = word_table_find(&capitals, token->hash);
		if (met && *met)
			token->flags |= TOKEN_SMALL_SEEN;
	}
}

void
token_read(Article *article)
{
	Scanner s = { 0 };

	s.article = article;
	s.text = article->text;
	s.end = article->length;
	/* news has about one token for each five bytes */
	s.capacity = s.end / 5 + 16;
	article->tokens = arena_alloc(article->arena, s.capacity, sizeof(Token));
	while (s.at < s.end)
	{
		uint32_t c;
		int		 size;
		CharClass class = look(&s, s.at, &c, &size);

		switch (class)
		{
			case CHAR_NEWLINE:
				if (c == '\r' && s.at + 1 < s.end && s.text[s.at + 1] == '\n')
					size = 2;
				s.newlines++;
				s.at += (uint32_t) size;
				if ((s.newlines & 0xFFFF) == 0)
					arena_check(article->arena);
				break;
			case CHAR_SPACE:
				s.space = true;
				s.at += (uint32_t) size;
				break;
			case CHAR_UPPER:
			case CHAR_LOWER:
				read_word(&s);
				article->n_words++;
				break;
			case CHAR_DIGIT:
				read_number(&s);
				article->n_words++;
				break;
			case CHAR_DOUBLE:
				read_quotation_mark(&s, class, c, size);
				break;
			case CHAR_SINGLE:
				if (at_clitic(&s, c, size))
					read_clitic(&s, size);
				else
					read_quotation_mark(&s, class, c, size);
				break;
			default:
				read_mark(&s, class, c, size);
				break;
		}
	}
	if (article->n_tokens > 0)
		article->tokens[article->n_tokens - 1].flags |= TOKEN_SPACE_AFTER;
	mark_small_twins(article);
}
