package dev.pulsehub.persistence.connection;

import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;

/** Lets EclipseLink use the transaction's one connection; named in {@code persistence.xml}. */
public class EclipseLinkCustomizer implements SessionCustomizer {

    /** The only name that can be resolved while the persistence unit is being deployed. */
    private static final String REGISTRY = "java:appserver/TransactionSynchronizationRegistry";

    @Override
    @SuppressWarnings("BanJNDI") // the name is a constant of the container's own
    public void customize(Session session) throws NamingException {
        DatabaseLogin login = session.getLogin();
        if (login.getConnector() instanceof JNDIConnector connector) {
            TransactionSynchronizationRegistry registry = InitialContext.doLookup(REGISTRY);
            login.setConnector(
                    new JNDIConnector(new TxDataSource(TxDataSource.PULSE, connector.getDataSource(), registry)));
        }
        // Its "ping" runs outside a transaction, where the guard refuses it, and is then tried three times.
        login.setConnectionHealthValidatedOnError(false);
    }
}
