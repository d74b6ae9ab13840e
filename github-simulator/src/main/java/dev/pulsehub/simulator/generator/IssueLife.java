package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What happens to one issue until it is closed or the story ends.
 *
 * @param comments how many there will be
 */
record IssueLife(
        Stage stage, Place place, int number, IssuePlan plan, Instant begin, Instant end, boolean ends, int comments) {

    private static final List<String> LABELS =
            List.of("bug", "bug", "bug", "feature", "feature", "chore", "customer", "documentation", "performance");
    private static final List<String> REMARKS = List.of(
            "I can reproduce this.",
            "Which version is this?",
            "Same here, since Monday.",
            "Thanks, looking into it.",
            "This is a duplicate of something, I only cannot find it.",
            "Could you add the log?",
            "A workaround: clear the cache and sign in again.",
            "Moved to the next milestone.",
            "Not before the migration is done.",
            "Is anybody on this?");

    /** Opens it, at its moment, and writes down the rest. */
    Issue play() {
        SplittableRandom random = stage.random("issue life", number);
        Crew.Member author = stage.crew().anybody(random, place.number(), 35);
        Verbs verbs = stage.world().at(begin);
        Issue issue = verbs.issues().open(place.repo(), title(random), author.account(), labels(random));
        stage.records().leftToProse(issue);
        if (ends) {
            place.worry(issue);
        }
        triage(issue, random);
        talk(issue, author, random);
        if (ends) {
            close(issue, author, random);
        }
        return issue;
    }

    private String title(SplittableRandom random) {
        return (plan.incident() ? "Incident: " : "")
                .concat(Words.trouble(random))
                .intern();
    }

    private List<String> labels(SplittableRandom random) {
        if (plan.incident()) {
            return List.of("incident", random.nextInt(4) == 0 ? "sev-1" : "sev-2");
        }
        return random.nextInt(7) == 0 ? List.of() : List.of(Words.pick(random, LABELS));
    }

    private void triage(Issue issue, SplittableRandom random) {
        Crew.Member triager = stage.crew().member(random, place.number());
        Instant seen = Stage.between(begin, soon(), 1, random)[0];
        if (random.nextInt(100) < 55 || plan.incident()) {
            Crew.Member assignee = stage.crew().member(random, place.number());
            stage.at(seen, verbs -> verbs.assign(issue, triager.account(), assignee.account()));
        }
        if (random.nextInt(100) < 35) {
            stage.at(
                    seen,
                    verbs -> place.milestone()
                            .ifPresent(milestone -> verbs.plans().plan(issue, milestone, triager.account())));
        }
        if (random.nextInt(100) < 20) {
            stage.at(seen, verbs -> verbs.label(issue, triager.account(), "needs-triage"));
            Instant sorted = Stage.between(seen, end, 1, random)[0];
            stage.at(sorted, verbs -> verbs.unlabel(issue, triager.account(), "needs-triage"));
        }
    }

    /** A day later, or halfway to the end where that comes first. */
    private Instant soon() {
        Instant day = begin.plusSeconds(86_400);
        Instant half = begin.plusSeconds((end.getEpochSecond() - begin.getEpochSecond()) / 2);
        return day.isBefore(half) ? day : half;
    }

    private void talk(Issue issue, Crew.Member author, SplittableRandom random) {
        for (Instant at : Stage.between(begin, end, comments, random)) {
            Crew.Member speaker = random.nextInt(3) == 0 ? author : stage.crew().anybody(random, place.number(), 25);
            String remark = Words.pick(random, REMARKS);
            stage.at(at, verbs -> verbs.comment(issue, speaker.account(), remark));
        }
    }

    private void close(Issue issue, Crew.Member author, SplittableRandom random) {
        Crew.Member closer = stage.crew().member(random, place.number());
        int one = random.nextInt(100);
        Optional<String> reason =
                one < 12 && !plan.incident() ? Optional.of(one < 4 ? "duplicate" : "not_planned") : Optional.empty();
        if (random.nextInt(25) == 0) {
            Instant[] moments = Stage.between(soon(), end, 2, random);
            stage.at(moments[0], verbs -> verbs.close(issue, closer.account(), Optional.empty()));
            stage.at(moments[1], verbs -> verbs.reopen(issue, author.account()));
        }
        stage.at(end, verbs -> verbs.close(issue, closer.account(), reason));
    }
}
