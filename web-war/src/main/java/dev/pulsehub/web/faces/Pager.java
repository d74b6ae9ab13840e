package dev.pulsehub.web.faces;

/**
 * The way through a long list.
 *
 * @param summary which rows of how many are shown
 * @param previous empty text on the first page
 * @param next empty text on the last page
 */
public record Pager(String summary, String previous, String next) {

    /** Rows on one page. */
    public static final int SIZE = 50;

    public static Pager of(PageQuery query, Texts texts, long total, int shown) {
        int page = query.page();
        long first = (long) (page - 1) * SIZE + 1;
        String summary = shown == 0
                ? texts.format("pager.none", Formats.number(total))
                : texts.format(
                        "pager.shown", Formats.number(first), Formats.number(first + shown - 1), Formats.number(total));
        return new Pager(
                summary,
                page > 1 ? link(query, page - 1) : "",
                (long) page * SIZE < total ? link(query, page + 1) : "");
    }

    public boolean isNeeded() {
        return !previous.isEmpty() || !next.isEmpty();
    }

    private static String link(PageQuery query, int page) {
        PageLink here = query.here();
        return (page == 1 ? here.without("page") : here.with("page", Integer.toString(page))).toString();
    }
}
