/*
 * tagger_model.c
 *		The weights of the tagger inside the library; see tagger.h.
 *
 * By itself, so that the trainer can put its own in this place.
 */
#include "tagger.h"

#include "embed.h"

#ifndef TAGGER_MODEL_FILE
#error "TAGGER_MODEL_FILE must name data/tagger.model, as a string"
#endif

EMBED(newsext_tagger, TAGGER_MODEL_FILE)
