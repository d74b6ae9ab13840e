package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.IssueFilter;
import dev.pulsehub.core.report.IssueReport;
import dev.pulsehub.core.report.IssueRow;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.PullFilter;
import dev.pulsehub.core.report.PullRequestReport;
import dev.pulsehub.core.report.PullRequestRow;
import dev.pulsehub.core.report.PullState;
import dev.pulsehub.core.report.RepoReport;
import dev.pulsehub.core.report.RepoRow;
import dev.pulsehub.core.report.RunFilter;
import dev.pulsehub.core.report.RunReport;
import dev.pulsehub.core.report.RunRow;
import dev.pulsehub.core.report.Selection;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/** Rows for machines, newest first: {@code /api/v1/repos, /pulls, /issues, /runs}. */
@Path("v1")
public class RowsResource {

    private static final String SUFFIX = "{suffix:(\\.(json|ndjson|csv))?}";
    private static final Set<String> RUN_STATES = Set.of(
            "completed",
            "in_progress",
            "queued",
            "requested",
            "waiting",
            "pending",
            "success",
            "failure",
            "neutral",
            "cancelled",
            "skipped",
            "timed_out",
            "action_required",
            "stale",
            "startup_failure");

    private static final RowAnswer<RepoRow> REPOS =
            new RowAnswer<>(Columns.REPOS, row -> new Paging.After(row.createdAt(), row.id()));
    private static final RowAnswer<PullRequestRow> PULLS =
            new RowAnswer<>(Columns.PULLS, row -> new Paging.After(row.moments().createdAt(), row.id()));
    private static final RowAnswer<IssueRow> ISSUES =
            new RowAnswer<>(Columns.ISSUES, row -> new Paging.After(row.createdAt(), row.id()));
    private static final RowAnswer<RunRow> RUNS =
            new RowAnswer<>(Columns.RUNS, row -> new Paging.After(row.runStartedAt(), row.id()));

    @Inject
    private ApiCaller caller;

    @Inject
    private RepoReport repos;

    @Inject
    private PullRequestReport pulls;

    @Inject
    private IssueReport issues;

    @Inject
    private RunReport runs;

    @GET
    @Path("repos" + SUFFIX)
    public Response repos(@PathParam("suffix") String suffix, @Context UriInfo uri, @Context HttpHeaders headers) {
        RowQuery query = new RowQuery(uri.getQueryParameters());
        return REPOS.answer(repos.after(selection(query), query.paging()).rows(), query.limit(), uri, headers, suffix);
    }

    @GET
    @Path("pulls" + SUFFIX)
    public Response pulls(@PathParam("suffix") String suffix, @Context UriInfo uri, @Context HttpHeaders headers) {
        RowQuery query = new RowQuery(uri.getQueryParameters());
        PullFilter filter = PullFilter.of(selection(query), query.state(PullState.class));
        return PULLS.answer(pulls.after(filter, query.paging()).rows(), query.limit(), uri, headers, suffix);
    }

    @GET
    @Path("issues" + SUFFIX)
    public Response issues(@PathParam("suffix") String suffix, @Context UriInfo uri, @Context HttpHeaders headers) {
        RowQuery query = new RowQuery(uri.getQueryParameters());
        IssueFilter filter = new IssueFilter(selection(query), query.state(IssueFilter.State.class), Optional.empty());
        return ISSUES.answer(issues.after(filter, query.paging()).rows(), query.limit(), uri, headers, suffix);
    }

    @GET
    @Path("runs" + SUFFIX)
    public Response runs(@PathParam("suffix") String suffix, @Context UriInfo uri, @Context HttpHeaders headers) {
        RowQuery query = new RowQuery(uri.getQueryParameters());
        RunFilter filter = new RunFilter(selection(query), query.state(RUN_STATES), false, Optional.empty());
        return RUNS.answer(runs.after(filter, query.paging()).rows(), query.limit(), uri, headers, suffix);
    }

    private Selection selection(RowQuery query) {
        return new Selection(
                caller.personId(),
                caller.organizationId(query.organization()),
                query.repos(),
                query.range(),
                query.bots());
    }
}
