package dev.pulsehub.web.lifecycle;

import dev.pulsehub.core.config.Misconfigured;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.live.LiveHub;
import dev.pulsehub.web.sync.Work;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import sun.misc.Signal;

/** Begins work when the application is up, and ends the process in good order when it is asked to stop. */
@WebListener
public class Lifecycle implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration LOG_IS_WRITTEN = Duration.ofMillis(500); // the server logs in the background
    private static final int MISCONFIGURED = 78; // EX_CONFIG

    @Inject
    private Draining draining;

    @Inject
    private LiveHub live;

    @Inject
    private Work work;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            PulseConfig.from(System.getenv());
        } catch (Misconfigured e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
            pause(LOG_IS_WRITTEN);
            Runtime.getRuntime()
                    .halt(MISCONFIGURED); // a failed deployment alone would leave a process that answers 404
        }
        Signal.handle(
                new Signal("TERM"), signal -> Thread.ofPlatform().name("drain").start(this::drain));
        work.begin();
    }

    /** Payara's own handling undeploys at once; requests under way would fail. */
    private void drain() {
        LOG.log(System.Logger.Level.INFO, "Stopping: no new work; requests under way are finished");
        draining.begin();
        live.goAway();
        work.end();
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (draining.inFlight() > 0 && System.nanoTime() < limit) {
            pause(GLANCE);
        }
        System.exit(0);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
