/*
 * compat.h
 *		What differs between PostgreSQL 15 and 18.
 *
 * Every test of PG_VERSION_NUM stands here.  Included after postgres.h and
 * fmgr.h.
 *
 * From 16 on the server builds extensions so that only what it calls is seen
 * from outside; for 15 the headers of this layer say so themselves.
 */
#ifndef NEWSEXT_COMPAT_H
#define NEWSEXT_COMPAT_H

#if PG_VERSION_NUM < 150000
#error "newsext needs PostgreSQL 15 or later"
#endif

#include "utils/rangetypes.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* Came with 16, and with later minor releases of 15. */
#ifndef palloc_array
#define palloc_array(type, count) ((type *) palloc(sizeof(type) * (count)))
#endif

/* 15 has no soft errors: an input function can only raise them. */
#if PG_VERSION_NUM < 160000
#define ereturn(context, dummy_value, ...) \
	do \
	{ \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
		return dummy_value; \
	} while (0)
#endif

/* The bounds must be canonical: [lower, upper) where values are discrete. */
#if PG_VERSION_NUM >= 160000
#define canonical_range(type, lower, upper) \
	range_serialize(type, lower, upper, false, NULL)
#else
#define canonical_range(type, lower, upper) \
	range_serialize(type, lower, upper, false)
#endif

/* Of a VacAttrStats, once ANALYZE has put the default in. */
#if PG_VERSION_NUM >= 170000
#define STATISTICS_TARGET(stats) ((stats)->attstattarget)
#else
#define STATISTICS_TARGET(stats) ((stats)->attr->attstattarget)
#endif

/* Needs catalog/pg_extension.h and utils/acl.h. */
#if PG_VERSION_NUM >= 160000
#define extension_ownercheck(extension, role) \
	object_ownercheck(ExtensionRelationId, extension, role)
#else
#define extension_ownercheck(extension, role) \
	pg_extension_ownercheck(extension, role)
#endif

#if PG_VERSION_NUM >= 180000
#define NEWSEXT_MODULE_MAGIC \
	PG_MODULE_MAGIC_EXT(.name = "newsext", .version = NEWSEXT_VERSION)
#else
#define NEWSEXT_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif /* NEWSEXT_COMPAT_H */
