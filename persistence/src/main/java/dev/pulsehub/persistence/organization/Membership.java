package dev.pulsehub.persistence.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person belongs to an organization and may do there what the role says. */
@Entity
@Table(schema = "pulse", name = "membership")
@IdClass(Membership.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what it loads
public class Membership {

    /** What a member may do; each role may do what the next one may. */
    public enum Role {
        OWNER,
        ADMIN,
        MEMBER,
        VIEWER;

        /** As the database writes it. */
        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Role of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    @Id
    @Column(name = "organization_id")
    private long organizationId;

    @Id
    @Column(name = "person_id")
    private long personId;

    private String role;

    protected Membership() {}

    public Membership(long organizationId, long personId, Role role) {
        this.organizationId = organizationId;
        this.personId = personId;
        this.role = role.stored();
    }

    public long organizationId() {
        return organizationId;
    }

    public long personId() {
        return personId;
    }

    public Role role() {
        return Role.of(role);
    }

    public void promoteOrDemoteTo(Role newRole) {
        role = newRole.stored();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Membership that && organizationId == that.organizationId && personId == that.personId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * organizationId + personId);
    }

    /** Whose membership where; read by the provider field by field. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long organizationId;
        private long personId;

        public Key() {}

        public Key(long organizationId, long personId) {
            this.organizationId = organizationId;
            this.personId = personId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && organizationId == that.organizationId && personId == that.personId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * organizationId + personId);
        }
    }
}
