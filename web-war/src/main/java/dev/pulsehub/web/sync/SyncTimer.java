package dev.pulsehub.web.sync;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rouses the synchronisation. There is no timer where the role does not work. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SyncTimer {

    private static final long PERIOD_MILLIS = 3000;

    @Resource
    private TimerService timers;

    @Inject
    private Work work;

    private final AtomicBoolean busy = new AtomicBoolean();

    @PostConstruct
    void create() {
        if (work.works()) {
            timers.createIntervalTimer(PERIOD_MILLIS, PERIOD_MILLIS, new TimerConfig("synchronise", false));
        }
    }

    @Timeout
    @Lock(LockType.READ)
    void run() {
        if (busy.compareAndSet(false, true)) {
            try {
                work.synchronise();
            } finally {
                busy.set(false);
            }
        }
    }
}
