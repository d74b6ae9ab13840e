package dev.pulsehub.acceptance;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Stands between the product and its database and, when told to, takes the product's own filters by organization and by
 * repository out of every statement a reader sends: what is then still kept from a person, row level security keeps.
 */
final class FilterlessWire implements AutoCloseable {

    private static final Pattern ORGANIZATION = Pattern.compile("(?:[a-z]+\\.)?organization_id = (\\$[0-9]+)");
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:[a-z]+\\.)?repo(?:sitory)?_id = any\\((\\$[0-9]+)\\)");
    private static final int PARSE = 'P';
    private static final int BIND = 'B';
    private static final int ENCRYPTION_REQUEST = 8; // bytes; nothing else begins so short

    private final ServerSocket door;
    private final int server;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean without;

    private FilterlessWire(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    /** @param server the port of PostgreSQL, or of a pooler before it, on this machine */
    static FilterlessWire before(int server) throws IOException {
        FilterlessWire wire = new FilterlessWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on statements lose their filters, or keep them. */
    void withoutFilters(boolean on) {
        without = on;
    }

    /** The different statements that lost a filter. */
    Set<String> changed() {
        return changed;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, database, this::questions));
                Thread.ofVirtual().start(() -> pass(database, client, InputStream::transferTo));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private interface Way {
        void go(InputStream in, OutputStream out) throws IOException;
    }

    private static void pass(Socket from, Socket to, Way way) {
        try (from;
                to) {
            way.go(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // one side hung up: the other is hung up on
        }
    }

    /**
     * Reads message by message: the first, and a question for encryption before it, have no type; every other one has a
     * letter and a length that counts itself.
     */
    private void questions(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to)); // a pooler wants whole messages
        boolean reader = false;
        int length;
        do {
            length = in.readInt();
            out.writeInt(length);
            out.write(in.readNBytes(length - 4));
            out.flush();
        } while (length == ENCRYPTION_REQUEST);
        for (int type = in.read(); type >= 0; type = in.read()) {
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (type == BIND) {
                reader = isReader(body, reader);
            } else if (type == PARSE && reader && without) {
                body = withoutFilters(body);
            }
            out.write(type);
            out.writeInt(body.length + 4);
            out.write(body);
            out.flush();
        }
    }

    /** The first statement of a transaction binds the name of the role it takes. */
    private static boolean isReader(byte[] bind, boolean before) {
        String text = new String(bind, StandardCharsets.ISO_8859_1);
        if (text.contains("pulse_reader")) {
            return true;
        }
        return before && !text.contains("pulse_writer") && !text.contains("pulse_none");
    }

    private byte[] withoutFilters(byte[] parse) {
        String text = new String(parse, StandardCharsets.ISO_8859_1);
        String once = ORGANIZATION.matcher(text).replaceAll("$1::bigint is not null");
        String twice = REPOSITORY.matcher(once).replaceAll("$1::bigint[] is not null");
        if (!twice.equals(text)) {
            changed.add(text);
        }
        return twice.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
