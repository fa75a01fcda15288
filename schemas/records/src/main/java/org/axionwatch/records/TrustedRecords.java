package org.axionwatch.records;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro instantiate the records of this module, and no class beyond those it trusts already.
 *
 * <p>Avro 1.12.2 refuses to load a class named by a schema unless it is trusted. Whoever decodes records calls
 * {@link #trust()} before the first one; further calls change nothing.
 */
public final class TrustedRecords {
    private static final String PACKAGE = TrustedRecords.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), TrustedRecords::isRecord));
    }

    private TrustedRecords() {}

    /** Makes the generated record classes of {@code org.axionwatch.records} decodable in this process. */
    public static void trust() {
        // The static initialiser has done it, once.
    }

    private static boolean isRecord(Class<?> type) {
        return type.getName().startsWith(PACKAGE);
    }
}
