/*
 * newsdoc_unpack.c
 *		From a newsdoc to what was found; the format is told in newsdoc.h.
 *
 * A value may have been damaged on disk, so nothing in it is believed: each
 * integer is read within its section, each count is held against the bytes
 * left, each span against the text and each number against what it numbers.
 */
#include "newsdoc.h"

#include "access/detoast.h"
#include "access/toast_compression.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

typedef struct Unpacker
{
	OpenDoc		*open;
	const uint8 *at;
	const uint8 *end;
	uint32		 last;		 /* characters: where the last span ended */
	char		*lists;		 /* room for short lists */
	Size		 lists_left; /* bytes */
} Unpacker;

/* Bytes of lists allocated at once, for most have one item or two. */
#define LISTS 1024

static void
damaged(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("newsdoc value is damaged"),
			 errdetail("Its %s cannot be read.", what),
			 errhint("Read the article anew from a copy of its text.")));
}

/* The head of a value of version 1 or 2, of which only the text is used. */
typedef struct OldHead
{
	int32  vl_len_;
	uint8  version;
	uint8  reserved[3];
	uint32 text_bytes;
	uint32 text_chars;
	uint32 section_end[6];
} OldHead;

StaticAssertDecl(sizeof(OldHead) == 40, "the head of earlier versions");

#define LAST_OLD_VERSION 2

/* Checks the version of a value, of which the old head is there. */
static void
check_version(const NewsDoc *doc)
{
	if (VARSIZE(doc) < sizeof(OldHead))
		damaged("head");
	if (doc->version < 1 || doc->version > NEWSDOC_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("newsdoc format version %u is not supported",
						doc->version),
				 errdetail("This release of newsext reads version %u.",
						   NEWSDOC_VERSION),
				 errhint("Install the release of newsext that wrote the "
						 "value.")));
}

/* Checks the head of a value that has so many bytes in all. */
static void
check_head(const NewsDoc *doc, Size size)
{
	uint32 before = 0;

	if (VARSIZE(doc) < offsetof(NewsDoc, text))
		damaged("head");
	size -= offsetof(NewsDoc, text);
	if (doc->text_bytes > size || doc->text_chars > doc->text_bytes)
		damaged("text");
	size -= doc->text_bytes;
	for (int i = 0; i < SECTIONS; i++)
	{
		if (doc->section_end[i] < before || doc->section_end[i] > size)
			damaged("table of sections");
		before = doc->section_end[i];
	}
}

/* The text of a value of an earlier version, as one without sections. */
static NewsDoc *
with_new_head(const NewsDoc *value)
{
	const OldHead *old = (const OldHead *) value;
	NewsDoc		  *doc;

	if (old->text_bytes > VARSIZE(old) - sizeof(OldHead) ||
		old->text_chars > old->text_bytes)
		damaged("text");
	doc = palloc0(offsetof(NewsDoc, text) + old->text_bytes);
	SET_VARSIZE(doc, offsetof(NewsDoc, text) + old->text_bytes);
	doc->version = old->version;
	doc->text_bytes = old->text_bytes;
	doc->text_chars = old->text_chars;
	memcpy(doc->text, (const char *) old + sizeof(OldHead), old->text_bytes);
	return doc;
}

/* The bytes up to the end of the last of these sections. */
static Size
size_with(const NewsDoc *doc, int sections)
{
	Size size = offsetof(NewsDoc, text) + doc->text_bytes;

	for (int i = SECTIONS - 1; i >= 0; i--)
		if (sections & SECTION_BIT(i))
			return size + doc->section_end[i];
	return size;
}

/* The first bytes of a compressed value that is in memory. */
static NewsDoc *
first_bytes(struct varlena *compressed, Size size)
{
	int32 wanted = (int32) (size - VARHDRSZ);

	/* one copy less than the general way makes */
	if (VARDATA_COMPRESSED_GET_COMPRESS_METHOD(compressed) ==
		TOAST_PGLZ_COMPRESSION_ID)
		return (NewsDoc *) pglz_decompress_datum_slice(compressed, wanted);
	return (NewsDoc *) detoast_attr_slice(compressed, 0, wanted);
}

