package org.axionwatch.app.calc;

/** A question the calculator cannot answer; the message is one line for a person. */
public final class CalculatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The line is not one JSON object with a function and its inputs. */
        BAD_LINE("malformed line"),
        /** No function of that name is built. */
        NOT_AVAILABLE("not available"),
        /** An input the function needs is not given. */
        MISSING_INPUT("missing input"),
        /** An input is given that the function does not have. */
        UNKNOWN_INPUT("unknown input"),
        /** An input is not of its type, not finite, or not one of its choices. */
        BAD_INPUT("bad input"),
        /** The physics refuses the values, or its result is not finite. */
        OUT_OF_RANGE("out of range");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    CalculatorException(Reason reason, String detail) {
        super(reason.words + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
