/*
 * reading.c
 *		Reads texts for SQL functions, each text once; see reading.h.
 *
 * A query often calls several functions over the text of one row.  The last
 * few readings are therefore kept until the end of the transaction, found by
 * the bytes of their text.  What a reading says depends on the text alone, so
 * whether it comes from the cache makes no difference but time.
 */
#include "reading.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "encoding.h"
#include "model.h"

#define CACHED_READINGS 8
#define CACHED_BYTES	((Size) 32 * 1024 * 1024) /* of all readings */

typedef struct CachedReading
{
	NewsDoc *doc;  /* NULL for none */
	uint64	 hash; /* of its text */
	uint64	 used; /* when last */
} CachedReading;

static struct
{
	MemoryContext context; /* NULL before the first of a transaction */
	Size		  bytes;
	uint64		  clock;
	CachedReading readings[CACHED_READINGS];
} cache;

/* The arena's blocks come from a memory context, so an error frees them. */
static void *
arena_block(void *ctx, size_t size)
{
	return MemoryContextAllocHuge(ctx, size);
}

static void
arena_block_free(void *ctx, void *block)
{
	(void) ctx;
	pfree(block);
}

static void
arena_interrupts(void *ctx)
{
	(void) ctx;
	CHECK_FOR_INTERRUPTS();
}

ArenaHost
reading_host(MemoryContext context)
{
	ArenaHost host = { arena_block, arena_block_free, arena_interrupts,
					   context };

	return host;
}

bool
reading_fits(Size bytes)
{
	return bytes <= READER_MAX_TEXT;
}

static void
check_length(Size bytes)
{
	if (!reading_fits(bytes))
		ereport(ERROR, READING_TOO_LONG(bytes));
}

/* Reads a text, with all that it takes in CurrentMemoryContext. */
static Article *
read_article(const char *text, uint32 bytes,
			 Article *(*reader)(Arena *, const char *, uint32_t))
{
	ArenaHost  *host = palloc(sizeof(ArenaHost));
	Arena	   *arena = palloc(sizeof(Arena));
	const char *utf8;
	uint32		utf8_bytes;

	check_length(bytes);
	*host = reading_host(CurrentMemoryContext);
	arena_init(arena, host);
	utf8 = encoding_to_reader(text, bytes, &utf8_bytes);
	check_length(utf8_bytes);
	CHECK_FOR_INTERRUPTS();
	return reader(arena, utf8, utf8_bytes);
}

const Article *
reading_explained(const char *text, uint32 bytes)
{
	return read_article(text, bytes, reader_explain);
}

static NewsDoc *
read_text(const char *text, uint32 bytes)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "newsext reading",
												  ALLOCSET_DEFAULT_SIZES);
	NewsDoc		 *packed;
	NewsDoc		 *doc;

	MemoryContextSwitchTo(context);
	packed = newsdoc_pack(read_article(text, bytes, reader_read), text, bytes);
	MemoryContextSwitchTo(caller);
	doc = palloc(VARSIZE(packed));
	memcpy(doc, packed, VARSIZE(packed));
	MemoryContextDelete(context);
	return doc;
}

static void
forget_all(void *unused)
{
	(void) unused;
	memset(&cache, 0, sizeof(cache));
}

static void
forget(CachedReading *reading)
{
	cache.bytes -= VARSIZE(reading->doc);
	pfree(reading->doc);
	reading->doc = NULL;
}

static CachedReading *
find(const char *text, uint32 bytes, uint64 hash)
{
	for (int i = 0; i < CACHED_READINGS; i++)
	{
		CachedReading *reading = &cache.readings[i];

		if (reading->doc && reading->hash == hash &&
			reading->doc->text_bytes == bytes &&
			memcmp(reading->doc->text, text, bytes) == 0)
			return reading;
	}
	return NULL;
}

/* A free place, after the readings used longest ago have made room. */
static CachedReading *
make_room(Size bytes)
{
	for (;;)
	{
		CachedReading *oldest = NULL;
		CachedReading *empty = NULL;

		for (int i = 0; i < CACHED_READINGS; i++)
		{
			CachedReading *reading = &cache.readings[i];

			if (reading->doc == NULL)
				empty = reading;
			else if (oldest == NULL || reading->used < oldest->used)
				oldest = reading;
		}
		if (empty && cache.bytes + bytes <= CACHED_BYTES)
			return empty;
		forget(oldest);
	}
}

static void
remember(const NewsDoc *doc, uint64 hash)
{
	Size		   bytes = VARSIZE(doc);
	CachedReading *reading;
	NewsDoc		  *copy;

	if (bytes > CACHED_BYTES)
		return;
	if (cache.context == NULL)
	{
		MemoryContext context = AllocSetContextCreate(TopTransactionContext,
													  "newsext cache",
													  ALLOCSET_DEFAULT_SIZES);
		MemoryContextCallback
			*callback = MemoryContextAllocZero(context,
											   sizeof(MemoryContextCallback));

		callback->func = forget_all;
		MemoryContextRegisterResetCallback(context, callback);
		cache.context = context;
	}
	reading = make_room(bytes);
	copy = MemoryContextAlloc(cache.context, bytes);
	memcpy(copy, doc, bytes);
	reading->doc = copy;
	reading->hash = hash;
	reading->used = ++cache.clock;
	cache.bytes += bytes;
}

/* The reading of a text: the cache's, or a new one in CurrentMemoryContext. */
static NewsDoc *
look_up(const char *text, uint32 bytes, bool *cached)
{
	uint64		   hash = hash_bytes_extended((const unsigned char *) text,
											  (int) bytes, 0);
	CachedReading *found = find(text, bytes, hash);
	NewsDoc		  *doc;

	*cached = found != NULL;
	if (found)
	{
		found->used = ++cache.clock;
		return found->doc;
	}
	doc = read_text(text, bytes);
	remember(doc, hash);
	return doc;
}

const NewsDoc *
reading_of(const char *text, uint32 bytes)
{
	bool cached;

	return look_up(text, bytes, &cached);
}

NewsDoc *
reading_copy(const char *text, uint32 bytes)
{
	bool	 cached;
	NewsDoc *doc = look_up(text, bytes, &cached);
	NewsDoc *copy;

	if (!cached)
		return doc;
	copy = palloc(VARSIZE(doc));
	memcpy(copy, doc, VARSIZE(doc));
	return copy;
}