/* As much of a value that is not out of line as these sections need. */
static NewsDoc *
decompressed(struct varlena *value, int sections)
{
	bool	 compressed = VARATT_IS_COMPRESSED(value);
	NewsDoc *doc = compressed ? first_bytes(value, offsetof(NewsDoc, text)) :
								(NewsDoc *) detoast_attr(value);
	Size	 size;

	check_version(doc);
	if (doc->version <= LAST_OLD_VERSION)
		return with_new_head((NewsDoc *) detoast_attr(value));
	check_head(doc, toast_raw_datum_size(PointerGetDatum(value)));
	if (!compressed)
		return doc;
	size = size_with(doc, sections);
	pfree(doc);
	doc = first_bytes(value, size);
	if (VARSIZE(doc) < size)
		damaged("text");
	return doc;
}

NewsDoc *
newsdoc_from(Datum value, int sections)
{
	struct varlena *stored = (struct varlena *) DatumGetPointer(value);
	struct varlena *fetched = stored;
	NewsDoc		   *doc;

	if (VARATT_IS_EXTERNAL(stored))
		fetched = detoast_external_attr(stored);
	doc = decompressed(fetched, sections);
	if (fetched != stored && fetched != (struct varlena *) doc)
		pfree(fetched);
	return doc;
}

static uint64
get_longer(Unpacker *unpacker)
{
	uint64 value = 0;

	for (int shift = 0; shift < 64; shift += 7)
	{
		uint8 byte;

		if (unpacker->at >= unpacker->end)
			break;
		byte = *unpacker->at++;
		value |= (uint64) (byte & 0x7F) << shift;
		if (byte < 0x80)
			return value;
	}
	damaged("annotation");
	return 0; /* not reached */
}

/* Most integers are one byte. */
static inline uint64
get_long(Unpacker *unpacker)
{
	if (unpacker->at < unpacker->end && *unpacker->at < 0x80)
		return *unpacker->at++;
	return get_longer(unpacker);
}

/* An integer of at most limit. */
static inline uint32
get(Unpacker *unpacker, uint32 limit)
{
	uint64 value = get_long(unpacker);

	if (value > limit)
		damaged("annotation");
	return (uint32) value;
}

/* How many items follow; each takes a byte at least. */
static uint32
get_count(Unpacker *unpacker)
{
	uint32 n = get(unpacker, UINT32_MAX);

	if (n > unpacker->end - unpacker->at)
		damaged("annotation");
	return n;
}

