package dev.pulsehub.core.config;

import static dev.pulsehub.core.config.Deployable.MCP;
import static dev.pulsehub.core.config.Deployable.SUPERSET;
import static dev.pulsehub.core.config.Deployable.WEB;
import static dev.pulsehub.core.config.Traits.of;

import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of environment variables, of all services: the processes read it, and {@code docs/configuration.md},
 * the templates and the checks in {@code deploy/} are written from it.
 */
public enum Variable {
    PORT(of(Topic.PROCESS, Format.PORT, "port to listen on; 3000 for web and 8080 for mcp when not set")
            .readBy(WEB, MCP)),
    PULSEHUB_ROLE(of(
                    Topic.PROCESS,
                    Format.choice("all", "web", "worker"),
                    "`web` serves people, `worker` runs timers, inbox and synchronisation, `all` does both")
            .readBy(WEB)
            .preset("all")),
    LOG_LEVEL(of(
                    Topic.PROCESS,
                    Format.choice("error", "warn", "info", "debug", "trace"),
                    "the least that is said; below `info` it concerns Pulse-Hub alone, not the server")
            .readBy(WEB, MCP)
            .preset("info")),
    LOG_FORMAT(of(
                    Topic.PROCESS,
                    Format.choice("json", "text"),
                    "one JSON object per line with the request's id, or the server's text")
            .readBy(WEB, MCP)
            .preset("text")
            .example("json")),
    AUTH_URL(of(
                    Topic.SIGN_IN,
                    Format.ADDRESS,
                    "public base address, such as `https://pulse.example.com`; redirects are built from it, and what"
                            + " changes something must come from its pages")
            .readBy(WEB)
            .alias("NEXTAUTH_URL")
            .needed(Need.ALWAYS)
            .example("<https://the-public-address>")),
    AUTH_SECRET(of(
                    Topic.SIGN_IN,
                    Format.KEY,
                    "seals sessions and people's GitHub tokens and signs what web tells mcp; another value signs everybody out")
            .readBy(WEB, MCP)
            .alias("NEXTAUTH_SECRET")
            .needed(Need.ALWAYS)
            .secret()
            .example("<openssl rand -base64 48; the same for web and mcp>")),
    AUTH_SECRET_PREVIOUS(of(
                    Topic.SIGN_IN,
                    Format.KEY,
                    "the secret before this one: what was sealed or signed with it stays valid while it is replaced")
            .readBy(WEB, MCP)
            .secret()),
    AUTH_DEBUG(of(Topic.SIGN_IN, Format.FLAG, "the steps of each sign-in in the log, without secrets")
            .readBy(WEB)
            .alias("NEXTAUTH_DEBUG")
            .preset("false")),
    GITHUB_OAUTH_CLIENT_ID(of(Topic.SIGN_IN, Format.TEXT, "the GitHub OAuth app people sign in with")
            .readBy(WEB)
            .needed(Need.UNLESS_SINGLE_USER)
            .example("<client ID of the OAuth app>")),
    GITHUB_OAUTH_CLIENT_SECRET(of(Topic.SIGN_IN, Format.TEXT, "the secret of the GitHub OAuth app")
            .readBy(WEB)
            .needed(Need.UNLESS_SINGLE_USER)
            .secret()
            .example("<client secret of the OAuth app>")),
    PULSEHUB_SINGLE_USER(of(
                    Topic.SIGN_IN,
                    Format.FLAG,
                    "for one machine: sign-in by a link, from that machine only; `GITHUB_TOKEN` also acts for the person")
            .readBy(WEB, MCP)
            .preset("false")),
    PULSEHUB_SIGNIN_TOKEN(of(Topic.SIGN_IN, Format.TEXT, "the secret of the single-user mode's link")
            .readBy(WEB)
            .needed(Need.IN_SINGLE_USER)
            .secret()),
    POSTGRES_URL(of(
                    Topic.DATABASE,
                    Format.DATABASE,
                    "the application's login, `postgresql://user:password@host:port/database`; a pooler in transaction"
                            + " mode (6543) will do")
            .readBy(WEB, MCP)
            .needed(Need.ALWAYS)
            .secret()
            .example("postgresql://postgres.<project>:<password>@<pooler host>:6543/postgres")),
    POSTGRES_MIGRATION_URL(of(
                    Topic.DATABASE,
                    Format.DATABASE,
                    "the owner's login on a session (5432), not on a transaction pooler, for migrations; without it"
                            + " `POSTGRES_URL` migrates")
            .readBy(WEB)
            .needed(Need.DEPLOYED)
            .secret()
            .example("postgresql://postgres.<project>:<password>@<pooler host>:5432/postgres")),
    POSTGRES_READ_URL(of(Topic.DATABASE, Format.DATABASE, "a read replica for reports")
            .readBy(WEB, MCP)
            .secret()
            .notYetUsed()),
    SUPABASE_URL(of(Topic.DATABASE, Format.ADDRESS, "address of the Supabase project, for its health")
            .readBy(WEB, MCP)
            .alias("NEXT_PUBLIC_SUPABASE_URL")
            .notYetUsed()),
    SUPABASE_ANON_KEY(of(Topic.DATABASE, Format.TEXT, "Supabase's public key, for its health")
            .readBy(WEB, MCP)
            .alias("NEXT_PUBLIC_SUPABASE_ANON_KEY")
            .secret()
            .notYetUsed()),
    SUPABASE_SERVICE_ROLE_KEY(of(
                    Topic.DATABASE,
                    Format.TEXT,
                    "accepted for existing set-ups; rows are guarded by PostgreSQL roles, not by this key")
            .readBy(WEB, MCP)
            .secret()
            .notYetUsed()),
    GITHUB_URL(of(Topic.GITHUB, Format.ADDRESS, "web address of GitHub or GitHub Enterprise")
            .readBy(WEB, MCP)
            .preset("https://github.com")),
    GITHUB_API_URL(of(Topic.GITHUB, Format.ADDRESS, "its API").readBy(WEB, MCP).preset("https://api.github.com")),
    GITHUB_TOKEN(of(
                    Topic.GITHUB,
                    Format.TEXT,
                    "token with the scopes `repo` and `workflow` that the synchronisation asks with; mcp reads it in"
                            + " single-user mode only")
            .readBy(WEB, MCP)
            .needed(Need.IN_SINGLE_USER)
            .secret()
            .example("<token of an account that sees the repositories>")),
    GITHUB_ORG(of(
                    Topic.GITHUB,
                    Format.LOGINS,
                    "the accounts to synchronise, separated by commas; outside single-user mode each is an organization"
                            + " of its own, which its members on GitHub may enter")
            .readBy(WEB)
            .needed(Need.IN_SINGLE_USER)),
    GITHUB_WEBHOOK_SECRET(of(
                    Topic.GITHUB,
                    Format.TEXT,
                    "secret of the webhook; without it `/api/webhooks/github` answers 404 and polling alone keeps the"
                            + " data fresh")
            .readBy(WEB)
            .needed(Need.DEPLOYED)
            .secret()
            .example("<openssl rand -hex 32; the same in GitHub's webhook>")),
    GITHUB_APP_ID(of(Topic.GITHUB, Format.NUMBER, "a GitHub App instead of tokens")
            .readBy(WEB)
            .notYetUsed()),
    GITHUB_APP_PRIVATE_KEY(of(Topic.GITHUB, Format.PRIVATE_KEY, "the private key of the GitHub App")
            .readBy(WEB)
            .secret()
            .notYetUsed()),
    MCP_SERVER_URL(of(Topic.SERVICES, Format.ADDRESS, "internal address of mcp; without it `not configured`")
            .readBy(WEB)
            .needed(Need.DEPLOYED)
            .example("http://pulse-hub-mcp:8080")),
    SUPERSET_PROXY_URL(of(Topic.SERVICES, Format.ADDRESS, "internal address of Superset; without it `not configured`")
            .readBy(WEB)
            .needed(Need.DEPLOYED)
            .example("http://pulse-hub-superset:8088")),
    SUPERSET_GUEST_TOKEN_SECRET(of(
                    Topic.SERVICES,
                    Format.KEY,
                    "signs the tokens with which dashboards are embedded; the same for web and superset")
            .readBy(WEB, SUPERSET)
            .needed(Need.DEPLOYED)
            .secret()
            .example("<openssl rand -base64 48; the same for web and superset>")),
    SECRET_KEY(of(Topic.SUPERSET, Format.KEY, "encrypts what Superset keeps; another value needs a new provisioning")
            .readBy(SUPERSET)
            .needed(Need.ALWAYS)
            .secret()
            .example("<openssl rand -base64 48>")),
    SQLALCHEMY_DATABASE_URI(of(Topic.SUPERSET, Format.DATABASE, "Superset's own tables, on a session (5432)")
            .readBy(SUPERSET)
            .needed(Need.ALWAYS)
            .secret()
            .example("postgresql://superset.<project>:<password>@<pooler host>:5432/postgres")),
    PULSE_HUB_BI_URI(of(Topic.SUPERSET, Format.DATABASE, "the reporting views, as the role `pulse_bi`")
            .readBy(SUPERSET)
            .needed(Need.ALWAYS)
            .secret()
            .example("postgresql://pulse_bi.<project>:<password>@<pooler host>:5432/postgres")),
    SUPERSET_WEBSERVER_PORT(of(Topic.SUPERSET, Format.PORT, "port to listen on")
            .readBy(SUPERSET)
            .needed(Need.ALWAYS)
            .example("8088")),
    SUPERSET_WEBSERVER_ADDRESS(of(Topic.SUPERSET, Format.TEXT, "address to listen on")
            .readBy(SUPERSET)
            .preset("0.0.0.0")),
    SUPERSET_ENV(of(Topic.SUPERSET, Format.choice("production", "development"), "the kind of environment")
            .readBy(SUPERSET)
            .needed(Need.ALWAYS)
            .example("production")),
    SUPERSET_LOAD_EXAMPLES(of(
                    Topic.SUPERSET,
                    Format.choice("yes", "no"),
                    "accepted for existing set-ups; Superset's example data are not loaded")
            .readBy(SUPERSET)
            .preset("no")
            .notYetUsed()),
    SUPERSET_APP_ROOT(of(Topic.SUPERSET, Format.PATH, "path below which Superset answers")
            .readBy(SUPERSET)
            .preset("/api/superset")),
    SUPERSET_ADMIN_PASSWORD(of(Topic.SUPERSET, Format.TEXT, "password of Superset's `admin`; random when not given")
            .readBy(SUPERSET)
            .secret()),
    SUPERSET_CACHE_DIR(
            of(Topic.SUPERSET, Format.PATH, "folder for cached answers").readBy(SUPERSET)),
    SUPERSET_COOKIE_SECURE(of(Topic.SUPERSET, Format.FLAG, "`false` only where Pulse-Hub is reached by plain http")
            .readBy(SUPERSET)
            .preset("true")),
    SMTP_URL(of(Topic.NOTIFICATION, Format.MAIL, "mail server")
            .readBy(WEB)
            .secret()
            .notYetUsed()),
    SLACK_WEBHOOK_URL(of(Topic.NOTIFICATION, Format.HOOK, "Slack's incoming webhook")
            .readBy(WEB)
            .secret()
            .notYetUsed());

