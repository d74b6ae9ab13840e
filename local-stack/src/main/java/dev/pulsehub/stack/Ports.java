package dev.pulsehub.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on this machine. */
final class Ports {

    private Ports() {}

    /** Whether nobody listens on it, on loopback or on all addresses. */
    static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    static int free() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StackDidNotStart("No free port on this machine: " + e.getMessage(), e);
        }
    }

    static void mustBeFree(int port) {
        if (!isFree(port)) {
            throw new StackDidNotStart("Port " + port + " is taken by another program. Stop it, or choose another"
                    + " port: make run WEB_PORT=" + (port + 1));
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
