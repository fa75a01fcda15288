package org.axionwatch.physics.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Independent random sub-streams of one seed. The sub-stream called {@code name} is a WELL19937c generator
 * seeded with the eight 32-bit words of SHA-256(seed as 8 big-endian bytes, name as UTF-8), so what one part of a
 * simulation draws never depends on how much another part drew, nor on the order in which they are generated. The
 * generator and its Gaussian and Poisson transforms are Commons Math's own Java, equal on every machine.
 */
public final class RandomStreams {
    private final long seed;

    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** The sub-stream of a name, from its beginning. */
    public RandomDataGenerator named(String name) {
        byte[] digest = sha256(name);
        int[] words = new int[digest.length / Integer.BYTES];
        ByteBuffer.wrap(digest).asIntBuffer().get(words);
        return new RandomDataGenerator(new Well19937c(words));
    }

    private byte[] sha256(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }
}
