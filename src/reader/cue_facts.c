/*
 * cue_facts.c
 *		What is known of a cue itself; see cue_facts.h.
 */
#include "cue_facts.h"

CHOICE_ENUM(SORT)
CHOICE_ENUM(FORM)

uint8_t
cue_sort(LexClasses classes)
{
	if (classes & LEX(CUE_ACCORDING))
		return SORT_ACCORDING;
	if (classes & LEX(CUE_TOLD))
		return SORT_TOLD;
	if (classes & LEX(CUE_CONTINUES))
		return SORT_CONTINUES;
	if (classes & LEX(CUE_WRITING))
		return classes & LEX(CUE_WEAK) ? SORT_READS : SORT_WRITING;
	if (classes & LEX(CUE_SPEECH))
		return classes & LEX(CUE_CLAUSE) ? SORT_SAY : SORT_SPEECH;
	if (classes & LEX(CUE_THOUGHT))
		return SORT_THOUGHT;
	if (classes & LEX(CUE_ATTITUDE))
		return SORT_ATTITUDE;
	if (classes & LEX(CUE_WEAK))
		return SORT_WEAK;
	return classes & LEX(CUE_NOUN) ? SORT_NOUN : SORT_OTHER;
}

uint8_t
cue_form(CueForm form)
{
	switch (form)
	{
		case CUE_FINITE:
			return FORM_FINITE;
		case CUE_PARTICIPLE:
			return FORM_PARTICIPLE;
		case CUE_INFINITIVE:
			return FORM_INFINITIVE;
		case CUE_PASSIVE:
			return FORM_PASSIVE;
		case CUE_PREPOSITION:
			return FORM_PREPOSITION;
	}
	return FORM_UNSAID;
}
