/*
 * test_layout.c
 *		The forms that articles come in: lines to paragraphs, and their kinds.
 */
#include "layout_check.h"

static void
test_notes(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("The port closed.\n\nEditor’s note: A version of "
						   "this ran on Feb. 1.",
						   "body note");
	assert_span(article, article->front.editors_note,
				"Editor’s note: A version of this ran on Feb. 1.");
	article = assert_kinds("The port closed.\n\nCORRECTION: An earlier "
						   "version misspelled Reyes.",
						   "body correction");
	assert_span(article, article->front.correction,
				"CORRECTION: An earlier version misspelled Reyes.");
	article = assert_kinds("The port closed.\n\nClarification (Feb. 4):\n\n"
						   "Park was asked twice.",
						   "body correction correction");
	assert_span(article, article->front.correction, "Park was asked twice.");
	assert_kinds("(Corrects name of ship in paragraph 2)\n\nThe port closed."
				 "\n\nCorrection officers met.",
				 "correction body body");
	assert_kinds("UPDATE: Adds mayor’s reply in paragraph 4.\n\nThe port "
				 "closed.\n\nThis is a breaking news story. Check back.",
				 "update body update");
	assert_kinds("The port closed.\n\nThis story has been updated with the "
				 "mayor’s reply.\n\nUpdates came by radio.",
				 "body update body");
}

static void
test_links(void **state)
{
	(void) state;
	assert_kinds("The port closed.\n\nRead more: Port strike enters third "
				 "day\n\nIt opened.\n\nRELATED: Ferry sinks\n\nAlso see\n\n"
				 "LISTEN: Ana Ruiz on the strike\n\nWatch the video below.",
				 "body related body related related related related");
	assert_kinds("The port closed.\n\nhttps://example.org/port",
				 "body related");
	assert_kinds("The port closed.\n\nDana Reyes is a staff writer. Follow "
				 "her @dreyes.\n\nFollow the money, Ruiz said.",
				 "body boilerplate body");
	assert_kinds("The port closed.\n\nFollow @dreyes for updates.\n\nSign up "
				 "for our newsletter.\n\nDo you live here? Send us a letter.",
				 "body boilerplate boilerplate boilerplate");
	/* the same words in sentences of the story */
	assert_kinds("Read the letter, Ruiz told them, and then burn it.\n\n"
				 "“Sign up for our boat,” she said.\n\nRelated crimes rose."
				 "\n\nMore: that is what they want, Park said.",
				 "body body body related");
}

static void
test_press_release_end(void **state)
{
	(void) state;
	assert_kinds("Acme Opens A Belt Shop In Vila\n\nVILA, Feb. 4, 2026 "
				 "/WireCo/ -- Acme opened a shop.\n\nIt sells belts.\n\n"
				 "About Acme\n\nAcme Inc. has made belts since 1986.\n\n"
				 "Media contact: Lee Park, 555-0101\n\n# # #",
				 "headline body body boilerplate boilerplate boilerplate "
				 "separator");
}

static void
test_captions(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("The port closed.\n\nFILE - The bridge at Vila, "
						   "Feb. 1, 2026. (Photo: Lee Park)\n\nIt opened.",
						   "body caption body");
	assert_int_equal(article->front.year, 0);
	assert_kinds("The port closed.\n\nMayor Ana Ruiz, left, speaks on Monday."
				 "\n\nIt opened.",
				 "body caption body");
	assert_kinds("The port closed.\n\nRuiz (left) and Park (right) on Monday."
				 "\n\nThe quay. Image: Lee Park.\n\nIt opened.",
				 "body caption caption body");
	/* people who leave, and people who say something */
	assert_kinds("The port closed.\n\nRuiz, left with no choice, closed it."
				 "\n\nThe man, right, said Ruiz, was late.\n\nIt opened.",
				 "body body body body");
}

static void
test_subheads(void **state)
{
	(void) state;
	assert_kinds("The port closed.\n\nWhat happens next\n\nIt opened.\n\n"
				 "A PORT IN NEED\n\nIt closed.\n\n– Old hands –\n\nIt sank.",
				 "body subhead body subhead body subhead body");
	/* without a sentence below it, and with a lower-case beginning */
	assert_kinds("The port closed.\n\nand so it went\n\nIt opened.\n\n"
				 "Nobody knows why",
				 "body body body body");
}

