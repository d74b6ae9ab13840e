package dev.pulsehub.web.session;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Nothing may open a container session: it would live in one process and die with it. Says who did. */
@WebListener
public class SessionAlarm implements HttpSessionListener {

    /** What the log says, for tests to look for. */
    public static final String MESSAGE = "A container session was opened";

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        System.getLogger(SessionAlarm.class.getName())
                .log(System.Logger.Level.ERROR, MESSAGE, new IllegalStateException("opened here"));
    }
}
