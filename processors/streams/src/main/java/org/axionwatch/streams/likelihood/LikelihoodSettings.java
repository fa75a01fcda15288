package org.axionwatch.streams.likelihood;

/**
 * @param throttled whether a source's emission interval holds; otherwise its likelihood is emitted at each batch, so that
 *     the last one is never held back
 */
public record LikelihoodSettings(boolean throttled) {

    /** A live stream: emission intervals hold. */
    public static final LikelihoodSettings LIVE = new LikelihoodSettings(true);

    /** An archive, which ends: every likelihood is emitted. */
    public static final LikelihoodSettings ARCHIVE = new LikelihoodSettings(false);
}
