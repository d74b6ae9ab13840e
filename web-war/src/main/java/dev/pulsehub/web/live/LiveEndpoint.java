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

/** A page's line to what changes. Pages send a word now and then so that idle lines can be told from dead ones. */
@ServerEndpoint(value = "/app/live", configurator = SameOrigin.class)
public class LiveEndpoint {

    private static final long IDLE_MILLIS = 90_000;

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
    public void stillThere(Session session, String word) {
        if (!word.equals("ping")) {
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
