package dev.pulsehub.simulator.signin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A GitHub App's private key in a file, as GitHub hands it out: PEM of PKCS #1. */
public final class AppKey {

    private static final String PKCS_1 = "RSA PRIVATE KEY";
    private static final byte[] RSA = // the algorithm, as PKCS #8 names it
            {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private AppKey() {}

    /**
     * The public half of the private key in a file, PKCS #1 or #8; a new key is written where there is no file.
     *
     * @throws IllegalArgumentException where the file holds no RSA key
     */
    public static PublicKey of(Path file) {
        try {
            if (!Files.exists(file)) {
                KeyPair pair = newPair();
                writeForOwner(file, pem(pair));
                return pair.getPublic();
            }
            return publicHalf(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no RSA private key in PEM", e);
        }
    }

    public static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key as PEM of PKCS #1. */
    public static String pem(KeyPair pair) {
        byte[] whole = pair.getPrivate().getEncoded();
        int begin = indexOf(whole, RSA) + RSA.length;
        int lengthBytes = whole[begin + 1] & 0x80; // an octet string: its tag, its length, itself
        int header = lengthBytes == 0 ? 2 : 2 + (whole[begin + 1] & 0x7f);
        byte[] inner = java.util.Arrays.copyOfRange(whole, begin + header, whole.length);
        return "-----BEGIN " + PKCS_1 + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(inner) + "\n-----END " + PKCS_1
                + "-----\n";
    }

    private static PublicKey publicHalf(String pem) throws GeneralSecurityException {
        byte[] decoded = Base64.getMimeDecoder()
                .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
        byte[] pkcs8 = pem.contains(PKCS_1) ? wrapped(decoded) : decoded;
        KeyFactory factory = KeyFactory.getInstance("RSA");
        PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
        return factory.generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] version = {0x02, 0x01, 0x00};
        return tagged(0x30, version, RSA, tagged(0x04, pkcs1));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            inner.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82); // the length in two bytes: every key of 2,048 to 16,384 bits fits
        out.write(inner.size() >> 8);
        out.write(inner.size());
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i <= whole.length - part.length; i++) {
            if (java.util.Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("no RSA key");
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }
}
