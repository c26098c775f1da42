/*
 * growth.c
 *		Time to read hostile texts of one size and of twice the size.
 *
 *	growth [BYTES]				1 MB and 2 MB when not given
 *
 * Prints a line for each text of test/unit/hostile.c: seconds for both sizes,
 * the least of three runs, and how many times longer the second took.  Linear
 * time shows as 2.0.
 */
#include "hostile.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 3

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec + (double) t.tv_nsec * 1e-9;
}

static double
seconds_to_read(const HostileText *hostile, size_t size)
{
	size_t len;
	char  *text = hostile_make(hostile, size, &len);
	double least = 1e9;

	for (int run = 0; run < RUNS; run++)
	{
		double start = now();
		double taken;

		test_read_bytes(text, len);
		taken = now() - start;
		test_done(NULL);
		if (taken < least)
			least = taken;
	}
	free(text);
	return least;
}

int
main(int argc, char **argv)
{
	size_t size = argc > 1 ? strtoul(argv[1], NULL, 10) : 1024 * 1024;
	double worst = 0;

	printf("%-30s %10s %10s %8s\n", "hostile text", "n", "2n", "growth");
	for (size_t i = 0; i < n_hostile_texts; i++)
	{
		double once = seconds_to_read(&hostile_texts[i], size);
		double twice = seconds_to_read(&hostile_texts[i], 2 * size);

		printf("%-30s %8.3f s %8.3f s %7.2fx\n", hostile_texts[i].name, once,
			   twice, twice / once);
		fflush(stdout);
		if (twice / once > worst)
			worst = twice / once;
	}
	printf("n is %zu bytes; the largest growth is %.2fx\n", size, worst);
	return 0;
}
