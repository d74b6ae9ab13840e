package dev.pulsehub.web.sync;

import dev.pulsehub.web.live.LiveHub;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The product's timers: synchronisation, inbox and housekeeping where the role works, notices everywhere. None waits
 * for another; each skips its turn while its last one is still under way. The container would let one at a time run,
 * whatever lock a timeout method asks for.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WorkTimers {

    private static final String SYNC = "sync";
    private static final String DELIVERIES = "deliveries";
    private static final String NOTICES = "notices";
    private static final String ACCESS = "access";
    private static final String TIDY = "housekeeping";
    private static final String STATISTICS = "statistics";

    @Resource
    private TimerService timers;

    @Inject
    private Work work;

    @Inject
    private LiveHub live;

    @Inject
    private Heartbeats heartbeats;

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    @PostConstruct
    void create() {
        if (work.works()) {
            every(3000, SYNC);
            every(1000, DELIVERIES);
            every(1000, ACCESS);
            every(600_000, TIDY);
            every(5_000, STATISTICS);
        }
        every(1000, NOTICES);
    }

    private void every(long milliseconds, String name) {
        timers.createIntervalTimer(milliseconds, milliseconds, new TimerConfig(name, false));
        heartbeats.expect(name, Duration.ofMillis(milliseconds));
    }

    @Timeout
    void run(Timer timer) {
        String name = String.valueOf(timer.getInfo());
        heartbeats.fired(name);
        if (!busy.add(name)) {
            return;
        }
        try {
            switch (name) {
                case SYNC -> work.synchronise();
                case DELIVERIES -> work.deliver();
                case ACCESS -> work.checkAccess();
                case TIDY -> work.tidy();
                case STATISTICS -> work.refreshStatistics();
                case NOTICES -> work.guarded(NOTICES, live::look);
                default -> throw new IllegalStateException("unknown timer " + name);
            }
        } finally {
            busy.remove(name);
        }
    }
}
