/*
 * entity.h
 *		What entity.c and pronoun.c share; not for other stages.
 */
#ifndef NEWSEXT_ENTITY_H
#define NEWSEXT_ENTITY_H

#include "article.h"

/* True when pronouns of this gender may mean the entity. */
static inline bool
entity_may_be(const Entity *entity, Gender gender)
{
	return entity->gender == GENDER_UNKNOWN || entity->gender == gender;
}

#endif /* NEWSEXT_ENTITY_H */
