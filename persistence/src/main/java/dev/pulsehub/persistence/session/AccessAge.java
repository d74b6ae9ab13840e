package dev.pulsehub.persistence.session;

/** How old what is known of a person's access may be before it is used. */
final class AccessAge {

    /** True when GitHub must be asked again about the person {@code p}; false for those without a grant. */
    static final String STALE = """
            coalesce((
                select g.checked_at is null or g.checked_at < now() - interval '60 seconds'
                from pulse.github_grant g
                where g.person_id = p.id), false) as access_stale
            """;

    private AccessAge() {}
}