    private final Traits traits;

    Variable(Traits traits) {
        this.traits = traits;
    }

    public Topic topic() {
        return traits.topic;
    }

    public Format format() {
        return traits.format;
    }

    /** One clause in Markdown. */
    public String meaning() {
        return traits.meaning;
    }

    public Set<Deployable> readers() {
        return Set.copyOf(traits.readers);
    }

    boolean isReadBy(Deployable deployable) {
        return traits.readers.contains(deployable);
    }

    public Optional<String> alias() {
        return Optional.of(traits.alias).filter(alias -> !alias.isEmpty());
    }

    /** What holds when the variable is not set. */
    public Optional<String> preset() {
        return Optional.of(traits.preset).filter(preset -> !preset.isEmpty());
    }

    /** A value for the templates in which {@code <...>} marks what must be filled in. */
    public Optional<String> example() {
        return Optional.of(traits.example).filter(example -> !example.isEmpty()).or(this::preset);
    }

    /** Whether the templates ask for it, rather than offer it. */
    boolean hasExample() {
        return !traits.example.isEmpty();
    }

    public Need need() {
        return traits.need;
    }

    public boolean isSecret() {
        return traits.secret;
    }

    /** Whether it has an effect; if not, it is checked all the same. */
    public boolean isUsed() {
        return traits.used;
    }

    /** The name and, in brackets, the alias. */
    String names() {
        return name() + alias().map(alias -> " (or " + alias + ")").orElse("");
    }
}
