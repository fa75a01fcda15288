package org.axionwatch.streams.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.axionwatch.records.pulsar.SignalScore;

/**
 * A part of the data of one pulsar that is stacked by itself.
 *
 * @param kind by what the data are split
 * @param name which part
 */
record EvidencePart(Kind kind, String name) {

    private static final EvidencePart FIRST_HALF = new EvidencePart(Kind.HALF, "first");
    private static final EvidencePart SECOND_HALF = new EvidencePart(Kind.HALF, "second");

    /** The two halves. */
    static final List<EvidencePart> HALVES = List.of(FIRST_HALF, SECOND_HALF);

    /** By what the data are split. */
    enum Kind {
        /** By back end. */
        BACK_END("back-end"),
        /** By the parity of a checksum of the frame's id: fixed for each frame, whatever comes when. */
        HALF("half");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static EvidencePart ofBackend(String backend) {
        return new EvidencePart(Kind.BACK_END, backend);
    }

    /** The parts that a frame belongs to. */
    static List<EvidencePart> of(SignalScore score) {
        CRC32 checksum = new CRC32();
        checksum.update(score.getFrameId().getBytes(StandardCharsets.UTF_8));
        boolean even = checksum.getValue() % 2 == 0;
        return List.of(ofBackend(score.getBackend()), even ? FIRST_HALF : SECOND_HALF);
    }

    /** Key inside the state of one pulsar. */
    String key() {
        return kind.code() + "/" + name;
    }
}
