package dev.pulsehub.web.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
final class ClientAddress {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ClientAddress() {}

    /**
     * The peer, or what the proxy next to us wrote last into {@code X-Forwarded-For}; what stands before that the
     * client itself may have written. Only a peer of our own network is taken for a proxy. Empty for this machine.
     *
     * @param remote the peer's address as a number
     */
    static Optional<String> of(String remote, @Nullable String forwarded) {
        InetAddress peer = parse(remote);
        String last = forwarded == null
                ? ""
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        if (isNear(peer) && NUMBER.matcher(last).matches()) {
            return Optional.of(last);
        }
        return peer.isLoopbackAddress() ? Optional.empty() : Optional.of(remote);
    }

    /** Private networks, carrier-grade ones too: the edge of a hosting platform speaks to us from one. */
    private static boolean isNear(InetAddress peer) {
        byte[] bytes = peer.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || shared || unique;
    }

    private static InetAddress parse(String address) {
        try {
            return InetAddress.getByName(address); // a number: nothing is looked up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }
}
