/*
 * choice_scheme.h
 *		The tables of one scheme (choice.h), made from its lists.
 *
 * Included by the file that holds them, behind its definitions of
 *
 *	SCHEME				its name
 *	SCHEME_NUMBER(fact)	the number of a fact
 *	SCHEME_FACTS		its list of facts
 *	SCHEME_TEMPLATES	its list of templates
 *	SCHEME_WEIGHTS		how many weights these make
 *
 * so it has no guard.
 */
#define X(fact) , CHOICE_FACT(fact)
static const ChoiceFact scheme_facts[] = { { "", "", 0 } SCHEME_FACTS(X) };
#undef X

#define ONE(a)	  { { SCHEME_NUMBER(a) }, CHOICE_ONE(a) },
#define TWO(a, b) { { SCHEME_NUMBER(a), SCHEME_NUMBER(b) }, CHOICE_TWO(a, b) },
#define THREE(a, b, c) \
	{ { SCHEME_NUMBER(a), SCHEME_NUMBER(b), SCHEME_NUMBER(c) }, \
	  CHOICE_THREE(a, b, c) },
static const ChoiceTemplate scheme_templates[] = { SCHEME_TEMPLATES(ONE, TWO,
																	THREE) };
#undef ONE
#undef TWO
#undef THREE

_Static_assert(sizeof(scheme_templates) / sizeof(scheme_templates[0]) <=
				   CHOICE_TEMPLATES,
			   "too many templates");

const ChoiceScheme SCHEME = { scheme_facts, scheme_templates,
							  sizeof(scheme_templates) /
								  sizeof(scheme_templates[0]),
							  SCHEME_WEIGHTS };
