package dev.pulsehub.persistence.connection;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The container's transactions: EclipseLink, when it is used inside the work, takes part. */
public final class JtaTransactions implements Transactions {

    private final UserTransaction transaction;
    private final DataSource source;

    /** @param source a {@link TxDataSource}, so that one transaction takes one connection */
    public JtaTransactions(UserTransaction transaction, DataSource source) {
        this.transaction = transaction;
        this.source = source;
    }

    @Override
    public <T> T call(Caller caller, Work<T> work) {
        try (CurrentCaller.Scope scope = CurrentCaller.as(caller)) {
            transaction.begin();
            return finish(work);
        } catch (SQLException e) {
            throw new DatabaseFailed("Database transaction failed", e);
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("A transaction could not begin: " + e.getMessage(), e);
        }
    }

    private <T> T finish(Work<T> work) throws SQLException, SystemException {
        boolean committed = false;
        try (Connection connection = source.getConnection()) {
            T result = work.on(connection);
            transaction.commit();
            committed = true;
            return result;
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw whyNotCommitted(e);
        } finally {
            if (!committed && transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    /** The container says only that it rolled back; what PostgreSQL said, if it was PostgreSQL, lies beneath. */
    private static SQLException whyNotCommitted(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return refused;
            }
        }
        return new SQLException("commit failed: " + failure.getMessage(), failure);
    }
}
