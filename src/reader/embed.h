/*
 * embed.h
 *		Takes a file into the read-only data of the library as it is.
 *
 * What is so embedded holds no pointers: it needs no relocation, and all
 * processes share its pages.
 */
#ifndef NEWSEXT_EMBED_H
#define NEWSEXT_EMBED_H

#ifdef __APPLE__
#define EMBED_SECTION	   ".const_data"
#define EMBED_BACK		   ".text"
#define EMBED_SYMBOL(name) "_" #name
#define EMBED_HIDDEN	   ".private_extern "
#else
#define EMBED_SECTION	   ".section .rodata"
#define EMBED_BACK		   ".previous"
#define EMBED_SYMBOL(name) #name
#define EMBED_HIDDEN	   ".hidden "
#endif

/*
 * Defines name, to be declared extern by the caller, and name_end behind its
 * last byte; file is a string, its path at compile time.
 */
#define EMBED_AS(symbol, end, file) \
	__asm__(EMBED_SECTION "\n" \
						  ".globl " symbol "\n" EMBED_HIDDEN symbol "\n" \
						  ".globl " end "\n" EMBED_HIDDEN end "\n" \
						  ".balign 64\n" symbol ":\n" \
						  ".incbin \"" file "\"\n" end ":\n" \
						  ".byte 0\n" EMBED_BACK "\n");
#define EMBED(name, file) \
	EMBED_AS(EMBED_SYMBOL(name), EMBED_SYMBOL(name##_end), file)

#endif /* NEWSEXT_EMBED_H */
