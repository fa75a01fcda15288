package org.axionwatch.app.simulate;

import java.io.IOException;

/** Takes the epochs of a simulation one by one; holds none of them. */
interface EpochFile extends AutoCloseable {
    /** Observes an epoch, counted from 0, and writes it. */
    void write(int epoch) throws IOException;

    @Override
    void close() throws IOException;
}
