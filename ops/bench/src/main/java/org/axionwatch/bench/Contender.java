package org.axionwatch.bench;

/** One way through which a load is sent. */
interface Contender {
    String name();

    /**
     * Sends the warm-up and waits till all of it is through, then sends the measured messages.
     *
     * @return from before the first measured message is sent until all are through
     */
    Elapsed elapsed(Load load) throws Exception;
}