static void
test_bullets(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("Ruiz named these:\n\n• Turnout was 61 percent."
						   "\n\n- Rain fell.\n\n- Snow fell.\n\n"
						   "» The sun came out.\n\n* Wind blew.\n\nIt opened.",
						   "body bullet bullet bullet bullet bullet body");
	assert_text(article, 1, "Turnout was 61 percent.");
	assert_text(article, 4, "The sun came out.");
	article = assert_kinds("Ruiz spoke.\n\n1. Rain fell.\n\n2. Snow fell.\n\n"
						   "10:42 a.m. — Court resumes\n\n10:50 a.m.\n\n"
						   "It opened.",
						   "body bullet bullet bullet bullet body");
	assert_text(article, 1, "Rain fell.");
	assert_text(article, 3, "Court resumes");
	assert_text(article, 4, "");
	/* one dash and one number prove nothing */
	assert_kinds("Ruiz spoke.\n\n- and then she left.\n\n12. It was the last "
				 "of them.\n\nIt opened.",
				 "body body body body");
}

static void
test_separators(void **state)
{
	(void) state;
	assert_kinds("The port closed.\n\n___\n\n***\n\n* * *\n\n# # #\n\n-30-\n\n"
				 "ENDS",
				 "body separator separator separator separator separator "
				 "separator");
	assert_kinds("The port closed.\n\n“...”\n\nIt opened.", "body body body");
}

static void
test_transcript(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("The debate began.\n\nMODERATOR: Your question?"
						   "\n\n(APPLAUSE)\n\nRUIZ: Why not now?\n\n"
						   "[crosstalk]",
						   "body turn aside turn aside");
	assert_span(article, article->paragraphs[1].label, "MODERATOR");
	assert_text(article, 1, "Your question?");
	article = assert_kinds("The hearing began.\n\nSEN. ANA RUIZ (D-X): No.\n\n"
						   "RUIZ: Never.",
						   "body turn turn");
	assert_span(article, article->paragraphs[1].label, "SEN. ANA RUIZ (D-X)");
	assert_span(article, article->paragraphs[2].label, "RUIZ");
	article = assert_kinds("The debate began.\n\n((Daily Post)) Why now?\n\n"
						   "((Ana Ruiz)) We had to.",
						   "body turn turn");
	assert_span(article, article->paragraphs[2].label, "Ana Ruiz");
	assert_text(article, 2, "We had to.");
}

static void
test_interview(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("Ruiz spoke with us.\n\nQ: Why now?\n\nA: We had "
						   "to.\n\nQ: Was it late? A: No.",
						   "body turn turn turn turn");
	assert_span(article, article->paragraphs[1].label, "Q");
	assert_text(article, 2, "We had to.");
	assert_text(article, 4, "No.");
	article = assert_kinds("Ruiz spoke with us.\n\nLee Park: Why now?\n\n"
						   "Ana Ruiz: We had to.\n\nPark: Was it late?\n\n"
						   "Ruiz: It was.",
						   "body turn turn turn turn");
	assert_span(article, article->paragraphs[3].label, "Park");
	/* the questions under a label of their own each */
	assert_kinds("Ruiz spoke with us.\n\nDaily Post: Why now?\n\nRuiz: We "
				 "had to.\n\nDP: Was it late?\n\nRuiz: It was.",
				 "body turn turn turn turn");
}

/* In what is all transcript a paragraph without a label goes on. */
static void
test_long_turn(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("RUIZ: One here.\n\nPARK: Two here.\n\nIt was the "
						   "second.\n\nRUIZ: Three here.\n\nPARK: Four here."
						   "\n\nRUIZ: Five here.\n\nPARK: Six here.\n\n"
						   "The hearing ended at noon.",
						   "turn turn turn turn turn turn turn body");
	assert_int_equal(article->paragraphs[2].label.start,
					 article->paragraphs[2].label.end);
}

