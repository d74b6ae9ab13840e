package dev.pulsehub.web.lifecycle;

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

    @Inject
    private Draining draining;

    @Inject
    private LiveHub live;

    @Inject
    private Work work;

    @Override
    public void contextInitialized(ServletContextEvent event) {
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
        while ((draining.inFlight() > 0 || work.isUnderWay()) && System.nanoTime() < limit) {
            pause();
        }
        System.exit(0);
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