/* Room for n items, zeroed. */
static void *
room(uint32 n, Size size)
{
	return MemoryContextAllocExtended(CurrentMemoryContext, Max(1, n) * size,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
}

/* Room for a list of n items, all of which are to be filled in. */
static void *
list_room(Unpacker *unpacker, uint32 n, Size size)
{
	Size  bytes = MAXALIGN(n * size);
	char *list;

	if (bytes > LISTS)
		return MemoryContextAllocHuge(CurrentMemoryContext, bytes);
	if (bytes > unpacker->lists_left)
	{
		unpacker->lists = palloc(LISTS);
		unpacker->lists_left = LISTS;
	}
	list = unpacker->lists;
	unpacker->lists += bytes;
	unpacker->lists_left -= bytes;
	return list;
}

static int64
difference_of(uint64 value)
{
	return (int64) (value >> 1) ^ -(int64) (value & 1);
}

/* An index below limit beside the one before it, or NONE. */
static uint32
get_index(Unpacker *unpacker, uint32 before, uint32 limit)
{
	uint64 value = get_long(unpacker);
	int64  index;

	if (value == 0)
		return NONE;
	index = difference_of(value - 1);
	if (index < -(int64) UINT32_MAX || index > (int64) UINT32_MAX)
		damaged("annotation");
	index += before == NONE ? 0 : before;
	if (index < 0 || index >= limit)
		damaged("annotation");
	return (uint32) index;
}

/* The place of so many characters. */
static TextSpan
get_characters(Unpacker *unpacker, uint32 length)
{
	uint32	 chars = unpacker->open->doc->text_chars;
	int64	 start = difference_of(get_long(unpacker));
	TextSpan span = { 0, 0 };

	if (length > chars || start < -(int64) chars || start > (int64) chars)
		damaged("annotation");
	start += unpacker->last;
	if (start < 0 || start > chars - length)
		damaged("annotation");
	span.start = (uint32) start;
	span.end = span.start + length;
	unpacker->last = span.end;
	return span;
}

static TextSpan
get_span(Unpacker *unpacker)
{
	TextSpan nothing = { 0, 0 };
	uint32	 length = get(unpacker, UINT32_MAX);

	return length == 0 ? nothing : get_characters(unpacker, length);
}

static TextSpan *
get_spans(Unpacker *unpacker, uint32 *n)
{
	TextSpan *spans;

	*n = get_count(unpacker);
	spans = list_room(unpacker, *n, sizeof(TextSpan));
	for (uint32 i = 0; i < *n; i++)
		spans[i] = get_span(unpacker);
	return spans;
}

static ReaderName
get_name(Unpacker *unpacker)
{
	ReaderName name = { NULL, 0 };
	uint32	   head = get(unpacker, UINT32_MAX);
	uint32	   length = head >> 1;

	if (head & NAME_SLICE)
		name.bytes = newsdoc_slice(unpacker->open,
								   get_characters(unpacker, length),
								   &name.length);
	else if (length > unpacker->end - unpacker->at)
		damaged("annotation");
	else if (length > 0)
	{
		name.bytes = (const char *) unpacker->at;
		name.length = length;
		unpacker->at += length;
	}
	return name;
}

static ReaderName *
get_names(Unpacker *unpacker, uint32 *n)
{
	ReaderName *names;

	*n = get_count(unpacker);
	names = list_room(unpacker, *n, sizeof(ReaderName));
	for (uint32 i = 0; i < *n; i++)
		names[i] = get_name(unpacker);
	return names;
}

static void
get_front(Unpacker *unpacker)
{
	Article		*article = &unpacker->open->article;
	FrontMatter *front = &article->front;
	uint32		 flags = get(unpacker, UINT8_MAX);

	front->is_wire = (flags & FRONT_IS_WIRE) != 0;
	unpacker->open->english = (flags & FRONT_ENGLISH) != 0;
	article->n_words = get(unpacker, INT32_MAX);
	front->headline = get_span(unpacker);
	front->dateline_place = get_span(unpacker);
	front->year = get(unpacker, 9999);
	front->month = get(unpacker, 12);
	front->day = get(unpacker, 31);
	front->agency = get_span(unpacker);
	front->bylines = get_spans(unpacker, &front->n_bylines);
	front->contributors = get_spans(unpacker, &front->n_contributors);
	front->contributor_org = get_span(unpacker);
	front->copyright_year = get(unpacker, 9999);
	front->copyright_holder = get_span(unpacker);
	front->editors_note = get_span(unpacker);
	front->correction = get_span(unpacker);
}

static void
get_paragraphs(Unpacker *unpacker)
{
	Article *article = &unpacker->open->article;

	article->n_paragraphs = get_count(unpacker);
	article->paragraphs = room(article->n_paragraphs, sizeof(Paragraph));
	for (uint32 i = 0; i < article->n_paragraphs; i++)
	{
		article->paragraphs[i].kind = get(unpacker, PARAGRAPH_KINDS - 1);
		article->paragraphs[i].span = get_span(unpacker);
	}
}

static void
get_sentences(Unpacker *unpacker)
{
	Article *article = &unpacker->open->article;
	uint32	 paragraph = 0;

	article->n_sentences = get_count(unpacker);
	article->sentences = room(article->n_sentences, sizeof(Sentence));
	for (uint32 i = 0; i < article->n_sentences; i++)
	{
		paragraph = get_index(unpacker, paragraph, INT32_MAX);
		article->sentences[i].paragraph = paragraph;
		article->sentences[i].span = get_span(unpacker);
	}
}

static void
get_entities(Unpacker *unpacker)
{
	Article *article = &unpacker->open->article;
	uint32	 first_mention = 0;

	article->n_entities = get_count(unpacker);
	article->entities = room(article->n_entities, sizeof(Entity));
	for (uint32 i = 0; i < article->n_entities; i++)
	{
		Entity *entity = &article->entities[i];

		CHECK_FOR_INTERRUPTS();
		entity->kind = get(unpacker, MENTION_KINDS - 1);
		entity->mentions = get(unpacker, INT32_MAX);
		first_mention = get_index(unpacker, first_mention, INT32_MAX);
		entity->first_mention = first_mention;
		entity->name = get_name(unpacker);
		entity->titles = get_names(unpacker, &entity->n_titles);
		entity->aliases = get_names(unpacker, &entity->n_aliases);
	}
}

static void
get_mentions(Unpacker *unpacker)
{
	Article *article = &unpacker->open->article;
	uint32	 sentence = 0;
	uint32	 paragraph = 0;

	article->n_mentions = get_count(unpacker);
	article->mentions = room(article->n_mentions, sizeof(Mention));
	for (uint32 i = 0; i < article->n_mentions; i++)
	{
		Mention *mention = &article->mentions[i];
		uint32	 flags = get(unpacker, UINT8_MAX);

		CHECK_FOR_INTERRUPTS();
		if ((flags & MENTION_KIND_MASK) >= MENTION_KINDS)
			damaged("annotation");
		mention->kind = flags & MENTION_KIND_MASK;
		if (flags & MENTION_TITLED)
			mention->title = get_span(unpacker);
		mention->span = get_span(unpacker);
		mention->entity = get_index(unpacker, 0, article->n_entities);
		mention->quotation = flags & MENTION_QUOTED ?
			get(unpacker, INT32_MAX) :
			NONE;
		if (flags & MENTION_SENTENCE)
			sentence = get_index(unpacker, sentence, INT32_MAX);
		if (flags & MENTION_PARAGRAPH)
			paragraph = get_index(unpacker, paragraph, INT32_MAX);
		mention->sentence = sentence;
		mention->paragraph = paragraph;
	}
}

/* A speaker's name or title; before: that of the quotation before. */
static ReaderName
get_name_at(Unpacker *unpacker, uint32 place, ReaderName before)
{
	ReaderName none = { NULL, 0 };

	switch (place)
	{
		case NAME_NONE:
			return none;
		case NAME_BEFORE:
			return before;
		case NAME_FOLLOWS:
			return get_name(unpacker);
	}
	damaged("annotation");
	return none; /* not reached */
}

static void
get_speaker(Unpacker *unpacker, Quotation *quotation, const Quotation *before)
{
	uint32 known;

	quotation->speaker_entity = get_index(unpacker, 0, INT32_MAX);
	known = get(unpacker, UINT8_MAX);
	if (known >> SPEAKER_KIND_SHIFT >= MENTION_KINDS)
		damaged("annotation");
	quotation->speaker_kind = known >> SPEAKER_KIND_SHIFT;
	quotation->speaker = get_name_at(unpacker, known & SPEAKER_NAME_MASK,
									 before->speaker);
	quotation->speaker_title = get_name_at(unpacker,
										   known >> SPEAKER_TITLE_SHIFT &
											   SPEAKER_TITLE_MASK,
										   before->speaker_title);
}

static void
get_verbatim(Unpacker *unpacker, Quotation *quotation)
{
	uint32 n = get_count(unpacker);

	if (n == 0)
	{
		quotation->verbatim = quotation->content;
		quotation->n_verbatim = quotation->n_content;
		return;
	}
	quotation->n_verbatim = n - 1;
	quotation->verbatim = list_room(unpacker, n - 1, sizeof(TextSpan));
	for (uint32 i = 0; i + 1 < n; i++)
		quotation->verbatim[i] = get_span(unpacker);
}

static void
get_quotations(Unpacker *unpacker)
{
	Article			*article = &unpacker->open->article;
	const Quotation	 nobody = { 0 };
	const Quotation *before = &nobody;
	uint32			 sentence = 0;
	uint32			 paragraph = 0;

	article->n_quotations = get_count(unpacker);
	article->quotations = room(article->n_quotations, sizeof(Quotation));
	for (uint32 i = 0; i < article->n_quotations; i++)
	{
		Quotation *quotation = &article->quotations[i];
		uint32	   flags = get(unpacker, QUOTATION_FLAGS);

		CHECK_FOR_INTERRUPTS();
		if ((flags & QUOTATION_KIND_MASK) > QUOTE_INDIRECT)
			damaged("annotation");
		quotation->kind = flags & QUOTATION_KIND_MASK;
		quotation->attribution = flags >> QUOTATION_ATTRIBUTION_SHIFT &
			QUOTATION_ATTRIBUTION_MASK;
		quotation->named = (flags & QUOTATION_NAMED) != 0;
		quotation->medium = flags >> QUOTATION_MEDIUM_SHIFT &
			QUOTATION_MEDIUM_MASK;
		quotation->negated = (flags & QUOTATION_NEGATED) != 0;
		quotation->content = get_spans(unpacker, &quotation->n_content);
		get_verbatim(unpacker, quotation);
		quotation->speaker_span = get_span(unpacker);
		get_speaker(unpacker, quotation, before);
		quotation->cue = get_span(unpacker);
		quotation->confidence = get(unpacker, 100) / 100.0f;
		quotation->paragraph = get_index(unpacker, paragraph, INT32_MAX);
		quotation->sentence = get_index(unpacker, sentence, INT32_MAX);
		if (quotation->paragraph != NONE)
			paragraph = quotation->paragraph;
		if (quotation->sentence != NONE)
			sentence = quotation->sentence;
		before = quotation;
	}
}

/* Where each row of characters begins, from how much longer each is. */
static void
get_map(Unpacker *unpacker)
{
	CharMap *map = &unpacker->open->map;
	uint32	 rows = charmap_rows(map->chars);
	uint32	 at = 0;

	if (map->chars == map->bytes)
		return;
	if (rows > unpacker->end - unpacker->at ||
		pg_encoding_max_length(map->encoding) == 1)
		damaged("text");
	map->row_at = room(rows + 1, sizeof(uint32));
	for (uint32 row = 0; row < rows; row++)
	{
		map->row_at[row] = at;
		at += Min(CHARMAP_ROW, map->chars - row * CHARMAP_ROW) +
			get(unpacker, map->bytes - map->chars);
		if (at > map->bytes)
			damaged("text");
	}
	map->row_at[rows] = at;
	if (at != map->bytes)
		damaged("text");
}

/* Quotations are read before the entities that they refer to. */
static void
check_speakers(const Article *article)
{
	for (uint32 i = 0; i < article->n_quotations; i++)
	{
		uint32 entity = article->quotations[i].speaker_entity;

		if (entity != NONE && entity >= article->n_entities)
			damaged("annotation");
	}
}

static void
get_words(Unpacker *unpacker)
{
	OpenDoc *open = unpacker->open;

	open->words = get_spans(unpacker, &open->n_words);
}

void
newsdoc_open(OpenDoc *open, const NewsDoc *doc, int sections)
{
	static void (*const readers[SECTIONS])(
		Unpacker *) = { [SECTION_FRONT] = get_front,
						[SECTION_PARAGRAPHS] = get_paragraphs,
						[SECTION_SENTENCES] = get_sentences,
						[SECTION_ENTITIES] = get_entities,
						[SECTION_WORDS] = get_words,
						[SECTION_MENTIONS] = get_mentions,
						[SECTION_QUOTATIONS] = get_quotations };
	const uint8 *annotation = (const uint8 *) doc->text + doc->text_bytes;
	Unpacker	 unpacker = { .open = open };

	if (doc->version != NEWSDOC_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("newsdoc value of format version %u must be read "
						"anew",
						doc->version),
				 errdetail("This release of newsext reads version %u; of "
						   "earlier ones only the text.",
						   NEWSDOC_VERSION),
				 errhint("Replace each value d by news_parse(d::text).")));
	/* the map stands with the first section */
	if (VARSIZE(doc) < size_with(doc, sections | SECTION_BIT(0)))
		elog(ERROR, "sections of a newsdoc have not been fetched");
	memset(open, 0, sizeof(*open));
	open->doc = doc;
	open->map.text = doc->text;
	open->map.bytes = doc->text_bytes;
	open->map.chars = doc->text_chars;
	open->map.encoding = GetDatabaseEncoding();
	unpacker.at = annotation;
	unpacker.end = annotation + doc->section_end[0];
	get_map(&unpacker);
	for (int i = 0; i < SECTIONS; i++)
	{
		/* the first one begins where the map ends */
		if (i > 0)
			unpacker.at = annotation + doc->section_end[i - 1];
		unpacker.end = annotation + doc->section_end[i];
		unpacker.last = 0;
		if (!(sections & SECTION_BIT(i)))
			continue;
		readers[i](&unpacker);
		if (unpacker.at != unpacker.end)
			damaged("annotation");
	}
	if (sections & SECTION_BIT(SECTION_ENTITIES))
		check_speakers(&open->article);
}

/* False when a map that is wrong would have a character cut. */
static inline bool
is_boundary(const CharMap *map, uint32 at)
{
	return map->encoding != PG_UTF8 || at == map->bytes ||
		((unsigned char) map->text[at] & 0xC0) != 0x80;
}

const char *
newsdoc_slice(const OpenDoc *open, TextSpan span, uint32 *bytes)
{
	const CharMap *map = &open->map;
	uint32		   start = charmap_byte(map, span.start);
	uint32		   end = charmap_byte(map, span.end);

	if (start > end || !is_boundary(map, start) || !is_boundary(map, end))
		damaged("text");
	*bytes = end - start;
	return map->text + start;
}
