/*
 * test_speaker.c
 *		Who speaks: from the words beside a quotation to a name.
 */
#include "speaker.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* The speakers of a text's quotations, parted by "; "; "-" for an unnamed or
 * unknown one. */
static void
assert_speakers(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 list[1024] = "";
	size_t	 at = 0;

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		const Quotation *quotation = &article->quotations[i];
		bool			 named = quotation->named && quotation->speaker.bytes;

		at += (size_t) snprintf(list + at, sizeof(list) - at, "%s%.*s",
								i ? "; " : "",
								named ? (int) quotation->speaker.length : 1,
								named ? quotation->speaker.bytes : "-");
	}
	assert_string_equal(list, expected);
}

static void
test_roles(void **state)
{
	(void) state;
	assert_speakers("Foreign Minister Ana Ruiz came late. “The train stood "
					"still,” the minister said.",
					"Ana Ruiz");
	assert_speakers("Foreign Minister Ana Ruiz met Interior Minister Tom "
					"Byrne. “The train stood still,” the minister said.",
					"-");
	assert_speakers("The boats belong to Corvane Foods Inc. of Bergen. “We "
					"have bought two more of them,” the company said.",
					"Corvane Foods Inc.");
	assert_speakers("“We have counted every one of them,” said a surgeon "
					"who was there.",
					"-");
}

/* Which of those who have such a title. */
static void
test_roles_of_several(void **state)
{
	(void) state;
	assert_speakers("Vice President Ana Ruiz met President Tom Byrne. “The "
					"train stood still,” the president said.",
					"Tom Byrne");
	assert_speakers("Former mayor Ana Ruiz met Mayor Tom Byrne. “The train "
					"stood still,” the former mayor said.",
					"Ana Ruiz");
	/* of another country */
	assert_speakers("President of Turkey Tom Byrne met Norwegian President "
					"Ana Ruiz. “The train stood still,” the Turkish president "
					"said. “It did not,” Norway’s president said.",
					"Tom Byrne; Ana Ruiz");
	/* the only one who can be, whatever the title says */
	assert_speakers("Sen. Ana Ruiz met Mayor Tom Byrne. “The train stood "
					"still,” the Florida senator said.",
					"Ana Ruiz");
	assert_speakers("Sen. Ana Ruiz met Sen. Tom Byrne. “The train stood "
					"still,” the Florida senator said.",
					"-");
	assert_speakers("Texas Sen. Ana Ruiz met Mayor Tom Byrne. “The train "
					"stood "
					"still,” the Florida senator said.",
					"-");
	/* the one named in the paragraph before */
	assert_speakers("President Ana Ruiz met Tom Byrne.\n\n"
					"President Bo Costa came by train.\n\n"
					"“The train stood still,” the president said.",
					"Bo Costa");
	/* a word of something else */
	assert_speakers("The page of a government Corvane account was empty. “The "
					"train stood still,” the government said.",
					"-");
}

static void
test_names_behind_roles(void **state)
{
	(void) state;
	assert_speakers("The surgeon on duty, Dr. Ana Ruiz, said: “The foot has "
					"moved a little.”",
					"Ana Ruiz");
	assert_speakers("Another co-author, engineering professor Ana Ruiz, "
					"said: “The foot has moved a little.”",
					"Ana Ruiz");
	assert_speakers("Before lunch with Ana Ruiz on Monday conceded that it "
					"was late, the foot had moved.",
					"Ana Ruiz");
	/* the next one of a list */
	assert_speakers("The surgeon said: “The foot has moved a little,” and "
					"Ana Ruiz left.",
					"-");
}

/* What a title is of stands between it and the name. */
static void
test_titles_with_complements(void **state)
{
	(void) state;
	assert_speakers("President of Norway Ana Ruiz said: “The foot has moved "
					"a little.”",
					"Ana Ruiz");
	assert_speakers("The speaker of the parliament Tom Byrne said: “The foot "
					"has moved a little.”",
					"Tom Byrne");
	assert_speakers("Secretary of State Tom Byrne said: “The foot has moved "
					"a little.”",
					"Tom Byrne");
	/* of another than the name */
	assert_speakers("A spokesman for Secretary of State Tom Byrne said: “The "
					"foot has moved a little.”",
					"-");
	assert_speakers("The brother of the late Tom Byrne said: “The foot has "
					"moved a little.”",
					"-");
}

static void
test_nicknames(void **state)
{
	Article *article = test_read("“The foot has moved a little,” said "
								 "Sheriff Arnold “Sled” Byrne, who was "
								 "there.");

	(void) state;
	assert_int_equal(article->n_quotations, 1);
	assert_string_equal(test_span(article,
								  article->quotations[0].speaker_span),
						"Sheriff Arnold “Sled” Byrne");
	assert_memory_equal(article->quotations[0].speaker.bytes, "Arnold Byrne",
						12);
}

