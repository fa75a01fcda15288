package org.axionwatch.embedded;

/** Is told each {@link StartStep} once, as it happens: from two threads, never at the same time. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = step -> {};

    void onStep(StartStep step);
}
