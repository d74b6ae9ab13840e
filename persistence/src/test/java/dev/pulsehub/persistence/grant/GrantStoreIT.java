package dev.pulsehub.persistence.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.TwoOrganizations;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.grant.VisibleStore.Belonging;
import dev.pulsehub.persistence.grant.VisibleStore.Visible;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrantStoreIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long GH_ACME = 7001;

    private final Transactions transactions = TestDatabase.fresh().transactions();
    private final GrantStore grants = new GrantStore();
    private final VisibleStore visible = new VisibleStore();
    private TwoOrganizations tenants = new TwoOrganizations(0, 0, 0, 0);

    @BeforeEach
    void two_organizations() {
        tenants = TwoOrganizations.in(transactions);
    }

    @Test
    void only_people_who_are_about_are_checked_and_each_once_in_a_period() {
        change("update pulse.session set seen_at = now() - interval '10 minutes' where person_id = " + tenants.bob());

        assertThat(claim()).containsExactly(tenants.alice());
        assertThat(claim()).isEmpty();

        run(connection -> grants.checkMembers(connection, tenants.globex()));
        assertThat(claim()).isEmpty();
        run(connection -> grants.checkMembers(connection, tenants.acme()));
        change("update pulse.session set revoked_at = now() where person_id = " + tenants.alice());
        assertThat(claim()).isEmpty();
        change("update pulse.api_token set used_at = now() where person_id = " + tenants.alice());
        assertThat(claim()).containsExactly(tenants.alice());
    }

    @Test
    void a_grant_nobody_needs_is_found() {
        assertThat(unneeded()).isEmpty();
        change("update pulse.session set expires_at = now()");
        assertThat(unneeded()).as("a token is left").isEmpty();
        change("update pulse.api_token set revoked_at = now() where person_id = " + tenants.alice());
        assertThat(unneeded()).containsExactly(tenants.alice());
    }

    @Test
    void a_replaced_token_is_not_deleted_by_who_knew_the_one_before() {
        StoredGrant before = find(tenants.alice());
        run(connection -> grants.save(connection, tenants.alice(), "newer", List.of("repo", "read:org")));

        assertThat(transactions.<Boolean>call(Caller.writer(), connection -> grants.delete(connection, before)))
                .isFalse();
        run(connection -> grants.reseal(connection, before, "resealed"));
        assertThat(find(tenants.alice()).sealedToken()).isEqualTo("newer");
        assertThat(find(tenants.alice()).scopes()).containsExactly("repo", "read:org");
    }

    @Test
    void what_github_says_is_all_that_holds() {
        change("update pulse.source_account set login = 'Acme-Inc' where organization_id = " + tenants.acme());

        replace(
                List.of(new Belonging(GH_ACME, "acme-inc", "admin"), new Belonging(7099, "elsewhere", "admin")),
                List.of(new Visible(TwoOrganizations.SECRET_REPO, "write"), new Visible(999, "admin")));

        assertThat(texts("select organization_id || ' ' || role as text from pulse.membership where person_id = "
                        + tenants.alice()))
                .containsExactly(tenants.acme() + " admin");
        assertThat(texts("select repo_id || ' ' || permission as text from pulse.repo_access where person_id = "
                        + tenants.alice()))
                .containsExactly(TwoOrganizations.SECRET_REPO + " write");
        assertThat(texts("select github_id::text as text from pulse.source_account where organization_id = "
                        + tenants.acme()))
                .containsExactly(Long.toString(GH_ACME));

        run(connection -> visible.forget(connection, tenants.alice()));
        assertThat(texts("select 'x' as text from pulse.membership where person_id = " + tenants.alice()))
                .isEmpty();
        assertThat(texts("select 'x' as text from pulse.repo_access where person_id = " + tenants.alice()))
                .isEmpty();
        assertThat(texts("select 'x' as text from pulse.membership where person_id = " + tenants.bob()))
                .hasSize(1);
    }

    @Test
    void an_accounts_name_in_other_hands_opens_nothing() {
        change("update pulse.source_account set login = 'acme-inc', github_id = 7001 where organization_id = "
                + tenants.acme());

        replace(List.of(new Belonging(666, "acme-inc", "admin")), List.of());

        assertThat(texts("select 'x' as text from pulse.membership where person_id = " + tenants.alice()))
                .isEmpty();
    }

    @Test
    void the_same_answer_again_writes_nothing() {
        change("update pulse.source_account set login = 'acme-inc' where organization_id = " + tenants.acme());
        List<Belonging> belongings = List.of(new Belonging(GH_ACME, "acme-inc", "member"));
        List<Visible> repos = List.of(new Visible(TwoOrganizations.SHARED_REPO, "read"));
        replace(belongings, repos);
        List<String> before = texts("select xmin::text as text from pulse.repo_access union all"
                + " select xmin::text from pulse.membership order by 1");

        replace(belongings, repos);

        assertThat(texts("select xmin::text as text from pulse.repo_access union all"
                        + " select xmin::text from pulse.membership order by 1"))
                .isEqualTo(before);
    }

    @Test
    void github_is_asked_again_about_whom_a_change_concerns() {
        run(connection -> {
            grants.checked(connection, tenants.alice());
            grants.checked(connection, tenants.bob());
            grants.putOff(connection, tenants.alice(), MINUTE);
        });
        assertThat(isStale(tenants.alice())).isFalse();

        run(connection -> grants.askAgain(connection, List.of(1011L)));
        assertThat(isStale(tenants.alice())).isTrue();
        assertThat(isStale(tenants.bob())).isFalse();
        assertThat(claim()).contains(tenants.alice());

        run(connection -> grants.askAgainAboutRepo(connection, TwoOrganizations.GLOBEX_REPO));
        assertThat(isStale(tenants.bob())).isTrue();

        run(connection -> {
            grants.checked(connection, tenants.alice());
            grants.checked(connection, tenants.bob());
            Sql.of("update pulse.source_account set github_id = organization_id + 7000")
                    .update(connection);
            grants.askAgainAboutOrganization(connection, 7000 + tenants.acme());
        });
        assertThat(isStale(tenants.alice())).isTrue();
        assertThat(isStale(tenants.bob())).isFalse();
    }

    @Test
    void a_loss_that_github_tells_takes_effect_at_once() {
        change("update pulse.source_account set github_id = 7001 where organization_id = " + tenants.acme());
        run(connection -> visible.loseMembership(connection, 1012, GH_ACME));
        run(connection -> visible.loseRepo(connection, 1012, TwoOrganizations.GLOBEX_REPO));
        assertThat(texts("select 'x' as text from pulse.membership")).hasSize(2);
        assertThat(texts("select repo_id::text as text from pulse.repo_access where person_id = " + tenants.bob()))
                .containsExactly("100");

        run(connection -> visible.loseMembership(connection, 1011, GH_ACME));
        assertThat(texts("select person_id::text as text from pulse.membership"))
                .containsExactly(Long.toString(tenants.bob()));
    }

    private void replace(List<Belonging> belongings, List<Visible> repos) {
        run(connection -> visible.replace(connection, tenants.alice(), belongings, repos));
    }

    private StoredGrant find(long person) {
        return transactions
                .call(Caller.writer(), connection -> grants.find(connection, person))
                .orElseThrow();
    }

    private boolean isStale(long person) {
        return transactions.call(Caller.writer(), connection -> grants.isStale(connection, person, MINUTE));
    }

    private List<Long> claim() {
        return transactions.call(Caller.writer(), connection -> grants.claimDue(connection, 10, MINUTE)).stream()
                .map(StoredGrant::personId)
                .toList();
    }

    private List<Long> unneeded() {
        return transactions.call(Caller.writer(), grants::listNeededByNobody).stream()
                .map(StoredGrant::personId)
                .toList();
    }

    private List<String> texts(String query) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(query).list(connection, row -> row.text("text")));
    }

    private void change(String statement) {
        run(connection -> Sql.of(statement).update(connection));
    }

    private void run(Transactions.Action action) {
        transactions.run(Caller.writer(), action);
    }
}