static void
test_answers(void **state)
{
	(void) state;
	assert_speakers("Our reporter spoke with the warden Ana Ruiz about swans. "
					"Tom Byrne took pictures.\n\n"
					"Q: How many swans are there on the lake?\n\n"
					"A: Four hundred and eleven on the day.\n\n"
					"Q: Who put the decoys there?\n\n"
					"A: A shooting club from the town.\n",
					"-; Ana Ruiz; -; Ana Ruiz");
	/* two were asked */
	assert_speakers("Our reporter spoke with Ana Ruiz and interviewed Tom "
					"Byrne about swans.\n\n"
					"Q: How many swans are there on the lake?\n\n"
					"A: Four hundred and eleven on the day.\n\n"
					"Q: Who put the decoys there?\n\n"
					"A: A shooting club from the town.\n",
					"-; -; -; -");
}

/* Each rule has a name, and one of its own. */
static void
test_rule_names(void **state)
{
	(void) state;
	for (int i = 0; i < SPEAKER_RULES; i++)
	{
		assert_non_null(speaker_rule_name((SpeakerRule) i));
		for (int before = 0; before < i; before++)
			assert_string_not_equal(speaker_rule_name((SpeakerRule) i),
									speaker_rule_name((SpeakerRule) before));
	}
}

static void
test_initials(void **state)
{
	(void) state;
	assert_speakers("Our reporter Tom Byrne spoke with the warden Ana "
					"Ruiz.\n\n"
					"((TB)) How many swans are there on the lake?\n\n"
					"((AR)) Four hundred and eleven on the day.\n\n"
					"((TB)) Who put the decoys there?\n\n"
					"((AR)) A shooting club from the town.\n",
					"Tom Byrne; Ana Ruiz; Tom Byrne; Ana Ruiz");
	/* nobody's letters are no name in small ones */
	assert_speakers("Our reporter spoke with the warden.\n\n"
					"XKB: How many swans are there on the lake?\n\n"
					"RUIZ: Four hundred and eleven on the day.\n\n"
					"XKB: Who put the decoys there?\n\n"
					"RUIZ: A shooting club from the town.\n",
					"XKB; Ruiz; XKB; Ruiz");
}

/* Names inside a phrase that do not head it. */
static void
test_names_inside(void **state)
{
	(void) state;
	assert_speakers("White House and Kremlin officials said: “The foot has "
					"moved.”",
					"-");
	assert_speakers("According to its NATO reports, the foot has moved.", "-");
	assert_speakers("Navy 1st Lt. Ana Ruiz said: “The foot has moved.”",
					"Ana Ruiz");
	assert_speakers("They signed the Riga Statement. “The foot has moved,” "
					"the "
					"statement said.",
					"-");
}

static void
test_kinds_without_names(void **state)
{
	static const struct
	{
		const char *text;
		MentionKind kind;
	} cases[] = {
		{ "The decree said that the ferry was late.", MENTION_ORG },
		{ "The harbour office said that the ferry was late.", MENTION_ORG },
		{ "A diver said that the ferry was late.", MENTION_PERSON },
		{ "Divers said that the ferry was late.", MENTION_GROUP },
		{ "White House and Kremlin officials said that it was late.",
		  MENTION_GROUP },
		{ "Divers living in the town said that the ferry was late.",
		  MENTION_GROUP },
	};

	(void) state;
	for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++)
	{
		Article *article = test_read(cases[k].text);

		assert_int_equal(article->n_quotations, 1);
		assert_false(article->quotations[0].named);
		assert_int_equal(article->quotations[0].speaker_kind, cases[k].kind);
	}
}

/* The wordings and names of a text's speakers, parted by "; ". */
static void
assert_sources(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 list[1024] = "";
	size_t	 at = 0;

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		Name speaker = article->quotations[i].speaker;

		at += (size_t) snprintf(list + at, sizeof(list) - at, "%s%.*s",
								i ? "; " : "",
								speaker.bytes ? (int) speaker.length : 1,
								speaker.bytes ? speaker.bytes : "-");
	}
	assert_string_equal(list, expected);
}

/* Names that are read as none in running text. */
static void
test_unread_names(void **state)
{
	(void) state;
	assert_speakers("According to The Guardian, the foot has moved a little.",
					"Guardian");
	assert_speakers("The foot has moved, according to Harbour Bulletin. TVN8 "
					"said that it had not. Fotnytt.com reported that it may.",
					"Harbour Bulletin; TVN8; Fotnytt.com");
	assert_speakers("Dr. Ana Early looked at the foot. Early said that it had "
					"moved.",
					"Ana Early");
	assert_speakers("The Corvane News agency said that the foot has moved.",
					"Corvane News");
	/* common words at the start of a sentence, roles, headlines */
	assert_speakers("Early results say that it has moved. Officers said that "
					"it had not. The Chief Foot Officer of Corvane Foods "
					"said that it would.",
					"-; -; -");
}

