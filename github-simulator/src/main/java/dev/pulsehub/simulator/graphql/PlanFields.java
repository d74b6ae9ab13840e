package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Repo;
import graphql.schema.DataFetchingEnvironment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Labels and milestones. */
final class PlanFields {

    private PlanFields() {}

    static void add(Ground ground) {
        ground.addressed(
                        ground.fields().of("Label", Part.LabelIn.class),
                        in -> Ground.path(in.repo()) + "/labels/"
                                + encoded(in.label().name()))
                .put("id", in -> new NodeId("Label", in.label().id()).encoded())
                .put("name", in -> in.label().name())
                .put("color", in -> in.label().color())
                .put("description", in -> null)
                .put("isDefault", in -> false)
                .put("repository", Part.LabelIn::repo);
        ground.addressed(
                        ground.fields().of("Milestone", Part.MilestoneIn.class),
                        in -> Ground.path(in.repo()) + "/milestone/"
                                + in.milestone().number())
                .put("id", in -> new NodeId("Milestone", in.milestone().id()).encoded())
                .put("number", in -> in.milestone().number())
                .put("title", in -> in.milestone().title())
                .put("description", in -> null)
                .put("state", in -> in.milestone().open() ? "OPEN" : "CLOSED")
                .put("closed", in -> !in.milestone().open())
                .put("creator", in -> in.repo().owner())
                .put("dueOn", in -> in.milestone().dueAt())
                .put("createdAt", in -> in.milestone().createdAt())
                .put("updatedAt", in -> in.milestone().updatedAt())
                .put("closedAt", in -> in.milestone().closedAt())
                .put("progressPercentage", PlanFields::progress)
                .put("repository", Part.MilestoneIn::repo)
                .ask(
                        "issues",
                        (in, environment) ->
                                IssueFields.list(environment, in.repo().issues().filter(item -> planned(item, in))))
                .ask(
                        "pullRequests",
                        (in, environment) ->
                                PullFields.list(environment, in.repo().pulls().filter(item -> planned(item, in))));
    }

    private static boolean planned(Item item, Part.MilestoneIn in) {
        return item.milestone()
                .filter(one -> one.number() == in.milestone().number())
                .isPresent();
    }

    private static double progress(Part.MilestoneIn in) {
        int closed = in.repo().planned(in.milestone(), false);
        int all = closed + in.repo().planned(in.milestone(), true);
        return all == 0 ? 0 : closed * 100.0 / all;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Slice labelsOf(Repo repo, DataFetchingEnvironment environment) {
        return labels(environment, repo, List.copyOf(repo.labels()));
    }

    /** By creation, as ids count it, unless by name. */
    static Slice labels(DataFetchingEnvironment environment, Repo repo, List<Label> labels) {
        List<Part.LabelIn> all =
                labels.stream().map(label -> new Part.LabelIn(repo, label)).toList();
        if (environment.getArgument("orderBy") == null) {
            return Lists.listed(environment, all);
        }
        return Lists.ordered(
                environment,
                all,
                Map.of(
                        "CREATED_AT", one -> Lists.number(one.label().id()),
                        "NAME", one -> one.label().name().toLowerCase(Locale.ROOT)),
                one -> one.label().id());
    }

    static Slice milestonesOf(Repo repo, DataFetchingEnvironment environment) {
        List<Part.MilestoneIn> all = repo.milestones().stream()
                .filter(Lists.oneOf(environment, "states", milestone -> milestone.open() ? "OPEN" : "CLOSED"))
                .map(milestone -> new Part.MilestoneIn(repo, milestone))
                .toList();
        return Lists.ordered(
                environment,
                all,
                Map.of(
                        "CREATED_AT", one -> Lists.moment(one.milestone().createdAt()),
                        "UPDATED_AT", one -> Lists.moment(one.milestone().updatedAt()),
                        "NUMBER", one -> Lists.number(one.milestone().number()),
                        "DUE_DATE",
                                one -> one.milestone()
                                        .dueAt()
                                        .map(Lists::moment)
                                        .orElse("")),
                one -> (long) one.milestone().number());
    }
}
