package dev.pulsehub.web.live;

import dev.pulsehub.web.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's line to what changes. A page first says from when its numbers are ({@code since 1700000000000}) and is
 * answered at once; then it sends {@code ping} now and then so that idle lines can be told from dead ones.
 */
@ServerEndpoint(value = "/app/live", configurator = SameOrigin.class)
public class LiveEndpoint {

    private static final long IDLE_MILLIS = 90_000;
    private static final Pattern SINCE = Pattern.compile("since ([0-9]{1,15})");

    @Inject
    private LiveHub hub;

    @OnOpen
    public void open(Session session) throws IOException {
        if (session.getUserPrincipal() instanceof SignedIn person) {
            session.setMaxIdleTimeout(IDLE_MILLIS);
            session.setMaxTextMessageBufferSize(1024);
            hub.open(session, person);
        } else {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "not signed in"));
        }
    }

    @OnMessage
    public void hear(Session session, String word) {
        Matcher since = SINCE.matcher(word);
        if (since.matches()) {
            hub.catchUp(session, Long.parseLong(since.group(1)));
        } else if (!word.equals("ping")) {
            hub.close(session);
        }
    }

    @OnClose
    public void close(Session session) {
        hub.close(session);
    }

    @OnError
    public void failed(Session session, Throwable cause) {
        System.getLogger(LiveEndpoint.class.getName()).log(System.Logger.Level.DEBUG, "a page's line broke", cause);
        hub.close(session);
    }
}
