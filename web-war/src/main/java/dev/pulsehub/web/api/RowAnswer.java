package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Column;
import dev.pulsehub.core.report.Paging;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the rows of a list into an answer, with a link to the next part when there is one.
 *
 * @param place where a row stands in its list
 */
record RowAnswer<T>(List<Column<T>> columns, Function<T, Paging.After> place) {

    /** @param rows one more than the limit when there is a next part */
    Response answer(List<T> rows, int limit, UriInfo uri, HttpHeaders headers, String suffix) {
        Optional<RowFormat> format = RowFormat.of(suffix, headers.getAcceptableMediaTypes());
        if (format.isEmpty()) {
            return Problem.answer(
                    Response.Status.NOT_ACCEPTABLE,
                    "rows come as application/json, application/x-ndjson or text/csv",
                    "");
        }
        List<T> part = rows.size() > limit ? rows.subList(0, limit) : rows;
        Response.ResponseBuilder answer = Response.ok(RowWriter.write(format.orElseThrow(), columns, part))
                .header("Content-Type", format.orElseThrow().contentType())
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Cookie, Authorization");
        if (rows.size() > limit) {
            String cursor = Cursor.write(place.apply(part.getLast()));
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build();
            answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
