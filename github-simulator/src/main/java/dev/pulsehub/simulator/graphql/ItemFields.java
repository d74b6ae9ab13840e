package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What issues, pull requests, comments and reviews have in common. */
final class ItemFields {

    /** Nobody reacts here, and GitHub tells so of each reaction there could be. */
    private static final List<Reaction> REACTIONS = Stream.of(
                    "THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES")
            .map(Reaction::new)
            .toList();

    private final Ground ground;

    private ItemFields(Ground ground) {
        this.ground = ground;
    }

    private record Reaction(String content) {}

    static void add(Ground ground) {
        ground.fields()
                .of("ReactionGroup", Reaction.class)
                .put("content", Reaction::content)
                .put("createdAt", group -> null)
                .put("viewerHasReacted", group -> false)
                .ask("users", (group, environment) -> Lists.listed(environment, List.of()))
                .ask("reactors", (group, environment) -> Lists.listed(environment, List.of()));
        minimizable(ground.fields().of("IssueComment", Part.CommentOn.class));
        ground.addressed(
                        ground.fields().of("IssueComment", Part.CommentOn.class),
                        on -> Ground.path(on.item()) + "#issuecomment-"
                                + on.comment().id())
                .put("id", on -> new NodeId("IssueComment", on.comment().id()).encoded())
                .put("databaseId", on -> on.comment().id())
                .put("fullDatabaseId", on -> on.comment().id())
                .put("issue", Part.CommentOn::item)
                .put("pullRequest", on -> on.item() instanceof Pull pull ? pull : null)
                .put("createdAt", on -> on.comment().createdAt())
                .put("updatedAt", on -> on.comment().updatedAt())
                .put("lastEditedAt", on -> edited(on.comment()) ? on.comment().updatedAt() : null);
        text(
                ground.fields().of("IssueComment", Part.CommentOn.class),
                on -> on.item().repo(),
                on -> on.comment().author().orElse(null),
                on -> on.comment().body());
    }

    /** Nobody hides comments here. */
    static <T> void minimizable(Fields.OfType<T> type) {
        type.put("isMinimized", one -> false).put("minimizedReason", one -> null);
    }

    private static boolean edited(Comment comment) {
        return comment.updatedAt().isAfter(comment.createdAt());
    }

    /** Fields of everything somebody wrote: who, in what role, what, and nobody's reactions. */
    static <T> Fields.OfType<T> text(
            Fields.OfType<T> type,
            Function<T, Repo> repo,
            Function<T, @org.jspecify.annotations.Nullable Account> author,
            Function<T, String> body) {
        for (String no : List.of("includesCreatedEdit", "createdViaEmail")) {
            type.put(no, one -> false);
        }
        return type.put("repository", repo::apply)
                .put("author", author::apply)
                .put("authorAssociation", one -> repo.apply(one).association(Optional.ofNullable(author.apply(one))))
                .put("body", body::apply)
                .put("bodyText", body::apply)
                .put("editor", one -> null)
                .put("reactionGroups", one -> REACTIONS)
                .ask(
                        "viewerDidAuthor",
                        (one, environment) -> Ground.viewer(environment).equals(author.apply(one)))
                .ask("reactions", (one, environment) -> Lists.listed(environment, List.of()));
    }

    /** Fields of issues and pull requests. */
    static <T extends Item> Fields.OfType<T> item(Ground ground, Fields.OfType<T> type) {
        ItemFields items = new ItemFields(ground);
        text(
                type,
                Item::repo,
                item -> item.author().orElse(null),
                item -> item.body().orElse(""));
        return items.lists(ground.addressed(type, Ground::path))
                .put("id", item -> new NodeId(Types.of(item), item.id()).encoded())
                .put("databaseId", Item::id)
                .put("fullDatabaseId", Item::id)
                .put("number", Item::number)
                .put("title", Item::title)
                .put("createdAt", Item::createdAt)
                .put("publishedAt", Item::createdAt)
                .put("updatedAt", Item::updatedAt)
                .put("closedAt", Item::closedAt)
                .put("closed", item -> !item.isOpen())
                .put("locked", Item::locked)
                .put("activeLockReason", item -> item.lockReason().map(ItemFields::lockReason))
                .put(
                        "milestone",
                        item -> item.milestone().map(milestone -> new Part.MilestoneIn(item.repo(), milestone)));
    }

    /** REST writes {@code too heated}, GraphQL {@code TOO_HEATED}. */
    private static String lockReason(String word) {
        return word.replaceAll("[ -]", "_").toUpperCase(Locale.ROOT);
    }

    private <T extends Item> Fields.OfType<T> lists(Fields.OfType<T> type) {
        return type.ask("labels", (item, environment) -> PlanFields.labels(environment, item.repo(), item.labels()))
                .ask("assignees", (item, environment) -> Lists.listed(environment, item.assignees()))
                .ask("participants", (item, environment) -> Lists.listed(environment, participants(item)))
                .ask("comments", (item, environment) -> comments(environment, item))
                .ask(
                        "timelineItems",
                        (item, environment) -> Lists.listed(environment, Happenings.of(item, environment)))
                .ask(
                        "projectItems",
                        (item, environment) -> Lists.listed(
                                environment, projectItems(environment, item).toList()))
                .ask(
                        "projectsV2",
                        (item, environment) -> Lists.listed(
                                environment,
                                projectItems(environment, item)
                                        .map(ProjectItem::project)
                                        .distinct()
                                        .toList()));
    }

    private static List<Account> participants(Item item) {
        Set<Account> people = new LinkedHashSet<>();
        item.author().ifPresent(people::add);
        people.addAll(item.assignees());
        item.comments().forEach(comment -> comment.author().ifPresent(people::add));
        if (item instanceof Pull pull) {
            pull.reviews().forEach(review -> review.author().ifPresent(people::add));
        }
        return people.stream().filter(account -> account.type().equals("User")).toList();
    }

    private static Slice comments(DataFetchingEnvironment environment, Item item) {
        List<Part.CommentOn> comments = item.comments().stream()
                .map(comment -> new Part.CommentOn(item, comment))
                .toList();
        return environment.getArgument("orderBy") == null
                ? Lists.listed(environment, comments)
                : Lists.ordered(
                        environment,
                        comments,
                        Map.of("UPDATED_AT", one -> Lists.moment(one.comment().updatedAt())),
                        one -> one.comment().id());
    }

    private Stream<ProjectItem> projectItems(DataFetchingEnvironment environment, Item item) {
        Boolean archived = environment.getArgument("includeArchived");
        return ground.projects(environment, item.repo().owner()).stream()
                .flatMap(project -> project.items().stream())
                .filter(row -> row.content().filter(item::equals).isPresent())
                .filter(row -> !row.archived() || !Boolean.FALSE.equals(archived));
    }
}
