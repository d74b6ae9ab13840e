package dev.pulsehub.persistence.organization;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Who belongs where, for sign-in and synchronisation; what people edit goes through the {@link Membership} entity. */
public final class MembershipStore {

    private static final String JOIN = """
            insert into pulse.membership (organization_id, person_id, role)
            values (?, ?, ?)
            on conflict on constraint membership_pkey do nothing
            """;

    private static final String ROLE = "select role from pulse.membership where organization_id = ? and person_id = ?";

    private static final String LEAVE = "delete from pulse.membership where organization_id = ? and person_id = ?";

    /** Makes the person a member; whoever is one keeps their role. Idempotent. */
    public void join(Connection connection, long organizationId, long personId, Membership.Role role)
            throws SQLException {
        Sql.of(JOIN, organizationId, personId, role.stored()).update(connection);
    }

    public Optional<Membership.Role> findRole(Connection connection, long organizationId, long personId)
            throws SQLException {
        return Sql.of(ROLE, organizationId, personId).find(connection, row -> Membership.Role.of(row.text("role")));
    }

    /** Ends the membership, and with it every session that looks at the organization. Idempotent. */
    public void leave(Connection connection, long organizationId, long personId) throws SQLException {
        Sql.of(LEAVE, organizationId, personId).update(connection);
    }
}
