package dev.pulsehub.core.github;

/** What a refusal means and what to do about it, in words. */
final class Refusals {

    private Refusals() {}

    static GitHubRefused of(int status, String what) {
        String remedy = switch (status) {
            case 401 -> "the token is wrong, expired or revoked. Set GITHUB_TOKEN to a valid one.";
            case 403 ->
                "the token may not see this. Give it the scopes repo and workflow, and authorise it for"
                        + " single sign-on where the organization asks for it.";
            case 404 -> "it is not there, or the token may not see it.";
            case 410 -> "it was switched off or deleted.";
            case 451 -> "it was taken down for legal reasons.";
            default -> "status " + status + ".";
        };
        return new GitHubRefused(status, "GitHub refused " + what + " with " + status + ": " + remedy);
    }
}
