package dev.pulsehub.persistence.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationStoreIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();

    private final OrganizationStore organizations = new OrganizationStore();
    private final PersonStore people = new PersonStore();
    private final MembershipStore memberships = new MembershipStore();

    @Test
    void an_organization_is_made_once() {
        long first = write(connection -> organizations.ensure(connection, "acme", "Acme"));
        long second = write(connection -> organizations.ensure(connection, "acme", "Another name"));

        assertThat(second).isEqualTo(first);
        assertThat(OrganizationStoreIT.<Optional<Long>>write(
                        connection -> organizations.findIdBySlug(connection, "acme")))
                .contains(first);
        assertThat(OrganizationStoreIT.<List<Long>>write(organizations::listIds))
                .contains(first);
    }

    @Test
    void its_github_accounts_are_listed_by_login_and_identified_later() {
        long id = write(connection -> organizations.ensure(connection, "with-accounts", "With accounts"));

        write(connection -> {
            organizations.addSourceAccount(connection, id, "zeta");
            organizations.addSourceAccount(connection, id, "alpha");
            organizations.addSourceAccount(connection, id, "alpha");
            organizations.identifySourceAccount(connection, id, "zeta", 77);
            return true;
        });

        assertThat(OrganizationStoreIT.<List<SourceAccount>>write(
                        connection -> organizations.listSourceAccounts(connection, id)))
                .extracting(SourceAccount::login)
                .containsExactly("alpha", "zeta");
        assertThat(OrganizationStoreIT.<List<SourceAccount>>write(
                                connection -> organizations.listSourceAccounts(connection, id))
                        .getLast()
                        .githubId())
                .hasValue(77);
    }

    @Test
    void a_person_keeps_their_id_when_their_login_changes_and_their_name_when_it_is_not_told() {
        Person before = write(connection -> people.signIn(connection, 5, "old", "Name", null));

        Person after = write(connection -> people.signIn(connection, 5, "new", null, "https://avatar"));

        assertThat(after)
                .isEqualTo(new Person(before.id(), 5, "new", Optional.of("Name"), Optional.of("https://avatar")));
        assertThat(OrganizationStoreIT.<Optional<Person>>write(connection -> people.findByGitHubId(connection, 5)))
                .contains(after);
        assertThat(OrganizationStoreIT.<Optional<Person>>write(connection -> people.findByGitHubId(connection, 6)))
                .isEmpty();
    }

    @Test
    void joining_again_keeps_the_role() {
        long id = write(connection -> organizations.ensure(connection, "roles", "Roles"));
        Person person = write(connection -> people.signIn(connection, 8, "someone", null, null));

        write(connection -> {
            memberships.join(connection, id, person.id(), Membership.Role.OWNER);
            memberships.join(connection, id, person.id(), Membership.Role.VIEWER);
            return true;
        });

        assertThat(OrganizationStoreIT.<Optional<Membership.Role>>write(
                        connection -> memberships.findRole(connection, id, person.id())))
                .contains(Membership.Role.OWNER);
    }

    private static <T> T write(Transactions.Work<T> work) {
        return TRANSACTIONS.call(Caller.writer(), work);
    }
}