/* Labels of other things. */
/* Answers of several paragraphs among much running text. */
static void
test_answers_go_on(void **state)
{
	(void) state;
	assert_kinds(
		"The port closed.\n\nIt rained.\n\nIt opened.\n\nRuiz spoke "
		"with us.\n\nQ: Why now?\n\nA: We had to.\n\nNobody was hurt. "
		"I saw it.\n\nQ: Was it late?\n\nA: No.\n\nI was there.\n\nThe "
		"port has two quays.",
		"body body body body turn turn turn turn turn turn body");
	/* the writer's words between two interviews */
	assert_kinds("The port closed.\n\nIt rained.\n\nQ: Why now?\n\nA: We had "
				 "to.\n\nRuiz is a mayor. “I was born here,” she said.\n\nQ: "
				 "Was "
				 "it late?\n\nA: No.\n\nThe port has two quays.",
				 "body body turn turn body turn turn body");
}

static void
test_no_turns(void **state)
{
	(void) state;
	assert_kinds("The club meets on Monday.\n\nWHAT: A regatta.\n\nWHERE: The "
				 "quay at Vila.",
				 "body body body");
	assert_kinds("The count went on.\n\nRuiz: 1,769.\n\nPark: 1,501.\n\n"
				 "Ruiz: 12.\n\nPark: 9.\n\nIt ended.",
				 "body body body body body body");
	assert_kinds("Ruiz named three things.\n\nTaxes: They must fall.\n\n"
				 "Ferries: They must sail.\n\nIt ended.",
				 "body body body body");
	assert_kinds("Ruiz spoke of one thing: the ferry.\n\n(She has a boat of "
				 "her own.)\n\nIt ended.",
				 "body body body");
}

static void
test_blocks(void **state)
{
	(void) state;
	/* marks speak for themselves */
	assert_kinds("The mayor wrote:\n\n“We are ready.”\n\nFrom Chairwoman "
				 "Ruiz:\n\n“We were ready.”\n\nIt opened.",
				 "body body body body body");
	assert_kinds("The mayor wrote:\n\nWe are ready for all of it.\n\nFrom "
				 "Chairwoman Ruiz:\n\nWe were ready for it.\n\nIt opened.",
				 "body blockquote body blockquote body");
	assert_kinds("Here are three reasons:\n\nRain fell on all of it.\n\nIt "
				 "opened.",
				 "body body body");
	assert_kinds("The port closed.\n\n> We are ready.\n\nIt opened.",
				 "body blockquote body");
	assert_kinds("The mayor wrote on Monday in the Evening Post:\n\nWe are "
				 "ready.\n\nRuiz released the following statement:\n\nWe were "
				 "ready.\n\nIt opened.",
				 "body blockquote body blockquote body");
	/* a noun that is spelled like a cue */
	assert_kinds("It rained.\n\nThe town breaks EU rules:\n\nRain fell on all "
				 "of it.\n\nIt opened.",
				 "body body body body");
	/* its paragraphs are set closer than those of the article */
	assert_kinds("The port closed.\n\nThe mayor wrote:\n\nWe are ready.\nWe "
				 "were ready before.\n\nIt opened.",
				 "body body blockquote blockquote body");
}

static void
test_signed_quotations(void **state)
{
	(void) state;
	assert_kinds("“We are ready.” — Ana Ruiz, mayor\n\n“We are ready.”\n\n"
				 "— Ana Ruiz, mayor\n\nIt opened.",
				 "body body body body");
	assert_kinds("« Nous sommes prêts », dit-elle.\n\n— Listo —dijo Ruiz.\n\n"
				 "Elle est partie.",
				 "body body body");
}

static void
test_posts(void **state)
{
	(void) state;
	assert_kinds("Ruiz posted on Monday.\n\nWe are ready for this storm.\n\n"
				 "Ana Ruiz (@aruiz) February 4, 2026\n\nIt opened.",
				 "body blockquote social body");
	assert_kinds("Ana Ruiz (@aruiz) said on Monday that she was ready.\n\n"
				 "It opened.",
				 "body body");
}

