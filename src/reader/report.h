/*
 * report.h
 *		Which cue reports some marked words: the candidates, and what is known
 *		of each.
 *
 * A candidate is a cue with what it reports and by whom (complement.h), or a
 * colon, a dash with a name, a label; or no cue at all: the words are a scare
 * quote, a title, or attributed by another sentence.  report.c lists them,
 * report_facts.c says what is known of each, report_choice.c chooses by the
 * weights in data/report.tsv, which src/tools/quotetrain.c learns.
 */
#ifndef NEWSEXT_REPORT_H
#define NEWSEXT_REPORT_H

#include "choice.h"
#include "complement.h"

/* Candidates of some marked words at most, with "no cue". */
#define REPORT_CANDIDATES 64
/* Cues of a sentence that are looked at for them. */
#define REPORT_CUES 16

/* Where the speaker of a candidate was found. */
typedef enum SpeakerFrom
{
	FROM_BESIDE, /* where complement.c looks */
	FROM_SPOKE,	 /* whoever spoke before in this sentence */
	FROM_LEFT,	 /* right before the cue */
	FROM_MAIN,	 /* the subject of the main clause before the cue */
	FROM_LATER	 /* that of the clause behind: "Citing it, Ruiz left" */
} SpeakerFrom;

/* How a candidate was searched for, besides the ways of complement.h. */
#define LEVEL_AS_REPORTED (NEAR_OBJECT + 1)
#define LEVEL_AS_NOUN	  (NEAR_OBJECT + 2)

/* Facts of a candidate at most; report_facts.h has them. */
#define REPORT_FACTS_ROOM 32

typedef struct ReportCandidate
{
	Cue			cue; /* start == end for no cue */
	Complement	complement;
	uint8_t		level; /* Nearness, or one of those below */
	SpeakerFrom from;
	uint8_t		facts[REPORT_FACTS_ROOM];
} ReportCandidate;

/*
 * The candidates of the marked words at unit u, no cue first; units before low
 * belong to others, of whom the last to speak was spoke, or nobody.  Returns
 * their number.
 */
extern uint32_t report_candidates(const Article *article, const Frame *frame,
								  uint32_t low, uint32_t u, UnitRange spoke,
								  ReportCandidate list[REPORT_CANDIDATES]);

/* report_facts.c: fills in what is known of each candidate. */
extern void report_describe(const Article *article, const Frame *frame,
							uint32_t u, const Cue *cues, uint32_t n_cues,
							ReportCandidate *list, uint32_t n);

extern const ChoiceScheme report_scheme;

/*
 * report_choice.c: the number of the candidate that is taken.  scores gets the
 * score of each.  The program that learns the weights has its own.
 */
extern uint32_t
report_choose(const Article *article, uint32_t u, const ReportCandidate *list,
			  uint32_t n, int32_t scores[REPORT_CANDIDATES]);

#endif /* NEWSEXT_REPORT_H */
