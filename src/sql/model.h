/*
 * model.h
 *		The reader's data model beside the server's headers.
 *
 * The server has a type Name of its own, so the reader's goes by ReaderName in
 * this layer.  The only way by which this layer includes article.h.
 */
#ifndef NEWSEXT_MODEL_H
#define NEWSEXT_MODEL_H

#include "postgres.h"

#define Name ReaderName
#include "reader/reader.h"
#undef Name

#endif /* NEWSEXT_MODEL_H */