static void
test_headlines(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("Mayor: ‘We are ready’\n\nThe port closed, the "
						   "mayor said.\n\nIt opened.",
						   "headline body body");
	assert_span(article, article->front.headline, "Mayor: ‘We are ready’");
	assert_kinds("Port safe, says mayor\n\nThe port closed.\n\nIt opened.",
				 "headline body body");
	assert_kinds("OPINION\n\nPort safe, says mayor\n\nThe port closed.",
				 "kicker headline body");
	assert_kinds("WORLD NEWS\n\nPort safe, says mayor\n\nA harbour waits for "
				 "its cranes\n\nThe port closed.",
				 "kicker headline subhead body");
	assert_kinds("Port safe, says mayor\n\nPort safe, says mayor\n\nThe port "
				 "closed.",
				 "headline headline body");
	assert_kinds("Mayor Ruiz Says Port Will Open After Storm.\n\nThe port "
				 "closed.\n\nIt opened.",
				 "headline body body");
	/* sentences are no headlines, nor is a text of one paragraph */
	assert_kinds("The port closed on Monday.\n\nIt opened.", "body body");
	assert_kinds("The port closed on Monday", "body");
	assert_kinds("“The port is closed,” Ruiz said\n\nIt opened.", "body body");
}

static void
test_hard_wrapped(void **state)
{
	Article *article;

	(void) state;
	article =
		assert_kinds("The port of Vila closed on Monday after a storm\r\n"
					 "that sank two ferries and a tug, the harbour master\r\n"
					 "said in a note to the crews of the other ships at\r\n"
					 "anchor there.\r\n"
					 "Crews waited on Tuesday for the wind to fall, and\r\n"
					 "most of them went home in the evening to see their\r\n"
					 "families.\r\n",
					 "body body");
	assert_span(article,
				token_span(article, article->paragraphs[1].token_start,
						   article->paragraphs[1].token_start + 2),
				"Crews waited");
}

static void
test_line_paragraphs(void **state)
{
	(void) state;
	assert_kinds("The port closed.\nIt opened.\nMayor Ana Ruiz said so.\n",
				 "body body body");
	/* NBSP and tabs make no line full */
	assert_kinds("\tThe port closed.\r\n\u00a0\r\n\tIt opened.\r\n\r\n",
				 "body body");
	/* a line that goes on, and a quotation over two lines */
	assert_kinds("The port closed,\nand it opened.\n\nRuiz said: “It closed.\n"
				 "It opened.”\n\nNobody knew.",
				 "body body body");
	assert_kinds("The port closed.\n\nRuiz said: “It closed.\n\n“It opened.”",
				 "body body body");
}

static void
test_nothing(void **state)
{
	Article *article;

	(void) state;
	article = lay_out(" \n\n \t\n");
	assert_int_equal(article->n_paragraphs, 0);
	article = assert_kinds("A", "body");
	assert_int_equal(article->paragraphs[0].token_end, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_notes, test_done),
		cmocka_unit_test_teardown(test_links, test_done),
		cmocka_unit_test_teardown(test_press_release_end, test_done),
		cmocka_unit_test_teardown(test_captions, test_done),
		cmocka_unit_test_teardown(test_subheads, test_done),
		cmocka_unit_test_teardown(test_bullets, test_done),
		cmocka_unit_test_teardown(test_separators, test_done),
		cmocka_unit_test_teardown(test_transcript, test_done),
		cmocka_unit_test_teardown(test_interview, test_done),
		cmocka_unit_test_teardown(test_long_turn, test_done),
		cmocka_unit_test_teardown(test_answers_go_on, test_done),
		cmocka_unit_test_teardown(test_no_turns, test_done),
		cmocka_unit_test_teardown(test_blocks, test_done),
		cmocka_unit_test_teardown(test_signed_quotations, test_done),
		cmocka_unit_test_teardown(test_posts, test_done),
		cmocka_unit_test_teardown(test_headlines, test_done),
		cmocka_unit_test_teardown(test_hard_wrapped, test_done),
		cmocka_unit_test_teardown(test_line_paragraphs, test_done),
		cmocka_unit_test_teardown(test_nothing, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
