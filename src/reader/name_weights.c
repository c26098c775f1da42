/*
 * name_weights.c
 *		The weights of the features of names; see segment.h.
 *
 * make writes them from data/names.tsv as initializers.  A feature that is
 * missing there weighs nothing.
 */
#include "segment.h"

const NameWeight name_follows[NAME_LABELS][NAME_LABELS] = {
#define NAME_FOLLOWS(...) { __VA_ARGS__ },
#define NAME_WEIGHTS(feature, ...)
#include NAME_WEIGHTS_FILE
#undef NAME_FOLLOWS
#undef NAME_WEIGHTS
};

const NameWeight name_weights[N_FEATURES][NAME_LABELS] = {
#define NAME_FOLLOWS(...)
#define NAME_WEIGHTS(feature, ...) [feature] = { __VA_ARGS__ },
#include NAME_WEIGHTS_FILE
#undef NAME_FOLLOWS
#undef NAME_WEIGHTS
};
