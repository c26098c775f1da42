/*
 * entity_draft.h
 *		Entities while they are being put together; what the entity_*.c files
 *		share, not for other stages.
 *
 * A draft is a name that mentions are held against.  Tables lead from words
 * of a name to the drafts that it may mean; each search looks at a bounded
 * number of them, so that the whole is linear in the number of mentions.
 */
#ifndef NEWSEXT_ENTITY_DRAFT_H
#define NEWSEXT_ENTITY_DRAFT_H

#include "article.h"
#include "name.h"
#include "wordtable.h"

/* Drafts that share a word and are looked at. */
#define MOST_NAMESAKES 24
/* Longest folded name, in bytes. */
#define LONGEST_KEY 256
/* Titles of a person that are remembered while looking for namesakes. */
#define DRAFT_TITLES 4

/* In a table of single drafts: several fit. */
#define AMBIGUOUS UINT32_MAX

typedef struct Draft
{
	MentionKind kind;
	const char *key; /* folded, in the arena */
	uint32_t	key_length;
	const char *full; /* a person's longest form, folded */
	uint32_t	full_length;
	uint32_t	first;	   /* the first mention */
	uint32_t	mention;   /* the one with the fullest form */
	int			fullness;  /* of that form */
	uint32_t	canonical; /* lexicon string, 0 none */
	uint32_t	same_as;   /* the draft that it is a short form of, or NONE */
	uint32_t	region;	   /* an organisation's: hash of "U.S.", 0 none */
	uint32_t	whole;	   /* and of its words without the region */
	uint32_t	words;	   /* how many these are */
	uint32_t	titles[DRAFT_TITLES]; /* hashes of last words; 0 none */
	uint32_t	seen;				  /* the last search that met it */
	bool		company;			  /* an organisation whose name says so */
	bool		bare;	 /* a person of whom only the surname is known */
	bool		surname; /* a person who was called by the surname */
	bool		kin;	 /* or who was brought in as a relative */
	uint8_t		gender;
} Draft;

/* One of several drafts under one word. */
typedef struct DraftLink
{
	uint32_t draft;
	uint32_t next; /* link + 1, 0 at the end */
} DraftLink;

typedef struct Drafts
{
	Article	  *article;
	Draft	  *list;
	uint32_t   n;
	uint32_t   capacity;
	DraftLink *links;
	uint32_t   n_links;
	uint32_t   links_capacity;
	uint32_t   searches;
	WordTable  keys;	 /* hash of kind and key to draft + 1 */
	WordTable  persons;	 /* sound of a word of a name to link + 1 */
	WordTable  bodies;	 /* an organisation's core to link + 1 */
	WordTable  firsts;	 /* first words; these and the rest: draft + 1 */
	WordTable  parts;	 /* beginnings and ends of names of organisations */
	WordTable  acronyms; /* first letters */
	WordTable  defined;	 /* what the text itself gives in brackets */
	WordTable  typing;	 /* surnames with a letter left out, see there */
} Drafts;

/* The name of a mention, folded, for comparing it. */
typedef struct DraftName
{
	char	 key[LONGEST_KEY];
	size_t	 length;
	NameWord words[NAME_MOST_WORDS];
	uint32_t n;
	uint32_t canonical;
	bool	 bare; /* of a person: only the surname */
} DraftName;

/* The name of an organisation without the country and "Inc.". */
typedef struct BodyName
{
	char	 core[LONGEST_KEY]; /* "Department of X" as "X Department" */
	size_t	 length;
	char	 plain[LONGEST_KEY]; /* in its own order */
	NameWord words[NAME_MOST_WORDS];
	uint32_t n;
	uint32_t token_start; /* of these words */
	uint32_t token_end;
	uint32_t region;  /* hash of what it is of, 0 none */
	bool	 country; /* the region is a country */
} BodyName;

/* entity.c: the hash of a kind and folded bytes. */
extern uint32_t draft_hash(MentionKind kind, const char *key, size_t len);

/* entity.c: remembers one draft under a hash, or that there are several. */
extern void draft_note(WordTable *table, uint32_t hash, uint32_t draft);

/* entity.c: the single draft under a hash, or NONE. */
extern uint32_t draft_single(const WordTable *table, uint32_t hash);

/* entity.c: adds a draft to those under a hash. */
extern void
draft_link(Drafts *drafts, WordTable *table, uint32_t hash, uint32_t draft);

/* entity_person.c: makes a new draft of a person known to the tables. */
extern void person_index(Drafts *drafts, uint32_t d);

/* A longer form of a person's name, by which it is compared from now on. */
extern void person_learn(Drafts *drafts, uint32_t d, const DraftName *name);

/* "Byrne", "van Dyke", "al-Hadid": no given name. */
extern bool person_is_surname(const Article *article, const Mention *mention,
							  const DraftName *name);

/* How much of a person's name a mention has: the most names the entity. */
extern int person_fullness(const Article *article, const Mention *mention);

/* The one person that the name of mention m can mean, or NONE. */
extern uint32_t
person_find(Drafts *drafts, uint32_t m, const DraftName *name, Gender gender);

/* entity_body.c: makes a new draft known to the tables of organisations. */
extern void body_index(Drafts *drafts, uint32_t d);

/* The one organisation that the name of mention m can mean, or NONE. */
extern uint32_t body_find(Drafts *drafts, uint32_t m, const DraftName *name);

/* The mention is of another country than the draft. */
extern bool body_is_foreign(const Drafts *drafts, uint32_t d, uint32_t m);

/* Joins drafts to the one longer name that they are a short form of. */
extern void body_join_short(Drafts *drafts);

/* The mentions m - 1 and m are a name and letters that stand for it. */
extern bool body_defines(const Article *article, uint32_t m, uint32_t *name,
						 uint32_t *letters);

/* The draft that the text gives mention m as letters of, or NONE. */
extern uint32_t body_defined(const Drafts *drafts, uint32_t m);

/* entity_name.c: drafts become article->entities. */
extern void draft_make_entities(Drafts *drafts);

#endif /* NEWSEXT_ENTITY_DRAFT_H */
