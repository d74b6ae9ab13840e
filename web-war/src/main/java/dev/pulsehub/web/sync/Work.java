package dev.pulsehub.web.sync;

import dev.pulsehub.core.access.AccessCheck;
import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.access.SignIns;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.ingest.ChangeListener;
import dev.pulsehub.core.ingest.DeliveryWorker;
import dev.pulsehub.core.organization.NamedAccounts;
import dev.pulsehub.core.organization.SingleUserSetup;
import dev.pulsehub.core.sync.Housekeeping;
import dev.pulsehub.core.sync.SyncSchedule;
import dev.pulsehub.core.sync.SyncWorker;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.web.wiring.Beans;
import dev.pulsehub.web.wiring.WakeUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** What the timers call: the core's work, kept from starting too early and from ending a timer by an exception. */
@ApplicationScoped
public class Work {

    private static final System.Logger LOG = System.getLogger(Work.class.getName());

    @Inject
    private PulseConfig config;

    @Inject
    private Transactions transactions;

    @Inject
    private GitHub gitHub;

    @Inject
    private Clock clock;

    @Inject
    private ChangeListener listener;

    @Inject
    private SyncSchedule schedule;

    @Inject
    private Housekeeping housekeeping;

    @Inject
    private DeliveryWorker deliveries;

    @Inject
    private AccessCheck access;

    @Inject
    private GitHubGrants grants;

    @Inject
    private Instance<SignIns> signIns;

    @Inject
    private Beans beans;

    @Inject
    private WakeUp wakeUp;

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean running;
    private volatile boolean connected;
    private volatile OptionalLong owner = OptionalLong.empty();

    /** The application is up: timers may work from now on. */
    public void begin() {
        running = true;
        if (works()) {
            guarded("accounts", this::connectAccounts); // before the first person comes
        }
    }

    /** No new work; what is under way stops at its next page. */
    public void end() {
        running = false;
    }

    /** Whether anything begun before {@link #end} is still being done. */
    public boolean isUnderWay() {
        return underWay.get() > 0;
    }

    boolean works() {
        return config.role().works();
    }

    void synchronise() {
        guarded("sync", () -> {
            if (config.singleUser() && owner.isEmpty()) {
                owner = OptionalLong.of(new SingleUserSetup(transactions, gitHub, config.accounts())
                        .establish()
                        .person()
                        .id());
            }
            connectAccounts();
            schedule.ensureScheduled();
            new SyncWorker(transactions, gitHub, clock, beans.workerName(), owner, listener)
                    .workUntilIdle(() -> !running);
        });
    }

    private void connectAccounts() {
        if (!config.singleUser() && !connected) {
            new NamedAccounts(transactions).connect(config.accounts());
            connected = true;
        }
    }

    /** Works off the inbox; between deliveries it waits a moment for the next, so that none waits for the timer. */
    void deliver() {
        guarded("deliveries", () -> {
            for (int i = 0; i < 20 && running; i++) {
                deliveries.workUntilIdle(() -> !running);
                awaitMore();
            }
        });
    }

    /** Asks GitHub what people who are about may see. */
    void checkAccess() {
        guarded("access", () -> {
            while (running && access.refreshDue() > 0) {
                // as long as somebody is due
            }
        });
    }

    void tidy() {
        guarded("housekeeping", () -> {
            housekeeping.tidy();
            if (config.oauth().isPresent()) {
                grants.resealAll();
                signIns.get().forgetUnneeded();
            }
        });
    }

    void refreshStatistics() {
        guarded("statistics", housekeeping::refreshStatistics);
    }

    private void awaitMore() {
        try {
            wakeUp.await(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** A timer that throws twice is gone for ever. */
    void guarded(String name, Runnable task) {
        if (!running) {
            return;
        }
        underWay.incrementAndGet();
        try {
            task.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.WARNING, name + " failed and will be tried again: " + e.getMessage(), e);
        } finally {
            underWay.decrementAndGet();
        }
    }
}
