package dev.pulsehub.web.sync;

import dev.pulsehub.web.live.LiveHub;
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

/** Reads what other processes changed and tells open pages; runs wherever pages are served. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NoticeTimer {

    private static final long PERIOD_MILLIS = 1000;

    @Resource
    private TimerService timers;

    @Inject
    private LiveHub live;

    @PostConstruct
    void create() {
        timers.createIntervalTimer(PERIOD_MILLIS, PERIOD_MILLIS, new TimerConfig("notices", false));
    }

    @Timeout
    @Lock(LockType.READ)
    void run() {
        live.readNotices();
    }
}
