/*
 * lexclass.h
 *		The classes a word or phrase can have in the lexicon.
 *
 * One list for the compiler (which reads the names from data/lexicon) and for
 * the reader (which tests the bits).  A class says what the entry can be, not
 * what it is: "may" is MONTH and MODAL, and the stage that asks looks at
 * capitals and neighbours.  Classes marked (cap) are meant only when the word
 * is written with a capital, those marked (CAPS) only when all its letters
 * are capitals: token_has() checks that.
 */
#ifndef NEWSEXT_LEXCLASS_H
#define NEWSEXT_LEXCLASS_H

#include <stdint.h>

/* clang-format off */
/* X(name, case) where case is ANY, CAP (first letter), or UP (all letters) */
#define LEXCLASS_LIST(X) \
	/* reporting */ \
	X(CUE_SPEECH, ANY)		/* a form of a verb of speech: said, says, saying, told */ \
	X(CUE_WRITING, ANY)		/* wrote, tweeted, posted: also CUE_SPEECH; a poll shows, a court found: not */ \
	X(CUE_THOUGHT, ANY)		/* thought, believes: reported thought */ \
	X(CUE_ATTITUDE, ANY)	/* wants, supports: attitude; with CUE_SPEECH or CUE_THOUGHT: what it reports can be its object */ \
	X(CUE_WEAK, ANY)		/* speech only beside a quotation: laughed, added up, shot */ \
	X(CUE_CONTINUES, ANY)	/* continued, added, went on: same speaker as before */ \
	X(CUE_TOLD, ANY)		/* takes an addressee as object: told, asked, assured */ \
	X(CUE_CLAUSE, ANY)		/* takes a bare or that-clause as its object */ \
	X(CUE_TO, ANY)			/* takes a to-infinitive as what is said: vowed, agreed */ \
	X(CUE_NOUN, ANY)		/* statement, remark, claim */ \
	X(CUE_ACCORDING, ANY)	/* "according to", "in the words of" (phrases) */ \
	X(NEGATION, ANY)		/* not, never, didn't, declined, refused, denied */ \
	/* closed classes */ \
	X(PRON_SUBJ_M, ANY)		/* he */ \
	X(PRON_SUBJ_F, ANY)		/* she */ \
	X(PRON_SUBJ_PL, ANY)	/* they */ \
	X(PRON_SUBJ_1, ANY)		/* I, we */ \
	X(PRON_OTHER, ANY)		/* him, it, who, those ... and every other pronoun */ \
	X(POSSESSIVE, ANY)		/* his, her, their, its, my */ \
	X(DETERMINER, ANY)		/* the, a, an, this, some, many, several ... */ \
	X(PREPOSITION, ANY) \
	X(CONJUNCTION, ANY)		/* and, or, but */ \
	X(SUBORDINATOR, ANY)	/* because, while, although, as, when, if ... */ \
	X(COMPLEMENTIZER, ANY)	/* that, whether, if, how, why, what ... */ \
	X(AUXILIARY, ANY)		/* be, have, do in all forms, with contractions */ \
	X(MODAL, ANY)			/* will, would, can, could, ... with contractions */ \
	X(ADVERB, ANY)			/* also, later, repeatedly: may stand between subject and verb */ \
	X(INTERJECTION, ANY)	/* yes, no, well, oh */ \
	/* open classes */ \
	X(COMMON, ANY)			/* is in an English dictionary in lower case */ \
	X(ROLE, ANY)			/* a person by role: minister, spokesman, aide, mother */ \
	X(ROLE_PLURAL, ANY)		/* officials, experts, police: sources without a name */ \
	X(ROLE_MODIFIER, ANY)	/* former, deputy, acting, senior, vice, chief */ \
	X(GROUP_NOUN, ANY)		/* a body of people as common noun: ministry, party, company, study, report */ \
	X(MALE_NOUN, ANY)		/* spokesman, father, king: evidence of gender */ \
	X(FEMALE_NOUN, ANY)		/* spokeswoman, mother, queen */ \
	/* names */ \
	X(GIVEN_MALE, CAP)		/* given name used by men */ \
	X(GIVEN_FEMALE, CAP)	/* given name used by women; both bits: either */ \
	X(SURNAME, CAP) \
	X(NAME_PARTICLE, ANY)	/* van, de, al, bin: inside a name */ \
	X(NAME_SUFFIX, CAP)		/* Jr., Sr., II, III, PhD, MP */ \
	X(PERSON, CAP)			/* a whole person's name, or one that stands alone */ \
	X(TITLE, CAP)			/* before a name, capitalised: President, Sen., Mr., Pope, Gen. */ \
	X(HONORIFIC, CAP)		/* Mr., Mrs., Ms., Sir, Dr.: TITLE too; never a role of its own */ \
	X(COUNTRY, CAP) \
	X(CITY, CAP) \
	X(REGION, CAP)			/* states, provinces, continents, seas, rivers, areas */ \
	X(STATE_ABBREV, CAP)	/* Calif., Mass. after a city */ \
	X(PLACE_HEAD, CAP)		/* River, Street, County, Airport: last or first word of a place name */ \
	X(DEMONYM, CAP)			/* Russian, Californian; also adjective */ \
	X(GROUP, CAP)			/* Democrats, Muslims, Republicans: people by belief or party */ \
	X(ORG, CAP)				/* a whole organisation's name */ \
	X(ORG_ACRONYM, UP)		/* NATO, WHO, US only in capitals */ \
	X(ORG_HEAD, CAP)		/* Ministry, Department, Bank, University, Party: head of an organisation's name */ \
	X(ORG_SUFFIX, CAP)		/* Inc., Ltd., Corp., plc, GmbH */ \
	X(AGENCY, CAP)			/* news agency or outlet: AP, Reuters, AFP, BBC; ORG too */ \
	X(METONYM, CAP)			/* Kremlin, White House, Downing Street: ORG too */ \
	/* time and measure */ \
	X(MONTH, CAP)			/* with abbreviations: Jan. */ \
	X(WEEKDAY, CAP) \
	X(TIME_WORD, ANY)		/* today, yesterday, tomorrow, week, month, morning, earlier, ago */ \
	X(NUMBER_WORD, ANY)		/* one, two, dozen, million */ \
	X(UNIT, ANY)			/* percent, dollars, km */ \
	X(ABBREV, ANY)			/* written with a full stop that ends no sentence by itself */ \
	X(EVENT_HEAD, CAP)		/* Olympics, Summit, Cup, War: names that are events */ \
	X(LABEL, ANY)			/* BREAKING, UPDATE, MODERATOR, EXCLUSIVE: no place, no person */

