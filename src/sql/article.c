/*
 * article.c
 *		news_article: the facts about the whole article, as one row.
 */
#include "row.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

#include "reading.h"

/* A day without its year is no date, and neither is 31 June. */
static void
put_date(Row *row, const FrontMatter *front)
{
	struct pg_tm tm = { 0 };

	tm.tm_year = front->year;
	tm.tm_mon = front->month;
	tm.tm_mday = front->day;
	if (front->year == 0 ||
		ValidateDate(DTK_M(YEAR) | DTK_M(MONTH) | DTK_M(DAY), false, false,
					 false, &tm) != 0)
		row_put_null(row);
	else
		row_put(row,
				DateADTGetDatum(date2j(front->year, front->month, front->day) -
								POSTGRES_EPOCH_JDATE));
}

static void
put_copyright(Row *row, const FrontMatter *front)
{
	if (front->copyright_year == 0)
		row_put_null(row);
	else
		row_put_int(row, front->copyright_year);
	row_put_text(row, front->copyright_holder);
}

static Datum
news_article(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	OpenDoc			   open;
	Row				   row;
	const FrontMatter *front = &open.article.front;

	newsdoc_open(&open, doc, sections);
	row_begin(&row, fcinfo, &open);
	row_put_text(&row, front->headline);
	row_put_text(&row, front->dateline_place);
	put_date(&row, front);
	row_put_text(&row, front->agency);
	row_put_texts(&row, front->bylines, front->n_bylines);
	row_put_texts(&row, front->contributors, front->n_contributors);
	row_put_text(&row, front->contributor_org);
	put_copyright(&row, front);
	row_put_text(&row, front->editors_note);
	row_put_text(&row, front->correction);
	row_put_bool(&row, front->is_wire);
	if (open.english)
		row_put(&row, CStringGetTextDatum("en"));
	else
		row_put_null(&row);
	row_put_int(&row, open.article.n_words);
	row_put_int(&row, open.article.n_paragraphs);
	return row_finish(&row);
}

NEWS_FUNCTION(news_article,
			  SECTION_BIT(SECTION_FRONT) | SECTION_BIT(SECTION_PARAGRAPHS))
