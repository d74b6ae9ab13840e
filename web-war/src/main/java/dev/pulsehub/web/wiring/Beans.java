package dev.pulsehub.web.wiring;

import dev.pulsehub.core.access.AccessCheck;
import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.access.SignIns;
import dev.pulsehub.core.access.SingleUser;
import dev.pulsehub.core.config.OrEnd;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.config.Secret;
import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHubOverHttp;
import dev.pulsehub.core.github.OAuthApp;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.ingest.ChangeListener;
import dev.pulsehub.core.ingest.DeliveryInbox;
import dev.pulsehub.core.ingest.DeliveryWorker;
import dev.pulsehub.core.organization.SingleUserSetup;
import dev.pulsehub.core.sync.Housekeeping;
import dev.pulsehub.core.sync.SyncSchedule;
import dev.pulsehub.persistence.connection.JtaTransactions;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.connection.TxDataSource;
import dev.pulsehub.persistence.work.BackOff;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.web.limit.RateLimits;
import dev.pulsehub.web.live.LiveHub;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** The product's plain objects, each made once from what the container offers. */
@ApplicationScoped
@DataSourceDefinition(
        name = TxDataSource.PULSE,
        className = "dev.pulsehub.persistence.connection.PulseDataSource",
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = 12,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
        })
public class Beans {

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(10));
    private static final int DELIVERY_ATTEMPTS = 8;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = TxDataSource.PULSE)
    private DataSource pool;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Inject
    private LiveHub hub;

    private final PulseConfig config = OrEnd.configuration(PulseConfig::from);
    private final String worker = "web-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    /** How this process signs its claims on work. */
    public String workerName() {
        return worker;
    }

    @Produces
    @Dependent
    public PulseConfig config() {
        return config;
    }

    @Produces
    @Dependent
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Dependent
    public Transactions transactions() {
        return new JtaTransactions(transaction, new TxDataSource(TxDataSource.PULSE, pool, registry));
    }

    @Produces
    @ApplicationScoped
    public GitHub gitHub() {
        return new GitHubOverHttp(
                config.gitHubApi(), config.gitHubToken().map(Secret::value).orElse(""), clock());
    }

    @Produces
    @Singleton
    public RateLimits rateLimits() {
        return new RateLimits(clock());
    }

    @Produces
    @Dependent
    public GitHubGrants grants() {
        return new GitHubGrants(transactions(), config.authSecrets());
    }

    @Produces
    @Singleton
    public PeoplesGitHub peoplesGitHub() {
        return new PeoplesGitHub(config.gitHubApi(), clock());
    }

    @Produces
    @Singleton
    public SingleUser singleUserToken(PeoplesGitHub github) {
        return new SingleUser(
                transactions(),
                github,
                config.gitHubToken().filter(token -> config.singleUser()).map(Secret::value));
    }

    @Produces
    @Singleton
    public AccessCheck access(PeoplesGitHub github) {
        return new AccessCheck(transactions(), grants(), github, clock());
    }

    /** To be used only where the configuration names an OAuth app. */
    @Produces
    @Singleton
    public OAuthApp oauthApp() {
        PulseConfig.OAuthClient client =
                config.oauth().orElseThrow(() -> new IllegalStateException("no OAuth app is configured"));
        return new OAuthApp(
                new OAuthApp.Registration(
                        config.gitHubWeb(),
                        config.gitHubApi(),
                        client.id(),
                        client.secret().value(),
                        URI.create(config.authUrl() + "/api/auth/callback/github")),
                clock());
    }

    @Produces
    @Dependent
    public SignIns signIns(OAuthApp app, PeoplesGitHub github) {
        return new SignIns(transactions(), grants(), app, github);
    }

    @Produces
    @Dependent
    public SingleUserSetup singleUser(GitHub gitHub) {
        return new SingleUserSetup(transactions(), gitHub, config.accounts());
    }

    @Produces
    @Dependent
    public SyncSchedule schedule() {
        return new SyncSchedule(transactions());
    }

    @Produces
    @Dependent
    public Housekeeping housekeeping() {
        return new Housekeeping(transactions(), deliveries());
    }

    @Produces
    @Dependent
    public ChangeListener listener() {
        return hub::changed;
    }

    @Produces
    @Dependent
    public DeliveryStore deliveries() {
        return new DeliveryStore(BACK_OFF, DELIVERY_ATTEMPTS);
    }

    @Produces
    @Dependent
    public DeliveryWorker deliveryWorker() {
        return new DeliveryWorker(transactions(), deliveries(), worker, hub::changed);
    }

    @Produces
    @ApplicationScoped
    public Inbox inbox(WakeUp wakeUp) {
        return new Inbox(new DeliveryInbox(transactions(), deliveries(), wakeUp::deliveries));
    }
}
