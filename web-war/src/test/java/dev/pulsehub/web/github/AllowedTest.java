package dev.pulsehub.web.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET user",
                "GET user/repos",
                "HEAD rate_limit",
                "GET repos/acme/api",
                "GET repos/acme/api/issues",
                "GET repositories/7/issues/1/comments",
                "GET repos/acme/api/contents/src/main.c",
                "GET repos/acme/api/actions/runs/1/jobs",
                "GET orgs/acme/repos",
                "GET search/issues",
                "POST repos/acme/api/issues",
                "PATCH repos/acme/api/issues/1",
                "DELETE repos/acme/api/issues/1/labels/bug",
                "POST graphql"
            })
    void reading_and_writing_about_issues_goes_through(String request) {
        assertThat(isAllowed(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE repos/acme/api",
                "PATCH repos/acme/api",
                "PUT repos/acme/api/collaborators/me",
                "GET repos/acme/api/hooks",
                "GET repos/acme/api/keys",
                "GET repos/acme/api/actions/secrets",
                "GET repos/acme/api/actions/variables",
                "GET repos/acme/api/issuesx",
                "POST repos/acme/api/hooks",
                "POST repos/acme/api/merges",
                "PUT repos/acme/api/pulls/1/merge",
                "GET user/emails",
                "GET user/keys",
                "POST user/repos",
                "GET applications/app/token",
                "DELETE applications/app/grant",
                "GET orgs/acme/hooks",
                "GET app/installations",
                "GET graphql",
                "TRACE user",
                "get user",
                "GET ",
                "GET repos/acme"
            })
    void nothing_else_does(String request) {
        assertThat(isAllowed(request)).isFalse();
    }

    @Test
    void what_changes_something_is_known() {
        assertThat(Allowed.writes("POST", "repos/acme/api/issues")).isTrue();
        assertThat(Allowed.writes("POST", "graphql")).isFalse();
        assertThat(Allowed.writes("HEAD", "user")).isFalse();
    }

    private static boolean isAllowed(String request) {
        String[] parts = request.split(" ", 2);
        return Allowed.is(parts[0], parts[1]);
    }
}
