package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopAndStartIT {

    @Test
    void an_interrupt_leaves_no_process_and_a_second_start_finds_the_data() throws Exception {
        RunningStack stack = RunningStack.acme();
        long itemsBefore = stack.progress().orElseThrow().items();
        List<ProcessHandle> everything = stack.process().descendants().toList();
        ProcessHandle postgres = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(stack.home().resolve("postgres/postmaster.pid"))
                                .getFirst()))
                .orElseThrow();

        stack.interrupt();

        assertThat(stack.process().exitValue()).as(stack.terminal()).isZero();
        assertThat(everything).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(postgres.onExit()
                        .completeOnTimeout(postgres, 10, TimeUnit.SECONDS)
                        .join()
                        .isAlive())
                .isFalse();

        stack.start();
        assertThat(stack.progress().orElseThrow().items()).isGreaterThanOrEqualTo(itemsBefore);
        assertThat(stack.list("/api/v1/repos?limit=100"))
                .as("acme's own: other tests may have given the world other organizations")
                .filteredOn(repo -> repo.path("repo").asText().startsWith("acme/"))
                .hasSize(12);
    }
}
