package dev.pulsehub.persistence.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tenant: holds one or more GitHub accounts and decides in which zone its days begin. */
@Entity
@Table(schema = "pulse", name = "organization")
@SuppressWarnings("NullAway.Init") // the provider fills what it loads
public class Organization {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String slug;

    private String name;

    @Column(name = "time_zone")
    private String timeZone;

    protected Organization() {}

    /**
     * @param slug its part of an address, unique; lower-case letters, digits and dashes
     * @throws IllegalArgumentException when the slug is not one
     */
    public Organization(String slug, String name, ZoneId timeZone) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a slug (a-z, 0-9 and -, at most 63): " + slug);
        }
        this.slug = slug;
        this.name = Objects.requireNonNull(name);
        this.timeZone = timeZone.getId();
    }

    /** @throws IllegalStateException before it was stored */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("organization " + slug + " is not stored yet");
        }
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    /** In which days and weeks are cut. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public void rename(String newName) {
        name = Objects.requireNonNull(newName);
    }

    /** Cuts days and weeks elsewhere from now on; the counters of past days have to be computed again. */
    public void moveTo(ZoneId zone) {
        timeZone = zone.getId();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Organization that && slug.equals(that.slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }
}
