package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things of the world as GitHub's REST API and its webhooks print them, by kind; and where their addresses are. */
public final class Shapes {

    /** Whom GitHub names where an account is gone and a name is needed. */
    private static final Account GHOST = new Account(10_137, "ghost", "User", Optional.of("Deleted user"));

    private final String apiUrl;
    private final String webUrl;
    private volatile boolean namedGhosts;
    private volatile boolean issuesByNumber;
    private final AccountShapes accounts = new AccountShapes(this);
    private final RepoShapes repos = new RepoShapes(this);
    private final PlanShapes plans = new PlanShapes(this);
    private final IssueShapes issues = new IssueShapes(this);
    private final PullShapes pulls = new PullShapes(this);
    private final CommitShapes commits = new CommitShapes(this);
    private final EventShapes events = new EventShapes(this);
    private final RunShapes runs = new RunShapes(this);
    private final CheckShapes checks = new CheckShapes(this);
    private final DeploymentShapes deployments = new DeploymentShapes(this);
    private final ReleaseShapes releases = new ReleaseShapes(this);
    private final TeamShapes teams = new TeamShapes(this);
    private final ProjectShapes projects = new ProjectShapes(this);

    public Shapes(String apiUrl, String webUrl) {
        this.apiUrl = apiUrl;
        this.webUrl = webUrl;
    }

    /** Base of the links to the API. */
    public String apiUrl() {
        return apiUrl;
    }

    /** Base of the links to pages. */
    public String webUrl() {
        return webUrl;
    }

    public AccountShapes accounts() {
        return accounts;
    }

    public RepoShapes repos() {
        return repos;
    }

    public PlanShapes plans() {
        return plans;
    }

    public IssueShapes issues() {
        return issues;
    }

    public PullShapes pulls() {
        return pulls;
    }

    public CommitShapes commits() {
        return commits;
    }

    public EventShapes events() {
        return events;
    }

    public RunShapes runs() {
        return runs;
    }

    public CheckShapes checks() {
        return checks;
    }

    public DeploymentShapes deployments() {
        return deployments;
    }

    public ReleaseShapes releases() {
        return releases;
    }

    public TeamShapes teams() {
        return teams;
    }

    public ProjectShapes projects() {
        return projects;
    }

    /** A user; null where the account is gone. */
    JsonNode user(Optional<Account> account) {
        return account.<JsonNode>map(accounts::user).orElse(NullNode.instance);
    }

    /** Pages the issues list by number, with {@code rel=last} and to its end; else by cursor. */
    public void pageIssuesByNumber(boolean byNumber) {
        issuesByNumber = byNumber;
    }

    boolean issuesByNumber() {
        return issuesByNumber;
    }

    /** Whether a deleted author is printed as the user {@code ghost}, as GitHub does now and then, or as null. */
    public void nameGhosts(boolean named) {
        namedGhosts = named;
    }

    /** Who wrote something; where the account is gone in the form that was chosen. */
    JsonNode author(Optional<Account> account) {
        return namedGhosts ? userOrGhost(account) : user(account);
    }

    /** A user; {@code ghost} where the account is gone. */
    ObjectNode userOrGhost(Optional<Account> account) {
        return accounts.user(account.orElse(GHOST));
    }

    String url(Repo repo) {
        return apiUrl + "/repos/" + repo.fullName();
    }

    String page(Repo repo) {
        return webUrl + "/" + repo.fullName();
    }

    String page(Item item) {
        return page(item.repo()) + (item instanceof Pull ? "/pull/" : "/issues/") + item.number();
    }

    /** All of them, each in its shape. */
    static <T> ArrayNode list(Collection<T> all, Function<T, ? extends JsonNode> shape) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(one -> array.add(shape.apply(one)));
        return array;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(Instant moment) {
        return moment.toString();
    }

    static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
