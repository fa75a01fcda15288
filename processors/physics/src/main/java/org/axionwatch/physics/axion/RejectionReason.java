package org.axionwatch.physics.axion;

/** Why a peak of the stack is no candidate. */
public enum RejectionReason {
    /** A ghost is predicted there, and without the channels that it disturbs the peak is gone. */
    PREDICTED_GHOST("predicted-ghost"),
    /** The delay is negative, which no axion of the model makes. */
    NEGATIVE_DELAY("negative-delay"),
    /** Frames with flipped signs reach it too easily. */
    SIGN_FLIP_NULL("sign-flip-null"),
    /** Fewer than two frames of equal weight would give it. */
    SINGLE_FRAME("single-frame"),
    /** Back ends that see the frequency measure different delays. */
    BACK_ENDS_DISAGREE("back-ends-disagree"),
    /** The two halves of the data measure different delays. */
    HALVES_DISAGREE("halves-disagree");

    private final String code;

    RejectionReason(String code) {
        this.code = code;
    }

    /** Stable name for records. */
    public String code() {
        return code;
    }
}
