package dev.pulsehub.mcp.wiring;

import dev.pulsehub.core.access.AccessCheck;
import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.access.SingleUser;
import dev.pulsehub.core.config.McpConfig;
import dev.pulsehub.core.config.OrEnd;
import dev.pulsehub.core.config.Secret;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.log.LogOutput;
import dev.pulsehub.persistence.connection.JtaTransactions;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.connection.TxDataSource;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import javax.sql.DataSource;

/** The core's plain objects, each made once from what the container offers. No timer, no migration. */
@ApplicationScoped
@DataSourceDefinition(
        name = TxDataSource.PULSE,
        className = "dev.pulsehub.persistence.connection.PulseDataSource",
        minPoolSize = 1,
        initialPoolSize = 1,
        maxPoolSize = 8,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
        })
public class Beans {

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = TxDataSource.PULSE)
    private DataSource pool;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    private final McpConfig config = OrEnd.configuration(McpConfig::from);

    public Beans() {
        LogOutput.apply(config.log());
    }

    @Produces
    @Dependent
    public McpConfig config() {
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
    public SingleUser singleUser(PeoplesGitHub github) {
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
}
