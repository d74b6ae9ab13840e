package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The default branch as it is stored equals the branch as it is, whatever happens to it. */
class BranchCommitsIT {

    @Test
    void every_commit_is_stored_once_and_a_quiet_branch_costs_nothing() {
        try (Simulator simulator = Worlds.empty()) {
            Repo repo = repo(simulator);
            push(simulator, repo, 250);
            Tenant tenant = Tenant.synchronisedWith(simulator);
            isStored(tenant, repo);

            simulator.requests().reset();
            tenant.refresh();

            assertThat(simulator.requests().totals().counted()).isZero();
            isStored(tenant, repo);
        }
    }

    @Test
    void a_push_a_force_push_and_an_amended_commit_are_found() {
        try (Simulator simulator = Worlds.empty()) {
            Repo repo = repo(simulator);
            push(simulator, repo, 230);
            Tenant tenant = Tenant.synchronisedWith(simulator);

            push(simulator, repo, 130);
            tenant.refresh();
            isStored(tenant, repo);

            simulator.world().write(() -> repo.commits().removeLast());
            push(simulator, repo, 1);
            tenant.refresh();
            isStored(tenant, repo);

            simulator.world().write(() -> {
                repo.commits().subList(40, repo.commits().size()).clear();
                return repo;
            });
            tenant.refresh();
            isStored(tenant, repo);
        }
    }

    @Test
    void a_repository_without_commits_is_complete_and_its_first_one_is_found() {
        try (Simulator simulator = Worlds.empty()) {
            Repo repo = repo(simulator);
            simulator.world().write(() -> repo.commits().removeLast());
            Tenant tenant = Tenant.synchronisedWith(simulator);
            assertThat(
                            tenant.count(
                                    "select count(*) from pulse.sync_cursor where first_load_done_at is null or failure is not null"))
                    .isZero();

            push(simulator, repo, 1);
            tenant.refresh();
            isStored(tenant, repo);
        }
    }

    private static Repo repo(Simulator simulator) {
        return simulator.world().repos().iterator().next();
    }

    private static void push(Simulator simulator, Repo repo, int count) {
        simulator.world().write(() -> {
            for (int i = 0; i < count; i++) {
                int number = repo.commits().size();
                String sha = "%040x".formatted(System.nanoTime() * 1_000 + number);
                repo.commits()
                        .add(new Commit(
                                sha,
                                Optional.of(simulator.owner()),
                                "Owner",
                                "owner@users.example",
                                simulator.world().clock().instant(),
                                simulator.world().clock().instant(),
                                "Commit " + number,
                                number == 0
                                        ? List.of()
                                        : List.of(repo.commits().getLast().sha())));
            }
            return repo;
        });
    }

    private static void isStored(Tenant tenant, Repo repo) {
        assertThat(tenant.texts("select sha as text from pulse.commit where on_default_branch"))
                .containsExactlyInAnyOrderElementsOf(
                        repo.commits().stream().map(Commit::sha).toList());
        assertThat(tenant.count("select count(*) from pulse.commit where not on_default_branch"))
                .isZero();
        assertThat(tenant.count("select item_count as count from pulse.sync_cursor where kind = 'commits'"))
                .isEqualTo(repo.commits().size());
    }
}
