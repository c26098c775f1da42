/*
 * charclass.h
 *		What a character is to the tokenizer.
 *
 * ASCII goes by a table, anything else is classed by ICU.
 */
#ifndef NEWSEXT_CHARCLASS_H
#define NEWSEXT_CHARCLASS_H

#include <stdint.h>

typedef enum CharClass
{
	CHAR_OTHER,
	CHAR_SPACE,
	CHAR_NEWLINE,
	CHAR_UPPER,
	CHAR_LOWER,
	CHAR_DIGIT,
	CHAR_DOUBLE,
	CHAR_SINGLE,
	CHAR_HYPHEN,
	CHAR_DASH,
	CHAR_STOP,
	CHAR_ELLIPSIS
} CharClass;

/* Values of CharClass. */
extern const uint8_t char_ascii_classes[128]
	__attribute__((visibility("hidden")));

/* The class of a character beyond ASCII. */
extern CharClass char_class_beyond(uint32_t c);

#endif /* NEWSEXT_CHARCLASS_H */
