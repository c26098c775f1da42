# newsext: reads news articles inside PostgreSQL.
#
#   make, make install, make installcheck    as in any PGXS extension
#   make demo, make psql                     try it, nothing installed for good
#   make test                                set up and run every test
#
# PG_CONFIG=/path/to/pg_config chooses the server; WERROR=yes makes warnings
# errors.  The targets behind "For developers" need what scripts/setup installs.

EXTENSION = newsext
MODULE_big = newsext
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" newsext.control)

READER_OBJS := $(patsubst %.c,%.o,$(sort $(wildcard src/reader/*.c)))
SQL_OBJS := $(patsubst %.c,%.o,$(sort $(wildcard src/sql/*.c)))
OBJS = $(READER_OBJS) $(SQL_OBJS)
DATA = $(sort $(wildcard sql/newsext--*.sql))
REGRESS = $(filter-out newsext--%,$(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql))))

LEXC = build/lexc
LEXICON = build/lexicon.bin
LEXICON_LISTS := $(sort $(wildcard data/lexicon/*.tsv))
TAGGER_MODEL = data/tagger.model
# weights of what chooses: data/NAME.tsv becomes build/NAME_weights.h
WEIGHTS = $(addprefix build/,pronoun_weights.h ending_weights.h report_weights.h \
	sureness_weights.h)
# what the reader is compiled with besides its sources
DATA_FILES = -DLEXICON_FILE='"$(LEXICON)"' \
	-DTAGGER_MODEL_FILE='"$(TAGGER_MODEL)"' \
	-DPRONOUN_WEIGHTS_FILE='"build/pronoun_weights.h"' \
	-DENDING_WEIGHTS_FILE='"build/ending_weights.h"' \
	-DREPORT_WEIGHTS_FILE='"build/report_weights.h"' \
	-DSURENESS_WEIGHTS_FILE='"build/sureness_weights.h"'

PKG_CONFIG ?= pkg-config
ICU_CFLAGS := $(shell $(PKG_CONFIG) --cflags icu-uc 2>/dev/null)
ICU_LIBS := $(or $(shell $(PKG_CONFIG) --libs icu-uc 2>/dev/null),-licuuc)
READER_LIBS = $(ICU_LIBS) -lm

PG_CPPFLAGS = -I$(srcdir)/src $(ICU_CFLAGS) \
	-DNEWSEXT_VERSION='"$(EXTVERSION)"' $(DATA_FILES)
STRICT = -std=gnu11 -Wall -Wextra $(if $(filter yes,$(WERROR)),-Werror)
# the server's headers are not ours to warn about
PG_CFLAGS = $(STRICT) -MMD -MP -isystem $(shell $(PG_CONFIG) --includedir-server)
SHLIB_LINK += $(READER_LIBS)

EXTRA_CLEAN = build $(OBJS:.o=.d)

# Bitcode would let the server inline functions of this library; they are far
# too large for that, and it needs the very clang that the server was built by.
override with_llvm = no

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

-include $(OBJS:.o=.d)

# Only what PostgreSQL calls is seen from outside.  The reader is all loops
# over small things, so -O3 is worth a twentieth of its time.
READER_OPTIMIZE = -O3
$(READER_OBJS): override CFLAGS += -fvisibility=hidden $(READER_OPTIMIZE)

src/reader/lexicon.o: $(LEXICON)
src/reader/tagger_model.o: $(TAGGER_MODEL)
src/reader/pronoun.o: build/pronoun_weights.h
src/reader/ending_choice.o: build/ending_weights.h
src/reader/report_choice.o: build/report_weights.h
src/reader/sureness_choice.o: build/sureness_weights.h

# number, weight and name on each line
build/%_weights.h: data/%.tsv
	@mkdir -p $(@D)
	awk -F '\t' '!/^#/ { printf "WEIGHT(%d, %d, \"%s\")\n", $$1, $$2, $$3 }' \
		$< > $@

$(LEXICON): $(LEXC) $(LEXICON_LISTS)
	$(LEXC) -o $@ $(LEXICON_LISTS)

PROGRAM_FLAGS = $(STRICT) -g -I. -I$(srcdir)/src -I$(srcdir)/src/reader \
	$(ICU_CFLAGS) -DNEWSEXT_VERSION='"$(EXTVERSION)"' \
	$(DATA_FILES)
READER_HEADERS := $(wildcard src/reader/*.h)

LEXC_SOURCES = src/tools/lexc.c src/tools/memory.c \
	$(addprefix src/reader/,token.c charclass.c unicode.c wordtable.c arena.c)
$(LEXC): $(LEXC_SOURCES) $(READER_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(PROGRAM_FLAGS) -O2 $(LEXC_SOURCES) -o $@ $(READER_LIBS)

# ---------------------------------------------------------------- commands

.PHONY: demo psql test mix bench bench-peers bench-reader eval fuzz unit unit-asan \
	unit-programs asan-programs tools format \
	format-check lint dist

demo:
	@scripts/demo

psql:
	@scripts/demo psql

test:
	@scripts/test

# ---------------------------------------------------------- For developers

# newsread: articles in, JSON out
tools: build/newsread build/tagtrain build/prontrain build/quotetrain \
	build/wordclusters

build/newsread: src/tools/newsread.c src/tools/memory.c $(READER_OBJS)
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ -ljansson $(READER_LIBS)

# tagtrain: annotated texts in, data/tagger.model out
TAGTRAIN_OBJS := $(filter-out %/tagger_model.o,$(READER_OBJS))

build/tagtrain: $(addprefix src/tools/,tagtrain.c tagtexts.c conll.c \
		memory.c) \
		$(TAGTRAIN_OBJS)
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ -ljansson $(READER_LIBS)

# What the model is learned from, FILE[:TIMES] as tagtrain takes them, and
# where these files are: `make train DATA=dir`.  Only on the command line, for
# in this file DATA is what PGXS installs.
TRAIN_DIR = $(if $(filter command,$(origin DATA)),$(DATA),../shared/data/names)
TRAIN_MIX = btc.train.conll btc.dev.conll btc.test.conll wikigold.conll \
	nne_masc_wsj.jsonl:3 gum_news.jsonl:5 gum_other.names.jsonl:3 \
	wnut17.train.conll wnut17.dev.conll wnut17.test.conll \
	sharealike_docred.conll sharealike_uner_ewt.train.conll:3 \
	sharealike_crossner_politics.train.conll \
	sharealike_crossner_politics.dev.conll \
	sharealike_crossner_politics.test.conll \
	sharealike_gum_wiki.train.conll silver_wikinews_corenlp.conll \
	silver_gmb_corenlp.conll silver_gap_corenlp.conll

.PHONY: train
train: build/tagtrain
	@[ -d '$(TRAIN_DIR)' ] || { echo "make train: '$(TRAIN_DIR)' is no" \
		"directory; DATA=dir says where the annotated texts are" >&2; exit 1; }
	build/tagtrain -o data/tagger.model $(addprefix $(TRAIN_DIR)/,$(TRAIN_MIX))

# prontrain: texts with pronouns and whom they mean in, data/pronoun.tsv out;
# after the facts of src/reader/pronoun.h have changed, that file must be
# emptied first
build/prontrain: src/tools/prontrain.c src/tools/learn.c src/tools/memory.c $(READER_OBJS)
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ -ljansson $(READER_LIBS)

# make train-pronouns PRONOUN_TEXTS="FILE.jsonl ..."
.PHONY: train-pronouns
train-pronouns: build/prontrain
	build/prontrain -o data/pronoun.tsv $(PRONOUN_TEXTS)

# quotetrain: texts with quotations in, data/ending.tsv, data/report.tsv and
# data/sureness.tsv out; its own choices stand in for those of the reader
build/quotetrain: src/tools/quotetrain.c src/tools/learn.c src/tools/memory.c \
		$(filter-out %_choice.o,$(READER_OBJS))
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ -ljansson $(READER_LIBS)

# make train-quotes QUOTE_TEXTS="FILE.jsonl ..."
.PHONY: train-quotes
train-quotes: build/quotetrain
	build/quotetrain -e data/ending.tsv -r data/report.tsv \
		-s data/sureness.tsv $(QUOTE_TEXTS)

# wordclusters: texts in, data/lexicon/clusters.tsv out
build/wordclusters: $(addprefix src/tools/,wordclusters.c conll.c memory.c) \
		src/reader/unicode.o
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ $(READER_LIBS)

.PHONY: clusters
clusters: build/wordclusters
	build/wordclusters -o data/lexicon/clusters.tsv -k 512 -m 6 $(TEXTS)

# Unit tests: each test/unit/test_X.c is a program that prints TAP, once as
# it is and once with the sanitizers.
UNIT_NAMES := $(patsubst test/unit/%.c,%,$(sort $(wildcard test/unit/test_*.c)))
UNIT_PROGRAMS := $(addprefix build/unit/,$(UNIT_NAMES))
ASAN_PROGRAMS := $(addprefix build/asan/,$(UNIT_NAMES))
UNIT_SUPPORT = test/unit/support.c test/unit/hostile.c
UNIT_HEADERS := $(wildcard test/unit/*.h) $(READER_HEADERS)
ASAN_FLAGS = $(PROGRAM_FLAGS) -O1 -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all
ASAN_OBJS := $(READER_OBJS:src/%.o=build/asan/%.o)

unit-programs: $(UNIT_PROGRAMS)

asan-programs: $(ASAN_PROGRAMS)

unit: unit-programs
	CMOCKA_MESSAGE_OUTPUT=TAP prove $(UNIT_PROGRAMS)

unit-asan: asan-programs
	CMOCKA_MESSAGE_OUTPUT=TAP prove $(ASAN_PROGRAMS)

build/unit/%: test/unit/%.c $(UNIT_SUPPORT) $(READER_OBJS) $(UNIT_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(PROGRAM_FLAGS) -O1 $(filter %.c %.o,$^) -o $@ -lcmocka $(READER_LIBS)

build/asan/reader/%.o: src/reader/%.c $(READER_HEADERS) $(LEXICON) $(TAGGER_MODEL) $(WEIGHTS)
	@mkdir -p $(@D)
	$(CC) $(ASAN_FLAGS) -c $< -o $@

build/asan/%: test/unit/%.c $(UNIT_SUPPORT) $(ASAN_OBJS) $(UNIT_HEADERS)
	$(CC) $(ASAN_FLAGS) $(filter %.c %.o,$^) -o $@ -lcmocka $(READER_LIBS)

# Fuzzing: FUZZ_SECONDS of arbitrary bytes, beginning with the samples
FUZZ_CC ?= clang-14
FUZZ_SECONDS ?= 60
FUZZ_SOURCES := $(sort $(wildcard src/reader/*.c)) \
	test/fuzz/fuzz_reader.c $(UNIT_SUPPORT)

fuzz: build/fuzz/fuzz_reader
	@mkdir -p build/fuzz/corpus
	build/fuzz/fuzz_reader -max_total_time=$(FUZZ_SECONDS) -max_len=16384 \
		-timeout=10 -print_final_stats=1 -artifact_prefix=build/fuzz/ \
		build/fuzz/corpus data/samples

build/fuzz/fuzz_reader: $(FUZZ_SOURCES) $(UNIT_HEADERS) $(LEXICON) $(TAGGER_MODEL) $(WEIGHTS)
	@mkdir -p $(@D)
	$(FUZZ_CC) $(PROGRAM_FLAGS) -Itest/unit -O1 \
		-fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=all $(FUZZ_SOURCES) -o $@ $(READER_LIBS)

# newsext beside its twins in PostgreSQL, over articles that test/bench/articles
# makes: ARTICLES=n of them, or those of CORPUS=file.jsonl; RUNS=n
bench:
	@test/bench/bench $(CORPUS)

# Beside spaCy, textacy and Stanford CoreNLP, which it fetches
bench-peers:
	@test/bench/peers

# Searches and inserts side by side for five minutes
mix:
	@MIX_SECONDS=$(or $(MIX_SECONDS),150) scripts/test t/mix.pl

# Each stage of the reader up to the names, over CORPUS=file.jsonl or the
# samples; growth over hostile text of GROWTH_BYTES
bench-reader: build/names build/growth
	build/names $(or $(CORPUS),$(sort $(wildcard data/samples/*.txt)))
	build/growth $(GROWTH_BYTES)

build/growth: test/bench/growth.c $(UNIT_SUPPORT) $(READER_OBJS) $(UNIT_HEADERS)
	$(CC) $(PROGRAM_FLAGS) -Itest/unit -O2 $(filter %.c %.o,$^) -o $@ $(READER_LIBS)

build/names: test/bench/names.c src/tools/memory.c $(READER_OBJS)
	$(CC) $(PROGRAM_FLAGS) -O2 $^ -o $@ -ljansson $(READER_LIBS)

# How well the samples are read, and the development corpora when they are
# here; FOLDS=yes trains five models more, to measure on GUM's news
eval: build/newsread build/tagtrain
	@test/eval/samples
	@test/eval/corpora
	@test/eval/folds $(TRAIN_DIR) $(TRAIN_MIX)

# A reader with another model
build/folds/%: TAGGER_MODEL = build/folds/$*/tagger.model
build/folds/%/newsread: src/tools/newsread.c src/tools/memory.c \
		src/reader/tagger_model.c \
		$(TAGTRAIN_OBJS) build/folds/%/tagger.model
	$(CC) $(PROGRAM_FLAGS) -O2 $(filter %.c %.o,$^) -o $@ -ljansson $(READER_LIBS)

CLANG_FORMAT ?= clang-format-14
FORMATTED = $(wildcard src/*/*.[ch] test/*/*.[ch])

format:
	$(CLANG_FORMAT) -i $(FORMATTED)

format-check:
	$(CLANG_FORMAT) --dry-run --Werror $(FORMATTED)

CLANG_TIDY ?= clang-tidy-14
lint:
	$(CLANG_TIDY) --quiet src/reader/*.c -- $(PROGRAM_FLAGS)
	cppcheck --quiet --std=c11 --enable=warning,performance,portability \
		--inline-suppr --error-exitcode=1 -Isrc -Isrc/reader \
		-DLEXICON_FILE='""' -DTAGGER_MODEL_FILE='"/dev/null"' \
		-DPRONOUN_WEIGHTS_FILE='"/dev/null"' \
		-DENDING_WEIGHTS_FILE='"/dev/null"' \
		-DREPORT_WEIGHTS_FILE='"/dev/null"' \
		-DSURENESS_WEIGHTS_FILE='"/dev/null"' src/reader

dist:
	git archive --format zip --prefix=$(EXTENSION)-$(EXTVERSION)/ \
		-o $(EXTENSION)-$(EXTVERSION).zip HEAD
