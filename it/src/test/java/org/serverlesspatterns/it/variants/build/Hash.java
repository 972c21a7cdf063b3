package org.serverlesspatterns.it.variants.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names contents, so that what is the same is recognized. */
public final class Hash {

    private final MessageDigest digest;

    private Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(new Hash().digest.digest(content));
    }

    public static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Of several texts in this order. */
    public static String of(Iterable<String> parts) {
        var hash = new Hash();
        for (var part : parts) {
            hash.digest.update(part.getBytes(StandardCharsets.UTF_8));
            hash.digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }
}