/* Nobody speaks of himself by his name, or is of two genders. */
static void
test_who_can_speak(void **state)
{
	(void) state;
	assert_speakers("For Rui Costa, a diver, Tom Byrne was also a hero. He "
					"said, “Tom Byrne was the best of us.”",
					"Rui Costa");
	assert_speakers("Tom Byrne asked Peter Olsen about the ferry. “It is ten "
					"years old,” he told Byrne.",
					"Tom Byrne; Peter Olsen");
	assert_speakers("Ana Ruiz sold it to Tom Byrne. Byrne was glad. She said "
					"that it was old.",
					"Ana Ruiz");
}

static void
test_members(void **state)
{
	(void) state;
	assert_speakers("A Republican, Ana Ruiz, said: “The foot has moved.”",
					"Ana Ruiz");
	assert_speakers("Republicans said: “The foot has moved.”", "Republicans");
}

static void
test_they(void **state)
{
	(void) state;
	assert_sources("The pilots went to the harbour, where they said that the "
				   "ferry had sunk.",
				   "pilots");
	assert_sources("Several divers from Vila looked at the ferry. They found "
				   "that it was whole.",
				   "Several divers");
	assert_sources("Corvane Foods, which owns the ferry, did not name the "
				   "pilot. They said that he was safe.",
				   "Corvane Foods");
	assert_sources("The pilots and their deputies have left. They said that "
				   "the ferry was late.",
				   "pilots and their deputies");
	assert_sources("Divers said that the ferry was whole. The boats came late "
				   "again. They added that it was dry.",
				   "Divers; Divers");
	/* what they say does not tell who they are */
	assert_sources("Divers said that the ferry was whole. The owners can sell "
				   "it, they said.",
				   "Divers; Divers");
	/* two of them */
	assert_sources("Ana Ruiz and Tom Byrne met in Vila. They said that the "
				   "ferry was late.",
				   "-");
	assert_sources("The pilots have seen the divers. They said that the ferry "
				   "was late.",
				   "-");
	/* a report is no people */
	assert_sources("The report said that the ferry was late. They added that "
				   "it was old.",
				   "report; -");
}

static void
test_it(void **state)
{
	(void) state;
	assert_sources("Corvane Foods has sold the ferry. It said that the boat "
				   "was old.",
				   "Corvane Foods");
	assert_sources("Corvane Foods has sold the ferry. It has kept the dock. "
				   "It said that the boat was old.",
				   "Corvane Foods");
	assert_sources("The Norwegian government has sold the ferry. It said that "
				   "the boat was old.",
				   "Norwegian government");
	assert_sources("The agency said that the boat was old. It added that it "
				   "was late.",
				   "agency; agency");
	/* no subject, nobody's sentence, nothing meant */
	assert_sources("The head of Corvane Foods has left. It said that the boat "
				   "was old.",
				   "-");
	assert_sources("Corvane Foods has sold the ferry. The sea was rough. It "
				   "said that the boat was old.",
				   "-");
}

static void
test_same_source(void **state)
{
	(void) state;
	assert_sources("A spokesman said that the ferry was late. He added that "
				   "it was old.",
				   "spokesman; spokesman");
	assert_sources("A spokeswoman said that the ferry was late. He added that "
				   "it was old.",
				   "spokeswoman; -");
	assert_sources("A diver said that the ferry was late. Another came back. "
				   "He added that it was old.",
				   "diver; -");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_unread_names, test_done),
		cmocka_unit_test_teardown(test_who_can_speak, test_done),
		cmocka_unit_test_teardown(test_members, test_done),
		cmocka_unit_test_teardown(test_they, test_done),
		cmocka_unit_test_teardown(test_it, test_done),
		cmocka_unit_test_teardown(test_same_source, test_done),
		cmocka_unit_test_teardown(test_roles, test_done),
		cmocka_unit_test_teardown(test_roles_of_several, test_done),
		cmocka_unit_test_teardown(test_names_behind_roles, test_done),
		cmocka_unit_test_teardown(test_titles_with_complements, test_done),
		cmocka_unit_test_teardown(test_nicknames, test_done),
		cmocka_unit_test_teardown(test_answers, test_done),
		cmocka_unit_test(test_rule_names),
		cmocka_unit_test_teardown(test_names_inside, test_done),
		cmocka_unit_test_teardown(test_kinds_without_names, test_done),
		cmocka_unit_test_teardown(test_initials, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