/* clang-format on */

enum LexClassBit
{
#define X(name, written) LEXBIT_##name,
	LEXCLASS_LIST(X)
#undef X
		LEXBIT_COUNT
};

typedef uint64_t LexClasses;

#define LEX(name) ((LexClasses) 1 << LEXBIT_##name)

_Static_assert((int) LEXBIT_COUNT <= 64, "the classes must fit 64 bits");

/*
 * Word tags: what parts of speech a word can be, learned by counting over the
 * tagged corpora named in data/SOURCES.md.  A set of bits; the most frequent
 * one is stored beside it.
 */
typedef enum WordTag
{
	TAG_NOUN,
	TAG_PLURAL,
	TAG_PROPER,
	TAG_PRONOUN,
	TAG_DET,
	TAG_ADJ,
	TAG_ADV,
	TAG_VB,
	TAG_VBP,
	TAG_VBZ,
	TAG_VBD,
	TAG_VBN,
	TAG_VBG,
	TAG_MODAL,
	TAG_PREP,
	TAG_OTHER
} WordTag;

#define TAGBIT(tag) ((uint16_t) (1u << (tag)))
#define TAGS_FINITE \
	(TAGBIT(TAG_VBP) | TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBD) | TAGBIT(TAG_MODAL))
#define TAGS_VERB \
	(TAGS_FINITE | TAGBIT(TAG_VB) | TAGBIT(TAG_VBN) | TAGBIT(TAG_VBG))

#endif /* NEWSEXT_LEXCLASS_H */
