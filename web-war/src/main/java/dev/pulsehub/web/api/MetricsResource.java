package dev.pulsehub.web.api;

import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.MetricReport;
import dev.pulsehub.core.report.MetricRow;
import dev.pulsehub.core.report.MetricRows;
import dev.pulsehub.core.report.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers of the catalogue: {@code /api/v1/metrics}, each of them, and the rows behind each. */
@Path("v1/metrics")
public class MetricsResource {

    private static final RowAnswer<MetricRow> ROWS =
            new RowAnswer<>(Columns.METRIC_ROWS, row -> new Paging.After(row.at(), row.id()));

    @Inject
    private ApiCaller caller;

    @Inject
    private MetricReport report;

    @Inject
    private MetricRows rows;

    /** What can be asked for. */
    @GET
    public Response catalogue(@Context UriInfo uri) {
        return json(MetricJson.catalogue(uri.getAbsolutePath().getRawPath().replaceAll("/$", "")));
    }

    @GET
    @Path("{key}")
    public Response metric(@PathParam("key") String name, @Context UriInfo uri) {
        Optional<MetricKey> key = MetricKey.find(name);
        if (key.isEmpty()) {
            return unknown(name);
        }
        MetricQueryParameters parameters = MetricQueryParameters.ofNumbers(uri.getQueryParameters());
        String list = address(uri, List.of("repo", "org", "from", "to", "bots"));
        return json(MetricJson.answer(report.read(parameters.question(key.orElseThrow(), caller)), list));
    }

    @GET
    @Path("{key}/rows{suffix:(\\.(json|ndjson|csv))?}")
    public Response rows(
            @PathParam("key") String name,
            @PathParam("suffix") String suffix,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Optional<MetricKey> key = MetricKey.find(name);
        if (key.isEmpty()) {
            return unknown(name);
        }
        MetricQueryParameters parameters = MetricQueryParameters.ofRows(uri.getQueryParameters());
        List<MetricRow> found = rows.after(
                        key.orElseThrow(),
                        parameters.selection(caller),
                        parameters.rows().paging())
                .rows();
        return ROWS.answer(found, parameters.rows().limit(), uri, headers, suffix);
    }

    /** The list behind the number: the same question without what only numbers know. */
    private static String address(UriInfo uri, List<String> kept) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>(uri.getQueryParameters());
        UriBuilder builder = UriBuilder.fromPath(uri.getAbsolutePath().getRawPath() + "/rows");
        kept.forEach(name -> given.getOrDefault(name, List.of())
                .forEach(value -> builder.queryParam(name, "{value}").resolveTemplate("value", value)));
        URI address = builder.build();
        return address.toString();
    }

    private static Response unknown(String name) {
        return Problem.answer(
                Response.Status.NOT_FOUND,
                "there is no metric " + name + "; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(MetricKey.values())
                                        .map(MetricKey::key)
                                        .toList()),
                "key");
    }

    private static Response json(String body) {
        return Response.ok(body)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("Vary", "Cookie, Authorization")
                .build();
    }
}
