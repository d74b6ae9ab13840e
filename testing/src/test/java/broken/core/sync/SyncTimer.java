package broken.core.sync;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

/** A timer where every WAR would get it, with a field that callers share. */
@Singleton
public class SyncTimer {

    private int ticks;

    @Schedule(hour = "*")
    public void tick() {
        ticks = ticks + 1;
    }
}
