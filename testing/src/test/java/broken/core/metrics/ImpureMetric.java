package broken.core.metrics;

import java.time.Instant;
import javax.sql.DataSource;

/** Asks a database and the machine's clock. */
public final class ImpureMetric {

    public final DataSource source;
    public final Instant at = Instant.now();

    public ImpureMetric(DataSource source) {
        this.source = source;
        System.out.println(at);
    }
}
