/*
 * test_arena.c
 *		Memory of one reading: aligned, zeroed, grown and given back.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

static int blocks_held;

static void *
count_alloc(void *ctx, size_t size)
{
	(void) ctx;
	blocks_held++;
	return memset(malloc(size), 0xFF, size);
}

static void
count_release(void *ctx, void *block)
{
	(void) ctx;
	blocks_held--;
	free(block);
}

static const ArenaHost counting = { count_alloc, count_release, NULL, NULL };

static void
test_memory_is_zeroed_and_aligned(void **state)
{
	Arena arena;

	(void) state;
	arena_init(&arena, &counting);
	for (size_t size = 1; size < 5000; size += 37)
	{
		char *p = arena_alloc(&arena, size, 1);

		assert_int_equal((uintptr_t) p % 8, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		/* the next one must not lie over this one */
		memset(p, 0x5A, size);
	}
	arena_free(&arena);
}

static void
test_allocations_do_not_overlap(void **state)
{
	enum
	{
		PIECES = 3000
	};
	Arena		   arena;
	unsigned char *pieces[PIECES];

	(void) state;
	arena_init(&arena, &counting);
	for (int i = 0; i < PIECES; i++)
	{
		pieces[i] = arena_alloc(&arena, 1 + (size_t) i % 90, 1);
		memset(pieces[i], i & 0xFF, 1 + (size_t) i % 90);
	}
	for (int i = 0; i < PIECES; i++)
		for (int k = 0; k <= i % 90; k++)
			assert_int_equal(pieces[i][k], i & 0xFF);
	arena_free(&arena);
}

static void
test_large_allocation(void **state)
{
	Arena  arena;
	size_t size = 20 * 1024 * 1024;
	char  *p;

	(void) state;
	arena_init(&arena, &counting);
	p = arena_alloc(&arena, size, 1);
	p[size - 1] = 1;
	assert_true(arena.total >= size);
	arena_free(&arena);
}

static void
test_everything_is_given_back(void **state)
{
	Arena arena;

	(void) state;
	blocks_held = 0;
	arena_init(&arena, &counting);
	for (int i = 0; i < 1000; i++)
		arena_alloc(&arena, 1000, 3);
	assert_true(blocks_held > 1);
	arena_free(&arena);
	assert_int_equal(blocks_held, 0);
	assert_int_equal(arena.total, 0);
	/* and it can be used again */
	assert_non_null(arena_alloc(&arena, 1, 1));
	arena_free(&arena);
	assert_int_equal(blocks_held, 0);
}

static void
test_array_grows(void **state)
{
	Arena	  arena;
	uint32_t *array = NULL;
	uint32_t  n = 0;
	uint32_t  capacity = 0;

	(void) state;
	arena_init(&arena, &counting);
	for (uint32_t i = 0; i < 10000; i++)
	{
		uint32_t *element = ARENA_PUSH(&arena, array, n, capacity);

		assert_int_equal(*element, 0);
		*element = i * 7;
	}
	assert_int_equal(n, 10000);
	assert_true(capacity >= n);
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(array[i], i * 7);
	arena_free(&arena);
}

static void
test_copy_ends_with_nul(void **state)
{
	Arena arena;
	char *copy;

	(void) state;
	arena_init(&arena, &counting);
	copy = arena_copy(&arena, "bridge", 3);
	assert_string_equal(copy, "bri");
	assert_string_equal(arena_copy(&arena, "", 0), "");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_is_zeroed_and_aligned),
		cmocka_unit_test(test_allocations_do_not_overlap),
		cmocka_unit_test(test_large_allocation),
		cmocka_unit_test(test_everything_is_given_back),
		cmocka_unit_test(test_array_grows),
		cmocka_unit_test(test_copy_ends_with_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
