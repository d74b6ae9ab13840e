package dev.pulsehub.core.metrics;

/** {@code docs/metrics.md}: what every number means, written from the catalogue. */
final class MetricDocument {

    private static final String HEAD = """
            # Metrics

            Written from the catalogue (`core.metrics.MetricKey`). `GET /api/v1/metrics` lists it, `GET /api/v1/metrics/{key}` gives a
            number, `GET /api/v1/metrics/{key}/rows` the things behind it. Pages, exports and dashboards show these numbers and no others.

            What holds for all of them:

            * A thing belongs to the day, ISO week or month of its own event (creation, closing, merge, completion) in the organization's
              time zone; the end of a time is not part of it.
            * Durations are seconds; percentiles are exact and interpolated linearly.
            * No things, no number: "no data" is not zero. Only what is counted can be zero. *n* says on how many things a number stands.
            * A value that would be negative is no value; how many were left out is in `quality`.
            * Things a machine opened are left out unless `bots=1`. A machine is an account of type Bot or a login that ends in `[bot]`.
              Machines and authors themselves never count as reviewers.
            * A deleted account counts in totals and is in no list of people.

            Parameters: `from`, `to` (days or moments; without them the last 30 days), `repo` (repeatable), `org`, `bots`, `group` (`day`,
            `week`, `month`, `repo`, `author`), `stat` (`p50`, `p75`, `p90`, `mean`), `compare` (`previous`, `none`).

            | key | name | unit | shown as | better | definition | rows |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private MetricDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (MetricKey key : MetricKey.values()) {
            text.append("| `%s` | %s | %s | %s | %s | %s | `%s` |\n"
                    .formatted(
                            key.key(),
                            key.label(),
                            key.unit().text().replace('_', ' '),
                            key.aggregate().text(),
                            key.better().text(),
                            key.definition(),
                            key.subject().view()));
        }
        return text.toString();
    }
}
