package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Review;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews and comments on lines. */
final class ReviewFields {

    private ReviewFields() {}

    static void add(Ground ground) {
        Fields.OfType<Part.ReviewOf> reviews = ground.addressed(
                ground.fields().of("PullRequestReview", Part.ReviewOf.class),
                of -> Ground.path(of.pull()) + "#pullrequestreview-"
                        + of.review().id());
        ItemFields.minimizable(reviews);
        ItemFields.text(
                        reviews,
                        of -> of.pull().repo(),
                        of -> of.review().author().orElse(null),
                        of -> of.review().body())
                .put("id", of -> new NodeId("PullRequestReview", of.review().id()).encoded())
                .put("databaseId", of -> of.review().id())
                .put("fullDatabaseId", of -> of.review().id())
                .put("state", of -> of.review().state())
                .put("submittedAt", of -> of.review().submittedAt())
                .put("createdAt", of -> of.review().submittedAt())
                .put("publishedAt", of -> of.review().submittedAt())
                .put("updatedAt", of -> of.review().submittedAt())
                .put("lastEditedAt", of -> null)
                .put("pullRequest", Part.ReviewOf::pull)
                .put(
                        "commit",
                        of -> CommitFields.commit(of.pull().repo(), of.review().commitSha()))
                .ask("comments", (of, environment) -> Lists.listed(environment, comments(of)));
        Fields.OfType<Part.LineComment> comments = ground.addressed(
                ground.fields().of("PullRequestReviewComment", Part.LineComment.class),
                on -> Ground.path(on.pull()) + "#discussion_r" + on.comment().id());
        ItemFields.minimizable(comments);
        ItemFields.text(
                        comments,
                        on -> on.pull().repo(),
                        on -> on.comment().author().orElse(null),
                        on -> on.comment().body())
                .put(
                        "id",
                        on -> new NodeId(
                                        "PullRequestReviewComment", on.comment().id())
                                .encoded())
                .put("databaseId", on -> on.comment().id())
                .put("fullDatabaseId", on -> on.comment().id())
                .put("path", on -> on.comment().path())
                .put("line", on -> on.comment().line())
                .put("originalLine", on -> on.comment().line())
                .put("subjectType", on -> "LINE")
                .put("createdAt", on -> on.comment().createdAt())
                .put("publishedAt", on -> on.comment().createdAt())
                .put("updatedAt", on -> on.comment().updatedAt())
                .put("pullRequest", Part.LineComment::pull)
                .put("pullRequestReview", ReviewFields::reviewOf);
    }

    private static List<Part.LineComment> comments(Part.ReviewOf of) {
        return of.pull().reviewComments().stream()
                .filter(comment -> comment.reviewId() == of.review().id())
                .map(comment -> new Part.LineComment(of.pull(), comment))
                .toList();
    }

    private static Optional<Part.ReviewOf> reviewOf(Part.LineComment on) {
        return on.pull().reviews().stream()
                .filter(review -> review.id() == on.comment().reviewId())
                .findFirst()
                .map(review -> new Part.ReviewOf(on.pull(), review));
    }

    private static List<Review> inOrder(Pull pull) {
        return pull.reviews().stream()
                .sorted(Comparator.comparing(Review::submittedAt).thenComparing(Review::id))
                .toList();
    }

    static Slice listOf(Pull pull, DataFetchingEnvironment environment) {
        return Lists.listed(
                environment,
                inOrder(pull).stream()
                        .filter(Lists.oneOf(environment, "states", Review::state))
                        .filter(review -> Lists.text(environment, "author")
                                .map(login -> review.author()
                                        .filter(author -> author.login().equalsIgnoreCase(login))
                                        .isPresent())
                                .orElse(true))
                        .map(review -> new Part.ReviewOf(pull, review))
                        .toList());
    }

    /** The last word of each reviewer; comments count as a word unless opinions alone are asked for. */
    static Slice latest(Pull pull, DataFetchingEnvironment environment, boolean opinions) {
        Map<Account, Review> last = new LinkedHashMap<>();
        for (Review review : inOrder(pull)) {
            if (!opinions || !review.state().equals("COMMENTED")) {
                review.author().ifPresent(author -> last.put(author, review));
            }
        }
        return Lists.listed(
                environment,
                last.values().stream()
                        .map(review -> new Part.ReviewOf(pull, review))
                        .toList());
    }

    /** Where the base branch is protected, the default one that is, one approval is needed and no objection. */
    static Optional<String> decision(Pull pull) {
        if (!pull.baseRef().equals(pull.repo().profile().defaultBranch())) {
            return Optional.empty();
        }
        Map<Account, String> words = new LinkedHashMap<>();
        for (Review review : inOrder(pull)) {
            boolean counts =
                    !review.state().equals("COMMENTED") && !review.author().equals(pull.author());
            if (counts) {
                review.author().ifPresent(author -> words.put(author, review.state()));
            }
        }
        List<String> states = new ArrayList<>(words.values());
        if (states.contains("CHANGES_REQUESTED")) {
            return Optional.of("CHANGES_REQUESTED");
        }
        return Optional.of(states.contains("APPROVED") ? "APPROVED" : "REVIEW_REQUIRED");
    }
}
