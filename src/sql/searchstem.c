/*
 * searchstem.c
 *		The stems of words that are searched for; see searchstem.h.
 */
#include "searchstem.h"

#include "catalog/namespace.h"
#include "common/hashfn.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"
#include "utils/memutils.h"

#include "encoding.h"

/*
 * Words whose stems are remembered in one session: what a table of two
 * megabytes holds before it grows.
 */
#define REMEMBERED_STEMS 29000

static inline uint32
hash_key(const SearchStemKey *key)
{
	uint64 hash = key->parts[0];

	for (Size i = 1; i < lengthof(key->parts); i++)
		hash = hash_combine64(hash, key->parts[i]);
	return murmurhash32((uint32) (hash ^ hash >> 32));
}

#define SH_PREFIX		stems
#define SH_ELEMENT_TYPE SearchStem
#define SH_KEY_TYPE		SearchStemKey
#define SH_KEY			key
#define SH_SCOPE		static inline
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a)	 (a)->hash
#define SH_HASH_KEY(tb, key) hash_key(&(key))
#define SH_EQUAL(tb, a, b)	 (memcmp(&(a), &(b), sizeof(SearchStemKey)) == 0)
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

static struct
{
	MemoryContext			context; /* NULL before the first stem */
	stems_hash			   *stems;
	TSDictionaryCacheEntry *dictionary;
	SearchStem				last; /* of a word that is not remembered */
} cache;

/* Forgets all stems. */
static void
forget(void)
{
	if (cache.context)
		MemoryContextDelete(cache.context);
	memset(&cache, 0, sizeof(cache));
}

void
search_stems_begin(void)
{
	if (cache.context && cache.dictionary->isvalid &&
		cache.stems->members < REMEMBERED_STEMS)
		return;
	forget();
	cache.dictionary = lookup_ts_dictionary_cache(
		get_ts_dict_oid(list_make2(makeString(pstrdup("pg_catalog")),
								   makeString(pstrdup("english_stem"))),
						false));
	cache.context = AllocSetContextCreate(CacheMemoryContext, "newsext stems",
										  ALLOCSET_DEFAULT_SIZES);
	cache.stems = stems_create(cache.context, REMEMBERED_STEMS / 16, NULL);
}

/* What the dictionary says of a word; NULL when it leaves it as it is. */
static const char *
look_up(SearchStem *entry, const char *letters, uint32 length)
{
	uint32					bytes;
	DictSubState			state = { 0 };
	const TSLexeme		   *lexeme;
	TSDictionaryCacheEntry *dictionary = cache.dictionary;
	const char *word = encoding_from_reader(letters, length, &bytes);

	lexeme = (const TSLexeme *) DatumGetPointer(
		FunctionCall4(&dictionary->lexize,
					  PointerGetDatum(dictionary->dictData),
					  PointerGetDatum(word), UInt32GetDatum(bytes),
					  PointerGetDatum(&state)));
	if (lexeme == NULL)
		return NULL;
	entry->stop = lexeme->lexeme == NULL;
	if (entry->stop)
		return NULL;
	return encoding_to_reader(lexeme->lexeme, (uint32) strlen(lexeme->lexeme),
							  &entry->stem_length);
}

/* All that is known of a word, but for the hash table's part. */
static void
learn(SearchStem *entry, const char *letters, uint32 length, bool inflected)
{
	const char *stem = NULL;

	entry->stem_length = length;
	if (inflected)
		stem = look_up(entry, letters, length);
	if (stem == NULL)
		stem = letters;
	entry->code = search_code(KEY_STEM, stem, entry->stem_length).code;
	if (entry->stem_length != length || memcmp(stem, letters, length) != 0)
		entry->word_code = search_code(KEY_WORD, letters, length).code;
	if (length > SEARCH_STEM_LETTERS)
		entry->stem = stem;
	else if (entry->stem_length > length ||
			 memcmp(stem, letters, entry->stem_length) != 0)
		entry->stem = memcpy(MemoryContextAlloc(cache.context,
												entry->stem_length),
							 stem, entry->stem_length);
}

SearchStem *
search_stem(const char *letters, uint32 length, bool inflected)
{
	SearchStem *entry;
	uint32		hash;
	bool		known;

	if (length > SEARCH_STEM_LETTERS)
	{
		memset(&cache.last, 0, sizeof(cache.last));
		learn(&cache.last, letters, length, inflected);
		return &cache.last;
	}
	memset(&cache.last.key, 0, sizeof(SearchStemKey));
	memcpy(cache.last.key.letters, letters, length);
	hash = hash_key(&cache.last.key);
	entry = stems_lookup_hash(cache.stems, cache.last.key, hash);
	if (entry)
		return entry;
	memset((char *) &cache.last + sizeof(SearchStemKey), 0,
		   sizeof(SearchStem) - sizeof(SearchStemKey));
	learn(&cache.last, letters, length, inflected);
	if (cache.stems->members >= REMEMBERED_STEMS)
		return &cache.last;
	entry = stems_insert_hash(cache.stems, cache.last.key, hash, &known);
	cache.last.hash = hash;
	cache.last.status = entry->status;
	*entry = cache.last;
	return entry;
}
