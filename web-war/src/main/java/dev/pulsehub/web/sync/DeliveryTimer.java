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

/** Rouses the work on webhook deliveries. There is no timer where the role does not work. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryTimer {

    private static final long PERIOD_MILLIS = 1000;

    @Resource
    private TimerService timers;

    @Inject
    private Work work;

    private final AtomicBoolean busy = new AtomicBoolean();

    @PostConstruct
    void create() {
        if (work.works()) {
            timers.createIntervalTimer(PERIOD_MILLIS, PERIOD_MILLIS, new TimerConfig("deliver", false));
        }
    }

    @Timeout
    @Lock(LockType.READ)
    void run() {
        if (busy.compareAndSet(false, true)) {
            try {
                work.deliver();
            } finally {
                busy.set(false);
            }
        }
    }
}
