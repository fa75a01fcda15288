package org.axionwatch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Clock and processor time since its start. Processor time hardly depends on what else the machine does. */
final class Stopwatch {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = PROCESS.getProcessCpuTime();

    Elapsed elapsed() {
        return new Elapsed(
                (System.nanoTime() - startNanos) * 1e-9, (PROCESS.getProcessCpuTime() - startCpuNanos) * 1e-9);
    }
}
