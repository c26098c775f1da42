/*
 * cue_facts.h
 *		What is known of a cue itself, for those that choose: what it is, and
 *		how it is used.
 */
#ifndef NEWSEXT_CUE_FACTS_H
#define NEWSEXT_CUE_FACTS_H

#include "choice.h"
#include "outline.h"

/* clang-format off */

/* SAY: takes a clause; SPEECH: takes none; TOLD: takes a listener; READS: is
 * said of what is written, and of who reads it. */
#define SORT_VALUES(V) V(SORT, SAY) V(SORT, SPEECH) V(SORT, TOLD) \
	V(SORT, READS) V(SORT, WRITING) V(SORT, CONTINUES) V(SORT, THOUGHT) V(SORT, ATTITUDE) \
	V(SORT, WEAK) V(SORT, ACCORDING) V(SORT, NOUN) V(SORT, OTHER)
#define FORM_VALUES(V) V(FORM, FINITE) V(FORM, PARTICIPLE) \
	V(FORM, INFINITIVE) V(FORM, PASSIVE) V(FORM, PREPOSITION)

/* clang-format on */

/* Values of SORT and FORM. */
extern uint8_t cue_sort(LexClasses classes);
extern uint8_t cue_form(CueForm form);

#endif /* NEWSEXT_CUE_FACTS_H */
